"""How to take part: registration, ages, prices."""

from collections.abc import Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.case import Case
from kohtaamo.content.rules.rows import Ruling
from kohtaamo.content.rules.rule import written
from kohtaamo.content.rules.table import TAKING_PART
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.moments import clock_of, day_of

_TAKING_PART = Ruling(TAKING_PART)


def check_taking_part(draft: Draft, _today: date) -> Iterator[Problem]:
    """Registration says how, ages run upwards, prices are in whole cents.

    Whoever is asked to register is told where; the contacts of event and place will do.
    """
    for event in draft.network.events.values():
        place = draft.network.places.get(event.place or "")
        yield from _TAKING_PART.of(event, event.origin, place=place)


def check_deadline(case: Case) -> Iterator[Problem]:
    """Registration ends before the event, or before the last date of a series, has begun."""
    registration = case.event.registration
    if registration is None or registration.by is None or not case.occurrences:
        return
    by, last = registration.by, case.occurrences[-1].start
    too_late = (
        clock_of(by) > clock_of(last) if day_of(by) == day_of(last) else day_of(by) > day_of(last)
    )
    if too_late:
        yield case.problem(
            "registration.by", "deadline-after-start", by=written(by), start=written(last)
        )
