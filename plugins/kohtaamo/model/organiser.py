"""An association, municipality, wellbeing services county, project, company or volunteers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kohtaamo.model.common import Contact, Image
from kohtaamo.model.origin import Origin
from kohtaamo.model.translation import Translation


class Sector(StrEnum):
    ASSOCIATION = "association"
    MUNICIPALITY = "municipality"
    WELLBEING_COUNTY = "wellbeing-county"
    PROJECT = "project"
    COMPANY = "company"
    VOLUNTEERS = "volunteers"


class LooksFor(StrEnum):
    PREMISES = "premises"
    PEOPLE = "people"
    MEMBERS = "members"
    MONEY = "money"


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    funder: str | None = None
    grant: str | None = None
    from_: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organiser:
    """`class_` is a term of organiser-classes; `municipalities` of the network's own list."""

    slug: str
    name: str
    class_: str
    sector: Sector
    municipalities: tuple[str, ...]
    business_id: str | None = None
    summary: str | None = None
    contact: Contact | None = None
    url: str | None = None
    places: tuple[str, ...] = ()
    looks_for: tuple[LooksFor, ...] = ()
    funding: tuple[Funding, ...] = ()
    audiences: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    open_until: date | None = None
    checked: date | None = None
    written_in: str
    formerly: tuple[str, ...] = ()
    sample: bool = False
    text: str = ""
    translations: Mapping[str, Translation] = field(default_factory=dict)
    origin: Origin
