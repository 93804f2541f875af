"""Values that several kinds share. Keys of the content files are the field names here."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    street: str
    postcode: str | None = None
    town: str | None = None
    directions: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordinates:
    """WGS 84, decimal degrees."""

    lat: Decimal
    lon: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A role, never a person."""

    role: str | None = None
    phone: str | None = None
    email: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """`file` is relative to `content/images/`."""

    file: str
    alt: str
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """Both days included; `from_` alone is one day."""

    from_: date
    to: date | None = None
    reason: str | None = None

    @property
    def last(self) -> date:
        return self.to or self.from_

    def __contains__(self, day: date) -> bool:
        return self.from_ <= day <= self.last
