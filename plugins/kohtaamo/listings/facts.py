"""What an edition has to know of every event before it looks into any."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from kohtaamo.content.refers import references_of
from kohtaamo.content.source.keys import names_of
from kohtaamo.listings.declared import declares_changes
from kohtaamo.listings.extras import extras_of
from kohtaamo.listings.table import LISTING_KINDS
from kohtaamo.model.event import Access, Event, is_part
from kohtaamo.model.network import Network
from kohtaamo.model.notice import Notice
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.place import Place
from kohtaamo.model.translation import Said, languages_of, unreviewed_of
from kohtaamo.schedule.in_use import last_day_of_stop, last_days
from kohtaamo.schedule.rooms import takes_rooms
from kohtaamo.schedule.spans import Span, days_of

# Kind and key of a listing.
ListingKey = tuple[str, str]

# No VEVENT is longer, but for its texts; of these a sign takes up to four bytes and a fold.
_BYTES_OF_A_VEVENT = 3_000
_BYTES_OF_A_SIGN = 5


class Facts(NamedTuple):
    """Of one event, whatever the day. A plain row: builds keep thousands of them for the next.

    `names` are the keys under which it has landed (`thing_key`), its present one first. `places`
    are its own and those to which changes move dates. `listings` are those in which it belongs,
    `visits` those in which only a change puts single dates, by the place that these move to.
    `extras` are what it is besides (`extras_of`).
    `spans`, `clocks`, `days` and `off` are those of `Days`; `weight` is about how many bytes its
    calendar takes at most, `vevents` of how many VEVENTs. `languages` are those it can be read in,
    `unreviewed` those of them that no fluent reader has checked, `images` the pictures it shows,
    `refers` the keys of all things that it names. `is_off` when
    nobody should come at all; `declares` when its file says that anything is not as planned;
    `has_rooms` when it takes a room.
    """

    slug: str
    names: tuple[str, ...]
    access: str
    listings: tuple[ListingKey, ...]
    visits: tuple[tuple[str, tuple[ListingKey, ...]], ...]
    extras: tuple[str, ...]
    spans: tuple[Span, ...]
    clocks: tuple[int, ...]
    days: tuple[int, ...]
    off: tuple[int, ...]
    vevents: int
    weight: int
    places: tuple[str, ...]
    organisers: tuple[str, ...]
    part_of: str | None
    replaced_by: str | None
    formerly: tuple[str, ...]
    languages: tuple[str, ...]
    unreviewed: tuple[str, ...]
    images: tuple[str, ...]
    refers: tuple[str, ...]
    published: date | None
    is_off: bool
    declares: bool
    has_rooms: bool

    @property
    def is_closed(self) -> bool:
        return self.access == Access.CLOSED

    @property
    def is_listed(self) -> bool:
        """Closed groups never leave the house; members' groups are left out until asked for."""
        return self.access == Access.OPEN


class Basics(NamedTuple):
    """Of one place, organiser or notice: what is known of it without looking into it.

    `names` are the keys under which it has landed (`thing_key`), its present one first; `refers`
    the keys of all things that it names. `called` is its name or title by language, the one that
    it was written in first. Of a place, `rooms` are the names of its rooms by id, `bookable` the
    ids of those that can be booked, and `has_hours` when it says any opening hours; `stops_until`
    are the last days of its stops, `opens` is the first day, 0 when none is said, as
    `date.toordinal` counts. Of a place and of an organiser, `lasts` is the last day in each of its
    municipalities, 0 without an end. All else is as in the model, and as in `Facts`.
    """

    slug: str
    names: tuple[str, ...]
    formerly: tuple[str, ...]
    municipalities: tuple[str, ...]
    languages: tuple[str, ...]
    unreviewed: tuple[str, ...]
    images: tuple[str, ...]
    refers: tuple[str, ...]
    called: Mapping[str, str]
    rooms: Mapping[str, str] = MappingProxyType({})
    has_hours: bool = False
    lasts: Mapping[str, int] = MappingProxyType({})
    stops_until: tuple[int, ...] = ()
    opens: int = 0
    bookable: tuple[str, ...] = ()

    @property
    def written_in(self) -> str:
        """The language of its file."""
        return next(iter(self.called))

    def name_in(self, language: str) -> Said:
        """What it is called: `said` of its name or title."""
        if language not in self.called:
            language = self.written_in
        return Said(self.called[language], language)


def basics_of(thing: Notice | Organiser | Place) -> Basics:
    """The basics of a thing that is no event."""
    return Basics(
        slug=thing.slug,
        names=names_of(thing.origin.path, thing.formerly),
        formerly=thing.formerly,
        municipalities=thing.municipalities,
        languages=tuple(sorted(languages_of(thing))),
        unreviewed=unreviewed_of(thing),
        images=tuple(image.file for image in getattr(thing, "images", ())),
        refers=references_of(thing),
        called=_called(thing),
        rooms={room.id: room.name for room in thing.rooms} if isinstance(thing, Place) else {},
        has_hours=isinstance(thing, Place) and any(thing.all_hours()),
        lasts=_lasts(thing),
        stops_until=_stops_until(thing) if isinstance(thing, Place) else (),
        opens=_ordinal(thing.open_from) if isinstance(thing, Place) else 0,
        bookable=_bookable(thing),
    )


def _lasts(thing: Notice | Organiser | Place) -> Mapping[str, int]:
    if isinstance(thing, Place):
        return {key: _ordinal(day) for key, day in last_days(thing).items()}
    if isinstance(thing, Organiser):
        return dict.fromkeys(thing.municipalities, _ordinal(thing.open_until))
    return {}


def _stops_until(place: Place) -> tuple[int, ...]:
    return tuple(_ordinal(last_day_of_stop(place, stop)) for stop in place.stops)


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day is not None else 0


def _bookable(thing: Notice | Organiser | Place) -> tuple[str, ...]:
    if not isinstance(thing, Place):
        return ()
    return tuple(room.id for room in thing.rooms if room.bookable)


def _called(thing: Notice | Organiser | Place) -> Mapping[str, str]:
    field = "title" if isinstance(thing, Notice) else "name"
    own = thing.title if isinstance(thing, Notice) else thing.name
    translated = {tag: each.values.get(field, "") for tag, each in thing.translations.items()}
    return {thing.written_in: own, **{tag: name for tag, name in translated.items() if name}}


def facts_of(event: Event, network: Network) -> Facts:
    """The facts of an event; of the network only its places and organisers count."""
    changes = event.repeat.changes if event.repeat else ()
    own = (event.place,) if event.place else ()
    moved = tuple(change.place for change in changes if change.place)
    when = days_of(event)
    return Facts(
        slug=event.slug,
        names=names_of(event.origin.path, event.formerly),
        access=event.access,
        listings=_listings_of(event, network),
        visits=tuple(_visits(event, network)) if moved else (),
        extras=extras_of(event, network),
        spans=when.spans,
        clocks=when.clocks,
        days=when.days,
        off=when.off,
        vevents=when.vevents,
        weight=when.vevents * (_BYTES_OF_A_VEVENT + _BYTES_OF_A_SIGN * _signs(event)),
        places=tuple(dict.fromkeys((*own, *moved))),
        organisers=event.organisers,
        part_of=event.part_of,
        replaced_by=event.replaced_by,
        formerly=event.formerly,
        languages=tuple(sorted(languages_of(event))),
        unreviewed=unreviewed_of(event),
        images=tuple(image.file for image in event.images),
        refers=references_of(event),
        published=event.published,
        is_off=event.is_off,
        declares=declares_changes(event),
        has_rooms=takes_rooms(event),
    )


def _signs(event: Event) -> int:
    """How long its texts are, in the language in which they are longest."""
    own = (event.title, event.summary, event.text, event.reason, event.first_visit)
    translated = (sum(map(len, each.values.values())) for each in event.translations.values())
    return max(sum(len(text) for text in own if text), *translated, 0)


def _listings_of(event: Event, network: Network) -> tuple[ListingKey, ...]:
    return tuple((kind.name, key) for kind in LISTING_KINDS for key in kind.keys_of(event, network))


def _visits(event: Event, network: Network) -> Iterator[tuple[str, tuple[ListingKey, ...]]]:
    """The places to which changes move dates, and the listings that only this adds.

    They are those in which the event would be if it were always there.
    """
    changes = event.repeat.changes if event.repeat else ()
    places = {each.place for each in changes if each.place and each.place != event.place}
    own = set(_listings_of(event, network))
    for place in sorted(places):
        there = replace(event, place=place, stop=None, location=None)
        yield place, tuple(key for key in _listings_of(there, network) if key not in own)


def umbrellas_of(facts: Mapping[str, Facts]) -> frozenset[str]:
    """The slugs of umbrella events, by the rule of `umbrella_slugs`."""
    found = ((facts.get(each.part_of or ""), each) for each in facts.values())
    return frozenset(
        umbrella.slug
        for umbrella, part in found
        if umbrella is not None and is_part(part, umbrella)
    )
