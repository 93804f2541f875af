"""One date of a series with the change that its file declares for it, or as planned."""

from datetime import date, datetime, time, timedelta

from kohtaamo.model.event import Event, Status
from kohtaamo.model.repeat import Change, NewTime
from kohtaamo.schedule.moments import Moment, day_of, ending_at
from kohtaamo.schedule.occurrence import Occurrence, State
from kohtaamo.schedule.series import Series


def occurrence_at(series: Series, by_rule: Moment, *, is_extra: bool = False) -> Occurrence:
    """The occurrence that the rule or an extra start gives, changed if its date has a change."""
    change = series.changes.get(day_of(by_rule)) if series.changes else None
    if change is not None:
        return _changed(series, by_rule, change, is_extra)
    event = series.event
    is_on = event.status is Status.CONFIRMED
    return Occurrence(
        event=event.slug,
        start=by_rule,
        end=_later(by_rule, series.length),
        by_rule=by_rule,
        is_extra=is_extra,
        state=State.CONFIRMED if is_on else State(event.status.value),
        place=event.place,
        room=event.room,
        stop=event.stop,
        reason=None if is_on else event.reason,
    )


def _changed(series: Series, by_rule: Moment, change: Change, is_extra: bool) -> Occurrence:
    """A new start keeps the length, unless there is a new end too."""
    event = series.event
    start = _new_start(change.start, by_rule)
    end = _new_end(change.end, start) or _later(start, series.length)
    old_end = _later(by_rule, series.length)
    other_time = (start, end) != (by_rule, old_end)
    place, room = _where(event, change)
    other_place, other_room = place != event.place, room != event.room
    state, reason = _state(event, change, moved=other_time or other_place or other_room)
    return Occurrence(
        event=event.slug,
        start=start,
        end=end,
        by_rule=by_rule,
        is_extra=is_extra,
        state=state,
        place=place,
        room=room,
        stop=None if other_place else event.stop,
        reason=reason,
        was_start=by_rule if other_time else None,
        was_end=old_end if other_time else None,
        was_place=event.place if other_place else None,
        was_room=event.room if other_room else None,
    )


def _new_start(new: NewTime | date | None, by_rule: Moment) -> Moment:
    """A new time on the same date, the same time on a new date, or both new."""
    if not isinstance(by_rule, datetime):
        return day_of(new) if isinstance(new, date) else by_rule
    match new:
        case datetime():
            return new
        case date():
            return datetime.combine(new, by_rule.time())
        case time():
            return datetime.combine(by_rule.date(), new)
    return by_rule


def _new_end(new: NewTime | date | None, start: Moment) -> Moment | None:
    """A new end; None leaves the length as it was."""
    if not isinstance(start, datetime):
        return day_of(new) if isinstance(new, date) else None
    if isinstance(new, time):
        return ending_at(new, start)
    return new if isinstance(new, datetime) else None


def _later(start: Moment, length: timedelta | None) -> Moment | None:
    return None if length is None else start + length


def _where(event: Event, change: Change) -> tuple[str | None, str | None]:
    """Place and room: another place has other rooms, so the event's own room is not kept there."""
    if change.place is not None and change.place != event.place:
        return change.place, change.room
    return event.place, change.room or event.room


def _state(event: Event, change: Change, *, moved: bool) -> tuple[State, str | None]:
    """The state with its reason: what is said of the whole event outweighs a change of one date.

    But a date that is cancelled stays so while the rest is moved or postponed.
    """
    if change.cancelled and event.status is not Status.CANCELLED:
        return State.CANCELLED, change.reason
    if event.is_off:
        return State(event.status.value), _reason(event)
    if moved:
        return State.MOVED, change.reason or _reason(event)
    return State(event.status.value), change.reason or _reason(event)


def _reason(event: Event) -> str | None:
    return None if event.status is Status.CONFIRMED else event.reason
