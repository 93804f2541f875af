"""Cancelled, postponed and moved events say why, and where to go instead."""

from collections.abc import Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rows import Ruling
from kohtaamo.content.rules.table import STATUS
from kohtaamo.problems.problem import Problem

_STATUS = Ruling(STATUS)


def check_status(draft: Draft, _today: date) -> Iterator[Problem]:
    """A status other than confirmed has a reason; confirmed ones have none, and no successor."""
    for event in draft.network.events.values():
        yield from _STATUS.of(event, event.origin)
