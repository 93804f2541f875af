"""What pages of events and organisers tell search engines, word by word."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from .conftest import Built

Networks = Callable[[str], Built]
START = "https://verkosto.example.org"


@pytest.fixture(scope="module")
def everything(networks: Networks) -> Built:
    return networks("everything")


def data(built: Built, path: str) -> Mapping[str, Any]:
    """The first thing that a page tells of."""
    told = built.page(f"{path}/index.html").xpath("//script[@type='application/ld+json']/text()")
    found: Mapping[str, Any] = json.loads(told[0])
    return found


def dates(thing: Mapping[str, Any]) -> tuple[str, ...]:
    named = ("startDate", "endDate", "eventStatus", "previousStartDate")
    return tuple(thing.get(each, "").removeprefix("https://schema.org/Event") for each in named)


def test_a_series_with_a_rule(everything: Built) -> None:
    coffee = data(everything, "tapahtumat/sataman-kahvit")
    assert coffee["@id"] == f"{START}/tapahtumat/sataman-kahvit/#event"
    assert dates(coffee) == ("2026-12-01T13:00+02:00", "2026-12-01T15:00+02:00", "Scheduled", "")
    assert coffee["eventSchedule"] == {
        "@type": "Schedule",
        "startDate": "2026-09-01",
        "endDate": "2027-05-27",
        "startTime": "13:00",
        "endTime": "15:00",
        "repeatFrequency": "P1W",
        "byDay": ["TU", "TH"],
        "exceptDate": [
            *("2026-09-15", "2026-12-03", "2026-12-10", "2026-12-15", "2026-12-17", "2026-12-24"),
            *("2026-12-29", "2026-12-31", "2027-01-05", "2027-05-06"),
        ],
        "scheduleTimezone": "Europe/Helsinki",
    }
    at = {"@id": f"{START}/paikat/simpukka/#place"}
    assert [(*dates(each), each["location"] == at) for each in coffee["subEvent"]] == [
        ("2026-12-03T13:00+02:00", "2026-12-03T15:00+02:00", "Cancelled", "", True),
        (
            *("2026-12-10T14:00+02:00", "2026-12-10T16:00+02:00", "Rescheduled"),
            *("2026-12-10T13:00+02:00", True),
        ),
        (
            *("2026-12-16T13:00+02:00", "2026-12-16T15:00+02:00", "Rescheduled"),
            *("2026-12-15T13:00+02:00", True),
        ),
        # At another place, at its own time.
        ("2026-12-17T13:00+02:00", "2026-12-17T15:00+02:00", "Scheduled", "", False),
        ("2027-01-09T13:00+02:00", "2027-01-09T15:00+02:00", "Scheduled", "", True),
        ("2027-01-16T14:00+02:00", "2027-01-16T16:00+02:00", "Scheduled", "", True),
    ]


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("talviuinti", ("2026-12-12T10:00+02:00", "2026-12-12T12:00+02:00", "Cancelled", "")),
        ("levyraati", ("2026-12-10T18:00+02:00", "2026-12-10T20:00+02:00", "Postponed", "")),
        ("satamapaivat", ("2027-06-04", "2027-06-06", "Scheduled", "")),
    ],
)
def test_one_date(everything: Built, slug: str, said: tuple[str, ...]) -> None:
    assert dates(data(everything, f"tapahtumat/{slug}")) == said


@pytest.mark.parametrize(
    ("slug", "mode", "kinds"),
    [
        ("talviuinti", "Offline", ["Place"]),
        ("kirjapiiri", "Online", ["VirtualLocation"]),
        ("levyraati", "Online", ["VirtualLocation"]),
        ("avajaiset", "Mixed", ["Place", "VirtualLocation", "VirtualLocation"]),
    ],
)
def test_where_it_is(everything: Built, slug: str, mode: str, kinds: list[str]) -> None:
    event = data(everything, f"tapahtumat/{slug}")
    at = event["location"] if isinstance(event["location"], list) else [event["location"]]
    assert event["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    assert [each["@type"] for each in at] == kinds


def test_a_name_is_the_same_in_every_language(everything: Built) -> None:
    finnish, swedish = (
        data(everything, each)
        for each in ("tapahtumat/sataman-kahvit", "sv/evenemang/sataman-kahvit")
    )
    assert swedish["@id"] == finnish["@id"]
    assert swedish["url"] == f"{START}/sv/evenemang/sataman-kahvit/"
    place = data(everything, "sv/platser/simpukka")
    assert swedish["location"]["@id"] == place["@id"]
    assert swedish["location"]["url"] == place["url"]
    (organiser,) = swedish["organizer"]
    told = data(everything, "sv/arrangorer/merilahden-martat")
    assert {each: told[each] for each in ("@id", "url", "name")} == {
        each: organiser[each] for each in ("@id", "url", "name")
    }
