"""Texts in the reader's language, or in the original's when nobody has translated them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from kohtaamo.model.origin import Origin
from kohtaamo.text.languages import broader, read_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What `<slug>.<language>.md` holds: translated fields only.

    `phrases` are the texts within other fields (the name of a room, what a picture shows), each
    under the original's own words. Once these change, what was said of the old ones is not shown.
    """

    language: str
    values: Mapping[str, str]
    phrases: Mapping[str, str] = field(default_factory=dict)
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
    for translation in _read_by(thing, language):
        if translation.values.get(name):
            return Said(translation.values[name], translation.language)
    original: Any = getattr(thing, name)
    return Said(original or "", thing.written_in)


def said_within(thing: Translated, text: str, language: str) -> Said:
    """A text that stands in a field's own fields, by the rule of `said`: `phrases` hold it."""
    for translation in _read_by(thing, language):
        if translation.phrases.get(text):
            return Said(translation.phrases[text], translation.language)
    return Said(text, thing.written_in)


def said_together(thing: Translated, texts: Iterable[str | None], language: str) -> Said:
    """Several such texts with commas, in the language of the first; none for those not written."""
    parts = [said_within(thing, text, language) for text in texts if text]
    if not parts:
        return Said("", thing.written_in)
    return Said(", ".join(part.text for part in parts), parts[0].language)


def _read_by(thing: Translated, language: str) -> Iterable[Translation]:
    """The translations that readers of `language` would rather have than the original."""
    # Most things have none, and are asked a million times in a large network.
    return _nearest(thing, language) if thing.translations else ()


def _nearest(thing: Translated, language: str) -> Iterator[Translation]:
    for tag in read_by(language):
        if tag == thing.written_in:
            break
        if tag in thing.translations:
            yield thing.translations[tag]


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
