"""The identities that a review compares are those that stand in the files of a build."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import feedparser
import icalendar
import pytest

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.ids import urn
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.make import make_edition
from kohtaamo.publish.formats import feed_outputs
from kohtaamo.review.identities import Identities, Kind, identities_of
from tests.conftest import ROOT, SITES

TODAY = date(2026, 12, 1)
CONTENTS = {
    "everything": SITES / "everything" / "content",
    "laakso": ROOT / "tests" / "publish" / "site" / "content",
}


def _edition(content: Path) -> Edition:
    loaded = load(content, today=TODAY, reserved=reserved_slugs())
    assert not loaded.faulty
    return make_edition(
        loaded.network, today=TODAY, site_url="https://example.fi", changed={}, words=loaded.words
    )


@pytest.fixture(scope="module", params=CONTENTS)
def edition(request: pytest.FixtureRequest) -> Edition:
    """One network after the other."""
    return _edition(CONTENTS[request.param])


@pytest.fixture(scope="module")
def identities(edition: Edition) -> Identities:
    return identities_of(edition)


def _files(edition: Edition, name: str) -> Iterator[bytes]:
    for output in feed_outputs(edition):
        if output.path.endswith(f"/{name}"):
            yield output.render()


def _is_coming(event: icalendar.Event) -> bool:
    start = event["DTSTART"].dt
    return (start.date() if isinstance(start, datetime) else start) >= TODAY or "RRULE" in event


def test_every_uid_of_what_comes_is_known(edition: Edition, identities: Identities) -> None:
    events = [thing for thing in identities.things.values() if thing.kind is Kind.EVENT]
    known = {str(thing.id) for thing in events}
    known |= {str(each) for thing in events for each in thing.dates}
    published = {
        str(event["UID"])
        for name in ("event.ics", "calendar.ics")
        for body in _files(edition, name)
        for event in icalendar.Calendar.from_ical(body).walk("VEVENT")
        if _is_coming(event)
    }

    assert published
    assert published - known == set()
    assert {str(each) for thing in events for each in thing.dates} - published == set()


def test_every_feed_and_entry_is_known(edition: Edition, identities: Identities) -> None:
    """But for the feeds of everything, of what comes from afar, and of changes, which stay."""
    things = identities.things.values()
    listings = {urn(each.id) for each in things if each.kind not in (Kind.EVENT, Kind.NOTICE)}
    items = {urn(each.id) for each in things if each.kind in (Kind.EVENT, Kind.NOTICE)}
    about = [each for each in edition.listings if each.key]
    feeds = [feedparser.parse(body) for body in _files(edition, "atom.xml")]
    entries = {entry.id for feed in feeds for entry in feed.entries if feed.feed.id in listings}

    assert {feed.feed.id for feed in feeds} >= listings
    assert len(listings) == len(about)
    assert entries
    assert entries - items == set()
