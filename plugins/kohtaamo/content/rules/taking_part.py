"""How to take part: registration, ages, prices."""

from collections.abc import Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.case import Case
from kohtaamo.content.rules.rule import problem_at, written
from kohtaamo.model.event import Event, RegistrationState
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.moments import clock_of, day_of

_CENTS = -2


def check_taking_part(draft: Draft, _today: date) -> Iterator[Problem]:
    """Registration says how, ages run upwards, prices are in whole cents."""
    for event in draft.network.events.values():
        yield from _registration(event, draft)
        yield from _drop_in(event)
        yield from _ages(event)
        yield from _price(event)


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


def _registration(event: Event, draft: Draft) -> Iterator[Problem]:
    """Whoever is asked to register is told where; the contacts of event and place will do."""
    registration = event.registration
    if registration is None or event.is_closed:
        return
    if registration.state in (RegistrationState.FULL, RegistrationState.CLOSED):
        return
    place = draft.network.places.get(event.place or "")
    ways = (
        registration.url,
        registration.email,
        registration.phone,
        event.contact,
        place.contact if place else None,
    )
    if not any(ways):
        yield problem_at(event.origin, "registration", "registration-nowhere")


def _drop_in(event: Event) -> Iterator[Problem]:
    """Whoever may come at any time has no last day to register."""
    registration = event.registration
    if event.drop_in and registration is not None and registration.by is not None:
        by = written(registration.by)
        yield problem_at(event.origin, "registration.by", "drop-in-with-deadline", by=by)


def _ages(event: Event) -> Iterator[Problem]:
    ages = event.ages
    if ages is None or ages.from_ is None or ages.to is None or ages.from_ <= ages.to:
        return
    yield problem_at(
        event.origin, "ages.to", "ages-swapped", first=str(ages.from_), last=str(ages.to)
    )


def _price(event: Event) -> Iterator[Problem]:
    if event.price is None:
        return
    for index, item in enumerate(event.price.items):
        exponent = item.amount.normalize().as_tuple().exponent
        if isinstance(exponent, int) and exponent < _CENTS:
            at = f"price[{index}].amount"
            yield problem_at(event.origin, at, "price-below-cents", value=str(item.amount))
    if event.price.items and not any(item.amount for item in event.price.items):
        yield problem_at(event.origin, "price", "price-of-nothing")
