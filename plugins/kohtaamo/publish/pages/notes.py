"""What a page says of itself under its title: example content, the state of its translation."""

from collections.abc import Iterable
from functools import cache
from typing import Protocol

from babel import Locale

from kohtaamo.model.translation import Translated
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.words.words import Words


class Marked(Translated, Protocol):
    """A thing that may be example content."""

    @property
    def sample(self) -> bool: ...


def notes_of(reader: Reader, thing: Marked) -> tuple[str, ...]:
    """The notes of one thing's page, the most important first."""
    return tuple(_notes(reader, thing))


def _notes(reader: Reader, thing: Marked) -> Iterable[str]:
    if thing.sample:
        yield reader.words("site.note.sample")
    translation = thing.translations.get(reader.language)
    if translation is not None and not translation.reviewed:
        yield reader.words("site.note.unreviewed")
    if translation is None and thing.written_in != reader.language:
        language = language_name(reader.words, thing.written_in)
        yield reader.words("site.note.untranslated", language=language)


def language_name(words: Words, tag: str) -> str:
    """A language's name as the page's language has it; the tag itself when Babel knows none."""
    return _language_name(words.locale, tag)


@cache
def _language_name(locale: str, tag: str) -> str:
    """A pure function; there are as many pairs as languages that somebody speaks in the network."""
    names = Locale.parse(locale).languages
    return names.get(tag.replace("-", "_")) or names.get(tag.partition("-")[0]) or tag
