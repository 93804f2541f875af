"""What is known of a network's things without looking into them."""

from collections.abc import Collection, Container, Mapping
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
    gone = {key for key in changed if key not in there}
    return _with(known, dict.fromkeys(key for key in changed if key in there), gone)


def with_fresh(known: Known, fresh: Mapping[str, Basics | Facts]) -> Known:
    """The same with what some things, by key, tell now."""
    return _with(known, fresh, ())


def _with(known: Known, fresh: Mapping[str, Any], gone: Collection[str]) -> Known:
    changed = {
        folder: _changed(
            getattr(known, folder),
            {key.removeprefix(f"{folder}/"): fresh[key] for key in fresh if _is_in(folder, key)},
            [key.removeprefix(f"{folder}/") for key in gone if _is_in(folder, key)],
        )
        for folder in ("events", "places", "organisers", "notices")
    }
    return replace(known, **changed)


def _is_in(folder: str, key: str) -> bool:
    return key.startswith(f"{folder}/")


def _changed(
    things: Mapping[str, Any], fresh: Mapping[str, Any], gone: Collection[str]
) -> Mapping[str, Any]:
    """Things by slug, in order, with some new ones and without those that are gone."""
    found = dict(things)
    for slug in gone:
        found.pop(slug, None)
    found |= {slug: each for slug, each in fresh.items() if each is not None or slug not in things}
    return found if found.keys() <= things.keys() else dict(sorted(found.items()))
