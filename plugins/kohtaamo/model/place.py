"""A meeting place: address or stops, opening hours, rooms."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date as Day
from enum import StrEnum

from kohtaamo.model.common import Address, Contact, Coordinates, Image
from kohtaamo.model.origin import Origin
from kohtaamo.model.translation import Translation


class Mode(StrEnum):
    """What open means: staff present, self-service, help with devices, or by appointment."""

    STAFFED = "staffed"
    SELF_SERVICE = "self-service"
    GUIDANCE = "guidance"
    BY_APPOINTMENT = "by-appointment"


class HolidayHours(StrEnum):
    CLOSED = "closed"
    NORMAL = "normal"


class CanHost(StrEnum):
    """Whether anyone may hold an event at the place; a list names those who may."""

    ALL = "all"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Open on `days` (0 = Monday) between minutes from midnight.

    `to` may be 1440 (24:00); `to` not after `from_` means the next day.
    """

    days: tuple[int, ...]
    from_: int
    to: int
    mode: Mode = Mode.STAFFED
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """Between two days, both included, these hours replace the week."""

    from_: Day
    to: Day
    name: str | None = None
    hours: tuple[Hours, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursException:
    """One day (`date`) or a span (`from_`–`to`), closed or with hours of its own."""

    date: Day | None = None
    from_: Day | None = None
    to: Day | None = None
    closed: bool = False
    hours: tuple[Hours, ...] = ()
    reason: str | None = None

    def __contains__(self, day: Day) -> bool:
        first = self.date or self.from_
        last = self.date or self.to or self.from_
        return first is not None and last is not None and first <= day <= last


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Where a travelling place halts, weekly by `hours` within a span, or on given dates."""

    id: str
    name: str
    municipality: str
    address: Address | None = None
    coordinates: Coordinates | None = None
    hours: tuple[Hours, ...] = ()
    dates: tuple[Day, ...] = ()
    from_: Day | None = None
    to: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """`users` may book it; `afterwards` is what they leave behind in order.

    `turnaround` is the minutes kept free between two uses.
    """

    id: str
    name: str
    capacity: int | None = None
    equipment: str | None = None
    bookable: bool | None = None
    price: str | None = None
    users: str | None = None
    terms: str | None = None
    afterwards: str | None = None
    turnaround: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    url: str | None = None
    email: str | None = None
    phone: str | None = None
    terms: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """Taking part from afar."""

    url: str | None = None
    phone: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """`holiday_hours` is None when nobody has said; `accessibility` holds known facts only."""

    slug: str
    name: str
    municipality: str
    summary: str | None = None
    address: Address | None = None
    stops: tuple[Stop, ...] = ()
    coordinates: Coordinates | None = None
    contact: Contact | None = None
    hours: tuple[Hours, ...] = ()
    seasons: tuple[Season, ...] = ()
    exceptions: tuple[HoursException, ...] = ()
    holiday_hours: HolidayHours | tuple[Hours, ...] | None = None
    rooms: tuple[Room, ...] = ()
    can_host: CanHost | tuple[str, ...] = CanHost.ASK
    booking: Booking | None = None
    facilities: tuple[str, ...] = ()
    accessibility: Mapping[str, bool] = field(default_factory=dict)
    accessibility_note: str | None = None
    getting_there: str | None = None
    audiences: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    remote: Remote | None = None
    first_visit: str | None = None
    maintained_by: str | None = None
    organisers: tuple[str, ...] = ()
    open_from: Day | None = None
    open_until: Day | None = None
    images: tuple[Image, ...] = ()
    checked: Day | None = None
    ptv_id: str | None = None
    written_in: str
    formerly: tuple[str, ...] = ()
    sample: bool = False
    text: str = ""
    translations: Mapping[str, Translation] = field(default_factory=dict)
    origin: Origin

    @property
    def municipalities(self) -> tuple[str, ...]:
        """Its own municipality first, then those of its stops."""
        return tuple(dict.fromkeys((self.municipality, *(s.municipality for s in self.stops))))

    def has_agreed_to(self, organisers: Iterable[str]) -> bool:
        """True when one of these organisers is welcome here, by the place's own word.

        Its own people are, those whom `can_host` names, and with `all` everybody; with `ask`
        nobody else is before the place has been asked.
        """
        if self.can_host is CanHost.ALL:
            return True
        named = () if isinstance(self.can_host, CanHost) else self.can_host
        return not {*self.organisers, self.maintained_by, *named}.isdisjoint(organisers)

    def all_hours(self) -> Iterator[Hours]:
        """Every hours row that it has, of seasons, exceptions and stops too."""
        yield from self.hours
        parts: tuple[Season | HoursException | Stop, ...]
        parts = (*self.seasons, *self.exceptions, *self.stops)
        for part in parts:
            yield from part.hours
        if isinstance(self.holiday_hours, tuple):
            yield from self.holiday_hours

    def room(self, room_id: str | None) -> Room | None:
        """The room of that id."""
        return next((room for room in self.rooms if room.id == room_id), None)

    def stop(self, stop_id: str | None) -> Stop | None:
        """The stop of that id."""
        return next((stop for stop in self.stops if stop.id == stop_id), None)
