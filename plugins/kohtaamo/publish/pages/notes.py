"""What a page says of itself: example content, the state of its translation and its language."""

from collections.abc import Iterable
from typing import Protocol

from kohtaamo.model.translation import Translated, languages_of
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.text.languages import read_by
from kohtaamo.words.keys import is_of_reference, is_read
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
    shown = _language_shown(reader, thing)
    if shown in thing.translations and not thing.translations[shown].reviewed:
        yield reader.words("site.note.unreviewed")
    if shown != reader.language:
        yield reader.words("site.note.untranslated", language=reader.language_name(shown))


def _language_shown(reader: Reader, thing: Translated) -> str:
    """The language of a thing's texts on the page: `said` without looking at a field."""
    in_reach = (tag for tag in read_by(reader.language) if tag in languages_of(thing))
    return next(in_reach, thing.written_in)


def language_notes(words: Words) -> tuple[str, ...]:
    """What is said once on each page of the words of its language.

    That nobody has checked them yet, and that some are borrowed from another language.
    """
    is_partial = any(is_read(key) for key in words.borrowed if not is_of_reference(key))
    if is_partial and not words.is_reviewed:
        # One sentence after the other would take back what the first one says.
        return (words("site.note.words_partly_unreviewed"),)
    said = (
        ("site.note.words_unreviewed", not words.is_reviewed),
        ("site.note.words_partial", is_partial),
    )
    return tuple(words(key) for key, is_so in said if is_so)
