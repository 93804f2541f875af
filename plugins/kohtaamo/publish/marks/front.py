"""The mark of the front page: of the dates of two weeks, and of how much there is of everything."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

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
    return mark_of(
        today,
        sorted(everything.languages),
        "".join(event(each.slug, PAGE) for each in events if _is_on(each, today)),
        _counts(events, today),
        "".join(event(each.slug, PAGE) for each in events if _may_be_off(each, today)),
    )


def concerns_front(versions: Iterable[Facts | None], today: date) -> bool:
    """True when the front page may differ by these versions of an event, None for no event."""
    told = [facts if facts is not None and facts.is_listed else None for facts in versions]
    if any(each is not None and (_is_on(each, today) or _may_be_off(each, today)) for each in told):
        return True
    first, *others = (each and _counts([each], today) for each in told)
    return any(each != first for each in others)


def _may_be_off(facts: Facts, today: date) -> bool:
    """It declares something, and one of its days, old or new, is in the week ahead."""
    days = range(today.toordinal(), today.toordinal() + _DAYS_OF_CHANGES + 1)
    return facts.declares and any(day in days for day in facts.days)


def _is_on(facts: Facts, today: date) -> bool:
    """One of its dates is among those that the page may show."""
    first, last = today.toordinal(), today.toordinal() + _DAYS_SHOWN
    return any(begin <= last and end >= first for begin, end in facts.spans)


def _counts(events: Iterable[Facts], day: date) -> list[object]:
    """How many events are still to come in each listing, and how many dates on each day."""
    today, last = day.toordinal(), last_shown(day).toordinal()
    listed: Counter[ListingKey] = Counter()
    days: Counter[int] = Counter()
    for each in events:
        coming = [max(begin, today) for begin, end in each.spans if end >= today and begin <= last]
        if coming:
            listed.update(each.listings)
            days.update(coming)
    return [sorted(listed.items()), sorted(days.items())]
