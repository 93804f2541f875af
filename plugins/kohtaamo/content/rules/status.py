"""Cancelled, postponed and moved events say why, and where to go instead."""

from collections.abc import Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import problem_at
from kohtaamo.model.event import Status
from kohtaamo.problems.problem import Problem


def check_status(draft: Draft, _today: date) -> Iterator[Problem]:
    """A status other than confirmed has a reason; confirmed ones have none, and no successor."""
    for event in draft.network.events.values():
        if event.status is not Status.CONFIRMED and event.reason is None and not event.is_closed:
            yield problem_at(event.origin, "status", "reason-missing", status=event.status)
        if event.status is Status.CONFIRMED and event.replaced_by is not None:
            yield problem_at(event.origin, "replaced_by", "replaced-but-confirmed")
        if event.status is Status.CONFIRMED and event.reason is not None:
            yield problem_at(event.origin, "reason", "reason-without-status")
