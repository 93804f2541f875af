"""Everything that an edition publishes under an identity of its own: what subscribers keep."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kohtaamo.content.source.keys import thing_key
from kohtaamo.ids import date_id, item_id
from kohtaamo.listings.changes import changed_at, sequence
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.listing import Listing
from kohtaamo.model.event import Event
from kohtaamo.model.notice import Notice
from kohtaamo.model.origin import Origin
from kohtaamo.publish.about_event import identity
from kohtaamo.publish.about_listing import former_keys, listing_identity
from kohtaamo.publish.wording.listing import name_of, term_of
from kohtaamo.schedule.exported_rule import exported_rule
from kohtaamo.schedule.moments import Moment, day_of
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.series import plan
from kohtaamo.schedule.windows import DAYS_BACK

# The dates that are moved to another place, by event and start.
Guests = AbstractSet[tuple[str, Moment]]


class Kind(StrEnum):
    """`term` is a municipality, audience, topic or need that has a listing."""

    EVENT = "event"
    NOTICE = "notice"
    PLACE = "place"
    ORGANISER = "organiser"
    TERM = "term"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A thing that calendars and feeds know by `id`: a UID and an entry, or a whole listing.

    `slug` is its name now, that of a term with its listing's kind before it (`topic/music`), and
    `formerly` the earlier ones. `origin` is its file, or its term's entry in one. `changed` (aware,
    UTC) and `sequence` are those of calendars and feeds; listings have none. `last_day` is the
    last local one of an event or notice, and `shown_until` the last on which calendars and feeds
    hold it. `dates` are the identities of all dates that leave as single events from the edition's
    day on, with their days by the rule; `days` are the days of all dates, however they leave.
    """

    id: UUID
    kind: Kind
    slug: str
    formerly: tuple[str, ...]
    origin: Origin
    title: str
    changed: datetime | None = None
    sequence: int | None = None
    start: Moment | None = None
    place: str | None = None
    last_day: date | None = None
    shown_until: date | None = None
    dates: Mapping[UUID, date] = field(default_factory=dict)
    days: frozenset[date] = frozenset()

    @property
    def key(self) -> str:
        """The `thing_key` of its file."""
        return thing_key(self.origin.path)

    @property
    def name(self) -> str:
        """Its present name as `formerly` would have it: of a term, the id alone."""
        return self.slug.rpartition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """All of them by id, those of one network on one day; `origin` is that of `network.yml`."""

    network_id: str
    origin: Origin
    today: date
    things: Mapping[UUID, Published]


def identities_of(edition: Edition) -> Identities:
    """Every identity of an edition. Closed groups have none: busy time comes and goes."""
    things = (*_events(edition), *_notices(edition), *_listings(edition))
    network = edition.network.identity
    return Identities(
        network_id=network.id,
        origin=network.origin,
        today=edition.today,
        things={thing.id: thing for thing in things},
    )


def _events(edition: Edition) -> Iterator[Published]:
    guests = {(each.event, each.by_rule) for listing in edition.listings for each in listing.guests}
    for event in edition.network.events.values():
        if not event.is_closed:
            yield _event(edition, event, guests)


def _event(edition: Edition, event: Event, guests: Guests) -> Published:
    own, changed = identity(edition, event), changed_at(edition, event)
    last_day, shown_until = _ends(event)
    return Published(
        id=own,
        kind=Kind.EVENT,
        slug=event.slug,
        formerly=event.formerly,
        origin=event.origin,
        title=event.title,
        changed=changed,
        sequence=sequence(changed),
        start=event.start,
        place=event.place,
        last_day=last_day,
        shown_until=shown_until,
        dates=_single_dates(edition, event, own, guests),
        days=_days(edition, event),
    )


def _ends(event: Event) -> tuple[date, date]:
    """The last day of all its dates, and of calendars that hold them.

    What will not take place leaves them the day after. A series without dates ends as it starts.
    """
    dates, start = occurrences(plan(event)), day_of(event.start)
    shown = (each.last_day + timedelta(days=DAYS_BACK if each.takes_place else 0) for each in dates)
    return max((each.last_day for each in dates), default=start), max(shown, default=start)


def _single_dates(edition: Edition, event: Event, own: UUID, guests: Guests) -> Mapping[UUID, date]:
    """As calendars have them: extras, and all dates of a rule that stays in the house.

    A date that is moved to another place is one of its own in that place's calendar.
    """
    if event.repeat is None or event.slug in edition.umbrellas:
        return {}
    has_rule = exported_rule(plan(event)) is not None
    return {
        date_id(own, each.by_rule): day_of(each.by_rule)
        for each in edition.occurrences.get(event.slug, ())
        if each.last_day >= edition.today
        and (each.is_extra or not has_rule or (event.slug, each.by_rule) in guests)
    }


def _days(edition: Edition, event: Event) -> frozenset[date]:
    dates = edition.occurrences.get(event.slug, ())
    return frozenset(day_of(each.by_rule) for each in dates if each.last_day >= edition.today)


def _notices(edition: Edition) -> Iterator[Published]:
    for notice in edition.network.notices.values():
        yield _notice(edition, notice)


def _notice(edition: Edition, notice: Notice) -> Published:
    changed = changed_at(edition, notice)
    network_id = edition.network.identity.id
    return Published(
        id=item_id(network_id, "notice", notice.slug, notice.formerly),
        kind=Kind.NOTICE,
        slug=notice.slug,
        formerly=notice.formerly,
        origin=notice.origin,
        title=notice.title,
        changed=changed,
        sequence=sequence(changed),
        last_day=notice.until,
        shown_until=notice.until,
    )


def _listings(edition: Edition) -> Iterator[Published]:
    """The listings about something; those of everything last as long as the network."""
    for listing in edition.listings:
        origin = _origin(edition, listing)
        if origin is None:
            continue
        is_term = term_of(edition.network, listing) is not None
        yield Published(
            id=listing_identity(edition, listing),
            kind=Kind.TERM if is_term else Kind(listing.kind),
            slug=f"{listing.kind}/{listing.key}" if is_term else listing.key,
            formerly=tuple(former_keys(edition, listing)),
            origin=origin,
            title=name_of(edition, listing, edition.first_language).text,
        )


def _origin(edition: Edition, listing: Listing) -> Origin | None:
    term = term_of(edition.network, listing)
    if term is not None:
        return term.origin
    if listing.kind == "place":
        return edition.network.places[listing.key].origin
    if listing.kind == "organiser":
        return edition.network.organisers[listing.key].origin
    return None
