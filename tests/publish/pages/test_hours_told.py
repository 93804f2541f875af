"""Hours of every kind as four languages tell them: the network of `tests/sites/hours`."""

import icalendar
import pytest

from tests.conftest import SITES

from .conftest import Built, build, edition_of

CONTENT = SITES / "hours" / "content"


@pytest.fixture(scope="module")
def shore() -> Built:
    return build(edition_of(CONTENT))


def days(built: Built, path: str) -> list[str]:
    """The days of this week and the next, as a reader hears them."""
    lines = built.page(path).xpath("//section[@class='place-hours']//dl/div")[:14]
    return [" ".join(" ".join(str(part.text_content()).split()) for part in line) for line in lines]


def stops(built: Built, path: str) -> list[list[str]]:
    """Each stop line by line."""
    return [
        [
            " ".join(str(part.text_content()).split())
            for part in stop.xpath(".//h3 | .//li | .//p | .//address")
        ]
        for stop in built.page(path).xpath("//section[@id='stops']//section")
    ]


def test_modes_midnight_seasons_exceptions_and_holidays_in_finnish(shore: Built) -> None:
    """An exception wins over a season; a night belongs to the day on which it begins."""
    workday = "avoinna 9–12, avoinna 13–16, omatoimi 16–20"
    tuesday = "avoinna 9–12, avoinna 13–16, digiopastus 14–16 (Tuo oma laitteesi.), omatoimi 16–20"
    assert days(shore, "paikat/yotupa/index.html") == [
        f"maanantaina 30.11. {workday}",
        f"tiistaina 1.12. {tuesday}",
        f"keskiviikkona 2.12. {workday}",
        f"torstaina 3.12. {workday}",
        "perjantaina 4.12. avoinna 22–2",
        "lauantaina 5.12. ajanvarauksella 16–24",
        "sunnuntaina 6.12. digiopastus 12–14 Itsenäisyyspäivä",
        f"maanantaina 7.12. {workday}",
        f"tiistaina 8.12. {tuesday}",
        "keskiviikkona 9.12. avoinna 18–1.30 Pikkujoulut",
        "torstaina 10.12. omatoimi 10–12 Remontti",
        "perjantaina 11.12. suljettu Lattian maalaus",
        "lauantaina 12.12. avoinna 18–1.30 Pikkujoulut",
        "sunnuntaina 13.12. avoinna 18–1.30 Pikkujoulut",
    ]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (
            "sv/platser/yotupa/index.html",
            [
                (
                    "tisdag 1.12 öppet 9–12, öppet 13–16, digital handledning 14–16 (Tuo oma"
                    " laitteesi.), obemannat 16–20"
                ),
                "fredag 4.12 öppet 22–2",
                "lördag 5.12 enligt tidsbokning 16–24",
                "söndag 6.12 digital handledning 12–14 Självständighetsdagen",
                "onsdag 9.12 öppet 18–1.30 Pikkujoulut",
                "fredag 11.12 stängt Lattian maalaus",
            ],
        ),
        (
            "en/places/yotupa/index.html",
            [
                (
                    "Tuesday 1 December open 9:00–12:00, open 13:00–16:00, digital guidance"
                    " 14:00–16:00 (Tuo oma laitteesi.), unstaffed 16:00–20:00"
                ),
                "Friday 4 December open 22:00–2:00",
                "Saturday 5 December by appointment 16:00–24:00",
                "Sunday 6 December digital guidance 12:00–14:00 Independence Day",
                "Wednesday 9 December open 18:00–1:30 Pikkujoulut",
                "Friday 11 December closed Lattian maalaus",
            ],
        ),
        (
            "selko/paikat/yotupa/index.html",
            [
                (
                    "tiistaina 1. joulukuuta auki kello 9–12, auki kello 13–16, apua puhelimen ja"
                    " tietokoneen käyttöön kello 14–16 (Tuo oma laitteesi.), auki ilman"
                    " henkilökuntaa kello 16–20"
                ),
                "perjantaina 4. joulukuuta auki kello 22–2",
                "lauantaina 5. joulukuuta auki kello 16–24, jos olet varannut ajan",
                (
                    "sunnuntaina 6. joulukuuta apua puhelimen ja tietokoneen käyttöön kello 12–14"
                    " Itsenäisyyspäivä"
                ),
                "keskiviikkona 9. joulukuuta auki kello 18–1.30 Pikkujoulut",
                "perjantaina 11. joulukuuta kiinni Lattian maalaus",
            ],
        ),
    ],
)
def test_the_same_in_other_languages(shore: Built, path: str, told: list[str]) -> None:
    every = days(shore, path)
    assert [every[number] for number in (1, 4, 5, 6, 9, 11)] == told


def test_a_short_season_has_only_its_own_weekdays(shore: Built) -> None:
    (season,) = shore.page("paikat/yotupa/index.html").xpath(
        "//details[contains(summary, 'Pikkujoulut')]"
    )
    assert [" ".join(str(each.text_content()).split()) for each in season.xpath("./dl/div")] == [
        "Keskiviikko avoinna 18–1.30",
        "Torstai avoinna 18–1.30",
        "Perjantai avoinna 18–1.30",
        "Lauantai avoinna 18–1.30",
        "Sunnuntai avoinna 18–1.30",
    ]


def test_a_travelling_place_names_its_stop_on_every_day(shore: Built) -> None:
    open_days = [
        line for line in days(shore, "paikat/kylabussi/index.html") if "suljettu" not in line
    ]
    assert open_days == [
        "tiistaina 1.12. avoinna 17–19 (Tori)",
        "keskiviikkona 2.12. avoinna 10–12 (Rannan koulu), digiopastus 13–15 (Rannan koulu)",
        "tiistaina 8.12. avoinna 17–19 (Tori)",
        "keskiviikkona 9.12. avoinna 10–12 (Rannan koulu), digiopastus 13–15 (Rannan koulu)",
    ]


def test_stops_stand_by_their_next_day_with_address_and_municipality(shore: Built) -> None:
    """Epiphany, a Wednesday, is left out: the bus does not run on public holidays."""
    assert stops(shore, "paikat/kylabussi/index.html") == [
        ["Tori", "tiistaina 1.12.2026 klo 17–19", "tiistaina 8.12.2026 klo 17–19", "Kunta: Ranta"],
        [
            "Rannan koulu",
            "keskiviikkona 2.12.2026 klo 10–12, digiopastus 13–15",
            "keskiviikkona 9.12.2026 klo 10–12, digiopastus 13–15",
            "Paikka käy täällä 2.9.2026–11.12.2026.",
            "Koulutie 3Ranta",
            "Bussi on pihan perällä.",
            "Kunta: Ranta",
        ],
        [
            "Laituri, odotuskoppi",
            "keskiviikkona 16.12.2026 klo 10–15",
            "keskiviikkona 23.12.2026 klo 10–15",
            "keskiviikkona 30.12.2026 klo 10–15",
            "keskiviikkona 13.1.2027 klo 10–15",
            "keskiviikkona 20.1.2027 klo 10–15",
            "Paikka käy täällä 12.12.2026–28.2.2027.",
            "Laiturintie 1Saari",
            "Kunta: Saari",
        ],
    ]
    assert stops(shore, "selko/paikat/kylabussi/index.html")[1][1:3] == [
        (
            "keskiviikkona 2. joulukuuta 2026 kello 10–12, apua puhelimen ja tietokoneen käyttöön"
            " kello 13–15"
        ),
        (
            "keskiviikkona 9. joulukuuta 2026 kello 10–12, apua puhelimen ja tietokoneen käyttöön"
            " kello 13–15"
        ),
    ]


@pytest.mark.parametrize(
    ("path", "title", "first"),
    [
        ("index.html", "Auki tänään tiistaina 1.12.", "Kyläbussi Ranta avoinna 17–19 (Tori)"),
        ("sv/index.html", "Öppet i dag tisdag 1.12", "Kyläbussi Stranden öppet 17–19 (Tori)"),
        (
            "en/index.html",
            "Open today, Tuesday 1 December",
            "Kyläbussi Ranta open 17:00–19:00 (Tori)",
        ),
        (
            "selko/index.html",
            "Auki tänään tiistaina 1. joulukuuta",
            "Kyläbussi Ranta auki kello 17–19 (Tori)",
        ),
    ],
)
def test_the_front_page_says_where_one_can_go_today(
    shore: Built, path: str, title: str, first: str
) -> None:
    text = shore.text(path)
    assert f"{title} {first} Yötupa" in text


def in_calendar(built: Built, path: str) -> list[str]:
    """`Wed 16.12. 10:00–15:00 to 24.2.2027 −1`: weekday, first day, last one, weeks left out."""
    lines = []
    for each in icalendar.Calendar.from_ical(built.files[path]).walk("VEVENT"):
        start, end, rule = each["DTSTART"].dt, each["DTEND"].dt, each.get("RRULE")
        skipped = each.get("EXDATE", [])
        lists = skipped if isinstance(skipped, list) else [skipped]
        count = sum(len(dates.dts) for dates in lists)
        last = f" to {rule['UNTIL'][0]:%d.%m.%Y}" if rule else ""
        left_out = f" −{count}" if count else ""
        when = f"{start:%a %d.%m. %H:%M}–{end:%H:%M}{last}{left_out}"
        if start.year < 2027:
            lines.append(f"{when} {each['SUMMARY']}")
    return lines


def test_a_stop_that_moves_is_another_one_in_a_calendar(shore: Built) -> None:
    assert in_calendar(shore, "paikat/kylabussi/hours.ics") == [
        "Wed 04.11. 10:00–12:00 to 09.12.2026 Avoinna: Kyläbussi, Rannan koulu",
        "Wed 04.11. 13:00–15:00 to 09.12.2026 Digiopastus: Kyläbussi, Rannan koulu",
        "Wed 16.12. 10:00–15:00 to 24.02.2027 −1 Avoinna: Kyläbussi, Laituri, odotuskoppi",
        "Tue 01.12. 17:00–19:00 Avoinna: Kyläbussi, Tori",
        "Tue 08.12. 17:00–19:00 Avoinna: Kyläbussi, Tori",
    ]


def test_a_night_begins_on_its_own_day_in_a_calendar(shore: Built) -> None:
    told = in_calendar(shore, "paikat/yotupa/hours.ics")
    assert [line for line in told if "Mon" not in line and "Tue" not in line] == [
        "Wed 09.12. 18:00–01:30 Avoinna: Yötupa",
        "Sat 12.12. 18:00–01:30 Avoinna: Yötupa",
        "Sun 13.12. 18:00–01:30 Avoinna: Yötupa",
        "Wed 04.11. 09:00–12:00 to 29.12.2027 −2 Avoinna: Yötupa",
        "Wed 04.11. 13:00–16:00 to 29.12.2027 −2 Avoinna: Yötupa",
        "Wed 04.11. 16:00–20:00 to 29.12.2027 −2 Omatoimi: Yötupa",
        "Thu 05.11. 09:00–12:00 to 30.12.2027 −3 Avoinna: Yötupa",
        "Thu 05.11. 13:00–16:00 to 30.12.2027 −3 Avoinna: Yötupa",
        "Thu 05.11. 16:00–20:00 to 30.12.2027 −3 Omatoimi: Yötupa",
        "Fri 06.11. 22:00–02:00 to 31.12.2027 −4 Avoinna: Yötupa",
        "Sat 07.11. 16:00–00:00 to 18.12.2027 −5 Ajanvarauksella: Yötupa",
        "Sun 06.12. 12:00–14:00 Digiopastus: Yötupa",
        "Thu 10.12. 10:00–12:00 Omatoimi: Yötupa",
        "Fri 25.12. 12:00–14:00 Digiopastus: Yötupa",
        "Sat 26.12. 12:00–14:00 Digiopastus: Yötupa",
    ]
