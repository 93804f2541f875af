"""What a calendar program has to show of a file: made of schedule values, never of iCalendar."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from kohtaamo.ids import busy_id, date_id, item_id
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.listing import Listing
from kohtaamo.model.event import Access, Event
from kohtaamo.model.place import Place
from kohtaamo.model.translation import said
from kohtaamo.publish.wording.event import occurrence_title
from kohtaamo.publish.wording.hours import hours_title
from kohtaamo.schedule.exported_rule import exported_rule
from kohtaamo.schedule.moments import Moment, day_of, last_day_of
from kohtaamo.schedule.occurrence import Occurrence, State
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.opening import open_spans
from kohtaamo.schedule.rooms import busy_rooms
from kohtaamo.schedule.series import Series, plan
from kohtaamo.schedule.windows import calendar_window
from kohtaamo.schedule.zone import utc
from kohtaamo.text.zone import HELSINKI


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One line of somebody's day: local start and end, dates for whole days (the last included).

    `end` is None where nobody has said it, `uid` where it does not follow from the values.
    `instead_of` is set for a date that is an exception of its series: what stands there for whoever
    knows the series' rule alone.
    """

    uid: UUID | None
    start: Moment
    end: Moment | None
    title: str
    instead_of: "Shown | None" = None

    def days(self) -> list[date]:
        """Every day that it touches; what ends at midnight does not touch the next one."""
        first, last = day_of(self.start), last_day_of(self.start, self.end)
        return [first + timedelta(days=more) for more in range((last - first).days + 1)]

    def touches(self, first: date, last: date) -> bool:
        return any(first <= day <= last for day in self.days())


def of_listing(edition: Edition, listing: Listing, language: str) -> list[Shown]:
    """What a listing's calendar shows within the calendar window."""
    events = [edition.network.events[slug] for slug in listing.events]
    own = [shown for event in events for shown in _of_event(edition, event, language)]
    guests = [each for each in listing.guests if not _has_left(each, edition.today)]
    return [*own, *(_alone(edition, each, language) for each in guests)]


def of_one(edition: Edition, event: Event, language: str) -> list[Shown]:
    """What the event's own file shows: of an umbrella its parts; what is over too, if all is."""
    if event.slug not in edition.umbrellas:
        shown = _of_event(edition, event, language)
        return shown or _of_event(edition, event, language, though_left=True)
    seen = (Access.OPEN, event.access)
    parts = [
        each
        for each in edition.network.events.values()
        if each.part_of == event.slug and each.access in seen
    ]
    return [shown for part in parts for shown in of_one(edition, part, language)]


def of_hours(edition: Edition, place: Place, language: str) -> list[Shown]:
    """When a place is open."""
    words = edition.words[language]
    name = said(place, "name", language).text
    return [
        Shown(uid=None, start=span.start, end=span.end, title=hours_title(words, place, span, name))
        for span in open_spans(place, *calendar_window(edition.today))
    ]


def of_room(edition: Edition, place: Place, room: str) -> list[Shown]:
    """When a room is taken; of two spans with one start, the longer."""
    spans = busy_rooms(edition.network.events.values(), *calendar_window(edition.today))
    first_slug = (*place.formerly, place.slug)[0]
    busy = edition.words[edition.first_language]("feeds.busy")
    longest = {span.start: span for span in spans.get((place.slug, room), ())}
    return [
        Shown(
            uid=busy_id(edition.network.identity.id, first_slug, room, span.start),
            start=span.start,
            end=span.end if span.end and span.end > span.start else None,
            title=busy,
        )
        for span in longest.values()
    ]


def _of_event(
    edition: Edition, event: Event, language: str, *, though_left: bool = False
) -> list[Shown]:
    if event.is_closed or event.slug in edition.umbrellas:
        return []
    series = plan(event)
    has_rule = exported_rule(series) is not None
    found = []
    for each in occurrences(series, *calendar_window(edition.today)):
        if _has_left(each, edition.today) and not though_left:
            continue
        shown = _alone(edition, each, language)
        if has_rule and not each.is_extra:
            shown = replace(shown, uid=_identity(edition, event))
            whole = each._replace(state=State(event.status.value))
            title = occurrence_title(edition, event, whole, language).text
            planned = _planned(replace(shown, title=title), series, each.by_rule)
            is_exception = day_of(each.by_rule) in series.changes or planned != shown
            shown = replace(shown, instead_of=planned if is_exception else None)
        found.append(shown)
    return found


def _alone(edition: Edition, each: Occurrence, language: str) -> Shown:
    """A date as an event of its own: a single event has its own id, a date of several another."""
    event = edition.network.events[each.event]
    identity = _identity(edition, event)
    return Shown(
        uid=identity if event.repeat is None else date_id(identity, each.by_rule),
        start=each.start,
        end=each.end,
        title=occurrence_title(edition, event, each, language).text,
    )


def _planned(shown: Shown, series: Series, start: Moment) -> Shown:
    """What the rule alone gives: every date as exactly long as the first (RFC 5545 §3.8.2.2)."""
    if series.length is None:
        return replace(shown, start=start, end=None)
    first = series.start_on(series.dates[0])
    end = start + series.length
    if isinstance(start, datetime) and isinstance(first, datetime):
        exact = utc(first + series.length) - utc(first)
        end = (utc(start) + exact).astimezone(HELSINKI).replace(tzinfo=None)
    return replace(shown, start=start, end=end)


def _identity(edition: Edition, event: Event) -> UUID:
    return item_id(edition.network.identity.id, "event", event.slug, event.formerly)


def _has_left(each: Occurrence, today: date) -> bool:
    """Cancelled and postponed dates leave calendars the day after."""
    return each.state in (State.CANCELLED, State.POSTPONED) and each.last_day < today
