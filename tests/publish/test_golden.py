"""Whole files, byte by byte, as subscribers get them.

After a change that is meant, `KOHTAAMO_GOLDEN=write` writes them anew; their difference is then
part of the change that is reviewed.
"""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"

FILES = (
    # A series with everything that can happen to its dates, and in Swedish.
    "tapahtumat/neulekahvila/event.ics",
    "sv/evenemang/neulekahvila/event.ics",
    # A rule that no calendar reads right, as single dates.
    "tapahtumat/parilliset/event.ics",
    # Postponed as a whole; cancelled; moved; for members; the festival with its open parts.
    "en/events/siirtyva-kurssi/event.ics",
    "tapahtumat/peruttu-retki/event.ics",
    "tapahtumat/perunakellari/event.ics",
    "tapahtumat/jasenten-ilta/event.ics",
    "tapahtumat/joulumarkkinat/event.ics",
    # Opening hours: by day and night, at stops.
    "sv/platser/myllytalo/hours.ics",
    "paikat/kiertava-kahvila/hours.ics",
    # The same for maps: of stops, and at an address of old.
    "paikat/kiertava-kahvila/opening_hours.txt",
    "paikat/vanha-mylly/opening_hours.txt",
    # A place that one date of a series visits.
    "paikat/kiertava-kahvila/calendar.ics",
    # Busy times.
    "paikat/myllytalo/rooms/sali.ics",
    # A listing in every format, hostile texts among its events.
    "kunnat/harju/calendar.ics",
    "kunnat/harju/rss.xml",
    "kunnat/harju/atom.xml",
    "kunnat/harju/feed.json",
    # Declared changes.
    "muutokset/rss.xml",
    "muutokset/atom.xml",
    "sv/andringar/feed.json",
    # A listing without events, the noticeboard, and all feeds.
    "aiheet/art/calendar.ics",
    "aiheet/art/atom.xml",
    "ilmoitustaulu/rss.xml",
    "ilmoitustaulu/atom.xml",
    "ilmoitustaulu/feed.json",
    "feeds.opml",
)


@pytest.mark.parametrize("path", FILES)
def test_as_it_was(path: str, files: Mapping[str, bytes]) -> None:
    golden = GOLDEN / path
    if os.environ.get("KOHTAAMO_GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(files[path])

    assert files[path].decode() == golden.read_bytes().decode()


def test_nothing_else_is_kept() -> None:
    kept = {str(file.relative_to(GOLDEN)) for file in GOLDEN.rglob("*") if file.is_file()}

    assert kept == set(FILES)
