"""What is true on the day of a poll, from the dates alone: no calendar is asked."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta

from kohtaamo.model.event import Access, Event, umbrella_slugs
from kohtaamo.model.network import Network
from kohtaamo.model.place import Place
from kohtaamo.schedule.moments import ONE_DAY
from kohtaamo.schedule.occurrence import Occurrence, State
from kohtaamo.schedule.occurrences import expand
from kohtaamo.schedule.opening import open_spans
from kohtaamo.schedule.rooms import busy_rooms
from tests.subscribers.story import Poll

# Start, end, title, and where: as a calendar shows it.
Line = tuple[str, str, str, str]
EIGHT_WEEKS = timedelta(weeks=8)
_PREFIX = {State.CANCELLED: "PERUTTU: ", State.POSTPONED: "SIIRTYY: "}


def line(start: date, end: date | None, title: str, where: str) -> Line:
    """Local times to the minute; `end` of whole days is the day after the last."""
    form = "%Y-%m-%d %H:%M" if isinstance(start, datetime) else "%Y-%m-%d"
    return f"{start:{form}}", f"{end or start:{form}}", title, where


def events_in(poll: Poll, belongs: Callable[[Network, Event, str | None], bool]) -> list[Line]:
    """What begins in the coming eight weeks; `belongs` asks of an event at a place."""
    network = poll.edition.network
    umbrellas = umbrella_slugs(network.events.values())
    found = []
    for event in network.events.values():
        if event.access is not Access.OPEN or event.slug in umbrellas:
            continue
        home = belongs(network, event, event.place)
        found += (
            _line_of(network, event, each)
            for each in _coming(event, poll.day)
            if home or (each.place != event.place and belongs(network, event, each.place))
        )
    return sorted(found)


def _coming(event: Event, today: date) -> Iterator[Occurrence]:
    last = today + EIGHT_WEEKS - ONE_DAY
    return (each for each in expand(event, today, last) if today <= each.first_day)


def _line_of(network: Network, event: Event, each: Occurrence) -> Line:
    end = each.end
    if end is not None and not isinstance(end, datetime):
        end += ONE_DAY
    title = _PREFIX.get(each.state, "") + event.title
    return line(each.start, end, title, network.places[each.place].name if each.place else "")


def everywhere(network: Network, event: Event, place: str | None) -> bool:
    return True


def at_place(slug: str) -> Callable[[Network, Event, str | None], bool]:
    """By the slug that the place has or had."""
    return lambda network, event, place: (
        place is not None
        and slug
        in (
            place,
            *network.places[place].formerly,
        )
    )


def in_municipality(municipality: str) -> Callable[[Network, Event, str | None], bool]:
    def belongs(network: Network, event: Event, place: str | None) -> bool:
        if place is None and event.location is not None:
            return event.location.municipality == municipality
        if place is None:
            organisers = (network.organisers[slug] for slug in event.organisers)
            return any(municipality in each.municipalities for each in organisers)
        stop = network.places[place].stop(event.stop if place == event.place else None)
        return (stop or network.places[place]).municipality == municipality

    return belongs


def open_in(poll: Poll, slug: str) -> list[Line]:
    """The opening hours of a place in the coming eight weeks, by start and end alone."""
    place = _place(poll, slug)
    spans = open_spans(place, poll.day, poll.day + EIGHT_WEEKS - ONE_DAY)
    return sorted(line(span.start, span.end, "", "") for span in spans)


def taken_in(poll: Poll, slug: str, room: str) -> list[Line]:
    """When a room is taken, the longest of each start."""
    events = poll.edition.network.events.values()
    last = poll.day + EIGHT_WEEKS - ONE_DAY
    spans = busy_rooms(events, poll.day, last).get((_place(poll, slug).slug, room), ())
    longest = {span.start: span for span in spans if span.start.date() >= poll.day}
    return sorted(line(span.start, span.end, "", "") for span in longest.values())


def _place(poll: Poll, slug: str) -> Place:
    places: Iterable[Place] = poll.edition.network.places.values()
    return next(each for each in places if slug in (each.slug, *each.formerly))
