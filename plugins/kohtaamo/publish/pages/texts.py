"""The small values that templates show: texts with their language, links, HTML made by us."""

from dataclasses import dataclass

from markupsafe import Markup

from kohtaamo.text.runs import capital

__all__ = ["NO_TEXT", "Fact", "Link", "Rich", "Text", "capital"]


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
