"""The dates of some days in order, found without looking into the events."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kohtaamo.listings.facts import Facts


class Dated(NamedTuple):
    """A date of an event, in the order of pages: by the day it stands under, then by start.

    `number` counts the event's dates that pages show, from 0.
    """

    day: int
    first: int
    clock: int
    is_timed: bool
    slug: str
    number: int


def agenda(
    facts: Iterable[Facts], today: date, first: date, last: date, last_shown: date
) -> list[Dated]:
    """All dates that stand under the days from `first` to `last`, neither before `today`.

    What has begun before today stands under today. `last_shown` is the last day that pages show.
    """
    now, earliest, latest = today.toordinal(), first.toordinal(), last.toordinal()
    found = []
    for each in facts:
        number = -1
        for at, (begin, end) in enumerate(each.spans):
            if end < now or begin > last_shown.toordinal():
                continue
            number += 1
            day = max(begin, now)
            if earliest <= day <= latest:
                clock = each.clocks[at if len(each.clocks) > 1 else 0] if each.clocks else 0
                found.append(Dated(day, begin, clock, bool(each.clocks), each.slug, number))
    return sorted(found)
