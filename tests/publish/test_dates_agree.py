"""What a page says and what its calendar says: the same dates, read from the built files.

The calendar is expanded by recurring-ical-events, which knows nothing of ours, and put into words;
the words must stand on the page.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import icalendar
import lxml.html
import pytest
import recurring_ical_events  # type: ignore[import-untyped]  # ships no types

from kohtaamo.schedule.windows import calendar_window
from kohtaamo.text.zone import HELSINKI
from kohtaamo.words.dates import when
from kohtaamo.words.load import shipped_words

TODAY = date(2026, 12, 1)
ONE_DAY = timedelta(days=1)
FI = shipped_words("fi")
NO_DIGITS = str.maketrans("", "", "0123456789")
SITES = ("small", "everything", "sample")
# Umbrella events of the three sites.
UMBRELLAS = frozenset({"kohtaamispaikkapaivat-2027", "satamapaivat"})
SKIPPED = frozenset(
    FI(f"site.event.{key}.{form}").replace("{count}", "").translate(NO_DIGITS)
    for key in ("skipped", "skipped_more")
    for form in ("one", "many")
) | {FI("site.event.missed")}
Built = Callable[[str], Path]


def said_by_calendar(file: Path) -> list[str]:
    """Every date from today on that an event's own calendar holds, in the page's words."""
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    _, last = calendar_window(TODAY)
    start, end = (datetime.combine(day, time(), HELSINKI) for day in (TODAY, last + ONE_DAY))
    found = recurring_ical_events.of(calendar).between(start, end)
    return sorted(_in_words(each) for each in found)


def _in_words(component: icalendar.Event) -> str:
    start = component["DTSTART"].dt
    end = component.end
    if not isinstance(start, datetime):
        said = when(FI, start, end - ONE_DAY)
        return said if end - ONE_DAY > start else f"{said} {FI('dates.all_day')}"
    local = start.astimezone(HELSINKI).replace(tzinfo=None)
    until = end.astimezone(HELSINKI).replace(tzinfo=None)
    return when(FI, local, until if until > local else None)


def said_by_page(file: Path) -> list[str]:
    """Every date from today to the calendar's last day that is not skipped."""
    _, last = calendar_window(TODAY)
    moments = lxml.html.parse(file).xpath(
        "//section[@class='event-dates']//ul[@class='date-list']/li/time"
        "|//section[@class='event-when'][not(//section[@class='event-dates'])]//time"
    )
    return sorted(
        " ".join(moment.text_content().split())
        for moment in moments
        if _summary(moment) not in SKIPPED
        and TODAY.isoformat() <= moment.get("datetime")[:10] <= last.isoformat()
    )


def _summary(moment: lxml.html.HtmlElement) -> str:
    """What the list says of itself, or the sentence before it, its number left out."""
    said = moment.xpath("ancestor::details/summary | ancestor::ul/preceding-sibling::p[1]")
    return said[0].text_content().translate(NO_DIGITS) if said else ""


def event_files(site: Path) -> Iterator[tuple[Path, Path]]:
    """Page and calendar of every event that has both.

    An umbrella's calendar holds its parts, and at a former address the page only leads on.
    """
    for calendar in sorted(site.glob("tapahtumat/*/event.ics")):
        page = calendar.with_name("index.html")
        leads_on = b'http-equiv="refresh"' in page.read_bytes()
        if calendar.parent.name not in UMBRELLAS and not leads_on:
            yield page, calendar


@pytest.mark.parametrize("site", SITES)
def test_a_page_and_its_calendar_say_the_same(site: str, built: Built) -> None:
    pairs = list(event_files(built(site)))
    assert pairs

    differing = {
        page.parent.name: (told, read)
        for page, calendar in pairs
        if (told := said_by_page(page)) != (read := said_by_calendar(calendar))
    }

    assert differing == {}
