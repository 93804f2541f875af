"""An event or a series of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from kohtaamo.model.common import Address, Contact, Image
from kohtaamo.model.origin import Origin
from kohtaamo.model.repeat import Repeat
from kohtaamo.model.translation import Translation


class Access(StrEnum):
    """Who may come. `closed` is a private group: only its room's busy time is ever shown."""

    OPEN = "open"
    MEMBERS = "members"
    CLOSED = "closed"


class Status(StrEnum):
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    MOVED = "moved"


class Attendance(StrEnum):
    """Derived from place, location, online and phone."""

    ON_SITE = "on-site"
    REMOTE = "remote"
    HYBRID = "hybrid"


class RegistrationState(StrEnum):
    OPEN = "open"
    FULL = "full"
    WAITING_LIST = "waiting-list"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Somewhere that is not one of the network's places."""

    name: str | None = None
    address: Address | None = None
    municipality: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Online:
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    number: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    from_: int | None = None
    to: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceItem:
    """Euros."""

    amount: Decimal
    for_: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """`free`, or amounts, or a text; no Price at all claims nothing."""

    free: bool = False
    items: tuple[PriceItem, ...] = ()
    text: str | None = None

    @property
    def is_free(self) -> bool:
        """True when it says that nobody pays anything: one amount at least is everybody's."""
        is_for_all = any(item.for_ is None for item in self.items)
        return self.free or (is_for_all and all(item.amount == 0 for item in self.items))


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    by: date | datetime | None = None
    url: str | None = None
    email: str | None = None
    phone: str | None = None
    capacity: int | None = None
    state: RegistrationState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """As written, in Europe/Helsinki local time without zone.

    `start` is a date only for all-day events. `end` may be a time of day (same date), a date
    (all-day, inclusive) or a full moment. `setup` and `teardown` are minutes around the event in
    which its room is taken. `text` is Markdown.
    """

    slug: str
    title: str
    start: date | datetime
    end: time | date | datetime | None = None
    duration: timedelta | None = None
    all_day: bool = False
    place: str | None = None
    location: Location | None = None
    online: Online | None = None
    phone: Phone | None = None
    attendance: Attendance | None = None
    stop: str | None = None
    room: str | None = None
    setup: int = 0
    teardown: int = 0
    organisers: tuple[str, ...] = ()
    part_of: str | None = None
    summary: str | None = None
    audiences: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    ages: Ages | None = None
    drop_in: bool | None = None
    alone_ok: bool | None = None
    first_visit: str | None = None
    price: Price | None = None
    registration: Registration | None = None
    access: Access = Access.OPEN
    languages: tuple[str, ...] = ()
    accessibility: Mapping[str, bool] = field(default_factory=dict)
    contact: Contact | None = None
    images: tuple[Image, ...] = ()
    status: Status = Status.CONFIRMED
    reason: str | None = None
    replaced_by: str | None = None
    published: date | None = None
    written_in: str
    formerly: tuple[str, ...] = ()
    sample: bool = False
    repeat: Repeat | None = None
    text: str = ""
    translations: Mapping[str, Translation] = field(default_factory=dict)
    origin: Origin

    def __hash__(self) -> int:
        """Equal events have equal slugs; the translations, a mapping, could not be hashed."""
        return hash(self.slug)

    @property
    def is_closed(self) -> bool:
        """A closed group or a plain reservation: nothing but busy time leaves the house."""
        return self.access is Access.CLOSED

    @property
    def is_off(self) -> bool:
        """True when the whole event is cancelled or postponed."""
        return self.status in (Status.CANCELLED, Status.POSTPONED)

    @property
    def on_site(self) -> bool:
        return self.place is not None or self.location is not None

    @property
    def from_afar(self) -> bool:
        return self.online is not None or self.phone is not None

    @property
    def takes_anybody(self) -> bool:
        """True when one may come without registering, and nothing says that no more can."""
        state = self.registration.state if self.registration else None
        return bool(self.drop_in) and state in (None, RegistrationState.OPEN)

    @property
    def attended(self) -> Attendance:
        """How one takes part, from where the event says it is."""
        if self.on_site and self.from_afar:
            return Attendance.HYBRID
        return Attendance.REMOTE if self.from_afar else Attendance.ON_SITE


class Arranged(Protocol):
    """An event, or what is known of it: who may come, and who holds it."""

    @property
    def access(self) -> str: ...

    @property
    def organisers(self) -> tuple[str, ...]: ...


def is_part(event: Arranged, umbrella: Arranged) -> bool:
    """True when an event that says to be part of another is, and takes its times over.

    A closed group is part of nothing, and a group for members of nothing that is open to all: who
    looks for an open event would not find the parts that take its times away. Nor is anything part
    of what others hold, unless these name one of its organisers: else anybody could take an event
    out of all calendars, and free its room.
    """
    return event.access in {Access.OPEN, umbrella.access} - {Access.CLOSED} and shares_organiser(
        event, umbrella
    )


def shares_organiser(one: Arranged, other: Arranged) -> bool:
    """True when one holds both; where nobody is named at all, nobody is a stranger."""
    if not one.organisers or not other.organisers:
        return True
    return not set(one.organisers).isdisjoint(other.organisers)


def umbrella_slugs(events: Iterable[Event]) -> frozenset[str]:
    """The slugs of umbrella events: those that others are part of."""
    every = {event.slug: event for event in events}
    return frozenset(
        event.part_of
        for event in every.values()
        if event.part_of in every and is_part(event, every[event.part_of])
    )
