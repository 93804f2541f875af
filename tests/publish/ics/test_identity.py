"""What stays the same over the years, and what says that something has changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.make import make_edition
from kohtaamo.model.event import Event, Status
from kohtaamo.model.origin import Origin
from kohtaamo.model.repeat import Change, Every, Repeat, Unit
from kohtaamo.publish.ics.listing import calendar_cut, event_calendar, listing_calendar
from kohtaamo.publish.parts import make_parts

SERIES = "neulekahvila"


def components(edition: Edition, event: Event) -> list[icalendar.cal.Component]:
    return icalendar.Calendar.from_ical(event_calendar(make_parts(edition), event, "fi")).walk(
        "VEVENT"
    )


def told(edition: Edition, event: Event, name: str) -> set[str]:
    return {str(each[name]) for each in components(edition, event)}


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Toinen nimi"},
        {"start": datetime.fromisoformat("2026-09-01 17:00")},
        {"place": "kiertava-kahvila", "room": None},
        {"slug": "neulojat", "formerly": (SERIES,)},
        {"slug": "puikot", "formerly": (SERIES, "neulojat")},
    ],
    ids=["title", "time", "place", "slug", "slug again"],
)
def test_identities_outlive_changes(change: dict[str, object], edition: Edition) -> None:
    before = edition.network.events[SERIES]
    after = replace(before, **change)
    events = {after.slug: after}
    changed = make_edition(
        replace(edition.network, events=events),
        today=edition.today,
        site_url="https://toinen.example/polku",
        changed=edition.changed,
        words=edition.words,
    )

    assert told(changed, after, "UID") == told(edition, before, "UID")
    assert len(told(edition, before, "UID")) == 3


def test_a_place_that_moves_changes_its_events(edition: Edition) -> None:
    """DTSTAMP and SEQUENCE follow the newest landing of all files that an event is told from."""
    event = edition.network.events["torikahvit"]
    later = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
    moved = replace(edition, changed=dict(edition.changed) | {"places/kiertava-kahvila": later})

    (before,), (after,) = components(edition, event), components(moved, event)

    assert (
        before["DTSTAMP"].dt == before["LAST-MODIFIED"].dt == datetime(2026, 11, 29, 9, tzinfo=UTC)
    )
    assert after["DTSTAMP"].dt == after["LAST-MODIFIED"].dt == later
    assert after["SEQUENCE"] - before["SEQUENCE"] == 23 * 3600
    assert after["CREATED"].dt == before["CREATED"].dt == datetime(2026, 11, 13, tzinfo=UTC)
    assert after["UID"] == before["UID"]


def test_before_it_is_committed_an_event_is_as_old_as_its_announcement(edition: Edition) -> None:
    (only,) = components(edition, edition.network.events["kaukana"])

    assert only["DTSTAMP"].dt == only["CREATED"].dt == datetime(2026, 11, 18, tzinfo=UTC)


def test_a_series_keeps_its_start_while_its_window_moves_on(edition: Edition) -> None:
    """What has been cancelled becomes a skipped date the day after; nothing else changes."""
    event = edition.network.events[SERIES]
    later = replace(edition, today=edition.today + timedelta(days=8))

    before, after = components(edition, event)[0], components(later, event)[0]

    assert after["DTSTART"].dt == before["DTSTART"].dt
    assert after["RRULE"] == before["RRULE"]
    assert len(after["EXDATE"]) == len(before["EXDATE"]) + 1
    assert "PERUTTU: Neulekahvila" in told(edition, event, "SUMMARY")
    assert told(later, event, "SUMMARY") == {"Neulekahvila"}


# What passing days change in the series: its last cancelled date left on 25 November 2026, another
# leaves on 9 December; the one of a year ahead is reached on 13 December, and left a month after.
@pytest.mark.parametrize(
    ("today", "turned"),
    [
        ("2026-11-24", "2026-09-16"),
        ("2026-11-25", "2026-11-25"),
        ("2026-12-08", "2026-11-25"),
        ("2026-12-09", "2026-12-09"),
        ("2026-12-13", "2026-12-13"),
        ("2028-01-12", "2026-12-13"),
        ("2028-01-13", "2028-01-13"),
    ],
)
def test_what_a_night_changes_in_a_series_is_a_change(
    today: str, turned: str, edition: Edition
) -> None:
    """There are clients that take a series anew only when its LAST-MODIFIED has grown."""
    event = edition.network.events[SERIES]
    assert event.repeat is not None
    far = Change(date=date(2027, 12, 14), start=datetime.fromisoformat("2027-12-13 12:00"))
    changes = (*(each for each in event.repeat.changes if each.cancelled), far)
    long = replace(
        event, repeat=replace(event.repeat, changes=changes, until=date(2028, 5, 30), extra=())
    )
    old = datetime(2026, 8, 15, 9, 0, tzinfo=UTC)
    then = make_edition(
        replace(edition.network, events={SERIES: long}),
        today=date.fromisoformat(today),
        site_url=edition.site_url,
        changed={"events/neulekahvila": old},
        words=edition.words,
    )

    found = components(then, long)
    began = datetime.fromisoformat(turned).replace(tzinfo=ZoneInfo("Europe/Helsinki"))
    assert {each["LAST-MODIFIED"].dt for each in found} == {began}
    assert {each["DTSTAMP"].dt for each in found} == {each["LAST-MODIFIED"].dt for each in found}
    assert {each["SEQUENCE"] for each in found} == {
        int((began - datetime(2020, 1, 1, tzinfo=UTC)).total_seconds())
    }


def test_a_series_that_is_off_leaves_date_by_date(edition: Edition) -> None:
    event = replace(edition.network.events[SERIES], status=Status.CANCELLED, reason="tauko")
    repeat = Repeat(every=Every(count=1, unit=Unit.WEEK), until=date(2026, 12, 15))
    off = replace(event, repeat=repeat, start=datetime.fromisoformat("2026-11-24 18:00"))

    def on(today: str) -> list[tuple[str, list[str], str]]:
        then = make_edition(
            replace(edition.network, events={SERIES: off}),
            today=date.fromisoformat(today),
            site_url=edition.site_url,
            changed={"events/neulekahvila": datetime(2026, 11, 20, 9, 0, tzinfo=UTC)},
            words=edition.words,
        )
        return [
            (
                str(each["SUMMARY"]),
                [f"{day.dt:%d.%m.}" for day in left_out(each)],
                f"{each['LAST-MODIFIED'].dt:%d.%m. %H}",
            )
            for each in components(then, off)
        ]

    title = "PERUTTU: Neulekahvila"
    assert on("2026-11-24") == [(title, [], "20.11. 09")]
    assert on("2026-11-25") == [(title, ["24.11."], "24.11. 22")]
    assert on("2026-12-15") == [(title, ["24.11.", "01.12.", "08.12."], "08.12. 22")]
    # Nothing is left of it: listings have none of it any more, its own file says so of all dates.
    assert on("2026-12-16") == [(title, [], "15.12. 22")]


def left_out(each: icalendar.cal.Component) -> Iterator[icalendar.vDDDTypes]:
    found = each.get("EXDATE", [])
    for days in found if isinstance(found, list) else [found]:
        yield from days.dts


def many(count: int) -> Iterator[Event]:
    for number in range(count):
        day = date(2026, 12, 2) + timedelta(days=number % 300)
        yield Event(
            slug=f"t-{number:04d}",
            title="T",
            start=day,
            all_day=True,
            published=date(2026, 11, 1),
            written_in="fi",
            origin=Origin("events/t.md"),
        )


def test_a_calendar_says_how_far_it_reaches(edition: Edition) -> None:
    events = {event.slug: event for event in many(1_100)}
    full = make_edition(
        replace(edition.network, events=events),
        today=edition.today,
        site_url=edition.site_url,
        changed={},
        words=edition.words,
    )
    parts, listing = make_parts(full), full.listings[0]
    body = listing_calendar(parts, listing, "fi")
    until = calendar_cut(parts, listing, "fi")

    assert body.count(b"BEGIN:VEVENT") == 1_000
    # Days 1–200 hold four events each and 201–300 three: the thousandth is on the 267th day.
    assert until == date(2026, 12, 1) + timedelta(days=266)
    assert calendar_cut(make_parts(edition), edition.listings[0], "fi") is None
