"""What a subscriber has is still theirs after years of changes: shown on the files of real builds.

One event is renamed, moved, and changed in every way, and in the end its history is squashed. Each
time the site is built from the repository, and read as calendars and feed readers read it.
"""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import pytest

from tests.conftest import SITES, files_below, kohtaamo_build
from tests.repositories import Repository, new_repository

OLD, NEW = "events/joululaulut.md", "events/asema/laulut.md"
SITE_URL, OTHER_URL = "https://lehtijarvi.example", "https://toinen.example/portaali"
# Dates of this rule leave the house as single events.
MOONLIGHT = """\
---
title: Kuutamokävely
start: 2026-09-30 20:00
duration: 1 h
place: asematalo
organisers: [kylayhdistys]
published: 2026-08-20
repeat: {every: month, on: last day, until: 2027-02-28}
---
"""
SONGS = "248cf439-6002-5375-8067-e51b918c9f30"


@dataclass(frozen=True)
class Seen:
    """A built site, with the slug that the event has in it."""

    output: Path
    slug: str

    def events(self, path: str) -> list[icalendar.Event]:
        return icalendar.Calendar.from_ical((self.output / path).read_bytes()).walk("VEVENT")

    @property
    def own(self) -> icalendar.Event:
        """The event in its own calendar."""
        (only,) = self.events(f"tapahtumat/{self.slug}/event.ics")
        return only

    def feed(self, file: str) -> Mapping[str, Any]:
        """A feed's entries by id."""
        if file == "feed.json":
            read = json.loads((self.output / "tapahtumat" / file).read_text("utf-8"))
            return {item["id"]: item for item in read["items"]}
        parsed = feedparser.parse((self.output / "tapahtumat" / file).read_bytes())
        return {entry.id: entry for entry in parsed.entries}


def _rename(repository: Repository) -> None:
    new = OLD.replace("joululaulut", "laulut")
    repository.move(f"content/{OLD}", f"content/{new}")
    repository.replace(f"content/{new}", "place:", "formerly: [joululaulut]\nplace:")


def _place(repository: Repository) -> None:
    there = (repository.content / "places/asematalo.md").read_text("utf-8")
    there = there.replace("Asematalo", "Kirjasto").replace("Asematie 1", "Kirjatie 2")
    repository.write("content/places/kirjasto.md", there)
    repository.replace(f"content/{NEW}", "place: asematalo", "place: kirjasto")


# What is done, and when it lands.
STEPS = {
    "renamed": (_rename, "2026-10-01T10:00:00Z"),
    "moved": (
        lambda it: it.move("content/events/laulut.md", f"content/{NEW}"),
        "2026-10-02T10:00:00Z",
    ),
    "title": (
        lambda it: it.replace(f"content/{NEW}", "Joululaulut asemalla", "Kauneimmat joululaulut"),
        "2026-10-03T10:00:00Z",
    ),
    "time": (
        lambda it: it.replace(f"content/{NEW}", "2026-12-18 17:00", "2026-12-19 18:30"),
        "2026-10-04T10:00:00Z",
    ),
    "place": (_place, "2026-10-05T10:00:00Z"),
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Seen]:
    """The site after each step."""
    folder = tmp_path_factory.mktemp("years")
    repository = new_repository(folder / "network")
    shutil.copytree(SITES / "small" / "content", repository.content)
    repository.write("content/events/kuutamo.md", MOONLIGHT)
    repository.replace(f"content/{OLD}", "published: 2026-11-20", "published: 2026-08-25")
    repository.commit("2026-09-01T10:00:00Z")
    sites: dict[str, Seen] = {}

    def build(name: str, slug: str, site_url: str = SITE_URL) -> None:
        output = folder / name
        kohtaamo_build(repository.content, output, "--site-url", site_url)
        sites[name] = Seen(output, slug)

    build("first", "joululaulut")
    for name, (change, at) in STEPS.items():
        change(repository)
        repository.commit(at)
        build(name, "laulut")
    build("domain", "laulut", OTHER_URL)
    repository.squash("2026-11-01T10:00:00Z")
    build("squashed", "laulut")
    return sites


def _moment(sequence: int) -> str:
    return f"{datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=sequence):%m-%d %H:%M}"


def test_the_uid_is_one_and_sequence_grows_with_every_change(seen: Mapping[str, Seen]) -> None:
    assert {site.own["UID"] for site in seen.values()} == {SONGS}
    assert {name: _moment(site.own["SEQUENCE"]) for name, site in seen.items()} == {
        "first": "09-01 10:00",
        "renamed": "10-01 10:00",
        "moved": "10-02 10:00",
        "title": "10-03 10:00",
        "time": "10-04 10:00",
        "place": "10-05 10:00",
        "domain": "10-05 10:00",
        "squashed": "11-01 10:00",
    }
    for site in seen.values():
        landed = site.own["LAST-MODIFIED"].dt
        assert site.own["DTSTAMP"].dt == landed
        assert f"{landed:%m-%d %H:%M}" == _moment(site.own["SEQUENCE"])


def test_the_event_did_change(seen: Mapping[str, Seen]) -> None:
    """Otherwise equal identities would be no wonder."""
    last = seen["squashed"].own

    assert str(seen["first"].own["SUMMARY"]) == "Joululaulut asemalla"
    assert str(last["SUMMARY"]) == "Kauneimmat joululaulut"
    assert f"{last['DTSTART'].dt:%d.%m. %H:%M}" == "19.12. 18:30"
    assert str(last["LOCATION"]).startswith("Kirjasto, ")
    assert str(seen["domain"].own["URL"]) == f"{OTHER_URL}/tapahtumat/laulut/"


def test_every_identity_in_the_calendar_of_all_events_stays(seen: Mapping[str, Seen]) -> None:
    """One event, a series as a whole, and the single dates of another series."""
    uids = {
        name: sorted(str(event["UID"]) for event in site.events("tapahtumat/calendar.ics"))
        for name, site in seen.items()
    }

    assert len(uids["first"]) == 6
    assert SONGS in uids["first"]
    assert all(found == uids["first"] for found in uids.values())


def test_nothing_else_changes_with_one_event(seen: Mapping[str, Seen]) -> None:
    def others(site: Seen) -> set[str]:
        events = site.events("tapahtumat/calendar.ics")
        return {_moment(event["SEQUENCE"]) for event in events if event["UID"] != SONGS}

    squashed = others(seen["squashed"])
    before = [others(site) for name, site in seen.items() if name != "squashed"]

    assert before == [{"09-01 10:00"}] * 7
    assert squashed == {"11-01 10:00"}


@pytest.mark.parametrize("file", ["rss.xml", "atom.xml", "feed.json"])
def test_feed_entries_keep_their_ids(seen: Mapping[str, Seen], file: str) -> None:
    ids = {name: set(site.feed(file)) for name, site in seen.items()}

    assert len(ids["first"]) == 3
    assert f"urn:uuid:{SONGS}" in ids["first"]
    assert all(found == ids["first"] for found in ids.values())


def test_feeds_say_when_it_changed_and_never_announce_it_anew(seen: Mapping[str, Seen]) -> None:
    entry = f"urn:uuid:{SONGS}"
    atom = {name: site.feed("atom.xml")[entry] for name, site in seen.items()}

    assert {name: each.updated[5:16] for name, each in atom.items()} == {
        name: _moment(site.own["SEQUENCE"]).replace(" ", "T") for name, site in seen.items()
    }
    assert {each.published for each in atom.values()} == {"2026-08-25T00:00:00+00:00"}
    for site in seen.values():
        assert (
            site.feed("feed.json")[entry]["date_modified"] == site.feed("atom.xml")[entry].updated
        )


def test_whoever_subscribed_at_the_old_address_gets_the_new_calendar(
    seen: Mapping[str, Seen],
) -> None:
    for name, site in seen.items():
        if name != "first":
            tree = files_below(site.output / "tapahtumat")
            assert tree["joululaulut/event.ics"] == tree["laulut/event.ics"]
