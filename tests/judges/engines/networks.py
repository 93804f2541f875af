"""The networks that the engines read: those of the tests, the sample, and the generated one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.model.event import umbrella_slugs
from kohtaamo.model.network import Network
from tests.judges.engines.expected import Expected, expected, expected_hours

ROOT = Path(__file__).resolve().parents[3]
TODAY = date(2026, 12, 1)
CONTENTS: Mapping[str, Path] = {
    "small": ROOT / "tests" / "sites" / "small" / "content",
    "everything": ROOT / "tests" / "sites" / "everything" / "content",
    "publish": ROOT / "tests" / "publish" / "site" / "content",
    "sample": ROOT / "content",
}


@dataclass(frozen=True)
class Calendar:
    """The file of one event or place, from the output folder on, and what it has to say."""

    file: str
    expected: Expected


def network_of(content: Path) -> Network:
    """The network of a folder without faults."""
    loaded = load(content, today=TODAY, reserved=reserved_slugs())
    faults = [each for each in loaded.problems if each.severity == "error"]
    if faults:
        raise ValueError(f"{content} has faults: {faults}")
    return loaded.network


def calendars(network: Network) -> Iterator[Calendar]:
    """Every event with dates of its own, and every place with opening hours.

    A closed group has no calendar, and an umbrella event those of its parts.
    """
    umbrellas = umbrella_slugs(network.events.values())
    for slug, event in network.events.items():
        if not event.is_closed and slug not in umbrellas:
            rows = expected(event, network.identity.id, TODAY)
            yield Calendar(f"tapahtumat/{slug}/event.ics", rows)
    for slug, place in network.places.items():
        hours = expected_hours(place, TODAY)
        if hours.must:
            yield Calendar(f"paikat/{slug}/hours.ics", hours)
