"""The mark of any subject."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial

from kohtaamo.listings.board import notices_by_place
from kohtaamo.listings.changes import network_changed_at
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facets import of_the_week
from kohtaamo.listings.facts import Basics, ListingKey
from kohtaamo.listings.in_use import state_of
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.members import members_events
from kohtaamo.listings.rooms import Users, most_spans, users_of_rooms
from kohtaamo.listings.table import BOARD
from kohtaamo.publish.few_events import are_few
from kohtaamo.publish.found import (
    found_events,
    found_notices,
    found_organisers,
    monday_of,
    week_of_event,
    week_of_places,
)
from kohtaamo.publish.ics.block import MOST_EVENTS
from kohtaamo.publish.marks.events import EventMarks, EventRows, event_marks
from kohtaamo.publish.marks.front import front_mark
from kohtaamo.publish.marks.listings import ListingMarks, board_mark, neighbours, notice_mark
from kohtaamo.publish.marks.mark import Mark, MarkOf, mark_of
from kohtaamo.publish.marks.pages import page_marks
from kohtaamo.publish.marks.things import Things
from kohtaamo.publish.output import (
    CALENDAR,
    CARE,
    EVERYTHING,
    FACETS,
    FRONT,
    INDEX,
    NETWORK,
    ORGANISERS,
    PAGE,
    PLACES,
    SEARCH,
    TODAY,
    Subject,
)
from kohtaamo.schedule.windows import rooms_shown

Listings = Mapping[ListingKey, Listing]
# What the date makes of the rooms of a place, by its slug.
DayOf = Callable[[str], object]


def marks_of(things: Things, rows: EventRows) -> MarkOf:
    """A function of a subject that gives its mark; `rows` are the marks of events."""
    listings = things.edition.listed
    of_events = ListingMarks(
        things=things,
        event=event_marks(rows),
        board=cache(lambda: board_mark(things, listings[BOARD, ""])),
        members=members_events(things.edition.facts.values(), things.edition.umbrellas),
        around=neighbours(things),
        posted=_posted(things.edition),
    )
    named = _named(of_events, listings)
    wide = _wide(of_events, listings)

    @cache
    def of(subject: Subject) -> Mark:
        if subject in wide:
            return wide[subject]()
        kind, *names = subject
        return named[kind](*names) if kind in named else mark_of(*subject)

    return of


def _posted(edition: Edition) -> Callable[[str], Sequence[str]]:
    by_place = cache(lambda: notices_by_place(edition))
    return lambda place: by_place().get(place, ())


def _named(of_events: ListingMarks, listings: Listings) -> Mapping[str, Callable[..., Mark]]:
    """How marks are made of subjects that have names, by their kind."""
    things, event, board = of_events.things, of_events.event, of_events.board
    edition, pages = things.edition, page_marks(listings, of_events)
    places, written = edition.known.places, edition.network.pages
    every, users = partial(things.marks, is_dated=True), users_of_rooms(edition)
    rooms = _rooms(things, event, users)
    return {
        "event": event,
        "notice": partial(notice_mark, things),
        "page": lambda slug: things.mark(written[slug], is_dated=True),
        "drawing": lambda place: things.mark(places[place]),
        "picture": lambda file: mark_of(things.digests.get(f"images/{file}")),
        "rooms": partial(rooms, lambda place: edition.today),
        "room-weeks": partial(rooms, _week_of_rooms(edition, users)),
        "hours": lambda place: mark_of(edition.today, every([places[place]])),
        "listing": lambda kind, key, told_as: (
            board() if kind == BOARD else of_events.mark(listings[kind, key], told_as)
        ),
        "page-of": pages.of_page,
        "month": pages.of_month,
    }


def _names(of_events: ListingMarks, listings: Listings) -> str:
    """What the search page says of events; of too many it says nothing."""
    edition = of_events.things.edition
    if not are_few(edition.facts.values(), edition.today):
        return ""
    return "".join(of_events.event(slug, PAGE) for slug in listings["all", ""].events)


def _wide(of_events: ListingMarks, listings: Listings) -> Mapping[Subject, Callable[[], Mark]]:
    """How marks are made of what tells of much."""
    things, event = of_events.things, of_events.event
    edition, every = things.edition, partial(things.marks, is_dated=True)
    places, organisers = edition.known.places, edition.known.organisers
    network = partial(network_changed_at, edition)

    def states(of: Iterable[Basics]) -> list[object]:
        return [state_of(each, edition.today) for each in of]

    organisations = cache(lambda: mark_of(every(organisers.values()), states(organisers.values())))
    everything = cache(
        lambda: mark_of(
            (network(), edition.today),
            every((*places.values(), *organisers.values())),
            of_events.board(),
            "".join(event(slug, PAGE) for slug in edition.facts),
        )
    )
    notices = edition.known.notices
    front = cache(
        lambda: mark_of(front_mark(edition, listings, event), network(), every(places.values()))
    )
    return {
        NETWORK: lambda: mark_of(network()),
        FACETS: lambda: _facets(edition),
        FRONT: front,
        SEARCH: lambda: mark_of(front(), organisations(), _names(of_events, listings)),
        PLACES: lambda: mark_of(every(places.values()), states(places.values())),
        INDEX: lambda: _found(things),
        ORGANISERS: organisations,
        TODAY: lambda: mark_of(edition.today),
        EVERYTHING: everything,
        # Past notices are on no board, and nothing else tells of pictures that nobody shows.
        CARE: lambda: mark_of(
            everything(),
            every(notices.values()),
            sorted(path for path in things.digests if path.startswith("images/")),
            [edition.begun.get(name) for each in organisers.values() for name in each.names],
        ),
    }


def _facets(edition: Edition) -> Mark:
    """By which facets lists are narrowed; it goes by the week."""
    return mark_of(of_the_week(edition.facts, monday_of(edition.today).toordinal()))


def _found(things: Things) -> Mark:
    """Whatever a search finds; it goes by the week, and tells nothing of landings."""
    edition = things.edition
    known, pages = edition.known, edition.network.pages
    own = (known.places, known.organisers, pages)
    return mark_of(
        monday_of(edition.today),
        [things.marks(each.values()) for each in own],
        list(week_of_places(edition)),
        found_organisers(edition),
        [(slug, things.mark(known.notices[slug])) for slug in found_notices(edition)],
        [
            (
                slug,
                things.mark(edition.facts[slug]),
                week_of_event(edition.facts[slug], edition.today),
            )
            for slug in found_events(edition)
        ],
    )


def _rooms(things: Things, event: EventMarks, users: Users) -> Callable[[DayOf, str], Mark]:
    """The rooms of a place: all events that take them on any day, and what the date makes of it."""
    places = things.edition.known.places

    def mark(day_of: DayOf, place: str) -> Mark:
        own = things.mark(places[place], is_dated=True)
        taken = "".join(event(slug, CALENDAR) for slug in users.get(place, ()))
        return mark_of(day_of(place), own, taken)

    return mark


def _week_of_rooms(edition: Edition, users: Users) -> DayOf:
    """What the date makes of rooms that are never said to be free: weeks, and whole months.

    Where a room's calendar may be cut, how far it reaches is another day every day.
    """
    today = edition.today

    def day(place: str) -> object:
        is_cut = most_spans(edition, users, place) > MOST_EVENTS
        is_in_use = state_of(edition.known.places[place], today)
        return rooms_shown(today), today if is_cut else today.replace(day=1), is_in_use

    return day
