"""khal (pimutils): what it lists after `khal import`, and what it has to list.

Known of 0.10.5: an event without an end is shown as one hour long; cancelled dates are listed
like any other, so that only `PERUTTU:` in the title tells of them; a backslash and an n in a title
are read as a line break.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from kohtaamo.schedule.zone import local
from tests.judges.clients.days import Shown
from tests.judges.clients.site import program

ITEM = "\x1e"
UID = " [{uid}]"
NO_END_IS = timedelta(hours=1)

_SETTINGS = """
[calendars]
[[kohtaamo]]
path = {home}/vdir
type = calendar
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {home}/khal.db
[default]
default_calendar = kohtaamo
"""


def listed(home: Path, file: Path, days: tuple[date, date], zone: str, uid: str) -> list[str]:
    """A line for each event that begins on, or goes on over, one of the days; each once.

    `uid` is how a line ends: `UID`, or "" where ours do not say it.
    """
    (home / "vdir").mkdir(parents=True)
    settings = home / "khal.conf"
    settings.write_text(_SETTINGS.format(home=home, zone=zone), encoding="utf-8")
    khal = ("khal", "-c", str(settings))
    program(home, *khal, "import", "--batch", "-a", "kohtaamo", str(file), zone=zone)
    form = ("--day-format", "", "--format", f"{ITEM}{{start}} – {{end}} {{title}}{uid}")
    said = program(home, *khal, "list", *form, *map(str, days), zone=zone)
    # What lasts several days is listed on each of them.
    return sorted({item.strip() for item in said.split(ITEM)} - {""})


def expected(shown: list[Shown], days: tuple[date, date], zone: str) -> list[str]:
    """The same lines by our values, read on a clock of that zone."""
    there = [_there(each, ZoneInfo(zone)) for each in shown]
    return sorted({_line(each) for each in there if each.touches(*days)})


def _there(each: Shown, zone: ZoneInfo) -> Shown:
    title = each.title.replace("\\N", "\n").replace("\\n", "\n")
    if not isinstance(each.start, datetime):
        return replace(each, end=each.end or each.start, title=title)
    start = local(each.start).astimezone(zone).replace(tzinfo=None)
    if not isinstance(each.end, datetime):
        return replace(each, start=start, end=start + NO_END_IS, title=title)
    end = local(each.end).astimezone(zone).replace(tzinfo=None)
    return replace(each, start=start, end=end, title=title)


def _line(each: Shown) -> str:
    form = "%Y-%m-%d %H:%M" if isinstance(each.start, datetime) else "%Y-%m-%d"
    uid = "" if each.uid is None else f" [{each.uid}]"
    return f"{each.start:{form}} – {each.end:{form}} {each.title}{uid}"
