"""When an event is: the rule in words, every coming date, what is skipped and what is off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kohtaamo.model.event import Event
from kohtaamo.model.repeat import HolidaySkip
from kohtaamo.model.translation import said, said_within
from kohtaamo.publish.pages.moments import Moments, iso
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import NO_TEXT, Text, capital, unbroken
from kohtaamo.publish.wording.change import end_words
from kohtaamo.publish.wording.event import repeats, state_words
from kohtaamo.schedule.occurrence import Occurrence, State
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.series import plan
from kohtaamo.words.dates import when

FIRST_DATES = 6
MOST_MISSED = 3


class DateLine(NamedTuple):
    """`state` is said first ("PERUTTU"); `notes` say what has moved, `reason` why."""

    when: Moments
    state: str = ""
    notes: tuple[str, ...] = ()
    reason: Text = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedLine:
    """A date of the rule on which there is nothing, and why."""

    when: Moments
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenView:
    """`off` repeats the cancelled and postponed dates, to be said before all else.

    `next` is the next date that takes place, else the next of those that do not. `first` and `rest`
    are all coming dates in order, none where `next` says everything. `missed` are the skipped
    dates that one would look for among `first`, `skipped` all other ones. `last` is the last date
    of an event that is over, None while dates are still to come.
    """

    rule: str
    off: tuple[DateLine, ...]
    next: DateLine | None
    first: tuple[DateLine, ...]
    rest: tuple[DateLine, ...]
    missed: tuple[SkippedLine, ...]
    skipped: tuple[SkippedLine, ...]
    last: Moments | None


def when_view(reader: Reader, event: Event) -> WhenView:
    """Everything about an event's dates from today on."""
    dates = reader.site.dates(event.slug)
    lines = tuple(date_line(reader, event, each) for each in dates)
    off = () if event.is_off else tuple(line for line in lines if line.state)
    on = (line for line in lines if not line.state)
    listed = lines if len(lines) > 1 else ()
    skipped = _skipped(reader, event) if dates else ()
    near = _near(skipped, listed[:FIRST_DATES])
    return WhenView(
        rule=unbroken(capital(repeats(reader.edition, event, reader.language))),
        off=off,
        next=next(on, lines[0] if lines else None),
        first=listed[:FIRST_DATES],
        rest=listed[FIRST_DATES:],
        missed=skipped[:near],
        skipped=skipped[near:],
        last=None if dates else _last(reader, event),
    )


def date_line(reader: Reader, event: Event, occurrence: Occurrence) -> DateLine:
    """One date with all that has to be said of it: nothing more of one that is as planned."""
    moments = reader.dates.moments(occurrence, "on_weekday_year")
    if occurrence.state is State.CONFIRMED and not occurrence.reason:
        return DateLine(moments)
    return DateLine(
        when=moments,
        state=state_words(reader.words, occurrence.state),
        notes=tuple(_notes(reader, event, occurrence)),
        reason=_reason(reader, event, occurrence),
    )


def _notes(reader: Reader, event: Event, occurrence: Occurrence) -> Iterator[str]:
    words = reader.words
    if occurrence.was_start is not None:
        old = when(words, occurrence.was_start, occurrence.was_end)
        change = end_words(words, occurrence)
        if change:
            yield words("site.date.ends", change=change, when=old)
        else:
            yield words("site.date.was", when=old)
    if occurrence.place and occurrence.place != event.place:
        new = said(reader.network.places[occurrence.place], "name", reader.language)
        yield words("site.date.place", place=reader.quoted(new))
    elif occurrence.room and occurrence.was_room:
        place = reader.network.places.get(occurrence.place or "")
        room = place.room(occurrence.room) if place else None
        if place is not None and room is not None:
            name = reader.quoted(said_within(place, room.name, reader.language))
            yield words("site.date.room", room=name)


def _reason(reader: Reader, event: Event, occurrence: Occurrence) -> Text:
    """Why this date differs; what is said of the whole event is said once, above all dates."""
    if not occurrence.reason or occurrence.reason == event.reason:
        return NO_TEXT
    return reader.own(event, occurrence.reason)


def _skipped(reader: Reader, event: Event) -> tuple[SkippedLine, ...]:
    """The skipped dates from today on; only a rule can skip any."""
    if event.repeat is None or not event.repeat.skip:
        return ()
    today = reader.edition.today
    return tuple(
        SkippedLine(
            when=Moments(iso(day), reader.day(day, "on_weekday_year")),
            reason=_why_skipped(reader, event, day, reason),
        )
        for day, reason in plan(event).skipped.items()
        if day >= today
    )


def _near(skipped: Sequence[SkippedLine], shown: Sequence[DateLine]) -> int:
    """How many of the skipped dates lie before the last one shown; more than a few are folded."""
    near = sum(1 for line in skipped if shown and line.when.iso < shown[-1].when.iso)
    return near if near <= MOST_MISSED else 0


def _why_skipped(reader: Reader, event: Event, day: date, reason: str | HolidaySkip) -> Text:
    """The writer's own words, or the name of the holiday or of its eve."""
    if isinstance(reason, HolidaySkip):
        if reason is HolidaySkip.EVES:
            eve = "christmas" if day.month == 12 else "midsummer"
            return Text(reader.words(f"site.date.eve.{eve}"))
        return reader.holiday(day)
    return reader.own(event, reason)


def _last(reader: Reader, event: Event) -> Moments | None:
    """The last date that an event over has had."""
    dates = occurrences(plan(event))
    return reader.dates.moments(dates[-1], "on_weekday_year") if dates else None
