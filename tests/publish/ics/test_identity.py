"""What stays the same over the years, and what says that something has changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.make import make_edition
from kohtaamo.model.event import Event
from kohtaamo.model.origin import Origin
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
    moved = replace(edition, changed=dict(edition.changed) | {"places/kiertava-kahvila.md": later})

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
