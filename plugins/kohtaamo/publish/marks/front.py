"""The mark of the front page: of the dates of two weeks, and of how much there is of everything."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Facts, ListingKey
from kohtaamo.listings.listing import Listing
from kohtaamo.publish.marks.events import EventMarks
from kohtaamo.publish.marks.mark import Mark, mark_of
from kohtaamo.publish.output import PAGE
from kohtaamo.schedule.windows import last_shown

# The page looks no further than to the Sunday of next week, and for changes a week ahead.
_DAYS_SHOWN, _DAYS_OF_CHANGES = 14, 7


def front_mark(edition: Edition, listings: Mapping[ListingKey, Listing], event: EventMarks) -> Mark:
    """Of its events: those of the days that it may show, and those that are off in them.

    Of all others only how many of them stand in each listing and each month.
    """
    everything, today = listings["all", ""], edition.today
    events = [edition.facts[slug] for slug in everything.events]
    soon = (today + timedelta(days=_DAYS_SHOWN)).toordinal()
    off = today + timedelta(days=_DAYS_OF_CHANGES)
    return mark_of(
        today,
        sorted(everything.languages),
        b"".join(
            event(each.slug, PAGE) for each in events if _is_on(each, today.toordinal(), soon)
        ),
        _counts(edition, events),
        b"".join(event(each.slug, PAGE) for each in events if _may_be_off(each, today, off)),
    )


def _may_be_off(facts: Facts, first: date, last: date) -> bool:
    """It declares something, and one of its days, old or new, is among these."""
    days = range(first.toordinal(), last.toordinal() + 1)
    return facts.declares and any(day in days for day in facts.days)


def _is_on(facts: Facts, first: int, last: int) -> bool:
    return any(begin <= last and end >= first for begin, end in facts.spans)


def _counts(edition: Edition, events: list[Facts]) -> list[object]:
    """How many events are still to come in each listing, and how many dates on each day."""
    today, last = edition.today.toordinal(), last_shown(edition.today).toordinal()
    listed: Counter[ListingKey] = Counter()
    days: Counter[int] = Counter()
    for each in events:
        coming = [max(begin, today) for begin, end in each.spans if end >= today and begin <= last]
        if coming:
            listed.update(each.listings)
            days.update(coming)
    return [sorted(listed.items()), sorted(days.items())]
