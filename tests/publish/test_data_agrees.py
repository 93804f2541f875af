"""What pages tell search engines, read from the built files by extruct and by schema.org's rules.

It passes the lists of required and recommended properties (`tests/publish/schema_org.py`), and its
dates are those of the calendars, which recurring-ical-events expands.
"""

import calendar as days_of
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import icalendar
import lxml.html
import pytest
import recurring_ical_events  # type: ignore[import-untyped]  # ships no types
from extruct.jsonld import JsonLdExtractor

from kohtaamo.schedule.windows import calendar_window
from kohtaamo.text.zone import HELSINKI

from .schema_org import RECOMMENDED, faults
from .test_dates_agree import ONE_DAY, SITES, TODAY, UMBRELLAS, Built, event_files

EXTRACTOR = JsonLdExtractor()
# The most dates that are told one by one.
MOST = 12
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Thing = Mapping[str, Any]


class Told(NamedTuple):
    """One date; whole days to the last one, moments with their offsets."""

    start: date
    end: date | None
    is_on: bool


def data_of(file: Path) -> list[Thing]:
    return list(EXTRACTOR.extract(file.read_bytes()))


def event_of(file: Path) -> Thing | None:
    return next((each for each in data_of(file) if each["@type"] == "Event"), None)


def moment(written: str) -> date:
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)


def told(thing: Thing) -> Told:
    end = thing.get("endDate")
    is_on = thing["eventStatus"].endswith(("Scheduled", "Rescheduled"))
    return Told(moment(thing["startDate"]), moment(end) if end else None, is_on)


def is_in_rule(schedule: Thing, day: date) -> bool:
    """True for a day of the rule, by the letter of RFC 5545 §3.3.10 and of nothing of ours."""
    first = date.fromisoformat(schedule["startDate"])
    named = schedule["byDay"] if isinstance(schedule["byDay"], list) else [schedule["byDay"]]
    count = int(schedule["repeatFrequency"][1:-1])
    if schedule["repeatFrequency"].endswith("W"):
        weeks = (day - timedelta(day.weekday()) - (first - timedelta(first.weekday()))).days // 7
        return DAYS[day.weekday()] in named and weeks % count == 0
    months = (day.year - first.year) * 12 + day.month - first.month
    left = days_of.monthrange(day.year, day.month)[1] - day.day
    names = {f"{(day.day + 6) // 7}{DAYS[day.weekday()]}"}
    names |= {f"-1{DAYS[day.weekday()]}"} if left < 7 else set()
    return bool(names & {*named}) and months % count == 0


def by_rule(event: Thing) -> Iterator[Told]:
    """The dates of the event's schedule."""
    schedule = event.get("eventSchedule")
    if not schedule:
        return
    excepted = schedule.get("exceptDate", [])
    is_on = event["eventStatus"].endswith(("Scheduled", "Rescheduled"))
    day, last = (date.fromisoformat(schedule[each]) for each in ("startDate", "endDate"))
    while day <= last:
        if is_in_rule(schedule, day) and day.isoformat() not in excepted:
            yield Told(*_span(schedule, day), is_on)
        day += ONE_DAY


def _span(schedule: Thing, day: date) -> tuple[date, date | None]:
    if "startTime" not in schedule:
        days = int(schedule.get("duration", "P1D")[1:-1])
        return day, day + (days - 1) * ONE_DAY
    start = datetime.combine(day, time.fromisoformat(schedule["startTime"]))
    end = None
    if "endTime" in schedule:
        end = datetime.combine(day, time.fromisoformat(schedule["endTime"]))
    elif "duration" in schedule:
        hours, _, minutes = schedule["duration"].removeprefix("PT").partition("H")
        end = start + timedelta(hours=int(hours), minutes=int(minutes.removesuffix("M") or 0))
    return start.replace(tzinfo=HELSINKI), end.replace(tzinfo=HELSINKI) if end else None


def said_by_data(event: Thing) -> list[Told]:
    """Every date from today to the calendar's last day; the event's own where no other is told."""
    _, last = calendar_window(TODAY)
    dates = [*by_rule(event), *map(told, event.get("subEvent", ()))] or [told(event)]
    return sorted(each for each in dates if _last_day(each) >= TODAY and _day(each.start) <= last)


def _day(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at


def _last_day(each: Told) -> date:
    return _day(
        each.end - timedelta(microseconds=1)
        if isinstance(each.end, datetime)
        else each.end or each.start
    )


def said_by_calendar(file: Path) -> list[Told]:
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    _, last = calendar_window(TODAY)
    start, end = (datetime.combine(day, time(), HELSINKI) for day in (TODAY, last + ONE_DAY))
    return sorted(map(_of_calendar, recurring_ical_events.of(calendar).between(start, end)))


def _of_calendar(component: icalendar.Event) -> Told:
    start, end = component["DTSTART"].dt, component.end
    is_on = component["STATUS"] == "CONFIRMED"
    if not isinstance(start, datetime):
        return Told(start, end - ONE_DAY, is_on)
    return Told(start, end if end > start else None, is_on)


@pytest.mark.parametrize("site", SITES)
def test_data_and_calendar_say_the_same(site: str, built: Built) -> None:
    differing, compared = {}, 0
    for page, calendar in event_files(built(site)):
        event = event_of(page)
        if event is None:
            continue
        read, said = said_by_calendar(calendar), said_by_data(event)
        if "eventSchedule" not in event and len(event.get("subEvent", ())) == MOST:
            read = read[:MOST]
        compared += len(read)
        if read != said:
            differing[page.parent.name] = said, read

    assert differing == {}
    assert compared > 20


@pytest.mark.parametrize("site", ["everything", "sample"])
def test_an_umbrella_tells_the_next_date_of_each_part(site: str, built: Built) -> None:
    """As the part's own page and its calendar say it."""
    folder = built(site) / "tapahtumat"
    parts = [
        (part["@id"].split("/")[-2], told(part))
        for slug in UMBRELLAS
        if (folder / slug).is_dir()
        for part in (event_of(folder / slug / "index.html") or {})["subEvent"]
    ]

    assert parts
    for slug, date_told in parts:
        assert said_by_calendar(folder / slug / "event.ics")[0] == date_told


@pytest.mark.parametrize("site", ["everything", "sample"])
def test_the_data_of_every_page_is_sound(site: str, built: Built) -> None:
    """Of every page; what is recommended is there on some page, or nobody wrote it anywhere."""
    found: dict[str, list[str]] = {}
    seen: Counter[str] = Counter()
    pages = sorted(built(site).rglob("*.html"))
    for page in pages:
        things = data_of(page)
        path = page.relative_to(built(site)).as_posix()
        wrong = [fault for thing in things for fault in faults(thing)]
        contexts = {thing["@context"] for thing in things} - {"https://schema.org"}
        found |= {path: wrong} if wrong or contexts else {}
        seen.update(f"{each['@type']}.{key}" for each in things for key in {**each, "": 0})

    assert found == {}
    assert seen["Event."] > 50
    assert seen["Event."] == seen["Event.organizer"] == seen["Event.eventAttendanceMode"]
    asked = {f"{kind}.{key}" for kind, keys in RECOMMENDED.items() for key in ("", *keys)}
    assert asked - seen.keys() == set()


def test_every_page_with_a_trail_tells_it(built: Built) -> None:
    wrong: dict[Path, object] = {}
    for page in built("everything").rglob("*.html"):
        text = page.read_text("utf-8")
        root = lxml.html.document_fromstring(text)
        steps = root.xpath("//nav[@class='breadcrumb']//a")
        told_steps = [
            (step["name"], step.get("item"))
            for thing in data_of(page)
            if thing["@type"] == "BreadcrumbList"
            for step in thing["itemListElement"]
        ]
        start = root.xpath("string(//link[@rel='canonical']/@href)")
        host = "/".join(start.split("/")[:3])
        shown = [(step.text_content(), host + step.get("href")) for step in steps]
        heading = " ".join(root.xpath("string(//h1)").split())
        if len(shown) > 1 and "ld+json" in text and told_steps[:-1] != shown:
            wrong[page] = told_steps, shown
        # The heading may say first that the event is off.
        if told_steps and not heading.endswith(" ".join(told_steps[-1][0].split())):
            wrong[page] = told_steps[-1:], [heading]
    assert wrong == {}


def test_of_what_is_for_members_nothing_is_told(built: Built) -> None:
    page = built("everything") / "tapahtumat" / "hallituksen-kokous" / "index.html"
    assert "ld+json" not in page.read_text("utf-8")
    others = (
        file.relative_to(built("everything")).as_posix()
        for file in built("everything").rglob("*.html")
        if "hallituksen-kokous" in json.dumps(data_of(file))
    )
    assert [*others] == []
