"""The page of an event: when, where, for whom, what it costs, and what has changed."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from .conftest import Built, build, edition_of

Networks = Callable[[str], Built]


def section(built: Built, path: str, heading: str) -> str:
    """The text of the section under a heading, one line an item."""
    (found,) = built.page(path).xpath(f"//main//section[h2[normalize-space()='{heading}']]")
    parts = found.xpath(".//h3|.//p|.//li[not(.//p)]|.//summary|.//address")
    return "\n".join(" ".join(str(each.text_content()).split()) for each in parts)


def test_the_next_date_and_the_rule_come_first(laakso: Built) -> None:
    assert section(laakso, "tapahtumat/parilliset/index.html", "Milloin") == (
        "Seuraavan kerran tiistaina 8.12.2026 klo 9–10.30\n"
        "Parillisten viikkojen tiistaisin ja torstaisin klo 9–10.30, 11.2.2027 asti\n"
        "Lisää kaikki kerrat kalenteriin\n"
        "Vain seuraava kerta: Google-kalenteri, Outlook.com"
    )


def test_a_cancelled_date_is_not_the_next_one(small_content: Path) -> None:
    event = small_content / "events" / "torstain-kahvit.md"
    changes = "  changes:\n    - {date: 2026-12-03, cancelled: yes}\n---\nPöytään"
    event.write_text(event.read_text("utf-8").replace("---\nPöytään", changes), "utf-8")
    built = build(edition_of(small_content))
    when = section(built, "tapahtumat/torstain-kahvit/index.html", "Milloin").splitlines()
    assert when[0] == "Seuraavan kerran torstaina 10.12.2026 klo 13–15"


def test_all_coming_dates_are_said_with_what_has_changed(laakso: Built) -> None:
    assert section(laakso, "tapahtumat/parilliset/index.html", "Tulevat kerrat") == (
        "tiistaina 8.12.2026 klo 9–10.30\n"
        "torstaina 10.12.2026 klo 9–10.30\n"
        "tiistaina 22.12.2026 klo 9–10.30\n"
        "PERUTTU: torstaina 24.12.2026 klo 9–10.30 Syy: jouluaatto\n"
        "tiistaina 12.1.2027 klo 9–10.30\n"
        "torstaina 14.1.2027 klo 9–10.30 Eri paikka: Kiertävä kahvila."
        " Syy: keittiö on kiinni\n"
        "Näytä vielä 4 kertaa\n"
        "tiistaina 26.1.2027 klo 9–10.30\n"
        "torstaina 28.1.2027 klo 9–10.30\n"
        "tiistaina 9.2.2027 klo 9–10.30\n"
        "torstaina 11.2.2027 klo 9–10.30"
    )


def test_whoever_takes_the_file_is_told_how_to_hear_of_changes(laakso: Built) -> None:
    assert section(laakso, "tapahtumat/parilliset/index.html", "Jos jokin muuttuu") == (
        "Jos tapahtuma muuttuu, kalenterisi ei saa siitä tietoa. Muutokset saat, kun tilaat näiden"
        " tapahtumat:\n"
        "Tilaa: Myllytalo\n"
        "Tilaa: Myllyn väki ry"
    )


def test_dates_are_also_for_machines_with_the_offset_of_their_day(laakso: Built) -> None:
    page = laakso.page("tapahtumat/neulekahvila/index.html")
    (when,) = page.xpath("//main//section[h2='Tulevat kerrat']")
    times = when.xpath("./ul/li/time/@datetime|./details[1]//time/@datetime")
    assert times[:4] == [
        "2026-12-01T18:00+02:00",
        "2026-12-05T12:00+02:00",
        "2026-12-08T18:00+02:00",
        "2026-12-16T17:30+02:00",
    ]
    # After the clocks have changed; the last is an extra date behind the series' end.
    assert times[-2:] == ["2027-05-25T18:00+03:00", "2027-06-12T12:00+03:00"]


def test_skipped_dates_are_said_with_their_reasons(laakso: Built) -> None:
    """Those that one would look for among the next dates stand open, below them."""
    lines = section(laakso, "tapahtumat/neulekahvila/index.html", "Tulevat kerrat").splitlines()
    assert lines[6:11] == [
        "Väliin jää:",
        "tiistaina 22.12.2026: joulutauko",
        "tiistaina 29.12.2026: joulutauko",
        "tiistaina 5.1.2027: joulutauko",
        "Näytä vielä 19 kertaa",
    ]


def test_a_skipped_holiday_is_named_in_the_language_of_the_page(networks: Networks) -> None:
    built = networks("everything")
    assert section(built, "sv/evenemang/elokuvailta/index.html", "Kommande gånger").endswith(
        "Faller bort:\n"
        "fredag 25.12.2026: Juldagen\n"
        "fredag 26.2.2027\n"
        "fredag 26.3.2027: Långfredagen"
    )
    finnish = section(built, "tapahtumat/elokuvailta/index.html", "Tulevat kerrat")
    assert "perjantaina 25.12.2026: Joulupäivä\n" in finnish


@pytest.mark.parametrize(
    ("path", "heading", "line"),
    [
        ("tapahtumat/aattoilta", "Tulevat kerrat", "torstaina 24.12.2026: jouluaatto"),
        ("sv/evenemang/aattoilta", "Kommande gånger", "torsdag 24.12.2026: julafton"),
        ("en/events/aattoilta", "Coming dates", "Thursday 24 December 2026: Christmas Eve"),
        ("tapahtumat/perjantai", "Tulevat kerrat", "perjantaina 25.6.2027: juhannusaatto"),
        ("sv/evenemang/perjantai", "Kommande gånger", "fredag 25.6.2027: midsommarafton"),
        ("en/events/perjantai", "Coming dates", "Friday 25 June 2027: Midsummer Eve"),
    ],
)
def test_a_skipped_eve_has_its_own_name(
    small_content: Path, path: str, heading: str, line: str
) -> None:
    event = (small_content / "events" / "torstain-kahvit.md").read_text("utf-8")
    event = event.replace("[public-holidays, 24.12.2026]", "[eves]")
    friday = event.replace("3.9.2026", "4.9.2026").replace("27.5.2027", "16.7.2027")
    (small_content / "events" / "aattoilta.md").write_text(event, "utf-8")
    (small_content / "events" / "perjantai.md").write_text(friday, "utf-8")
    network = small_content / "network.yml"
    three = network.read_text("utf-8").replace("languages: [fi]", "languages: [fi, sv, en]")
    network.write_text(three, "utf-8")
    built = build(edition_of(small_content))
    assert line in section(built, f"{path}/index.html", heading).splitlines()


@pytest.mark.parametrize(
    ("end", "change"),
    [
        ("16:30", "Päättyy tavallista myöhemmin"),
        ("14:00", "Päättyy tavallista aiemmin"),
    ],
)
def test_a_date_that_only_ends_at_another_time_says_which(
    small_content: Path, end: str, change: str
) -> None:
    event = small_content / "events" / "torstain-kahvit.md"
    changes = f'  changes:\n    - {{date: 2026-12-10, end: "{end}"}}\n---\nPöytään'
    event.write_text(event.read_text("utf-8").replace("---\nPöytään", changes), "utf-8")
    built = build(edition_of(small_content))
    hours = f"klo 13–{end.replace(':', '.').removesuffix('.00')}"
    path = "tapahtumat/torstain-kahvit/index.html"
    assert section(built, path, "Tulevat kerrat").splitlines()[1] == (
        f"torstaina 10.12.2026 {hours} {change}. Piti olla torstaina 10.12.2026 klo 13–15."
    )
    row = f"torstaina 10.12. {hours} Torstain kahvit Asematalo, Lehtijärvi {change} Maksuton"
    assert row in built.text("tapahtumat/index.html")
    calendar = built.files["tapahtumat/torstain-kahvit/event.ics"].decode().replace("\r\n ", "")
    assert f"{change}." in calendar
    assert "Aika tai paikka on muuttunut." not in calendar


def test_one_asks_the_event_itself_else_its_organiser_else_its_place(
    laakso: Built, small_content: Path
) -> None:
    assert section(laakso, "tapahtumat/neulekahvila/index.html", "Yhteystiedot") == (
        "Neulekahvilan vetäjä\n010 123 0010\nneule@example.fi"
    )
    path = "tapahtumat/torstain-kahvit/index.html"
    assert section(build(edition_of(small_content)), path, "Yhteystiedot") == (
        "Lehtijärven kyläyhdistys ry\nSihteeri\n010 123 0001\nasematalo@example.fi"
    )
    organiser = small_content / "organisers" / "kylayhdistys.md"
    text = organiser.read_text("utf-8")
    start, end = text.index("contact:"), text.index("languages:")
    organiser.write_text(text[:start] + text[end:], "utf-8")
    assert section(build(edition_of(small_content)), path, "Yhteystiedot") == (
        "Asematalo\nKyläyhdistyksen sihteeri\n010 123 0001\nasematalo@example.fi"
    )


def test_a_venue_without_coordinates_is_found_on_the_map_by_its_address(
    small_content: Path,
) -> None:
    event = small_content / "events" / "torstain-kahvit.md"
    where = "location: {name: Koulu, address: {street: Koulutie 2, town: Simpele}}\n"
    event.write_text(event.read_text("utf-8").replace("place: asematalo\n", where), "utf-8")
    network = small_content / "network.yml"
    maps = (
        'links:\n  map: "https://kartta.example/{lat}/{lon}"\n'
        '  address_map: "https://kartta.example/?q={address}"\n'
        '  journey: "https://reitti.example/{lat},{lon}"\n'
    )
    network.write_text(network.read_text("utf-8") + maps, "utf-8")
    page = build(edition_of(small_content)).page("tapahtumat/torstain-kahvit/index.html")
    assert [
        (each.text, each.get("href")) for each in page.xpath("//*[@class='spot__maps']//a")
    ] == [("Näytä kartalla", "https://kartta.example/?q=Koulutie%202%2C%20Simpele")]


def test_cancelled_dates_are_said_before_all_else(laakso: Built) -> None:
    main = laakso.text("tapahtumat/neulekahvila/index.html")
    assert main.startswith(
        "Neulekahvila Näinä päivinä tapahtumaa ei ole: PERUTTU: tiistaina 8.12.2026 klo 18–20"
        " Syy: itsenäisyyspäivän jälkeinen loma Neulotaan ja jutellaan."
    )


def test_a_moved_date_names_its_old_time(laakso: Built) -> None:
    dates = section(laakso, "tapahtumat/neulekahvila/index.html", "Tulevat kerrat").splitlines()
    assert dates[3] == (
        "keskiviikkona 16.12.2026 klo 17.30–19.30 Uusi aika."
        " Piti olla tiistaina 15.12.2026 klo 18–20. Syy: sali on varattu"
    )
    assert "tiistaina 2.2.2027 klo 18–20 Eri huone: Sali. Syy: tulee niin moni" in dates


@pytest.mark.parametrize(
    ("path", "start"),
    [
        (
            "tapahtumat/peruttu-retki/index.html",
            "PERUTTU: Retki kansallispuistoon Tapahtuma on peruttu. Syy: bussi on rikki",
        ),
        (
            "sv/evenemang/peruttu-retki/index.html",
            (
                "INSTÄLLT: Retki kansallispuistoon Evenemanget är inställt. Orsak: bussi on rikki"
                " Bussilla kansallispuistoon."
            ),
        ),
        (
            "en/events/siirtyva-kurssi/index.html",
            (
                "POSTPONED: English for beginners The event has been postponed. The new time will"
                " be announced later. Reason: we are looking for a teacher"
            ),
        ),
        (
            "tapahtumat/perunakellari/index.html",
            (
                "Perunakellarin siivous Tapahtuman aika tai paikka on muuttunut."
                " Syy: edellisenä päivänä oli liukasta"
            ),
        ),
        (
            "tapahtumat/mennyt-peruttu/index.html",
            (
                "PERUTTU: Peruttu konsertti Tapahtuma on peruttu. Syy: esiintyjä sairastui"
                " Tapahtuma on päättynyt."
            ),
        ),
        (
            "tapahtumat/jasenten-ilta/index.html",
            (
                "Jäsenten ilta Tämä on jäsenten oma tapahtuma."
                " Kysy järjestäjältä, miten pääsee mukaan."
            ),
        ),
    ],
)
def test_what_keeps_people_away_is_said_first(laakso: Built, path: str, start: str) -> None:
    assert laakso.text(path).startswith(start)


def test_the_title_of_the_page_says_so_too(laakso: Built) -> None:
    page = laakso.page("tapahtumat/peruttu-retki/index.html")
    assert page.findtext(".//title") == (
        "PERUTTU: Retki kansallispuistoon – Myllytalo – Laakson verkosto"
    )


def test_nobody_puts_a_cancelled_event_in_a_calendar(laakso: Built) -> None:
    def calendars(path: str) -> list[str]:
        return [
            str(href) for href in laakso.page(path).xpath("//main//a[@type='text/calendar']/@href")
        ]

    assert calendars("tapahtumat/peruttu-retki/index.html") == []
    assert calendars("tapahtumat/neulekahvila/index.html") == ["/tapahtumat/neulekahvila/event.ics"]
    assert calendars("sv/evenemang/neulekahvila/index.html") == [
        "/sv/evenemang/neulekahvila/event.ics"
    ]
    # Not translated: the first language's calendar serves.
    assert calendars("en/events/neulekahvila/index.html") == ["/tapahtumat/neulekahvila/event.ics"]


def test_a_festival_lists_its_open_parts_and_they_lead_back(laakso: Built) -> None:
    assert section(laakso, "tapahtumat/joulumarkkinat/index.html", "Ohjelma") == (
        "lauantaina 12.12. klo 15–16: Markkinalaulut"
    )
    main = laakso.text("tapahtumat/markkinalaulut/index.html")
    assert "Osa tapahtumaa: Joulumarkkinat" in main


def test_an_event_far_ahead_has_its_date_although_no_calendar_reaches_it(laakso: Built) -> None:
    assert section(laakso, "tapahtumat/kaukana/index.html", "Milloin").splitlines() == [
        "torstaina 1.6.2028 klo 12–18",
        "Lisää kalenteriin",
        "Verkkokalenteriin: Google-kalenteri, Outlook.com",
    ]


def test_where_it_is_on_the_spot_and_from_afar(laakso: Built) -> None:
    assert section(laakso, "tapahtumat/torikahvit/index.html", "Missä") == (
        "Kiertävä kahvila\nKirkonkylän tori\nTorikatu 1Harju\nKunta: Harju"
    )
    assert section(laakso, "tapahtumat/etajumppa/index.html", "Missä") == (
        "Osallistu verkossa: example.fi/jumppa\nOsallistu puhelimella: 010 123 0020"
    )
    page = laakso.page("tapahtumat/etajumppa/index.html")
    assert page.xpath("//main//section[h2='Missä']//a/@href") == [
        "https://example.fi/jumppa",
        "tel:0101230020",
    ]


def test_what_it_costs(laakso: Built) -> None:
    assert section(laakso, "tapahtumat/neulekahvila/index.html", "Hinta") == "Maksuton"
    assert section(laakso, "tapahtumat/parilliset/index.html", "Hinta") == "2 € tai mitä voit"
    assert section(laakso, "en/events/etajumppa/index.html", "Price") == (
        "€3 aikuiset\n€1.50 lapset"
    )


def test_how_one_registers(laakso: Built) -> None:
    assert section(laakso, "tapahtumat/talkooviikko/index.html", "Ilmoittautuminen") == (
        "Paikat ovat täynnä, mutta voit jäädä jonoon.\n"
        "Ilmoittaudu viimeistään sunnuntaina 20.12.2026 klo 12.\n"
        "Paikkoja yhteensä 12.\n"
        "Ilmoittaudu verkossa"
    )


def test_outside_maps_get_the_place_and_its_address(networks: Networks) -> None:
    page = networks("sample").page("tapahtumat/digiopastus-tiistaisin/index.html")
    assert page.xpath("//main//a[contains(., 'kartalla') or contains(., 'Reittiopas')]/@href") == [
        "https://www.openstreetmap.org/?mlat=61.4262&mlon=29.3790#map=17/61.4262/29.3790",
        "https://opas.matka.fi/reitti/-/Roihankatu%201%2C%20Simpele::61.4262,29.3790",
    ]


def test_hostile_texts_are_only_texts(laakso: Built) -> None:
    page = laakso.page("tapahtumat/kiusanteko/index.html")
    heading = str(page.find(".//h1").text_content())
    assert heading.startswith('Jo; nyt, "on" \\N kumma \\ ]]> <script>alert(1)</script> & 🧶👩‍👩‍👧')
    assert page.xpath("//script[not(@type='application/ld+json' or @type='module')]|//img") == []
    assert page.xpath("//*[@onclick or @ontoggle or @onerror]") == []
    told = json.loads(page.xpath("//script[@type='application/ld+json']/text()")[0])
    assert (told["@type"], told["name"]) == ("Event", heading)
    hosts = {urlsplit(href).hostname for href in page.xpath("//main//a[@rel='noreferrer']/@href")}
    assert hosts <= {"calendar.google.com", "outlook.live.com"}
    assert {
        href.split(":")[0] for href in page.xpath("//main//a[not(@rel='noreferrer')]/@href")
    } <= {
        "tel",
        *(str(href) for href in page.xpath("//main//a/@href[starts-with(., '/')]")),
    }


def test_easy_pages_say_what_is_missed_and_what_one_euro_is(
    networks: Callable[[str], Built],
) -> None:
    """`Joka torstai` alone would send somebody to a locked door on Christmas Eve."""
    sample, path = networks("sample"), "selko/tapahtumat/torstaikahvit/index.html"
    dates = sample.text(path, "//section[@class='event-dates']")
    assert "Tapahtumaa ei ole näinä päivinä:" in dates
    assert "torstaina 24. joulukuuta 2026: jouluaatto" in dates
    assert "jää pois" not in dates
    assert "1 euro kahvi ja pulla (Ilmankin saa)" in sample.text(path, "//main")
