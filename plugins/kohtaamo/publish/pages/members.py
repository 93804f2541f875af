"""The events for members of a place or an organiser, folded below what is open to all."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from kohtaamo.publish.pages.context import PageContext
from kohtaamo.schedule.occurrence import Occurrence

# A date that is off is told before the one that takes place.
_MOST_OFF = 3


def members_rows(context: PageContext, kind: str, key: str) -> tuple[Markup, ...]:
    """The events for members of a place or an organiser."""
    return next_rows(context, context.site.members.get((kind, key), ()))


def next_rows(context: PageContext, events: Iterable[str]) -> tuple[Markup, ...]:
    """A row for the next date of each, and before it for those dates that are off; by time."""
    site = context.site
    shown = [
        (each.sort_key, each, len(dates) > 1)
        for slug in events
        if (dates := site.dates(slug))
        for each in _next(dates)
    ]
    shown.sort(key=lambda row: row[0])
    return tuple(
        context.rows(each, True, is_folded=is_series and each.takes_place)
        for _, each, is_series in shown
    )


def _next(dates: tuple[Occurrence, ...]) -> Iterator[Occurrence]:
    for each in dates[:_MOST_OFF]:
        yield each
        if each.takes_place:
            return
