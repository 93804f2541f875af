"""Whether the events of a network are few enough to be read by their names."""

from collections.abc import Iterable
from datetime import date

from kohtaamo.listings.facts import Facts

# In an index of more names than these, too many are alike: listings by place and day lead further.
MOST_EVENTS = 500


def are_few(events: Iterable[Facts], today: date) -> bool:
    """True when at most `MOST_EVENTS` listed ones have a date today or later."""
    first = today.toordinal()
    return sum(each.is_listed and _ends(each) >= first for each in events) <= MOST_EVENTS


def _ends(facts: Facts) -> int:
    return facts.spans[-1][1] if facts.spans else 0
