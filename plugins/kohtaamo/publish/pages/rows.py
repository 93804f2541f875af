"""One date of an event as a row of a listing, finished once for a language."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from kohtaamo.listings.table import municipalities_of
from kohtaamo.model.event import Event, RegistrationState
from kohtaamo.publish.pages.moments import Moments, moments
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import NO_TEXT, Link, Text, capital
from kohtaamo.publish.wording.change import end_words
from kohtaamo.publish.wording.event import state_words
from kohtaamo.schedule.occurrence import Occurrence

# The row of a date; True when its date is to be seen, False when a heading above shows it.
Rows = Callable[[Occurrence, bool], Markup]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """`state` is said before the title ("PERUTTU"); `tags` are short words behind it.

    `reason` says why a date does not take place.
    """

    event: Link
    state: str
    when: Moments
    is_dated: bool
    where: Text
    municipality: Text
    tags: tuple[str, ...]
    reason: Text


def make_rows(reader: Reader, environment: Environment) -> Rows:
    """A maker of rows that remembers: a date stands in many listings, always the same."""
    macro = environment.get_template("components/event-row.html").module.event_row  # type: ignore[attr-defined]

    @cache
    def row(occurrence: Occurrence, is_dated: bool) -> Markup:
        found = event_row(reader, occurrence, is_dated=is_dated)
        return Markup(macro(found, reader.words))  # noqa: S704 - a template's

    return row


def event_row(reader: Reader, occurrence: Occurrence, *, is_dated: bool) -> EventRow:
    """What the row of one date says."""
    event = reader.network.events[occurrence.event]
    return EventRow(
        event=Link(reader.link(reader.addresses.event(event.slug)), reader.field(event, "title")),
        state=state_words(reader.words, occurrence.state),
        when=moments(reader.words, occurrence, "on_weekday_year" if is_dated else "on_weekday"),
        is_dated=is_dated,
        where=_where(reader, event, occurrence),
        municipality=_municipality(reader, event, occurrence),
        tags=(*_moved(reader, occurrence), *_tags(reader, event, occurrence)),
        reason=_reason(reader, event, occurrence),
    )


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


def _moved(reader: Reader, occurrence: Occurrence) -> list[str]:
    """That this date is at another time or place than one may remember."""
    tags = []
    if occurrence.was_start is not None:
        tags.append(end_words(reader.words, occurrence) or reader.words("site.row.new_time"))
    if occurrence.was_place is not None:
        tags.append(reader.words("site.row.new_place"))
    return tags


def _reason(reader: Reader, event: Event, occurrence: Occurrence) -> Text:
    """Why a date does not take place; that of the whole event may be translated."""
    if occurrence.takes_place:
        return NO_TEXT
    if occurrence.reason == event.reason:
        return reader.field(event, "reason")
    return reader.own(event, occurrence.reason)


def _tags(reader: Reader, event: Event, occurrence: Occurrence) -> list[str]:
    """How one takes part and what it costs: nothing of a date that does not take place."""
    words = reader.words
    tags: list[str] = []
    if not occurrence.takes_place:
        return tags
    if event.online is not None:
        tags.append(capital(words("wording.where.online")))
    if event.phone is not None:
        tags.append(words("site.row.phone"))
    if event.price is not None and event.price.free:
        tags.append(capital(words("wording.price.free")))
    if event.registration is not None:
        full = event.registration.state is RegistrationState.FULL
        tags.append(words("site.row.full" if full else "site.row.registration"))
    return tags
