"""calcurse: what its query lists after an import, and what it has to list.

Known of 4.7.1: it knows no RECURRENCE-ID, so a changed date of a series is shown twice, as the
rule has it and as it has become.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from tests.judges.clients.days import Shown
from tests.judges.clients.site import program

ZONE = "Europe/Helsinki"
HEADING = re.compile(r"\d{4}-\d{2}-\d{2}:")


def listed(home: Path, file: Path, first: date, last: date) -> list[str]:
    """A line for each appointment, and one a day for whole days."""
    store = home / "calcurse"
    store.mkdir(parents=True)
    calcurse = ("calcurse", "-D", str(store))
    program(home, *calcurse, "--quiet", "--import", str(file), zone=ZONE)
    timed = "%(start:%Y-%m-%d %H:%M) – %(end:%Y-%m-%d %H:%M) %m\\n"
    whole = "whole day %m\\n"
    said = program(
        home,
        *(*calcurse, "--query", "--input-datefmt", "4", "--output-datefmt", "%Y-%m-%d"),
        *("--from", first.isoformat(), "--to", last.isoformat()),
        *("--format-apt", timed, "--format-recur-apt", timed),
        *("--format-event", whole, "--format-recur-event", whole),
        zone=ZONE,
    )
    return list(_with_days(said))


def _with_days(said: str) -> Iterator[str]:
    """Each line of a day under the day's heading, as one line."""
    day = ""
    for line in said.splitlines():
        if HEADING.fullmatch(line):
            day = line
        elif line:
            yield f"{day} {line}"


def expected(shown: list[Shown], first: date, last: date) -> list[str]:
    """The same lines by our values."""
    twice = [each.instead_of for each in shown if each.instead_of is not None]
    return [
        f"{day}: {_line(each)}"
        for each in (*shown, *twice)
        for day in each.days()
        if first <= day <= last
    ]


def _line(each: Shown) -> str:
    if not isinstance(each.start, datetime):
        return f"whole day {each.title}"
    end = each.end if isinstance(each.end, datetime) else each.start
    return f"{each.start:%Y-%m-%d %H:%M} – {end:%Y-%m-%d %H:%M} {each.title}"
