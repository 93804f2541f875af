"""Every calendar of an event or of opening hours, read by recurring-ical-events, holds our dates.

The networks of the tests, the sample, and hundreds of series that dice have written as files; all
built as anybody builds them. The judges icaljs and libical compare the same files in the same way,
and a thousand of those series; so does this one in the judge `thorough`.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events  # type: ignore[import-untyped]  # ships no types

from kohtaamo.schedule.series import plan
from kohtaamo.text.zone import HELSINKI
from tests.conftest import kohtaamo_build
from tests.judges.engines.expected import differences
from tests.judges.engines.networks import CONTENTS, calendars, network_of
from tests.judges.engines.rows import Row, stamp
from tests.judges.engines.wrong import WRONG, WRONG_FILE, spoilt
from tests.judges.generated.network import SERIES, Generated, write_network
from tests.often import often

DICE = often(200, SERIES)
CAROLS = "tapahtumat/joululaulut/event.ics"
SPAN = datetime(2020, 1, 1, tzinfo=HELSINKI), datetime(2045, 1, 1, tzinfo=HELSINKI)


def read(body: bytes) -> Iterator[Row]:
    """Every date that the other engine finds in a calendar."""
    calendar = icalendar.Calendar.from_ical(body)
    for each in recurring_ical_events.of(calendar).between(*SPAN):
        yield Row(
            str(each["UID"]),
            stamp(each["DTSTART"].dt),
            stamp(each.end),
            each.get("STATUS") == "CANCELLED",
        )


def disagreements(content: Path, output: Path) -> tuple[int, list[str]]:
    """How many calendars were compared, and every difference."""
    found, compared = [], 0
    for each in calendars(network_of(content)):
        theirs = read((output / each.file).read_bytes())
        found += differences(each.file, each.expected, theirs)
        compared += 1
    return compared, found


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content folder of the generated network, empty before `generated` writes it."""
    return tmp_path_factory.mktemp("generated") / "content"


@pytest.fixture(scope="module")
def generated(content: Path) -> Generated:
    return write_network(content, DICE)


def test_the_dice_write_what_the_checks_let_pass(generated: Generated) -> None:
    assert len(generated.dates) == DICE
    # Dice that are refused more often would leave out what they are to try.
    assert generated.refused < 30


def test_our_dates_are_those_of_a_plain_walk_over_days(generated: Generated, content: Path) -> None:
    events = network_of(content).events

    assert {slug: plan(event).dates for slug, event in events.items()} == generated.dates


@pytest.mark.usefixtures("generated")
def test_hundreds_of_series_of_dice(content: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    kohtaamo_build(content, output)

    assert disagreements(content, output) == (DICE, [])


@pytest.mark.parametrize(("site", "least"), [("small", 3), ("everything", 22), ("sample", 50)])
def test_every_event_and_place_of_the_sites(
    site: str, least: int, built: Callable[[str], Path]
) -> None:
    compared, different = disagreements(CONTENTS[site], built(site))

    assert different == []
    assert compared >= least


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_a_wrong_calendar_is_seen(
    change: tuple[bytes, bytes], built: Callable[[str], Path]
) -> None:
    (coffee,) = (
        each for each in calendars(network_of(CONTENTS["small"])) if each.file == WRONG_FILE
    )
    body = (built("small") / WRONG_FILE).read_bytes()

    assert list(differences(coffee.file, coffee.expected, read(body))) == []
    assert list(differences(coffee.file, coffee.expected, read(spoilt(body, change)))) != []


def test_what_differs_is_said_with_both_sides(built: Callable[[str], Path]) -> None:
    (carols,) = (each for each in calendars(network_of(CONTENTS["small"])) if each.file == CAROLS)
    body = (built("small") / CAROLS).read_bytes()
    late = body.replace(b"20261218T18", b"20261218T19").replace(b"20261218T17", b"20261218T18")

    right = (
        "2026-12-18 17:00+0200 (20261218T150000Z) to 2026-12-18 18:00+0200 (20261218T160000Z),"
        " UID 248cf439-6002-5375-8067-e51b918c9f30"
    )
    wrong = (
        "2026-12-18 18:00+0200 (20261218T160000Z) to 2026-12-18 19:00+0200 (20261218T170000Z),"
        " UID 248cf439-6002-5375-8067-e51b918c9f30"
    )
    assert list(differences(CAROLS, carols.expected, read(late))) == [
        f"tapahtumat/joululaulut/event.ics: we say {right}; they say {wrong}",
        f"tapahtumat/joululaulut/event.ics: they say {wrong}; we say nothing of it",
    ]
