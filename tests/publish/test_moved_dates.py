"""A date that a change moves to another place is found there: on pages, in calendars and feeds."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

import icalendar
import pytest

from kohtaamo.ids import date_id
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.make import make_edition
from kohtaamo.model.common import DateSpan
from kohtaamo.model.event import Access, Event
from kohtaamo.model.repeat import Change, Repeat
from kohtaamo.publish.about_event import identity
from kohtaamo.publish.formats import feed_outputs
from kohtaamo.publish.pages.site import make_site
from kohtaamo.publish.parts import make_parts

Component = icalendar.cal.Component
# At Myllytalo in Laakso every Tuesday; one date goes to Kiertävä kahvila, which is of Harju.
SERIES, HOME, THERE = "neulekahvila", "myllytalo", "kiertava-kahvila"
AWAY = Change(date=date(2027, 2, 16), place=THERE, reason="kahvilan kutsu")


def edition_with(edition: Edition, today: date = date(2026, 12, 1), **fields: object) -> Edition:
    """The network with one series, of which one date is away."""
    event = edition.network.events[SERIES]
    assert event.repeat is not None
    repeat = replace(event.repeat, changes=(AWAY,), extra=())
    changed = replace(event, **{"repeat": repeat, **fields})
    return make_edition(
        replace(edition.network, events={SERIES: changed}),
        today=today,
        site_url=edition.site_url,
        changed={},
        words=edition.words,
    )


def visited(edition: Edition) -> dict[tuple[str, str], list[str]]:
    """The listings that have guests, with their days."""
    return {
        (each.kind, each.key): [str(guest.start) for guest in each.guests]
        for each in edition.listings
        if each.guests
    }


def files_of(edition: Edition) -> Mapping[str, bytes]:
    return {each.path: each.render() for each in feed_outputs(edition)}


def vevents(body: bytes) -> list[Component]:
    return icalendar.Calendar.from_ical(body).walk("VEVENT")


def test_it_visits_the_place_and_its_municipality_and_nothing_else(edition: Edition) -> None:
    assert visited(edition_with(edition)) == {
        ("place", THERE): ["2027-02-16 18:00:00"],
        ("municipality", "harju"): ["2027-02-16 18:00:00"],
    }


def test_nobody_is_a_guest_at_home(edition: Edition) -> None:
    """Within one municipality only the place is another one."""
    places = dict(edition.network.places)
    places[THERE] = replace(places[THERE], municipality="laakso", stops=())
    near = replace(edition, network=replace(edition.network, places=places))

    assert visited(edition_with(near)) == {("place", THERE): ["2027-02-16 18:00:00"]}


@pytest.mark.parametrize("access", [Access.CLOSED, Access.MEMBERS])
def test_what_is_not_listed_at_home_visits_nobody(access: Access, edition: Edition) -> None:
    assert visited(edition_with(edition, access=access)) == {}


def test_only_within_the_window(edition: Edition) -> None:
    assert visited(edition_with(edition, today=date(2026, 2, 15))) == {}
    assert len(visited(edition_with(edition, today=date(2026, 2, 16)))) == 2
    assert len(visited(edition_with(edition, today=date(2027, 3, 18)))) == 2
    assert visited(edition_with(edition, today=date(2027, 3, 19))) == {}


def test_the_calendar_there_holds_that_date_alone(edition: Edition) -> None:
    there = edition_with(edition)
    event = there.network.events[SERIES]
    (only,) = vevents(files_of(there)[f"paikat/{THERE}/calendar.ics"])

    assert str(only["UID"]) == str(date_id(identity(there, event), date(2027, 2, 16)))
    assert "RRULE" not in only
    assert "RECURRENCE-ID" not in only
    assert f"{only['DTSTART'].dt:%Y-%m-%d %H:%M}" == "2027-02-16 18:00"
    assert str(only["LOCATION"]) == "Kiertävä kahvila"
    assert str(only["DESCRIPTION"]).startswith(
        "Paikka on muuttunut.\nAiempi paikka: Myllytalo.\nSyy: kahvilan kutsu\n\n"
    )


def test_the_calendar_at_home_says_where_it_went(edition: Edition) -> None:
    files = files_of(edition_with(edition))
    home = vevents(files[f"paikat/{HOME}/calendar.ics"])

    assert [str(each["LOCATION"]) for each in home] == [
        "Myllytalo, Kabinetti, Myllytie 2, Laakso",
        "Kiertävä kahvila",
    ]
    assert [each.get("RECURRENCE-ID") is not None for each in home] == [False, True]
    # Where both listings meet, the series is there once and nothing beside it.
    everything = vevents(files["tapahtumat/calendar.ics"])
    assert [each["UID"] for each in everything] == [each["UID"] for each in home]


def test_a_cancelled_visit_leaves_the_day_after(edition: Edition) -> None:
    event = edition.network.events[SERIES]
    assert event.repeat is not None
    off = replace(event.repeat, changes=(replace(AWAY, cancelled=True),), extra=())

    def on(today: date) -> list[str]:
        there = edition_with(edition, today, repeat=off)
        return [
            str(each["SUMMARY"])
            for each in vevents(files_of(there)[f"paikat/{THERE}/calendar.ics"])
        ]

    assert on(date(2027, 2, 16)) == ["PERUTTU: Neulekahvila"]
    assert on(date(2027, 2, 17)) == []


def test_feeds_there_have_the_series_once(edition: Edition) -> None:
    """Two visits and the series itself are one entry, with the identity it has everywhere."""
    event = edition.network.events[SERIES]
    assert event.repeat is not None
    twice = replace(event.repeat, changes=(AWAY, replace(AWAY, date=date(2027, 2, 23))), extra=())
    there = edition_with(edition, repeat=twice)
    files = files_of(there)

    for folder in (f"paikat/{THERE}", f"paikat/{HOME}", "kunnat/harju", "tapahtumat"):
        entries = json.loads(files[f"{folder}/feed.json"])["items"]
        assert [each["id"] for each in entries] == [f"urn:uuid:{identity(there, event)}"]
    assert len(vevents(files["kunnat/harju/calendar.ics"])) == 2


def test_in_another_language_where_the_series_is_translated(edition: Edition) -> None:
    files = files_of(edition_with(edition))
    (only,) = vevents(files[f"sv/platser/{THERE}/calendar.ics"])

    assert str(only["SUMMARY"]) == "Stickcafé"


def test_pages_there_show_the_date(edition: Edition) -> None:
    there = edition_with(edition)
    site = make_site(there, make_parts(there))

    for key in (("place", THERE), ("municipality", "harju")):
        (item,) = site.plans[key].items
        assert (item.occurrence.start, item.occurrence.place) == (
            datetime.fromisoformat("2027-02-16 18:00"),
            THERE,
        )
        assert site.counts[key] == 1
        assert site.plans[key].changed is not None
    assert [item.occurrence.start for item in site.plans["place", HOME].items][:2] == [
        datetime.fromisoformat("2026-12-01 18:00"),
        datetime.fromisoformat("2026-12-08 18:00"),
    ]


def test_a_past_visit_is_not_shown(edition: Edition) -> None:
    there = edition_with(edition, date(2027, 2, 17))
    site = make_site(there, make_parts(there))

    assert site.plans["place", THERE].items == ()
    assert site.counts["place", THERE] == 0


def test_an_umbrella_has_no_dates_to_bring(edition: Edition) -> None:
    home = edition_with(edition)
    series = home.network.events[SERIES]
    part = Event(
        slug="osa",
        title="Osa",
        start=date(2027, 2, 16),
        all_day=True,
        part_of=SERIES,
        written_in="fi",
        origin=series.origin,
    )
    assert isinstance(series.repeat, Repeat)
    assert not any(isinstance(skip, DateSpan) and AWAY.date in skip for skip in series.repeat.skip)
    full = make_edition(
        replace(home.network, events={SERIES: series, "osa": part}),
        today=home.today,
        site_url=home.site_url,
        changed={},
        words=home.words,
    )

    assert visited(full) == {}
