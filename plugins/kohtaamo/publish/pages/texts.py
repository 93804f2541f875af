"""The small values that templates show: texts with their language, links, HTML made by us."""

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from kohtaamo.text.runs import START, capital

__all__ = ["NO_TEXT", "Fact", "Link", "Rich", "Text", "capital", "unbroken"]

_RANGE = re.compile(r"\d[\d.:]*–\d[\d.:]*")


@dataclass(frozen=True, slots=True)
class Text:
    """A text, and its `lang` where that is not the page's own (WCAG 2.2, 3.1.2)."""

    text: str
    lang: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)


NO_TEXT = Text("")


@dataclass(frozen=True, slots=True)
class Rich:
    """Contributors' Markdown after conversion and sanitising; the only HTML not from a template."""

    html: Markup
    lang: str = ""

    def __bool__(self) -> bool:
        return bool(self.html)


@dataclass(frozen=True, slots=True)
class Link:
    """`href` is ready for the attribute; `note` is said behind the link."""

    href: str
    text: Text
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what is said of it."""

    name: str
    value: Text


def unbroken(text: str) -> str:
    """The text as HTML in which `10–11.30` stays on one line, whatever the lines around it do.

    A text with runs of other languages stays as it is: a run goes round no tags.
    """
    if START in text or "–" not in text:
        return text
    return Markup(  # noqa: S704 - escaped, and the rest is ours
        _RANGE.sub(lambda match: f'<span class="range">{match[0]}</span>', str(escape(text)))
    )
