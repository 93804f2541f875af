"""Texts in the reader's language, or in the original's when nobody has translated them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from kohtaamo.model.origin import Origin
from kohtaamo.text.languages import broader, read_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What `<slug>.<language>.md` holds: translated fields only."""

    language: str
    values: Mapping[str, str]
    reviewed: bool = True
    origin: Origin


@dataclass(frozen=True, slots=True)
class Said:
    """A text and the language it is in."""

    text: str
    language: str

    def __bool__(self) -> bool:
        return bool(self.text)


class Translated(Protocol):
    """Any kind of thing that translations may stand beside."""

    @property
    def written_in(self) -> str: ...

    @property
    def translations(self) -> Mapping[str, Translation]: ...


def languages_of(thing: Translated) -> frozenset[str]:
    """The languages in which a thing can be read: the one it was written in, and translations."""
    return frozenset((thing.written_in, *thing.translations))


def unreviewed_of(thing: Translated) -> tuple[str, ...]:
    """The languages of those translations that no fluent reader has checked, in order."""
    return tuple(sorted(tag for tag, each in thing.translations.items() if not each.reviewed))


def said(thing: Translated, name: str, language: str) -> Said:
    """The field `name` in `language`, or in one that its readers read (`read_by`).

    Else the original text and its own language.
    """
    if thing.translations:
        for tag in read_by(language):
            translation = thing.translations.get(tag)
            if translation is not None and translation.values.get(name):
                return Said(translation.values[name], tag)
            if tag == thing.written_in:
                break
    original: Any = getattr(thing, name)
    return Said(original or "", thing.written_in)


@dataclass(frozen=True, slots=True)
class Label:
    """A label in several languages, the first of them the fallback."""

    by_language: Mapping[str, str] = field(default_factory=dict)

    def has(self, language: str) -> bool:
        """Whether somebody wrote it in `language` or a broader one."""
        return any(tag in self.by_language for tag in broader(language))

    def said(self, language: str) -> Said:
        """The label in `language`, else in the first language it was written in.

        A label is a name: that of a broader language is one of `language` too, so that easy
        Finnish pages have the Finnish names of municipalities as their own.
        """
        for tag in broader(language):
            if tag in self.by_language:
                return Said(self.by_language[tag], language)
        for first, text in self.by_language.items():
            return Said(text, first)
        return Said("", language)
