"""A place's opening hours as a calendar: what it holds is what the page says, for years."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest

from kohtaamo.listings.edition import Edition
from kohtaamo.publish.about_listing import own_languages
from kohtaamo.publish.formats import feed_outputs
from kohtaamo.publish.ics.cut import calendar_of
from kohtaamo.publish.ics.hours import cut_hours, hours_address
from kohtaamo.schedule.opening import open_spans
from kohtaamo.schedule.windows import whole_months
from tests.publish.conftest import landed_edition_of
from tests.publish.ics.test_dates import read

Component = icalendar.cal.Component
Lint = Callable[[bytes], list[str]]

HOURS = """\
hours:
  - {days: ma–pe, from: "10:00", to: "16:00"}
  - {days: ke, from: "17:00", to: "20:00", mode: self-service, note: Avain lainataan kirjastosta.}
  - {days: la, from: "22:00", to: "04:00"}
seasons:
  - name: Kesä
    from: 2027-06-07
    to: 2027-08-08
    hours: [{days: ti, from: "12:00", to: "24:00", mode: guidance}]
exceptions:
  - {date: 2026-12-24, closed: yes, reason: Jouluaatto}
  - {date: 2027-01-13, hours: [{days: ke, from: "12:00", to: "14:00"}], reason: kokous}
holiday_hours: [{days: ma–su, from: "11:00", to: "13:00", mode: by-appointment}]
"""


def network(content: Path, hours: str) -> Edition:
    """The small network with other opening hours."""
    file = content / "places" / "asematalo.md"
    head, _, rest = file.read_text("utf-8").partition("hours:\n")
    file.write_text(head + hours + rest[rest.index("rooms:") :], "utf-8")
    return landed_edition_of(content)


def body_of(edition: Edition, language: str = "fi") -> bytes:
    (place,) = edition.network.places.values()
    return calendar_of(cut_hours(edition, place, language))


def events(body: bytes) -> list[Component]:
    return icalendar.Calendar.from_ical(body).walk("VEVENT")


def line(each: Component) -> str:
    """`from–to rule −weeks left out: summary` of an event."""
    rule = each.get("RRULE")
    until = f" …{rule['UNTIL'][0]:%Y-%m-%dT%H:%MZ} {rule['BYDAY'][0]}" if rule else ""
    left_out = each.get("EXDATE", [])
    days = left_out if isinstance(left_out, list) else [left_out]
    missing = "".join(f" -{moment.dt:%m-%d}" for each in days for moment in each.dts)
    times = f"{each['DTSTART'].dt:%Y-%m-%d %H:%M}–{each['DTEND'].dt:%d. %H:%M}"
    return f"{times}{until}{missing}: {each['SUMMARY']}"


def test_every_day_of_every_place_is_as_the_page_says(any_edition: Edition, lint: Lint) -> None:
    first, last = whole_months(any_edition.today)
    places = [each for each in any_edition.network.places.values() if any(each.all_hours())]
    for place in places:
        for language in own_languages(any_edition, place):
            body = calendar_of(cut_hours(any_edition, place, language))
            ours = sorted(
                (f"{span.start:%Y-%m-%d %H:%M}", f"{span.end:%Y-%m-%d %H:%M}", False)
                for span in open_spans(place, first, last)
            )

            assert lint(body) == []
            # An overnight span of the last day ends on the day after it.
            assert read(body, first, last + timedelta(days=1)) == ours
    assert places


def test_weeks_seasons_exceptions_and_holidays(small_content: Path, lint: Lint) -> None:
    body = body_of(network(small_content, HOURS))

    assert lint(body) == []
    assert [line(each) for each in events(body) if "RRULE" in each] == [
        # The season: to midnight, which is the next day's beginning.
        "2027-06-08 12:00–09. 00:00 …2027-08-03T09:00Z TU: Digiopastus: Asematalo",
        "2026-11-02 10:00–02. 16:00 …2027-12-27T08:00Z MO -03-29"
        + without(date(2027, 6, 7), 9)
        + " -12-06: Avoinna: Asematalo",
        "2026-11-03 10:00–03. 16:00 …2027-12-28T08:00Z TU"
        + without(date(2027, 6, 8), 9)
        + ": Avoinna: Asematalo",
        "2026-11-04 10:00–04. 16:00 …2027-12-29T08:00Z WE -01-06 -01-13"
        + without(date(2027, 6, 9), 9)
        + ": Avoinna: Asematalo",
        "2026-11-04 17:00–04. 20:00 …2027-12-29T15:00Z WE -01-06 -01-13"
        + without(date(2027, 6, 9), 9)
        + ": Omatoimi: Asematalo",
        "2026-11-05 10:00–05. 16:00 …2027-12-30T08:00Z TH -12-24 -05-06"
        + without(date(2027, 6, 10), 9)
        + ": Avoinna: Asematalo",
        "2026-11-06 10:00–06. 16:00 …2027-12-31T08:00Z FR -12-25 -01-01 -03-26"
        + without(date(2027, 6, 11), 9)
        + ": Avoinna: Asematalo",
        # Not by the rule: holidays, the nights on which clocks change, and the summer.
        "2026-11-07 22:00–08. 04:00 …2027-12-18T20:00Z SA -12-26 -03-27 -05-01"
        + without(date(2027, 6, 12), 9)
        + " -10-30 -11-06: Avoinna: Asematalo",
    ]


def weeks(first: date, count: int) -> list[date]:
    return [first + timedelta(days=7 * number) for number in range(count)]


def without(first: date, count: int) -> str:
    return "".join(f" -{day:%m-%d}" for day in weeks(first, count))


def test_days_that_stand_alone_say_why(small_content: Path) -> None:
    alone = [each for each in events(body_of(network(small_content, HOURS))) if "RRULE" not in each]
    told = {line(each): str(each["DESCRIPTION"]) for each in alone}
    page = "\n\nhttps://example.fi/paikat/asematalo/"

    assert told["2026-12-06 11:00–06. 13:00: Ajanvarauksella: Asematalo"] == (
        "Itsenäisyyspäivä: pyhäpäivän aukioloaika.\n\n"
        "Ajanvarauksella: sovi aika ennen kuin tulet." + page
    )
    assert told["2027-01-13 12:00–13. 14:00: Avoinna: Asematalo"] == (
        "Poikkeava aukioloaika: kokous\n\nAvoinna: henkilökunta paikalla." + page
    )
    # Six hours on the wall are five on this night: no rule says that to every reader.
    assert told["2027-03-27 22:00–28. 04:00: Avoinna: Asematalo"] == (
        "Avoinna: henkilökunta paikalla." + page
    )
    assert not any(each.startswith("2026-12-24") for each in told)


def test_each_event_takes_nobodys_time_and_says_where(small_content: Path) -> None:
    edition = network(small_content, HOURS)
    edition = replace(
        edition, changed={"places/asematalo": datetime(2026, 12, 1, 9, 30, tzinfo=UTC)}
    )
    evening = next(each for each in events(body_of(edition)) if each["SUMMARY"][0] == "O")

    page = "https://example.fi/paikat/asematalo/"
    unstaffed = (
        r"Omatoimi: henkilökuntaa ei ole paikalla. Kysy paikasta\, miten silloin pääsee sisään."
    )
    assert [
        line for line in evening.content_lines() if not line.startswith(("DT", "RRULE", "EXDATE"))
    ] == [
        "BEGIN:VEVENT",
        "SUMMARY:Omatoimi: Asematalo",
        f"UID:{evening['UID']}",
        "SEQUENCE:218280600",
        rf"DESCRIPTION:Avain lainataan kirjastosta.\n\n{unstaffed}\n\n{page}",
        "GEO:62.1203;26.4517",
        "LAST-MODIFIED:20261201T093000Z",
        "LOCATION:Asematalo\\, Asematie 1\\, Lehtijärvi",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        f"URL:{page}",
        "END:VEVENT",
        "",
    ]


def test_other_hours_keep_their_identity(small_content: Path) -> None:
    edition = network(small_content, HOURS)
    before = body_of(edition)
    other = HOURS.replace('"10:00", to: "16:00"', '"09:00", to: "15:30"').replace("12:00", "11:00")
    (place,) = network(small_content, other).network.places.values()
    renamed = replace(place, slug="asema", name="Asema", formerly=(place.slug,))
    moved = replace(edition, network=replace(edition.network, places={"asema": renamed}))
    after = calendar_of(cut_hours(moved, renamed, "fi"))

    assert [each["UID"] for each in events(before)] == [each["UID"] for each in events(after)]
    assert line(events(after)[1]).startswith("2026-11-02 09:00–02. 15:30 ")
    assert len({str(each["UID"]) for each in events(before)}) == len(events(before)) > 20


def test_a_night_changes_nothing_a_month_does_and_says_so(small_content: Path) -> None:
    edition = network(small_content, HOURS)
    edition = replace(
        edition, changed={"places/asematalo": datetime(2026, 11, 20, 9, 30, tzinfo=UTC)}
    )

    def on(day: str) -> bytes:
        return body_of(replace(edition, today=date.fromisoformat(day)))

    december, january = on("2026-12-01"), on("2027-01-01")
    assert on("2026-12-02") == on("2026-12-30") == december
    assert january != december
    (old,) = {each["LAST-MODIFIED"].to_ical() for each in events(december)}
    (new,) = {each["LAST-MODIFIED"].to_ical() for each in events(january)}
    assert (old, new) == (b"20261130T220000Z", b"20261231T220000Z")
    # Seconds from 2020 to these two midnights, two hours before those of UTC.
    assert {each["SEQUENCE"] for each in events(december)} == {2526 * 86_400 - 7_200}
    assert {each["SEQUENCE"] for each in events(january)} == {2557 * 86_400 - 7_200}


def test_nothing_is_promised_of_a_holiday_that_nobody_has_spoken_of(small_content: Path) -> None:
    hours = 'hours: [{days: ma–su, from: "10:00", to: "16:00"}]\n'
    body = body_of(network(small_content, hours))

    assert read(body, date(2026, 12, 5), date(2026, 12, 7)) == [
        ("2026-12-05 10:00", "2026-12-05 16:00", False),
        ("2026-12-07 10:00", "2026-12-07 16:00", False),
    ]


def test_a_place_that_took_its_hours_out_goes_on_answering(small_content: Path) -> None:
    edition = network(small_content, "")

    (body,) = (
        output.render()
        for output in feed_outputs(edition)
        if output.path == "paikat/asematalo/hours.ics"
    )
    assert icalendar.Calendar.from_ical(body).walk("VEVENT") == []


@pytest.mark.parametrize(
    ("path", "name", "summary"),
    [
        (
            "paikat/myllytalo/hours.ics",
            "Myllytalo: aukioloajat – Laakson verkosto",
            "Avoinna: Myllytalo",
        ),
        (
            "sv/platser/myllytalo/hours.ics",
            "Kvarnhuset: öppettider – Laakson verkosto",
            "Öppet: Kvarnhuset",
        ),
        (
            "paikat/kiertava-kahvila/hours.ics",
            "Kiertävä kahvila: aukioloajat – Laakson verkosto",
            "Avoinna: Kiertävä kahvila, Kirkonkylän tori",
        ),
    ],
)
def test_in_the_languages_of_the_place(
    path: str, name: str, summary: str, calendars: Mapping[str, bytes]
) -> None:
    calendar = icalendar.Calendar.from_ical(calendars[path])

    assert str(calendar["NAME"]) == name
    assert {str(each["SUMMARY"]) for each in calendar.walk("VEVENT")} == {summary}


def test_old_addresses_and_no_others(calendars: Mapping[str, bytes], edition: Edition) -> None:
    assert {path for path in calendars if path.endswith("hours.ics")} == {
        "paikat/kiertava-kahvila/hours.ics",
        "paikat/myllytalo/hours.ics",
        "paikat/vanha-mylly/hours.ics",
        "sv/platser/myllytalo/hours.ics",
        "sv/platser/vanha-mylly/hours.ics",
    }
    assert calendars["paikat/vanha-mylly/hours.ics"] == calendars["paikat/myllytalo/hours.ics"]
    assert hours_address(edition, "myllytalo", "sv") == "/sv/platser/myllytalo/hours.ics"
