"""khal and calcurse import every calendar of the built sites and show the right days.

`python -m tests.judges.clients.calendars`. What each program is known to do otherwise is written
in docs/clients.md and answered for here, date by date.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from kohtaamo.schedule.windows import calendar_window
from tests.judges.clients import calcurse, khal
from tests.judges.clients.calendar_files import ALL, EVENT, HOURS, PLACE, ROOM, Calendar, calendars
from tests.judges.clients.site import SITES, Site, build, workshop
from tests.judges.clients.verdict import close, differences, must_notice

HELSINKI, NEW_YORK = "Europe/Helsinki", "America/New_York"
BY_KHAL = {ALL, PLACE, EVENT, ROOM, HOURS}

Asked = Callable[[], list[str]]


def main() -> None:
    with workshop() as folder, ThreadPoolExecutor(2) as both:
        sites = [build(name, folder / name) for name in SITES]
        asked = [ask for site in sites for ask in _questions(site, folder / "homes")]
        faults = [fault for answers in both.map(lambda ask: ask(), asked) for fault in answers]
        faults += _self_test(sites[0], folder)
    close("khal and calcurse", faults, f"{len(asked)} times a calendar shows what was published")


def _questions(site: Site, homes: Path) -> Iterator[Asked]:
    """Every file by calcurse; by khal, which is slower, the kinds that differ in what they hold.

    The calendars of all events by khal on another continent too.
    """
    known = {calendar.path: calendar for calendar in calendars(site.edition)}
    for number, calendar in enumerate(known.values()):
        home = homes / site.name / str(number)
        file = site.output / calendar.path
        yield partial(_calcurse, site, calendar, file, home / "calcurse")
        if calendar.kind in BY_KHAL:
            yield partial(_khal, site, calendar, file, home / "khal", HELSINKI)
        if calendar.kind == ALL:
            yield partial(_khal, site, calendar, file, home / "new-york", NEW_YORK)
    yield partial(_unknown, site, known)


def _khal(site: Site, calendar: Calendar, file: Path, home: Path, zone: str) -> list[str]:
    days = calendar_window(site.edition.today)
    uid = "" if calendar.kind == HOURS else khal.UID
    return differences(
        f"khal, {zone}, {site.name}/{calendar.path}",
        khal.expected(calendar.shown, days, zone),
        khal.listed(home, file, days, zone, uid),
    )


def _calcurse(site: Site, calendar: Calendar, file: Path, home: Path) -> list[str]:
    days = calendar_window(site.edition.today)
    return differences(
        f"calcurse, {site.name}/{calendar.path}",
        calcurse.expected(calendar.shown, *days),
        calcurse.listed(home, file, *days),
    )


def _unknown(site: Site, known: dict[str, Calendar]) -> list[str]:
    """A calendar that nobody was asked about; old addresses hold the bytes of a known one."""
    bytes_known = {(site.output / path).read_bytes() for path in known}
    files = {file.relative_to(site.output).as_posix() for file in site.output.rglob("*.ics")}
    return [
        f"{site.name}/{path}: it is published, and nobody says what it has to show"
        for path in sorted(files - known.keys())
        if (site.output / path).read_bytes() not in bytes_known
    ]


def _self_test(site: Site, folder: Path) -> list[str]:
    """One hour changed, and one cancelled date gone, in the calendar of all events."""
    calendar = next(each for each in calendars(site.edition) if each.kind == ALL)
    written = (site.output / calendar.path).read_bytes()
    start = b"DTSTART;TZID=Europe/Helsinki:20260911T1030"
    changes = {
        "a start an hour late": written.replace(start, start.replace(b"T1030", b"T1130")),
        "a cancellation left out": written.replace(b"SUMMARY:PERUTTU: ", b"SUMMARY:"),
        "a date that is skipped": written.replace(
            b"EXDATE;TZID=Europe/Helsinki:20261222T", b"X-DATE:20261222T"
        ),
    }
    faults = []
    for number, (what, changed) in enumerate(changes.items()):
        home = folder / f"self-test-{number}"
        home.mkdir()
        file = home / "calendar.ics"
        file.write_bytes(changed)
        by_khal = _khal(site, calendar, file, home / "khal", HELSINKI)
        by_calcurse = _calcurse(site, calendar, file, home / "calcurse")
        faults += must_notice(f"{what} (khal)", by_khal)
        faults += must_notice(f"{what} (calcurse)", by_calcurse)
    return faults


if __name__ == "__main__":
    main()
