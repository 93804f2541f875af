"""A piece of HTML in which runs of another language become `lang`, tag by tag."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from kohtaamo.text.runs import END, OF, START, plain

# A tag of ours or of nh3; quoted values may hold any character.
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|'[^']*'|[^\"'>])*)>")
LANG = re.compile(r"\slang=\"([^\"]*)\"")
_ATTRIBUTE = re.compile(r"\s([a-zA-Z:-]+)=\"([^\"]*)\"")
_PIECE = re.compile(f"{START}([^{OF}]*){OF}|({END})")
VOID = frozenset(
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


def marked(html: str, lang: str) -> str:
    """The piece with its runs as `lang`; `lang` is the language around it.

    Every element that begins in the piece ends in it.
    """
    return "".join(_Walk(html, lang).parts())


class _Walk:
    """One piece on its way from the first tag to the last."""

    __slots__ = ("_at", "_html", "_open")

    def __init__(self, html: str, lang: str) -> None:
        self._html = html
        self._at = 0
        self._open = [_Element("", lang, lang)]

    def parts(self) -> Iterator[str]:
        """The piece, part by part."""
        for tag in TAG.finditer(self._html):
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
        own = LANG.search(attributes)
        meant = own[1] if own else outer.meant
        holds_nothing = name in VOID or attributes.endswith("/")
        # Of what holds nothing only what it says itself matters.
        inner = (own[1] if own else outer.said) if holds_nothing else self._of_content(tag, meant)
        said = _of_attributes(attributes, meant) or inner or meant
        if not holds_nothing:
            self._open.append(_Element(name, meant, said))
        if said == (own[1] if own else outer.said):
            return plain(tag[0])
        return f'<{name} lang="{said}"{plain(LANG.sub("", attributes))}>'

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
            piece if lang == element.said or not _has_letters(piece) else _span(lang, piece)
            for lang, piece in _joined(_pieces(text, element.meant))
        )


def _of_attributes(attributes: str, meant: str) -> str:
    """The language of what attributes say, "" when they say nothing that is marked."""
    if START in attributes:
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


def _span(lang: str, text: str) -> str:
    """The text in a span of its language; blanks around it stay outside."""
    inner = text.strip()
    before, _, after = text.partition(inner)
    return f'{before}<span lang="{lang}">{inner}</span>{after}'


def _has_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in (unescape(text) if "&" in text else text))
