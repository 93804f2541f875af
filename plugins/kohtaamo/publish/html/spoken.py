"""Runs of text in another language become `lang` (WCAG 2.2, 3.1.2), and `dir` where it turns.

The last step of a page.

Templates and sentences only mark runs (`kohtaamo.text.runs`). Here, where it is known what stands
in an attribute and what in a text, a run becomes a `span`, or the `lang` of the element that holds
nothing else. An attribute can hold no element: its own element says the language, and what the
element then holds in the page's language says so again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from kohtaamo.text.languages import RTL_LANGUAGES, direction_of
from kohtaamo.text.runs import END, OF, START, plain

# A tag of ours or of nh3; quoted values may hold any character.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|'[^']*'|[^\"'>])*)>")
_ATTRIBUTE = re.compile(r"\s([a-zA-Z:-]+)=\"([^\"]*)\"")
_LANG = re.compile(r"\slang=\"([^\"]*)\"")
_DIR = re.compile(r"\sdir=\"([^\"]*)\"")
# Every page has one `dir`, and then what turns: a page from right to left, or a text of one.
_TURNS = re.compile(
    r"<html [^>]*dir=\"rtl\"|<[^>]+\slang=\"(?:" + "|".join(sorted(RTL_LANGUAGES)) + r")\b"
)
_PIECE = re.compile(f"{START}([^{OF}]*){OF}|({END})")
_VOID = frozenset(
    {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
# What they hold is text alone.
_TEXT_ONLY = frozenset({"title", "option", "textarea"})
_NO_TEXT = frozenset({"script", "style"})
# What people read or hear of an attribute.
_READ = frozenset(
    {"alt", "aria-description", "aria-label", "content", "label", "placeholder", "title"}
)


@dataclass(slots=True)
class _Element:
    """`meant` is the language of its unmarked texts, `said` the one that HTML tells."""

    name: str
    meant: str
    said: str
    direction: str


def spoken(html: str) -> str:
    """A page of which every run says its language; a page without runs stays as it is."""
    if START not in html and _TURNS.search(html) is None:
        return html
    return "".join(_Spoken(html).parts())


class _Spoken:
    """One page on its way from the first tag to the last."""

    __slots__ = ("_at", "_html", "_open", "_own")

    def __init__(self, html: str) -> None:
        self._html = html
        self._at = 0
        self._open = [_Element("", "", "", "")]
        # The language of the page itself has the direction that its words file says.
        self._own = ("", "")

    def parts(self) -> Iterator[str]:
        """The page, piece by piece."""
        for tag in _TAG.finditer(self._html):
            yield self._text(self._html[self._at : tag.start()])
            self._at = tag.end()
            yield self._end(tag) if tag[1] else self._begin(tag)
        yield self._text(self._html[self._at :])

    def _end(self, tag: re.Match[str]) -> str:
        if len(self._open) > 1 and self._open[-1].name == tag[2]:
            self._open.pop()
        return tag[0]

    def _begin(self, tag: re.Match[str]) -> str:
        """An element; its `lang` is that of its attributes, else that of all it holds."""
        outer, name, attributes = self._open[-1], tag[2], tag[3]
        own, turn = _LANG.search(attributes), _DIR.search(attributes)
        meant = own[1] if own else outer.meant
        if name == "html" and own and turn:
            self._own = own[1], turn[1]
        holds_nothing = name in _VOID or attributes.endswith("/")
        # Of what holds nothing only what it says itself matters.
        inner = (own[1] if own else outer.said) if holds_nothing else self._of_content(tag, meant)
        labelled = _of_attributes(attributes, meant)
        said = labelled or inner or meant
        # A label turns nothing: what the element holds keeps its direction.
        direction = turn[1] if turn else self._direction(meant if labelled else said)
        if not holds_nothing:
            self._open.append(_Element(name, meant, said, direction))
        added = "" if said == (own[1] if own else outer.said) else f' lang="{said}"'
        if direction != outer.direction and not turn and not holds_nothing:
            added += f' dir="{direction}"'
        if not added:
            return plain(tag[0])
        kept = plain(_LANG.sub("", attributes) if "lang=" in added else attributes)
        return f"<{name}{added}{kept}>"

    def _direction(self, lang: str) -> str:
        return self._own[1] if lang == self._own[0] else direction_of(lang)

    def _of_content(self, tag: re.Match[str], meant: str) -> str:
        """The language of the only text that an element holds, "" when it holds other things."""
        following = self._html[tag.end() : self._html.find("<", tag.end())]
        closes = self._html.startswith(f"</{tag[2]}>", tag.end() + len(following))
        if not closes or START not in following:
            return ""
        languages = [lang for lang, text in _pieces(following, meant) if _has_letters(text)]
        if tag[2] in _TEXT_ONLY:
            return next(iter(languages), "")
        return languages[0] if len(set(languages)) == 1 else ""

    def _text(self, text: str) -> str:
        element = self._open[-1]
        if element.name in _NO_TEXT or element.name in _TEXT_ONLY:
            return plain(text)
        if START not in text and (element.meant == element.said or not _has_letters(text)):
            return text
        return "".join(
            piece
            if lang == element.said or not _has_letters(piece)
            else self._span(lang, piece, element.direction)
            for lang, piece in _joined(_pieces(text, element.meant))
        )

    def _span(self, lang: str, text: str, around: str) -> str:
        """The text in a span of its language; blanks around it stay outside."""
        inner = text.strip()
        before, _, after = text.partition(inner)
        direction = self._direction(lang)
        turn = f' dir="{direction}"' if direction != around else ""
        return f'{before}<span lang="{lang}"{turn}>{inner}</span>{after}'


def _of_attributes(attributes: str, meant: str) -> str:
    """The language of what attributes say, "" when they say nothing that is marked."""
    for name, value in _ATTRIBUTE.findall(attributes):
        if name in _READ and START in value:
            languages = (lang for lang, text in _pieces(value, meant) if _has_letters(text))
            return next(languages, "")
    return ""


def _pieces(text: str, meant: str) -> Iterator[tuple[str, str]]:
    """Every piece of a text with its language, in order."""
    languages, at = [meant], 0
    for mark in _PIECE.finditer(text):
        if mark.start() > at:
            yield languages[-1], text[at : mark.start()]
        at = mark.end()
        if mark[2] is None:
            languages.append(mark[1])
        elif len(languages) > 1:
            languages.pop()
    if at < len(text):
        yield languages[-1], text[at:]


def _joined(pieces: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Neighbours of one language as one, with the signs and numbers between them."""
    lang, text, signs = "", "", ""
    for language, piece in pieces:
        if not _has_letters(piece):
            signs += piece
        elif text and language == lang:
            text, signs = text + signs + piece, ""
        else:
            yield lang, text
            yield "", signs
            lang, text, signs = language, piece, ""
    yield lang, text
    yield "", signs


def _has_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in unescape(text))
