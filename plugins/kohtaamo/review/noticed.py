"""What people who follow calendars and feeds will notice of a contribution."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from kohtaamo.content.source.keys import thing_key
from kohtaamo.model.event import Access, Event, Status
from kohtaamo.model.notice import Notice
from kohtaamo.model.place import Place
from kohtaamo.review.markdown import plain
from kohtaamo.review.news import News, Part
from kohtaamo.review.speaker import Speaker
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.series import plan

# The hours that a place's own calendar tells.
_HOURS = ("hours", "seasons", "exceptions", "holiday_hours", "stops", "open_from", "open_until")
_MOVES = (Part.MOVED, Part.OTHER_TIMES)
_MOST = 5


def noticed(
    speaker: Speaker,
    news: Sequence[News],
    vanishing: int,
    undated: AbstractSet[str],
    today: date,
) -> Iterator[str]:
    """A line for each kind of thing that subscribers notice; none when they notice nothing.

    `vanishing` is of how many things the review says that they vanish without a word. Of the past,
    of closed groups and of events without readable dates nothing is noticed.
    """
    words = speaker.words
    seen = [each for each in news if each.part is not Part.BOOKED]
    seen = [each for each in seen if _is_told(each, undated, today)]
    fresh = [each for each in seen if each.part is Part.ADDED]
    events = [each.pair.new for each in fresh if isinstance(each.pair.new, Event)]
    if events:
        yield words.several("review.noticed.added", len(events))
    if notices := sum(isinstance(each.pair.new, Notice) for each in fresh):
        yield words.several("review.noticed.notices", notices)
    for what, counts in _KINDS.items():
        names = [_title(each) for each in seen if counts(each)]
        if names:
            yield words(f"review.noticed.{what}", names=speaker.listed(names, _MOST))
    if left := [_title(each) for each in news if _has_left(each)]:
        yield words("review.noticed.members", names=speaker.listed(left, _MOST))
    if vanishing:
        yield words.several("review.noticed.vanishing", vanishing)
    if any(each.part is Part.BOOKED and not each.is_same for each in news):
        yield words("review.noticed.rooms")


def _is_told(news: News, undated: AbstractSet[str], today: date) -> bool:
    new = news.pair.new
    if new is None or thing_key(new.origin.path) in undated:
        return False
    if isinstance(new, Event):
        return new.access is Access.OPEN and any(
            each.last_day >= today for each in occurrences(plan(new))
        )
    return not isinstance(new, Notice) or new.until >= today


def _title(news: News) -> str:
    thing = news.pair.new
    if thing is None:
        return ""
    return f"**{plain(getattr(thing, 'title', '') or getattr(thing, 'name', ''))}**"


def _has_other_hours(news: News) -> bool:
    old, new = news.pair.old, news.pair.new
    if not (isinstance(old, Place) and isinstance(new, Place)):
        return False
    return any(getattr(old, key) != getattr(new, key) for key in _HOURS)


def _is_postponed(news: News) -> bool:
    return news.part is Part.MOVED and _status(news) is Status.POSTPONED


def _is_moved(news: News) -> bool:
    return news.part in _MOVES and _status(news) is not Status.POSTPONED


def _is_cancelled(news: News) -> bool:
    return news.part in (Part.CANCELLED, Part.DATES_OFF)


def _has_left(news: News) -> bool:
    """An open event that is for members now stays in its own calendar alone."""
    old, new = news.pair.old, news.pair.new
    if not (isinstance(old, Event) and isinstance(new, Event)):
        return False
    return old.access is Access.OPEN and new.access is Access.MEMBERS


def _status(news: News) -> Status | None:
    return news.pair.new.status if isinstance(news.pair.new, Event) else None


_KINDS: Mapping[str, Callable[[News], bool]] = {
    "moved": _is_moved,
    "postponed": _is_postponed,
    "cancelled": _is_cancelled,
    "hours": _has_other_hours,
}
