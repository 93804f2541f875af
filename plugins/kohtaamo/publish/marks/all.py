"""The mark of any subject."""

from collections.abc import Callable, Mapping
from functools import cache, partial

from kohtaamo.listings.changes import network_changed_at
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.rooms import users_of_rooms
from kohtaamo.listings.table import BOARD
from kohtaamo.publish.marks.events import EventMarks, event_marks
from kohtaamo.publish.marks.front import front_mark
from kohtaamo.publish.marks.listings import ListingMarks, board_mark, neighbours, notice_mark
from kohtaamo.publish.marks.mark import Mark, MarkOf, mark_of
from kohtaamo.publish.marks.things import Things
from kohtaamo.publish.output import (
    CALENDAR,
    EVERYTHING,
    FRONT,
    NETWORK,
    ORGANISERS,
    PAGE,
    PLACES,
    TODAY,
    Subject,
)


def marks_of(edition: Edition, digests: Mapping[str, str]) -> MarkOf:
    """A function of a subject that gives its mark; `digests` are those of `Things`."""
    things = Things(edition=edition, digests=digests)
    event, known, network = event_marks(things), edition.known, edition.network
    listings = {(each.kind, each.key): each for each in edition.listings}
    board = cache(partial(board_mark, things, listings[BOARD, ""]))
    of_events = ListingMarks(things=things, event=event, board=board, around=neighbours(things))
    every = partial(things.marks, is_dated=True)
    named: Mapping[str, Callable[..., Mark]] = {
        "event": event,
        "notice": partial(notice_mark, things),
        "page": lambda slug: things.mark(network.pages[slug], is_dated=True),
        "picture": lambda file: mark_of(digests.get(f"images/{file}")),
        "rooms": _rooms(things, event),
        "hours": lambda place: mark_of(edition.today, every([known.places[place]])),
        "listing": lambda kind, key, told_as: (
            board() if kind == BOARD else of_events.mark(listings[kind, key], told_as)
        ),
    }
    wide: Mapping[Subject, Callable[[], Mark]] = {
        NETWORK: lambda: mark_of(network_changed_at(edition)),
        FRONT: lambda: mark_of(front_mark(edition, listings, event), of(NETWORK), of(PLACES)),
        PLACES: lambda: mark_of(every(known.places.values())),
        ORGANISERS: lambda: mark_of(every(known.organisers.values())),
        TODAY: lambda: mark_of(edition.today),
        EVERYTHING: lambda: mark_of(
            [of(each) for each in (NETWORK, PLACES, ORGANISERS, TODAY)],
            board(),
            b"".join(event(slug, PAGE) for slug in edition.facts),
        ),
    }

    @cache
    def of(subject: Subject) -> Mark:
        if subject in wide:
            return wide[subject]()
        kind, *names = subject
        return named[kind](*names) if kind in named else mark_of(*subject)

    return of


def _rooms(things: Things, event: EventMarks) -> Callable[[str], Mark]:
    """The rooms of a place: all events that take them, today and on any day."""
    edition = things.edition
    users = users_of_rooms(edition)

    def mark(place: str) -> Mark:
        own = things.mark(edition.known.places[place], is_dated=True)
        taken = b"".join(event(slug, CALENDAR) for slug in users.get(place, ()))
        return mark_of(edition.today, own, taken)

    return mark
