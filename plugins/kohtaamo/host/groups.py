"""Which outputs are made of the same parts, so that one process makes them all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Basics, Facts
from kohtaamo.publish.output import Output, Subject


@dataclass(frozen=True, slots=True)
class Group:
    """Outputs that one process makes; `municipality` is the one that they are of, or ""."""

    municipality: str
    outputs: Sequence[Output]

    @property
    def events(self) -> frozenset[str]:
        """The slugs of the events of which these outputs tell."""
        subjects = (subject for each in self.outputs for subject in each.subjects)
        return frozenset(names[0] for kind, *names in subjects if kind == "event")


def in_groups(edition: Edition, outputs: Iterable[Output]) -> list[Group]:
    """Outputs of one municipality together; those of no single one stand alone, and first.

    The files of one picture stand together too: it is decoded once for all of them.
    """
    alone: dict[Subject | str, list[Output]] = defaultdict(list)
    groups: dict[str, list[Output]] = defaultdict(list)
    where = _municipality(edition)
    for output in outputs:
        municipality = where(output.subjects[0]) if output.subjects else ""
        if municipality:
            groups[municipality].append(output)
        else:
            alone[_picture(output) or output.path].append(output)
    largest = sorted(groups.items(), key=lambda each: len(each[1]), reverse=True)
    return [*(Group("", each) for each in alone.values()), *(Group(*each) for each in largest)]


def _picture(output: Output) -> Subject | None:
    """The picture of which it is a file, if it is one."""
    return next((each for each in output.subjects[:1] if each[0] == "picture"), None)


def _municipality(edition: Edition) -> Callable[[Subject], str]:
    """Where a subject is, or "" for what is everywhere."""

    @cache
    def where(subject: Subject) -> str:
        kind, *names = subject
        if kind == "event":
            return municipality_of(edition.facts[names[0]])
        if kind in {"rooms", "room-weeks", "hours"}:
            return _first(edition.known.places[names[0]])
        if kind in {"listing", "page-of"}:
            return _of_listing(edition, names[0], names[1])
        return ""

    return where


def municipality_of(facts: Facts) -> str:
    """Where an event is, by the municipality that is named first; "" when it is nowhere."""
    return next((key for kind, key in facts.listings if kind == "municipality"), "")


def _of_listing(edition: Edition, kind: str, key: str) -> str:
    if kind == "municipality":
        return key
    if kind == "place":
        return _first(edition.known.places[key])
    if kind == "organiser":
        return _first(edition.known.organisers[key])
    return ""


def _first(basics: Basics) -> str:
    return next(iter(basics.municipalities), "")
