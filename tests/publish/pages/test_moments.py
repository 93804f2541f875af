"""Dates of events as pages show them: when the date of an end has to be said."""

from datetime import datetime

import pytest

from kohtaamo.publish.pages.moments import Moments, moments
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.words.load import shipped_words

at = datetime.fromisoformat


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (
            "2026-12-04 02:00",
            Moments("2026-12-03T04:00+02:00", "torstaina 3.12.", "klo 4–2"),
        ),
        (
            "2026-12-04 05:00",
            Moments("2026-12-03T04:00+02:00", "torstaina 3.12. klo 4 – perjantaina 4.12. klo 5"),
        ),
    ],
)
def test_25_hours_are_no_single_hour(end: str, said: Moments) -> None:
    start = at("2026-12-03 04:00")
    occurrence = Occurrence(event="kahvit", start=start, end=at(end), by_rule=start)

    assert moments(shipped_words("fi"), occurrence) == said
