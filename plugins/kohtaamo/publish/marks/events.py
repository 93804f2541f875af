"""The mark of an event: with its dates, place and organisers, its umbrella, parts, successor."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from functools import cache

from kohtaamo.listings.edition import Edition
from kohtaamo.publish.ics.near import is_heavy
from kohtaamo.publish.marks.mark import Mark, mark_of
from kohtaamo.publish.marks.things import Things
from kohtaamo.schedule.windows import calendar_window, last_shown


def event_marks(things: Things) -> Callable[[str], Mark]:
    """A function of an event's slug."""
    edition = things.edition
    facts, edges = edition.facts, _edges(edition)
    parts_of: dict[str, list[str]] = defaultdict(list)
    for each in facts.values():
        if each.part_of:
            parts_of[each.part_of].append(each.slug)

    @cache
    def alone(slug: str) -> Mark | None:
        each = facts.get(slug)
        if each is None:
            return None
        return mark_of(
            things.mark(each, is_dated=each.published is None),
            [bisect_left(each.days, edge) for edge in edges],
            edition.today if is_heavy([each]) else None,
            things.named(each.places, each.organisers),
        )

    @cache
    def event(slug: str) -> Mark:
        each, own = facts[slug], alone(slug)
        parts = parts_of.get(slug, ())
        if own is not None and not (each.part_of or each.replaced_by or parts):
            return own
        related = (alone(other or "") for other in (each.part_of, each.replaced_by, *parts))
        return mark_of(own, *related, edition.today if slug in edition.umbrellas else None)

    return event


def _edges(edition: Edition) -> tuple[int, ...]:
    """The days at which anything said of an event may change when one of its days passes them.

    Today and tomorrow, either end of the calendar's window, and the last day that pages show.
    """
    first, last = calendar_window(edition.today)
    today = edition.today.toordinal()
    shown = last_shown(edition.today).toordinal()
    return today, today + 1, first.toordinal(), last.toordinal() + 1, shown + 1
