"""One declared change as a row: what, when and where it was to be and is now, and why."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kohtaamo.listings.declared import Declared
from kohtaamo.model.event import Event
from kohtaamo.publish.pages.moments import moments
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.publish.wording.declared import (
    dates_name,
    dates_of,
    occurrence_of,
    replacement,
    state_of,
)
from kohtaamo.publish.wording.event import where
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.words.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFact:
    """`iso` is "" where the value is no time; `hours` are said after the value, which is a date.

    `is_new` is what holds instead of what was said.
    """

    name: str
    value: Text
    hours: str = ""
    iso: str = ""
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """`state` is said before the title: `PERUTTU`, `UUSI AIKA`; `instead` takes its place."""

    event: Link
    state: str
    facts: tuple[ChangeFact, ...]
    instead: Link | None


def change_row(reader: Reader, declared: Declared) -> ChangeRow:
    """What the row of one change says."""
    event = reader.network.events[declared.event]
    instead = replacement(reader.edition, event, declared)
    return ChangeRow(
        event=_link(reader, event),
        state=state_of(reader.words, declared),
        facts=tuple(_facts(reader, event, declared)),
        instead=_link(reader, instead) if instead is not None else None,
    )


def _link(reader: Reader, event: Event) -> Link:
    address = reader.addresses.event(event.slug)
    return Link(reader.link(address), reader.field(event, "title"))


def _facts(reader: Reader, event: Event, declared: Declared) -> Iterator[ChangeFact]:
    now = occurrence_of(event, declared)
    yield from _times(reader, event, declared, now)
    yield from _places(reader, event, now)
    reason = _reason(reader, event, declared)
    if reason:
        yield ChangeFact(name=reader.words("changes.fact.reason"), value=reason)


def _times(
    reader: Reader, event: Event, declared: Declared, now: Occurrence
) -> Iterator[ChangeFact]:
    words = reader.words
    if now.was_start is not None:
        before = now._replace(start=now.was_start, end=now.was_end)
        yield _time(words, words("changes.fact.was_at"), before)
    name = dates_name(words, now)
    if declared.date is None and event.repeat is not None:
        rule = dates_of(reader.edition, event, declared, reader.language)
        yield ChangeFact(name=name, value=Text(rule))
    else:
        is_new = now.was_start is not None and now.takes_place
        yield replace(_time(words, name, now), is_new=is_new)


def _time(words: Words, name: str, occurrence: Occurrence) -> ChangeFact:
    found = moments(words, occurrence, "on_weekday_year")
    hours = "" if occurrence.all_day else found.hours
    return ChangeFact(name=name, value=Text(found.date), hours=hours, iso=found.iso)


def _places(reader: Reader, event: Event, now: Occurrence) -> Iterator[ChangeFact]:
    words, edition = reader.words, reader.edition
    name = "where"
    if now.was_place is not None:
        was_room = now.was_room or event.room
        before = now._replace(place=now.was_place, room=was_room, stop=event.stop)
        old = where(edition, event, before, reader.language)
        yield ChangeFact(name=words("changes.fact.was_in"), value=Text(old))
        name = "now_in"
    elif now.was_room is not None:
        yield from _rooms(reader, now)
    place = where(edition, event, now, reader.language)
    if place:
        yield ChangeFact(
            name=words(f"changes.fact.{name}"), value=Text(place), is_new=name == "now_in"
        )


def _rooms(reader: Reader, now: Occurrence) -> Iterator[ChangeFact]:
    """Another room in the same place."""
    place = reader.network.places.get(now.place or "")
    for name, room_id in (("was_in_room", now.was_room), ("now_in_room", now.room)):
        room = place.room(room_id) if place else None
        if place is not None and room is not None:
            value = reader.own(place, room.name)
            yield ChangeFact(
                name=reader.words(f"changes.fact.{name}"),
                value=value,
                is_new=name == "now_in_room",
            )


def _reason(reader: Reader, event: Event, declared: Declared) -> Text:
    """Why: that of the whole event, a field of it, or that of one date, one of its phrases."""
    written = event.reason if declared.date is None else declared.occurrence.reason
    if written == event.reason:
        return reader.field(event, "reason")
    return reader.own(event, written)
