"""What the peers are told: the dates and texts that our own engine and files have."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from benchmarks.corpus.network import Made, make, write
from benchmarks.corpus.sizes import SIZES
from benchmarks.peers import facts
from benchmarks.peers.write import PEERS
from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.schedule.occurrence import State
from kohtaamo.schedule.occurrences import expand

TODAY, LAST = date(2026, 12, 1), date(2027, 12, 31)


@pytest.fixture(scope="module")
def made() -> Made:
    return make(SIZES["XS"])


def ours(folder: Path) -> Mapping[str, list[datetime]]:
    """When each event of a folder still takes place."""
    network = load(folder, today=TODAY, reserved=reserved_slugs()).network
    return {
        slug: [
            each.start for each in expand(event, TODAY, LAST) if each.state is not State.CANCELLED
        ]
        for slug, event in network.events.items()
    }


def test_the_dates_are_those_of_our_own_engine(made: Made, tmp_path: Path) -> None:
    write(made, tmp_path)
    told = {
        each.slug: [
            datetime.fromisoformat(row["start"]).replace(tzinfo=None)
            for row in each.fields["dates"]
            if "next" in each.fields and "cancelled" not in each.fields
        ]
        for each in facts.events(made)
    }
    assert told == ours(tmp_path)
    assert sum(map(len, told.values())) > 100


def test_every_peer_is_given_every_event_and_place(made: Made, tmp_path: Path) -> None:
    found = {}
    for name, write_peer in PEERS.items():
        write_peer(made, tmp_path / name)
        texts = {file.read_text("utf-8") for file in (tmp_path / name).rglob("*.md")}
        given = [*made.events, *made.places]
        found[name] = sum(any(each.text in text for text in texts) for each in given)
    assert found == {"hugo": 27, "eleventy": 27, "pelican": 27}
