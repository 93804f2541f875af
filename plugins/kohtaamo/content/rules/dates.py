"""Everything about an event's dates: each is laid out once, then looked at from all sides."""

from collections.abc import Callable, Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.case import Case, OpeningHours
from kohtaamo.content.rules.changes import check_changes
from kohtaamo.content.rules.clock_change import check_clock_change
from kohtaamo.content.rules.event_times import is_readable
from kohtaamo.content.rules.hours import check_hours
from kohtaamo.content.rules.recurrence import check_recurrence
from kohtaamo.content.rules.sight import horizon
from kohtaamo.content.rules.taking_part import check_deadline
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.moments import day_of
from kohtaamo.schedule.recurrence import is_on_rule
from kohtaamo.schedule.series import plan

CHECKS: tuple[Callable[[Case], Iterator[Problem]], ...] = (
    check_recurrence,
    check_changes,
    check_clock_change,
    check_hours,
    check_deadline,
)


def check_dates(draft: Draft, today: date) -> Iterator[Problem]:
    """Run every check of single dates on every event whose start can be read."""
    opening = OpeningHours(draft.network.places, today, horizon(today))
    for event in draft.network.events.values():
        if is_readable(event):
            case = Case(event=event, series=plan(event), opening=opening)
            yield from _checked(case)


def _checked(case: Case) -> Iterator[Problem]:
    """Of a series that starts on a wrong day no more is said: its other dates follow from that."""
    repeat = case.event.repeat
    if repeat is not None and not is_on_rule(repeat, day_of(case.event.start)):
        yield from check_recurrence(case)
        return
    for check in CHECKS:
        yield from check(case)
