"""The network and everything in it: what the way through carries after the checks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kohtaamo.model.common import Contact
from kohtaamo.model.event import Event
from kohtaamo.model.notice import Notice
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.origin import Origin
from kohtaamo.model.page import Page
from kohtaamo.model.place import Place
from kohtaamo.model.terms import Vocabulary
from kohtaamo.model.translation import Translation


class Forge(StrEnum):
    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"


class Conformance(StrEnum):
    """How far the portal conforms, as the network's own assessment says."""

    FULL = "full"
    PARTIAL = "partial"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordinator:
    """The pesävahti: a role with a term, reached by role addresses."""

    role: str
    organisation: str | None = None
    from_: date | None = None
    until: date | None = None
    deputy: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Accounts of the forge that are asked about changes; without a municipality, about all others.

    An account is `name`, `organisation/team` or `group/subgroup`.
    """

    municipality: str | None = None
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    forge: Forge | None = None
    url: str | None = None
    branch: str | None = None
    public: bool | None = None
    owners: tuple[Owner, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Address templates with {lat}, {lon} and {address}: an outside map, the journey planner.

    `address_map` is the map where only the address is known, not the point.
    """

    map: str | None = None
    address_map: str | None = None
    journey: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityStatement:
    """Facts of the statement the Finnish act 306/2019 §9 asks for."""

    status: Conformance | None = None
    failing: tuple[str, ...] = ()
    assessed: date | None = None
    by: str | None = None
    feedback: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    colour: str | None = None
    logo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """`network.yml`: who publishes, in which languages (the first is the portal's own).

    `organiser` is the network itself among the organisers: whoever calls its meetings.
    """

    id: str
    name: str
    languages: tuple[str, ...]
    area: str | None = None
    organiser: str | None = None
    coordinator: Coordinator | None = None
    contact: Contact | None = None
    licence: str | None = None
    repository: Repository | None = None
    links: Links | None = None
    accessibility_statement: AccessibilityStatement | None = None
    brand: Brand | None = None
    written_in: str
    translations: Mapping[str, Translation] = field(default_factory=dict)
    origin: Origin

    @property
    def first_language(self) -> str:
        return self.languages[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Everything that was read, by slug in slug order; frozen, no I/O."""

    identity: Identity
    vocabularies: Mapping[str, Vocabulary]
    places: Mapping[str, Place] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    organisers: Mapping[str, Organiser] = field(default_factory=dict)
    notices: Mapping[str, Notice] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
