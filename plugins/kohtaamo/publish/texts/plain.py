"""Markdown → plain text that reads well in a calendar, a mail or a feed's summary."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kohtaamo.publish.texts.commonmark import DEEPEST, events, has_endless_tables
from kohtaamo.publish.texts.links import may_lead_to
from kohtaamo.publish.texts.unseen import without_hidden

_NOT_SHOWN_SCHEMES = frozenset({"mailto", "tel"})
_BLOCKS = frozenset({"Paragraph", "Heading", "CodeBlock", "HtmlBlock"})
_ROWS = frozenset({"TableHead", "TableRow"})
_STRUCK = "~~"
# `example.fi` is `https://example.fi/`, and `010 123 0010` is `0101230010`, to those who read them.
_NOT_COMPARED = re.compile(r"^https?://|/$|[ ()-]", re.IGNORECASE)


@dataclass(slots=True)
class _Lines:
    """The text so far. `lists` holds, for each open list, its next number or None for dashes."""

    site: str = ""
    says_addresses: bool = True
    done: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    mark: str = ""
    lists: list[int | None] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)
    cells: int = 0

    def end_line(self) -> None:
        """Close the line that is being written, if there is anything in it."""
        text = "".join(self.line).strip()
        if text:
            indent = "  " * max(0, len(self.lists) - 1)
            mark = self.mark or ("  " if self.lists else "")
            rest = "\n" + indent + " " * len(mark)
            self.done.append(indent + mark + text.replace("\n", rest))
            self.mark = ""
        self.line.clear()

    def gap(self) -> None:
        """A blank line between blocks; never two, never one inside a list."""
        if not self.lists and self.done and self.done[-1]:
            self.done.append("")


def to_plain(markdown: str, site: str = "", *, says_addresses: bool = True) -> str:
    """Plain text: paragraphs by a blank line, lists with `- ` or numbers, links as `text (url)`.

    Of `mailto:` and `tel:` links people read the address or number itself. Raw HTML stays as
    written; struck-out words keep their tildes, so that an old time is not read as a valid one. No
    control characters but line feeds, no blank lines around.

    `site` is the address before links within the site (`/tilaa/`), which are left out without it:
    a calendar has no page that they could belong to. Without `says_addresses` all are left out:
    whoever reads it has the page beside it. What pages show as written, nested too deep
    or a table without end, is left as written.
    """
    if has_endless_tables(markdown):
        return _evened(markdown)
    lines = _Lines(site=site, says_addresses=says_addresses)
    for event in events(markdown):
        if isinstance(event, str):
            _break(lines, event)
            continue
        ((kind, value),) = event.items()
        if kind == "Start":
            _start(lines, *_named(value))
            if len(lines.lists) > DEEPEST:
                # Each further line would be indented by as many blanks.
                return _evened(markdown)
        elif kind == "End":
            _end(lines, _named(value)[0])
        else:
            lines.line.append(str(value))
    lines.end_line()
    return _evened("\n".join(lines.done))


def _evened(text: str) -> str:
    return without_hidden(text.replace("\t", " ")).strip()


def first_paragraph(markdown: str, longest: int = 300) -> str:
    """The first paragraph of the plain text, cut at a word when it is longer than `longest`."""
    return shortened(to_plain(markdown).partition("\n\n")[0].replace("\n", " "), longest)


def shortened(text: str, longest: int) -> str:
    """At most `longest` characters of a text, cut between words and ending in `…`."""
    if len(text) <= longest:
        return text
    begun = text[:longest]
    at = max(begun.rfind(" "), begun.rfind("\n"))
    return begun[: at if at > longest // 2 else longest - 1].rstrip(" \n,;:–-") + "…"


def _break(lines: _Lines, event: str) -> None:
    if event == "Rule":
        lines.end_line()
        lines.gap()
    else:
        lines.line.append("\n" if event == "HardBreak" else " ")


def _named(value: Any) -> tuple[str, Any]:
    """The name of an element, and what the parser says of it, if anything."""
    return next(iter(value.items())) if isinstance(value, dict) else (value, None)


def _start(lines: _Lines, name: str, facts: Any) -> None:
    if name in _BLOCKS or name in _ROWS:
        lines.end_line()
        lines.cells = 0
    elif name == "List":
        lines.end_line()
        lines.gap()
        lines.lists.append(facts)
    elif name == "Item":
        lines.end_line()
        lines.mark = _next_mark(lines.lists)
    elif name == "TableCell":
        lines.line.append(" | " if lines.cells else "")
        lines.cells += 1
    elif name == "Strikethrough":
        lines.line.append(_STRUCK)
    elif name == "Link":
        address = _address(facts, lines.site) if lines.says_addresses else ""
        lines.links.append((len(lines.line), address))


def _end(lines: _Lines, name: str) -> None:
    if name in _BLOCKS or name == "Table":
        lines.end_line()
        lines.gap()
    elif name == "List":
        lines.end_line()
        lines.lists.pop()
        lines.gap()
    elif name == "Strikethrough":
        lines.line.append(_STRUCK)
    elif name == "Link":
        _end_link(lines)
    elif name == "Item" or name in _ROWS:
        lines.end_line()


def _next_mark(lists: list[int | None]) -> str:
    number = lists[-1]
    if number is None:
        return "- "
    lists[-1] = number + 1
    return f"{number}. "


def _address(facts: Mapping[str, str], site: str) -> str:
    """What a reader can use without the link: a web address, an e-mail address or a number."""
    address = facts["dest_url"]
    if not may_lead_to(address):
        return ""
    if address.startswith("/"):
        return site + address if site else ""
    scheme, _, rest = address.partition(":")
    return rest.partition("?")[0] if scheme.lower() in _NOT_SHOWN_SCHEMES else address


def _end_link(lines: _Lines) -> None:
    """The address after the words, unless the words are the address."""
    at, address = lines.links.pop()
    words = "".join(lines.line[at:]).strip()
    if address and _NOT_COMPARED.sub("", words) != _NOT_COMPARED.sub("", address):
        lines.line.append(f" ({address})" if words else address)
