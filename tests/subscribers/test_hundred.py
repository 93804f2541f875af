"""A feed of the newest hundred: what falls out of it does not come back as if it were new."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.listings.make import make_edition
from kohtaamo.publish.formats import feed_outputs

BEGIN = date(2026, 12, 1)
NETWORK = "id: satanen\nname: Satanen\nlanguages: [fi]\n"
LAAKSO = "- {id: laakso, label: {fi: Laakso}, in: {fi: Laaksossa}}\n"
ASSOCIATION = (
    "---\nname: Väki ry\nclass: culture\nsector: association\nmunicipalities: [laakso]\n"
    "languages: [fi]\nchecked: 2026-11-01\n---\n"
)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """102 events and notices, each announced a day after the other; the newest end first."""
    folder = tmp_path_factory.mktemp("satanen")
    for path, text in (
        ("network.yml", NETWORK),
        ("vocabularies/municipalities.yml", LAAKSO),
        ("organisers/vaki.md", ASSOCIATION),
    ):
        _write(folder / path, text)
    for number in range(102):
        announced = date(2026, 6, 1) + timedelta(days=number)
        last = BEGIN + timedelta(days=102 - number)
        facts = f"organisers: [vaki]\npublished: {announced}\n---\n"
        _write(
            folder / f"events/e{number:03}.md",
            f"---\ntitle: E{number}\nstart: {last}\nall_day: yes\nlanguages: [fi]\n"
            f"location: {{name: Tori, municipality: laakso}}\n{facts}",
        )
        _write(
            folder / f"notices/n{number:03}.md",
            f"---\ntitle: N{number}\nkind: news\nuntil: {last}\nmunicipalities: [laakso]\n{facts}",
        )
    return folder


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def served(content: Path, today: date) -> Mapping[str, list[str]]:
    """The slugs of the entries in the feeds of all events and of the board."""
    loaded = load(content, today=BEGIN, reserved=reserved_slugs())
    edition = make_edition(
        loaded.network,
        today=today,
        site_url="https://example.fi",
        changed={},
        words=loaded.words,
    )
    return {
        output.path: [item["url"][-5:-1] for item in json.loads(output.render())["items"]]
        for output in feed_outputs(edition)
        if output.path in {"tapahtumat/feed.json", "ilmoitustaulu/feed.json"}
    }


@pytest.mark.parametrize(
    ("feed", "letter", "days"), [("tapahtumat", "e", 40), ("ilmoitustaulu", "n", 10)]
)
def test_an_old_one_does_not_come_back(feed: str, letter: str, days: int, content: Path) -> None:
    """Nine events, of 2 to 10 December, are thirty days past on 10 January."""
    newest = [f"{letter}{number:03}" for number in range(101, 1, -1)]
    before = served(content, BEGIN)[f"{feed}/feed.json"]
    after = served(content, BEGIN + timedelta(days=days))[f"{feed}/feed.json"]

    assert before == newest
    assert after == newest[9:]
