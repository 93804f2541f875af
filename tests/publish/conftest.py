"""Editions of networks that are read from files, with every calendar and feed that they have."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kohtaamo.content.source.keys import thing_key
from kohtaamo.listings.edition import Edition
from kohtaamo.publish.formats import feed_outputs
from tests.editions import edition_of

ROOT = Path(__file__).parents[2]
SITE = Path(__file__).parent / "site" / "content"
CONTENTS = {
    "laakso": SITE,
    "small": ROOT / "tests" / "sites" / "small" / "content",
    "everything": ROOT / "tests" / "sites" / "everything" / "content",
    "sample": ROOT / "content",
}
LANDED = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
# Things whose landing a test looks at; one has not been committed yet.
LANDINGS = {
    "events/neulekahvila": datetime(2026, 11, 30, 6, 30, 15, tzinfo=UTC),
    "places/kiertava-kahvila": datetime(2026, 11, 29, 9, 0, tzinfo=UTC),
    "organisers/harjun-nuoret": datetime(2026, 11, 3, 7, 0, tzinfo=UTC),
    "places/myllytalo": datetime(2026, 11, 2, 7, 0, tzinfo=UTC),
}
NOT_COMMITTED = "events/kaukana"


def landed_edition_of(content: Path) -> Edition:
    """The edition of a folder whose files have landed."""
    paths = (file.relative_to(content).as_posix() for file in content.rglob("*.*"))
    changed = {key: LANDINGS.get(key, LANDED) for key in map(thing_key, paths)}
    changed.pop(NOT_COMMITTED, None)
    return edition_of(content, changed=changed)


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The network of `site/content`, in which events do all that events may do."""
    return landed_edition_of(SITE)


@pytest.fixture(scope="session")
def files(edition: Edition) -> Mapping[str, bytes]:
    """The bytes of every calendar and feed of that network, by path."""
    return {output.path: output.render() for output in feed_outputs(edition)}


@pytest.fixture(scope="session")
def calendars(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Those that are calendars."""
    return {path: body for path, body in files.items() if path.endswith(".ics")}


@pytest.fixture(scope="session", params=CONTENTS)
def any_edition(request: pytest.FixtureRequest) -> Edition:
    """One network after the other."""
    return landed_edition_of(CONTENTS[request.param])


@pytest.fixture(scope="session")
def any_calendars(any_edition: Edition) -> Mapping[str, bytes]:
    """Every calendar of that network."""
    outputs = feed_outputs(any_edition)
    return {output.path: output.render() for output in outputs if output.path.endswith(".ics")}
