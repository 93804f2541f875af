"""The directory of organisers, the noticeboard, and whom a place lets stand on its page."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import SITES

from .conftest import Built, build, edition_of

Networks = Callable[[str], Built]
PLACE = "paikat/asematalo/index.html"
ABOUT = "tietoa/index.html"
NAMES = "//section[@class='names']"


@pytest.fixture
def stranger(small_content: Path) -> Callable[..., Built]:
    """The small network with files of an organiser that its one place has not taken in."""
    place = small_content / "places" / "asematalo.md"

    def built(can_host: str, **files: str) -> Built:
        words = place.read_text("utf-8").replace("can_host: all", f"can_host: {can_host}")
        place.write_text(words, "utf-8")
        for name, text in files.items():
            folder, _, slug = name.partition("__")
            (small_content / folder / f"{slug}.md").write_text(f"---\n{text}---\n", "utf-8")
        return build(edition_of(small_content))

    return built


ORGANISER = (
    "name: Vieras seura\nclass: culture\nsector: association\nmunicipalities: [lehtijarvi]\n"
)
EVENT = "title: Vieras ilta\nstart: 2026-12-08 12:00\nend: 13:00\norganisers: [vieras]\n"
NOTICE = (
    "title: Vieras pyyntö\nkind: volunteers\nuntil: 2027-01-01\nmunicipalities: [lehtijarvi]\n"
    "organisers: [vieras]\n"
)
ADDRESS = "{street: Asematie 1, postcode: 01510, town: Lehtijärvi}"
HERE = f"location: {{name: Asematalo, municipality: lehtijarvi, address: {ADDRESS}}}\n"


def test_nobody_is_on_a_places_page_by_naming_it_or_its_address(
    stranger: Callable[..., Built],
) -> None:
    before = stranger("ask").files
    after = stranger(
        "ask",
        organisers__vieras=ORGANISER + "places: [asematalo]\n",
        notices__vieras=NOTICE + "place: asematalo\n",
        events__vieras=EVENT + HERE,
    ).files

    # All that belongs to the place: its page, rooms, calendars and feeds.
    own = [path for path in before if path.startswith("paikat/asematalo/")]
    assert len(own) > 6
    assert [path for path in own if before[path] != after[path]] == []
    assert "Asematalo" in after["tapahtumat/vieras/index.html"].decode()


def test_an_event_at_a_place_that_names_others_is_not_on_its_page(
    stranger: Callable[..., Built],
) -> None:
    other = {"organisers__vieras": ORGANISER, "events__vieras": EVENT + "place: asematalo\n"}
    refused = stranger("[kylayhdistys]", **other)
    for path in (PLACE, "paikat/asematalo/calendar.ics", "paikat/asematalo/rss.xml"):
        assert "Vieras" not in refused.files[path].decode(), path
    assert "Vieras ilta" in refused.text("kunnat/lehtijarvi/index.html")
    assert "Asematalo" in refused.text("tapahtumat/vieras/index.html")


def test_a_place_that_names_others_keeps_its_rooms_to_itself(
    stranger: Callable[..., Built],
) -> None:
    rooms = (
        "paikat/asematalo/tilat/odotussali/index.html",
        "paikat/asematalo/rooms/odotussali.ics",
    )
    before = stranger("[kylayhdistys]").files
    change = "{date: 2026-12-15, place: asematalo, room: odotussali}"
    moved = (
        "location: {name: Tori, municipality: lehtijarvi}\n"
        f"repeat: {{every: week, times: 2, changes: [{change}]}}\n"
    )
    for where in ("place: asematalo\nroom: odotussali\n", moved):
        after = stranger("", organisers__vieras=ORGANISER, events__vieras=EVENT + where).files
        assert [path for path in rooms if before[path] != after[path]] == []


def test_nobody_makes_an_event_of_others_an_umbrella(stranger: Callable[..., Built]) -> None:
    """An umbrella leaves its times and its room to its parts."""
    before = stranger("all").files
    part = EVENT.replace("-08 12", "-18 12") + HERE + "part_of: joululaulut\n"
    after = stranger("all", organisers__vieras=ORGANISER, events__vieras=part).files

    own = [
        path
        for path in before
        if path.startswith(("paikat/asematalo/", "tapahtumat/joululaulut/", "jarjestajat/kyla"))
    ]
    assert [path for path in own if before[path] != after[path]] == []
    calendar = after["tapahtumat/calendar.ics"].decode()
    assert calendar.count("SUMMARY:Joululaulut asemalla") == 1


def test_whom_the_place_names_is_on_its_page(stranger: Callable[..., Built]) -> None:
    welcome = stranger(
        "[kylayhdistys, vieras]",
        organisers__vieras=ORGANISER,
        events__vieras=EVENT + "place: asematalo\n",
        notices__vieras=NOTICE + "place: asematalo\n",
    )
    assert "Vieras ilta" in welcome.text(PLACE)
    posted = "//section[h2='Ilmoitustaulu']//li"
    assert welcome.text(PLACE, posted) == (
        "Haemme kahvinkeittäjää torstaihin Vapaaehtoisia haetaan\n"
        "Vieras pyyntö Vapaaehtoisia haetaan"
    )


def test_the_directory_leads_by_class_by_municipality_and_by_what_is_looked_for(
    networks: Networks,
) -> None:
    sample = networks("sample")
    page = sample.page("jarjestajat/index.html")
    ways = [nav.get("aria-label") for nav in page.xpath("//main//nav")]
    assert ways == ["Mitä?", "Missä?", "Kuka etsii mitä?"]
    wanted = {href.removeprefix("#") for href in page.xpath("//main//nav//a/@href")}
    assert wanted == {*page.xpath("//main//section[@id]/@id")}
    # Nine classes, six municipalities, four things to look for.
    assert len(wanted) == 9 + 6 + 4
    town = sample.text("jarjestajat/index.html", "//section[@id='town-kauniainen']/p")
    assert town == "Mukana on 9 kunnan noin 160 rekisteröidystä yhdistyksestä."
    assert town in sample.text("kunnat/kauniainen/index.html")
    rooms = sample.text("jarjestajat/index.html", "//section[@id='seeks-premises']/*")
    assert rooms.startswith(
        "Tiloja toiminnalle\n"
        "Onko teillä huone, joka on välillä tyhjä? Näille siitä olisi iloa.\n"
        "Granin nuoret Kauniainen"
    )
    assert sample.page("selko/jarjestajat/index.html").xpath(NAMES) == []


def test_a_directory_without_numbers_claims_none(networks: Networks) -> None:
    laakso = networks("laakso")
    assert "rekisteröidystä" not in laakso.text("jarjestajat/index.html")
    assert "rekisteröidystä" not in laakso.text("kunnat/laakso/index.html")


def test_nor_where_more_are_here_than_there_are(
    stranger: Callable[..., Built], small_content: Path
) -> None:
    towns = small_content / "vocabularies" / "municipalities.yml"
    said = "Mukana on {} kunnan noin {} rekisteröidystä yhdistyksestä."
    for number in (2, 1):
        term = f"- id: lehtijarvi\n  label: {{fi: Lehtijärvi}}\n  associations: {number}\n"
        towns.write_text(term, "utf-8")
        text = stranger("all", organisers__vieras=ORGANISER).text("jarjestajat/index.html")
        assert (said.format(2, number) in text) is (number == 2)


def test_whoever_has_ended_keeps_no_place(
    stranger: Callable[..., Built], small_content: Path
) -> None:
    own = small_content / "organisers" / "kylayhdistys.md"
    name, kept = "Lehtijärven kyläyhdistys", "//main//a[starts-with(@href, '/jarjestajat/')]"
    before = stranger("[kylayhdistys]")
    assert [name in before.text(page, kept) for page in (PLACE, ABOUT)] == [True, True]
    words = own.read_text("utf-8").replace("class:", "open_until: 2026-11-30\nclass:")
    own.write_text(words, "utf-8")
    after = stranger("")
    assert [name in after.text(page, kept) for page in (PLACE, ABOUT)] == [False, False]
    assert "Kysy, jos haluat järjestää täällä tapahtuman." in after.text(PLACE)


def test_an_organiser_leaves_the_directory_after_its_last_day() -> None:
    content = SITES / "hours" / "content"
    last, over = (build(edition_of(content, today=date(2026, 12, day))) for day in (2, 3))
    own = "jarjestajat/kesaseura/index.html"
    for path in ("jarjestajat/index.html", "kunnat/ranta/index.html", "haku/index.html"):
        assert "Kesäseura" in last.text(path), path
        assert "Kesäseura" not in over.text(path), path
    assert "Kysy, mitä voisit tehdä." in last.text(own)
    assert over.text(own).startswith(
        "Kesäseura Toiminta on päättynyt. Viimeinen päivä oli keskiviikkona 2.12.2026."
    )
    assert "Kysy, mitä voisit tehdä." not in over.text(own)


def test_nobody_new_is_led_to_the_feeds_of_an_organiser_that_is_over(
    stranger: Callable[..., Built],
) -> None:
    """Even while something of its name is still to come: its feeds tell of that as before."""
    event = EVENT + "place: asematalo\n"
    for last, is_offered in (("2026-12-01", True), ("2026-11-30", False)):
        organiser = f"{ORGANISER}open_until: {last}\n"
        built = stranger("all", organisers__vieras=organiser, events__ilta=event)
        assert (b"/jarjestajat/vieras/rss.xml" in built.files["feeds.opml"]) is is_offered
        assert ("Vieras seura" in built.text("tilaa/index.html")) is is_offered
        for name in ("calendar.ics", "rss.xml", "atom.xml", "feed.json"):
            assert b"Vieras ilta" in built.files[f"jarjestajat/vieras/{name}"], name


def test_the_board_leads_by_kind_and_by_municipality(networks: Networks) -> None:
    sample = networks("sample")
    page = sample.page("ilmoitustaulu/index.html")
    hrefs = page.xpath("//main//nav[@class='front-towns']//a/@href")
    assert [href.removeprefix("#") for href in hrefs] == page.xpath(f"{NAMES}/@id")
    assert {"#kind-grant", "#town-mikkeli"} <= {*hrefs}
    once = len(page.xpath("//main//li[contains(@class, 'card--notice')]"))
    kinds = page.xpath("//section[starts-with(@id, 'kind-')]//li")
    assert len(kinds) == once
    assert sample.text("ilmoitustaulu/index.html", "//section[@id='kind-grant']//li") == (
        "Kauniaisten järjestöavustukset vuodelle 2027 Kauniainen · Voimassa 31.1.2027 asti\n"
        "300 euroa naapurustolle Mikkeli · Voimassa 28.2.2027 asti"
    )


def test_a_notice_says_first_from_whom_it_is_and_whom_to_call(networks: Networks) -> None:
    text = networks("sample").text("ilmoitustaulu/puhelinystavaksi/index.html")
    asked = (
        "Vapaaehtoisia haetaan Voimassa 31.8.2027 asti Ilmoittaja: Linjan päässä -puhelinystävät"
        " Kysy lisää: 010 123 0065 Millainen tehtävä on AikaTunti viikossa, oma vakiovuoro"
        " Saat opastusta ja tukea. Voit tehdä tämän kotoa käsin."
        " Sopii 18 vuotta täyttäneille. Puhelinystävä vastaa"
    )
    assert asked in text
    over = networks("laakso").text("ilmoitustaulu/vanhentunut/index.html")
    assert "Kysy lisää" not in over
