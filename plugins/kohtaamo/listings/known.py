"""What is known of a network's things without looking into them."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kohtaamo.listings.facts import Basics, Facts, basics_of, facts_of
from kohtaamo.model.network import Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """By slug, every event, place, organiser and notice of a network, in order of slugs."""

    events: Mapping[str, Facts]
    places: Mapping[str, Basics]
    organisers: Mapping[str, Basics]
    notices: Mapping[str, Basics]


def known_of(network: Network) -> Known:
    """The same, found by looking into all of them."""
    return Known(
        events={slug: facts_of(event, network) for slug, event in network.events.items()},
        places={slug: basics_of(place) for slug, place in network.places.items()},
        organisers={slug: basics_of(each) for slug, each in network.organisers.items()},
        notices={slug: basics_of(each) for slug, each in network.notices.items()},
    )


def with_slugs(known: Known, changed: Collection[str], there: Container[str]) -> Known:
    """The same with those of the `changed` things, by key, that are `there`, and no others.

    What is new is known by its slug only, until somebody looks into it.
    """
    return _with(known, {key: None for key in changed if key in there}, changed)


def with_fresh(known: Known, fresh: Mapping[str, Basics | Facts]) -> Known:
    """The same with what some things, by key, tell now."""
    return _with(known, fresh, ())


def _with(known: Known, fresh: Mapping[str, Any], left_out: Collection[str]) -> Known:
    keys = {*fresh, *left_out}
    changed = {
        folder: _changed(getattr(known, folder), folder, fresh, left_out)
        for folder in ("events", "places", "organisers", "notices")
        if any(key.startswith(f"{folder}/") for key in keys)
    }
    return replace(known, **changed)


def _changed(
    things: Mapping[str, Any], folder: str, fresh: Mapping[str, Any], left_out: Collection[str]
) -> Mapping[str, Any]:
    found = dict(things)
    for key in left_out:
        if key.startswith(f"{folder}/"):
            found.pop(key.partition("/")[2], None)
    for key, each in fresh.items():
        if key.startswith(f"{folder}/"):
            found[key.partition("/")[2]] = each
    return dict(sorted(found.items()))


def by_municipality(things: Iterable[Basics]) -> Mapping[str, tuple[str, ...]]:
    """Slugs by municipality; what works in several stands in each."""
    found: dict[str, list[str]] = defaultdict(list)
    for thing in things:
        for municipality in thing.municipalities:
            found[municipality].append(thing.slug)
    return {municipality: tuple(slugs) for municipality, slugs in found.items()}
