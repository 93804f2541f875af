"""Which outputs are made of the same parts, so that one process makes them all."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Basics
from kohtaamo.publish.output import Output, Subject


def in_groups(edition: Edition, outputs: Iterable[Output]) -> list[list[Output]]:
    """Outputs of one municipality together; those of no single one stand alone, and first."""
    alone: list[list[Output]] = []
    groups: dict[str, list[Output]] = defaultdict(list)
    where = _municipality(edition)
    for output in outputs:
        municipality = where(output.subjects[0]) if output.subjects else ""
        if municipality:
            groups[municipality].append(output)
        else:
            alone.append([output])
    return [*alone, *sorted(groups.values(), key=len, reverse=True)]


def _municipality(edition: Edition) -> Callable[[Subject], str]:
    """Where a subject is, or "" for what is everywhere."""

    @cache
    def where(subject: Subject) -> str:
        kind, *names = subject
        if kind == "event":
            facts = edition.facts[names[0]]
            return next((key for kind, key in facts.listings if kind == "municipality"), "")
        if kind in {"rooms", "hours"}:
            return _first(edition.known.places[names[0]])
        if kind in {"listing", "page-of"}:
            return _of_listing(edition, names[0], names[1])
        return ""

    return where


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
