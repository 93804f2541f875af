"""When an event is, in words.

A series is `torstaisin klo 13–15, 14 kertaa 3.12.2026 alkaen, ei to 24.12.`
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from kohtaamo.model.event import Event
from kohtaamo.model.repeat import Change, OnWeekday, Repeat, Unit
from kohtaamo.publish.wording.repeats import rule_words
from kohtaamo.review.markdown import plain
from kohtaamo.review.speaker import Speaker
from kohtaamo.schedule.changes import occurrence_at
from kohtaamo.schedule.moments import day_of
from kohtaamo.schedule.recurrence import named_days
from kohtaamo.schedule.series import Series, end_of, is_all_day, plan
from kohtaamo.words.dates import day, ends_that_night, hours, when
from kohtaamo.words.words import Words

_SHORT = "on_weekday_short"
# Of more skipped or further dates only the number is told.
_MOST = 6


def when_words(speaker: Speaker, event: Event) -> str:
    """All dates of an event whose times are in order, single changed dates aside."""
    words = speaker.words
    if event.repeat is None:
        start = day_of(event.start) if is_all_day(event) else event.start
        return when(words, start, end_of(event))
    series = plan(event)
    first = min((*series.kept, *map(day_of, series.extras)), default=day_of(event.start))
    text = words.several(
        "review.when.series",
        len(series.kept) + len(series.extras),
        rule=_rule_and_hours(words, event, event.repeat),
        first=day(words, first),
    )
    return _with_others(speaker, series, text)


def _with_others(speaker: Speaker, series: Series, text: str) -> str:
    """The words for a series, and for what it skips and has beside."""
    words = speaker.words
    if series.skipped:
        text = words(
            "review.when.without", when=text, days=days_words(speaker, sorted(series.skipped))
        )
    if series.extras:
        extras = [_extra(words, series.event, each) for each in series.extras]
        days = speaker.listed(extras, _MOST)
        text = words("review.when.extra", when=text, days=days)
    return text


def usual_words(speaker: Speaker, event: Event) -> str:
    """When it usually is: a series without its dates, `torstaisin klo 13–15`."""
    if event.repeat is None:
        return when_words(speaker, event)
    return _rule_and_hours(speaker.words, event, event.repeat)


def times_line(before: Speaker, after: Speaker, old: Event, new: Event) -> str:
    """What differs between the times of two events, "" for nothing.

    Of two series with the same dates the hours are told once: `klo 10–11 → klo 10–12, kaikki
    kerrat 3.9.2026–16.12.2027 (60)`; of two at the same hours the dates.
    """
    words = after.words
    if old.repeat is None or new.repeat is None:
        return _changed(words, "label", when_words(before, old), when_words(after, new))
    was, now = usual_words(before, old), usual_words(after, new)
    if was == now:
        return _changed(words, "dates", _dates_words(before, old), _dates_words(after, new))
    if not _are_on_same_days(old, new):
        return _changed(words, "label", when_words(before, old), when_words(after, new))
    if _rule(words, old.repeat, day_of(old.start)) == _rule(words, new.repeat, day_of(new.start)):
        was, now = _hours(words, old) or was, _hours(words, new) or now
    days = _days(new)
    span = {"first": day(words, days[0]), "last": day(words, days[-1]), "count": len(days)}
    return _changed(words, "hours", was, words("review.when.all", hours=now, **span))


def _changed(words: Words, label: str, was: str, now: str) -> str:
    name = words(f"review.when.{label}")
    return words("review.field.changed", field=name, old=was, new=now) if was != now else ""


def _days(event: Event) -> list[date]:
    """The days of a series, with further ones, without the skipped."""
    series = plan(event)
    return sorted({*series.kept, *map(day_of, series.extras)})


def _are_on_same_days(old: Event, new: Event) -> bool:
    """False also where further dates may have hours of their own."""
    days = _days(old)
    return days == _days(new) and bool(days) and not (plan(old).extras or plan(new).extras)


def _dates_words(speaker: Speaker, event: Event) -> str:
    """How many dates, from when to when: `37 kertaa 3.9.2026–27.5.2027, ei to 24.12.`."""
    words, days, series = speaker.words, _days(event), plan(event)
    if not days:
        return when_words(speaker, event)
    span = {"first": day(words, days[0]), "last": day(words, days[-1])}
    return _with_others(speaker, series, words.several("review.when.span", len(days), **span))


def changed_dates(speaker: Speaker, old: Event | None, new: Event) -> Iterator[tuple[str, bool]]:
    """A line for each single date that is changed otherwise than before, and whether it is off.

    `old` is None for a new event.
    """
    before = _changes(old)
    after = _changes(new)
    series = plan(new)
    for each, change in sorted(after.items()):
        if before.get(each) != change:
            yield _date_line(speaker, series, change), change.cancelled
    for each in sorted(before.keys() - after.keys()):
        if series.has_date(each):
            yield speaker.words("review.date.back", day=_dated(speaker.words, each)), False


def _changes(event: Event | None) -> dict[date, Change]:
    changes = event.repeat.changes if event is not None and event.repeat else ()
    return {change.date: change for change in changes}


def _date_line(speaker: Speaker, series: Series, change: Change) -> str:
    """One date as it is now: `torstaina 17.12.2026: peruttu (Vetäjä on sairaana.)`."""
    words = speaker.words
    if change.cancelled:
        line = words("review.date.cancelled", day=_dated(words, change.date))
    else:
        now = occurrence_at(series, series.start_on(change.date))
        was = _dated(words, change.date)
        new = [_where(speaker, series.event, change)]
        if now.was_start is not None:
            was = when(words, now.was_start, now.was_end)
            new.insert(0, when(words, now.start, now.end))
        line = words("review.date.moved", day=was, new=", ".join(filter(None, new)))
    if change.reason:
        return words("review.because", line=line, reason=plain(change.reason))
    return line


def _where(speaker: Speaker, event: Event, change: Change) -> str:
    """Where a changed date has moved to, if anywhere."""
    slug = change.place or event.place
    parts = [speaker.name("place", change.place)] if change.place else []
    place = speaker.network.places.get(slug or "")
    room = place.room(change.room) if place else None
    if change.room:
        parts.append(plain(room.name if room else change.room))
    return ", ".join(parts)


def _dated(words: Words, value: date) -> str:
    return when(words, value, None)


def days_words(speaker: Speaker, days: Iterable[date]) -> str:
    """Some days, with their weekdays: `to 24.12. ja to 31.12.`."""
    return speaker.listed([day(speaker.words, each, _SHORT) for each in days], _MOST)


def _extra(words: Words, event: Event, start: date | datetime) -> str:
    """A further date, with its time where the series begins at another: `to 24.12. klo 9`."""
    on = day(words, day_of(start), _SHORT)
    if not isinstance(start, datetime) or is_all_day(event):
        return on
    if isinstance(event.start, datetime) and start.time() == event.start.time():
        return on
    return words("wording.with_hours", rule=on, hours=hours(words, start, None))


def _rule_and_hours(words: Words, event: Event, repeat: Repeat) -> str:
    rule, span = _rule(words, repeat, day_of(event.start)), _hours(words, event)
    return words("wording.with_hours", rule=rule, hours=span) if span else rule


def _hours(words: Words, event: Event) -> str:
    """`klo 13–15`; "" for whole days."""
    if is_all_day(event) or not isinstance(event.start, datetime):
        return ""
    end = end_of(event)
    if not isinstance(end, datetime):
        return hours(words, event.start, None)
    if end.date() == event.start.date() or ends_that_night(event.start, end):
        return hours(words, event.start, end)
    return hours(words, event.start, None)


def _rule(words: Words, repeat: Repeat, first: date) -> str:
    """`torstaisin` for what is plainly weekly, else as pages say it."""
    ons = named_days(repeat, first)
    is_weekly = repeat.every.unit is Unit.WEEK and repeat.every.count == 1
    if is_weekly and repeat.every.parity is None and len(ons) == 1:
        (only,) = ons
        if isinstance(only, OnWeekday) and only.nth is None:
            return words(f"wording.weekdays.{only.weekday}")
    return rule_words(words, repeat, first)
