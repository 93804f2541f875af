"""Whether events are few enough to be read by their names, in a network and in a listing."""

from collections.abc import Iterable
from datetime import date

from kohtaamo.listings.facts import Facts

# In an index of more names than these, too many are alike: listings by place and day lead further.
MOST_EVENTS = 500
# A listing of more is not shown once more by municipality: its first page would be too heavy.
MOST_BY_TOWN = 100


def are_few(events: Iterable[Facts], today: date) -> bool:
    """True when at most `MOST_EVENTS` listed ones have a date today or later."""
    return _coming(events, today) <= MOST_EVENTS


def fit_by_town(events: Iterable[Facts], today: date) -> bool:
    """True when at most `MOST_BY_TOWN` listed ones have a date today or later."""
    return _coming(events, today) <= MOST_BY_TOWN


def _coming(events: Iterable[Facts], today: date) -> int:
    first = today.toordinal()
    return sum(each.is_listed and _ends(each) >= first for each in events)


def _ends(facts: Facts) -> int:
    return facts.spans[-1][1] if facts.spans else 0
