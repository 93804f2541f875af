"""A series of which hundreds of dates have changed: small enough, and right on every date."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.make import make_edition
from kohtaamo.model.event import Event
from kohtaamo.model.origin import Origin
from kohtaamo.model.repeat import Change, Every, Repeat, Unit
from kohtaamo.publish.ics.listing import calendar_cut, event_calendar, listing_calendar
from kohtaamo.publish.parts import make_parts

Component = icalendar.cal.Component
FIRST, LAST = date(2026, 12, 1), date(2028, 1, 31)
TEXT = "Tervetuloa, kahvia on. " * 80


def with_kerho(edition: Edition, changed: list[date]) -> Edition:
    """One daily series from 13 to 15, of which some dates begin half an hour later."""
    changes = tuple(Change(date=day, start=time(13, 30), end=time(15)) for day in changed)
    event = Event(
        slug="kerho",
        title="Kerho",
        text=TEXT,
        start=datetime.combine(FIRST, time(13)),
        end=time(15),
        repeat=Repeat(every=Every(count=1, unit=Unit.DAY), until=LAST, changes=changes),
        published=date(2026, 11, 1),
        written_in="fi",
        origin=Origin("events/kerho.md"),
    )
    return make_edition(
        replace(edition.network, events={"kerho": event}),
        today=FIRST,
        site_url=edition.site_url,
        changed={},
        words=edition.words,
    )


def vevents(body: bytes) -> list[Component]:
    return icalendar.Calendar.from_ical(body).walk("VEVENT")


def days(count: int, first: date = FIRST) -> list[date]:
    return [first + timedelta(days=number) for number in range(count)]


@pytest.mark.parametrize(("count", "is_whole"), [(25, True), (26, False), (360, False)])
def test_many_overrides_do_not_repeat_the_text(
    edition: Edition, count: int, is_whole: bool
) -> None:
    parts = make_parts(with_kerho(edition, days(count)))
    body = event_calendar(parts, parts.edition.network.events["kerho"], "fi")
    master, *overrides = vevents(body)

    assert len(overrides) == count
    assert len(body) < 300_000
    assert TEXT.strip() in str(master["DESCRIPTION"])
    assert all((TEXT.strip() in str(each["DESCRIPTION"])) is is_whole for each in overrides)
    listing = parts.edition.listings[0]
    assert len(vevents(listing_calendar(parts, listing, "fi"))) == count + 1
    assert calendar_cut(parts, listing, "fi") is None


def test_a_short_override_says_the_change_and_where_to_read_on(edition: Edition) -> None:
    parts = make_parts(with_kerho(edition, days(26)))
    _, first, *_ = vevents(event_calendar(parts, parts.edition.network.events["kerho"], "fi"))

    assert str(first["DESCRIPTION"]) == (
        "Aika on muuttunut.\nAiempi aika: tiistaina 1.12.2026 klo 13–15.\n\n"
        "https://example.fi/tapahtumat/kerho/"
    )


def test_a_changed_date_beyond_the_window_is_left_out_until_it_is_reached(
    edition: Edition,
) -> None:
    """The window of 1 December 2026 ends on 1 December 2027."""
    parts = make_parts(with_kerho(edition, [date(2027, 12, 1), date(2027, 12, 2)]))
    master, *overrides = vevents(event_calendar(parts, parts.edition.network.events["kerho"], "fi"))

    assert [each["DTSTART"].to_ical() for each in overrides] == [b"20271201T133000"]
    assert master["EXDATE"].to_ical() == b"20271202T130000"
    assert master["RRULE"]["UNTIL"] == [datetime(2028, 1, 31, 11, tzinfo=UTC)]
