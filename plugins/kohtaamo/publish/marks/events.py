"""The mark of an event: with its dates, place and organisers, its umbrella, parts, successor."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Facts
from kohtaamo.publish.ics.near import is_heavy
from kohtaamo.publish.marks.mark import Mark, mark_of
from kohtaamo.publish.marks.things import Things
from kohtaamo.publish.output import CALENDAR, FEED, PAGE
from kohtaamo.schedule.windows import calendar_window, last_shown

# A function of an event's slug and of what it is told of as.
EventMarks = Callable[[str, str], Mark]


def event_marks(things: Things) -> EventMarks:
    """The marks of all events, each made once."""
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

    def alone(slug: str, told_as: str) -> bytes:
        each = facts.get(slug)
        return b"" if each is None else written(slug) + repr(days[told_as](each)).encode()

    @cache
    def event(slug: str, told_as: str) -> Mark:
        each, own = facts[slug], alone(slug, told_as)
        parts = parts_of.get(slug, ())
        if not (each.part_of or each.replaced_by or parts):
            return own
        related = [
            alone(other or "", told_as) for other in (each.part_of, each.replaced_by, *parts)
        ]
        return mark_of(own, related, edition.today if slug in edition.umbrellas else None)

    return event


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
