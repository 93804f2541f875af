"""New events that nobody can come to any more: usually the year is wrong."""

from collections.abc import Iterator
from datetime import date

from kohtaamo.content.rules.event_times import is_readable
from kohtaamo.content.rules.rule import problem_at, written
from kohtaamo.model.event import Event
from kohtaamo.problems.problem import Problem
from kohtaamo.review.pairs import readable
from kohtaamo.review.touched import Contribution, undated_keys
from kohtaamo.schedule.moments import day_of
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.series import plan


def already_over(contribution: Contribution, today: date) -> Iterator[Problem]:
    """One problem for each event that is new and over before `today`, or too late to sign up for.

    An event without a series that was still to come, and is moved into the past, counts as new.
    """
    after = contribution.after
    for event in readable(after, contribution.keys - undated_keys(after.problems)):
        last = _last_day(event)
        is_new = _is_new(contribution, event)
        if last is not None and last < today:
            if is_new or _was_to_come(contribution, event, today):
                yield problem_at(event.origin, "start", "already-over", day=written(last))
        elif is_new and not event.is_closed and event.registration and event.registration.by:
            by = day_of(event.registration.by)
            if by < today:
                yield problem_at(
                    event.origin, "registration.by", "registration-already-over", day=written(by)
                )


def _is_new(contribution: Contribution, event: Event) -> bool:
    return contribution.before.slugs["event"].isdisjoint((event.slug, *event.formerly))


def _was_to_come(contribution: Contribution, event: Event, today: date) -> bool:
    """True when a single event had its day before it still; of a series other things are said."""
    events = contribution.before.network.events
    old = next((events[each] for each in (event.slug, *event.formerly) if each in events), None)
    last = _last_day(old) if old and not event.repeat else None
    return last is not None and last >= today


def _last_day(event: Event) -> date | None:
    """None for an event without readable times, and for one all of whose dates are skipped."""
    if not is_readable(event):
        return None
    return max((each.last_day for each in occurrences(plan(event))), default=None)
