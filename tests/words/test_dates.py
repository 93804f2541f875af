"""Hours as people read them: which end may stand without its date."""

from datetime import datetime

import pytest

from kohtaamo.words.dates import when
from kohtaamo.words.load import shipped_words

at = datetime.fromisoformat


@pytest.mark.parametrize(
    ("start", "end", "line"),
    [
        ("2026-12-03 13:00", "2026-12-03 15:00", "torstaina 3.12.2026 klo 13–15"),
        ("2026-12-03 22:00", "2026-12-04 02:00", "torstaina 3.12.2026 klo 22–2"),
        ("2026-12-03 06:01", "2026-12-04 06:00", "torstaina 3.12.2026 klo 6.01–6"),
        ("2026-12-03 00:00", "2026-12-04 00:00", "torstaina 3.12.2026 klo 0–24"),
        (
            "2026-12-03 22:00",
            "2026-12-04 06:01",
            "torstaina 3.12.2026 klo 22 – perjantaina 4.12.2026 klo 6.01",
        ),
        (
            "2026-12-03 04:00",
            "2026-12-04 04:00",
            "torstaina 3.12.2026 klo 4 – perjantaina 4.12.2026 klo 4",
        ),
        (
            "2026-12-03 04:00",
            "2026-12-04 05:00",
            "torstaina 3.12.2026 klo 4 – perjantaina 4.12.2026 klo 5",
        ),
        (
            "2026-12-03 22:00",
            "2026-12-05 02:00",
            "torstaina 3.12.2026 klo 22 – lauantaina 5.12.2026 klo 2",
        ),
    ],
)
def test_a_day_and_more_never_reads_as_an_hour(start: str, end: str, line: str) -> None:
    assert when(shipped_words("fi"), at(start), at(end)) == line
