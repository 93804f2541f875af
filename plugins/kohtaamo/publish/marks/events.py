"""The mark of an event: with its dates, place and organisers, its umbrella, parts, successor."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Facts
from kohtaamo.publish.ics.near import is_heavy
from kohtaamo.publish.marks.mark import SIZE, Mark, mark_of
from kohtaamo.publish.marks.things import Things
from kohtaamo.publish.output import CALENDAR, FEED, PAGE
from kohtaamo.schedule.windows import calendar_window, last_shown

# A function of an event's slug and of what it is told of as.
EventMarks = Callable[[str, str], Mark]
# The marks of an event as a page, as a calendar and as a feed, joined, by slug.
EventRows = Mapping[str, str]
_AT = {told_as: number * SIZE for number, told_as in enumerate((PAGE, CALENDAR, FEED))}
NO_ROWS: EventRows = MappingProxyType({})


def event_marks(rows: EventRows) -> EventMarks:
    """The marks in these rows."""

    def event(slug: str, told_as: str) -> Mark:
        at = _AT[told_as]
        return rows[slug][at : at + SIZE]

    return event


def event_rows(things: Things, before: EventRows = NO_ROWS) -> EventRows:
    """The marks of all events; those that are known from before are not made anew."""
    edition = things.edition
    facts, days = edition.facts, _days_by(edition)
    parts_of: dict[str, list[str]] = defaultdict(list)
    for each in facts.values():
        if each.part_of:
            parts_of[each.part_of].append(each.slug)

    @cache
    def written(slug: str) -> Mark:
        each = facts[slug]
        return mark_of(
            things.mark(each, is_dated=each.published is None),
            edition.today if is_heavy((each,)) else None,
            things.named(each.places, each.organisers),
        )

    def alone(slug: str, told_as: str) -> object:
        return (written(slug), days[told_as](facts[slug])) if slug in facts else None

    def row(slug: str) -> str:
        each = facts[slug]
        others = filter(None, (each.part_of, each.replaced_by, *parts_of.get(slug, ())))
        told = [slug, *others]
        today = edition.today if slug in edition.umbrellas else None
        return "".join(mark_of(today, [alone(each, told_as) for each in told]) for told_as in _AT)

    return {slug: before.get(slug) or row(slug) for slug in facts}


def _days_by(edition: Edition) -> Mapping[str, Callable[[Facts], object]]:
    """What today's date makes of an event, by what it is told of as.

    Pages show its days from today to the last day of all that they show. Calendars hold a plain
    series, or a single date, as long as any of it is in their window, and of all others what
    is in it. Feeds forget an event a month after its last day, and the day after when it is off.
    """
    first, last = (day.toordinal() for day in calendar_window(edition.today))
    today, shown = edition.today.toordinal(), last_shown(edition.today).toordinal()

    def of_page(each: Facts) -> object:
        return [bisect_left(each.days, edge) for edge in (today, shown + 1)]

    def of_calendar(each: Facts) -> object:
        if each.vevents == 1 and not each.is_off:
            return any(begin <= last and end >= first for begin, end in each.spans)
        return [bisect_left(each.days, edge) for edge in (today, first, last + 1)]

    def of_feed(each: Facts) -> object:
        since = today if each.is_off else first
        return any(end >= since for _, end in each.spans)

    return {PAGE: of_page, CALENDAR: of_calendar, FEED: of_feed}
