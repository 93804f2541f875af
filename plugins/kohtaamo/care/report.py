"""What needs the coordinator's care: one value, from which text, Markdown and the page are made.

Nothing in it is about people, and nothing about closed groups.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from kohtaamo.model.terms import Term
from kohtaamo.model.translation import Label

# What has to be done by a day is pressing from two weeks before.
PRESSING = timedelta(days=14)


class Topic(StrEnum):
    """What a section is about, in the order in which they stand."""

    FAULTS = "faults"
    TERM = "term"
    SERIES = "series"
    HOLIDAYS = "holidays"
    SUMMER = "summer"
    UNCHECKED = "unchecked"
    QUIET_PLACES = "quiet-places"
    QUIET_ORGANISERS = "quiet-organisers"
    LINKS = "links"
    UNREVIEWED = "unreviewed"
    NOTICES = "notices"
    IMAGES = "images"


# Here somebody would meet a locked door, or nobody at all: `day` is the last one to act on.
WITH_DEADLINE = frozenset({Topic.TERM, Topic.SERIES, Topic.HOLIDAYS, Topic.SUMMER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to care for: `says` is the key of its sentence, `path` and `line` where it stands.

    `path` is relative to the content folder; `line` is 0 in a picture. `name` is what the thing is
    called, `day` the day that the sentence tells of, `organisers` are those to ask, `detail` is a
    language or an address.
    """

    topic: Topic
    says: str
    path: str
    line: int = 1
    name: Label = field(default_factory=Label)
    day: date | None = None
    organisers: tuple[Label, ...] = ()
    detail: str = ""

    def is_pressing(self, today: date) -> bool:
        """True when it should not wait any longer."""
        if self.topic is Topic.FAULTS:
            return True
        return self.topic in WITH_DEADLINE and self.day is not None and self.day - PRESSING <= today


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The findings of one topic, the most urgent first; `count` may be more than are given."""

    topic: Topic
    count: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfKind:
    """How many of the things of a kind (`places`) that residents see now are not translated."""

    kind: str
    missing: int
    every: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Untranslated:
    """What is missing in one language of the network, the most visited kinds first."""

    language: str
    kinds: tuple[OfKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A municipality with audiences that nothing is for: `dates` of all open events there."""

    municipality: Label
    dates: int
    missing: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Where is nothing for whom from today on until the day `until`, included.

    `nowhere` are audiences that nothing is for in the whole network; no gap names them again.
    `count` may be more than the gaps that are given.
    """

    until: date
    nowhere: tuple[Term, ...]
    count: int
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All of it on one day; what is well is not in it."""

    network: Label
    today: date
    urgent: tuple[Finding, ...]
    sections: tuple[Section, ...]
    untranslated: tuple[Untranslated, ...]
    coverage: Coverage | None

    @property
    def is_well(self) -> bool:
        """True when nothing needs care."""
        return not (self.sections or self.untranslated or self.coverage)
