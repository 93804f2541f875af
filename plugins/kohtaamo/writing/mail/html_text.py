"""The text of an HTML mail, line by line as its reader saw it. Nothing is fetched or obeyed."""

import re
from contextlib import suppress
from html import unescape
from html.parser import HTMLParser

_BLOCKS = frozenset({"div", "p", "li", "tr", "ul", "ol", "table", "h1", "h2", "h3", "pre", "hr"})
_HIDDEN = frozenset({"head", "style", "script", "title"})
_APART = frozenset({"p", "ul", "ol"})
_DEEPEST = 10
# A mail has some thousands; each that nobody closes is looked for through all the rest.
_MOST_TAGS = 20_000
# From the first blank on: to begin at each of a million would take minutes.
_BLANKS = re.compile(r"(?<![ \t])[ \t]*\n[ \t\n]*")


class _Text(HTMLParser):
    """Collects lines; `depth` is how deep in quoted mails the reader is."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[str]] = [[]]
        self.depth = 0
        self.hidden = 0
        self.pre = 0
        self.fresh = True
        self.tight = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in _HIDDEN:
            self.hidden += 1
        elif tag == "br":
            self._break()
        elif tag in _BLOCKS or tag == "blockquote":
            self._new_line()
            self.depth += tag == "blockquote"
            self.fresh = True
            if tag == "li":
                self._put("- ")
            if tag == "pre" or "pre" in (values.get("style") or "").replace("-wrap", ""):
                self.pre += tag == "pre"
            self.tight += tag == "p" and (values.get("class") or "").startswith("Mso")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag in _BLOCKS or tag == "blockquote":
            self._new_line()
            if tag in _APART and not self.tight:
                self.lines.append([])
            self.tight -= tag == "p" and self.tight > 0
            self.pre -= tag == "pre" and self.pre > 0
            self.depth -= tag == "blockquote" and self.depth > 0
            self.fresh = True

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        if self.pre:
            first, *others = data.split("\n")
            self._put(first)
            for line in others:
                self._break()
                self._put(line)
            return
        data = _BLANKS.sub(" ", data)
        if self.fresh:
            data = data.lstrip(" ")
        if data:
            self._put(data)

    def _put(self, text: str) -> None:
        if text:
            if self.fresh and not self.lines[-1]:
                self.lines[-1].append("> " * min(self.depth, _DEEPEST))
            self.lines[-1].append(text)
            self.fresh = False

    def _break(self) -> None:
        """A line end inside a paragraph, also where nothing stands before it."""
        self.lines.append([])
        self.fresh = True

    def _new_line(self) -> None:
        if self.lines[-1]:
            self.lines.append([])


def html_to_text(html: str) -> str:
    """The lines of an HTML document; list items have dashes, quoted mails `> `.

    A line end in the source is a blank; `<br>`, the ends of blocks and `<pre>` end lines. Of what
    has more tags than any mail nothing is read.
    """
    if html.count("<") > _MOST_TAGS:
        return ""
    parser = _Text()
    # A comment that nobody closes is all that follows.
    opened = html.find("<!--", max(html.rfind("-->"), 0))
    html = html[:opened] if opened >= 0 else html
    # Behind the last `>` there is no tag: the parser would look for an end from each `<` there.
    marked, end, rest = html.replace("\r\n", "\n").rpartition(">")
    # What it cannot make anything of, as `<![x`, it gives up with an assertion.
    with suppress(AssertionError):
        parser.feed(marked + end)
        parser.close()
    parser.handle_data(unescape(rest))
    return "\n".join("".join(parts) for parts in parser.lines)
