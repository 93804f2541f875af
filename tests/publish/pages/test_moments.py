"""Dates of events as pages show them: when the date of an end has to be said."""

from datetime import date, datetime

import pytest

from kohtaamo.publish.pages.moments import Moments, moments
from kohtaamo.schedule.moments import Moment
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.words.load import shipped_words

at = datetime.fromisoformat


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (
            "2026-12-04 02:00",
            Moments("2026-12-03T04:00+02:00", "torstaina 3.12.", "klo 4–2", lasts="1320"),
        ),
        (
            "2026-12-04 05:00",
            Moments(
                "2026-12-03T04:00+02:00",
                "torstaina 3.12. klo 4 – perjantaina 4.12. klo 5",
                lasts="1500",
            ),
        ),
    ],
)
def test_25_hours_are_no_single_hour(end: str, said: Moments) -> None:
    start = at("2026-12-03 04:00")
    occurrence = Occurrence(event="kahvit", start=start, end=at(end), by_rule=start)

    assert moments(shipped_words("fi"), occurrence) == said


@pytest.mark.parametrize(
    ("start", "end", "lasts"),
    [
        ("2026-12-03 13:00", "2026-12-03 15:00", "120"),
        # Clocks go back at four, and forward at three.
        ("2026-10-25 02:00", "2026-10-25 05:00", "240"),
        ("2026-03-29 02:00", "2026-03-29 05:00", "120"),
        ("2026-12-03 13:00", "", ""),
        ("2026-12-03", "2026-12-03", ""),
        ("2026-12-03", "2026-12-05", "2880"),
        ("2026-12-03", "", ""),
    ],
)
def test_how_long_it_lasts_is_in_minutes_of_real_time(start: str, end: str, lasts: str) -> None:
    begins, ends = (_moment(each) for each in (start, end))
    assert begins is not None
    occurrence = Occurrence(event="kahvit", start=begins, end=ends, by_rule=begins)

    assert moments(shipped_words("fi"), occurrence).lasts == lasts


def _moment(written: str) -> Moment | None:
    if not written:
        return None
    return at(written) if ":" in written else date.fromisoformat(written)
