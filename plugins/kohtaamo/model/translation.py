"""Texts in the reader's language, or in the original's when nobody has translated them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from kohtaamo.model.origin import Origin


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


def said(thing: Translated, name: str, language: str) -> Said:
    """The field `name` in `language`; falls back to the original text and its own language."""
    translation = thing.translations.get(language)
    if translation is not None and translation.values.get(name):
        return Said(translation.values[name], language)
    original: Any = getattr(thing, name)
    return Said(original or "", thing.written_in)


@dataclass(frozen=True, slots=True)
class Label:
    """A label in several languages, the first of them the fallback."""

    by_language: Mapping[str, str] = field(default_factory=dict)

    def said(self, language: str) -> Said:
        """The label in `language`, else in the first language it was written in."""
        if language in self.by_language:
            return Said(self.by_language[language], language)
        for first, text in self.by_language.items():
            return Said(text, first)
        return Said("", language)
