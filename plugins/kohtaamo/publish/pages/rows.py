"""One date of an event as a row of a listing, finished once for a language."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from kohtaamo.listings.table import municipalities_of
from kohtaamo.model.event import Event
from kohtaamo.publish.pages.fragments import Fragments
from kohtaamo.publish.pages.moments import Moments
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.row_tags import tags_of
from kohtaamo.publish.pages.texts import NO_TEXT, Link, Text, capital
from kohtaamo.publish.wording.change import end_words, reason_of
from kohtaamo.publish.wording.event import from_afar_words, rhythm, state_words
from kohtaamo.schedule.occurrence import Occurrence


@dataclass(frozen=True, slots=True, kw_only=True)
class RowWhat:
    """What a row says beside its time, the same for most dates of an event.

    `state` is said before the title ("PERUTTU"); `tags` are short words behind it.
    `reason` says why a date does not take place.
    """

    event: Link
    state: str
    where: Text
    municipality: Text
    tags: tuple[str, ...]
    reason: Text


@dataclass(frozen=True, slots=True)
class RowWhen:
    """When a row's date is; `is_dated` when its date is to be seen."""

    when: Moments
    is_dated: bool


class Rows:
    """A maker of rows from two parts, both remembered.

    The dates of a series differ by their time alone, many events begin at the same time, and one
    date stands in many listings. `fragments` are all pieces that pages of the language share.
    """

    __slots__ = ("_reader", "_row", "fragments")

    def __init__(self, reader: Reader, environment: Environment) -> None:
        self.fragments = Fragments(environment, reader.words)
        self._reader = reader
        self._row = self.fragments.component("event-row")

    def __call__(
        self,
        occurrence: Occurrence,
        is_dated: bool,
        *,
        is_folded: bool = False,
        from_afar: bool = False,
    ) -> Markup:
        """The row of a date; `is_dated` when its date is to be seen, and no heading shows it.

        With `is_folded` it says how often its series meets, with `from_afar` first of all how one
        joins without going there.
        """
        reader = self._reader
        state = "" if occurrence.takes_place else state_words(reader.words, occurrence.state)
        first = _moved(reader, occurrence)
        if is_folded:
            event = reader.network.events[occurrence.event]
            first = (capital(rhythm(reader.edition, event, reader.language)), *first)
        what = self.fragments.once(
            "event-what",
            (*_what_of(occurrence), state, first, from_afar),
            lambda: row_what(reader, occurrence, state, first, from_afar=from_afar),
        )
        when = self.fragments.once(
            "event-time",
            (occurrence.start, occurrence.end, is_dated),
            lambda: row_when(reader, occurrence, is_dated=is_dated),
        )
        return self._row(is_dated, bool(state), when, what)


def _what_of(occurrence: Occurrence) -> tuple[str | None, ...]:
    return occurrence.event, occurrence.place, occurrence.stop, occurrence.reason


def make_rows(reader: Reader, environment: Environment) -> Rows:
    """The maker of rows of one language."""
    return Rows(reader, environment)


def row_when(reader: Reader, occurrence: Occurrence, *, is_dated: bool) -> RowWhen:
    """When the date is, with its year where no heading says the day."""
    style = "on_weekday_year" if is_dated else "on_weekday"
    return RowWhen(reader.dates.moments(occurrence, style), is_dated)


def row_what(
    reader: Reader,
    occurrence: Occurrence,
    state: str,
    first: tuple[str, ...],
    *,
    from_afar: bool = False,
) -> RowWhat:
    """What the row of one date says beside its time; `first` are its first tags."""
    event = reader.network.events[occurrence.event]
    where, municipality = (
        _where(reader, event, occurrence),
        _municipality(reader, event, occurrence),
    )
    tags = tags_of(reader, event, with_ways=not from_afar) if occurrence.takes_place else ()
    if from_afar:
        first = (*first, *_also_there(reader, event, where))
        where, municipality = Text(capital(from_afar_words(reader.words, event))), NO_TEXT
    return RowWhat(
        event=Link(reader.link(reader.addresses.event(event.slug)), reader.field(event, "title")),
        state=state,
        where=where,
        municipality=municipality,
        tags=(*first, *tags),
        reason=_reason(reader, event, occurrence),
    )


def _also_there(reader: Reader, event: Event, where: Text) -> Iterator[str]:
    """That one may go there as well."""
    if event.on_site and where:
        place = reader.words.quoted(where.text, event.written_in) if where.lang else where.text
        yield reader.words("afar.also", place=place)


def _where(reader: Reader, event: Event, occurrence: Occurrence) -> Text:
    """The name of the place, of the other location, or how one takes part from afar."""
    place = reader.network.places.get(occurrence.place or "")
    if place is not None:
        stop = place.stop(occurrence.stop)
        return reader.own(place, stop.name) if stop else reader.field(place, "name")
    if event.location is not None and event.location.name:
        return reader.own(event, event.location.name)
    return NO_TEXT


def _municipality(reader: Reader, event: Event, occurrence: Occurrence) -> Text:
    """Where one goes, also when this date has moved; from afar is nowhere in particular."""
    if not event.on_site:
        return NO_TEXT
    place = reader.network.places.get(occurrence.place or "")
    if place is not None and occurrence.place != event.place:
        return reader.term("municipalities", place.municipality)
    keys = municipalities_of(event, reader.network)
    return reader.term("municipalities", keys[0]) if keys else NO_TEXT


def _moved(reader: Reader, occurrence: Occurrence) -> tuple[str, ...]:
    """That this date is at another time or place than one may remember."""
    if occurrence.was_start is None and occurrence.was_place is None:
        return ()
    tags = []
    if occurrence.was_start is not None:
        tags.append(end_words(reader.words, occurrence) or reader.words("site.row.new_time"))
    if occurrence.was_place is not None:
        tags.append(reader.words("site.row.new_place"))
    return tuple(tags)


def _reason(reader: Reader, event: Event, occurrence: Occurrence) -> Text:
    """Why a date does not take place; nothing of one that does."""
    if occurrence.takes_place:
        return NO_TEXT
    return reader.text(reason_of(event, occurrence, reader.language))
