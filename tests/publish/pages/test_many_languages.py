"""Easy Finnish, Northern Sámi and a further language: what their pages say, and how."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from pkgutil import iter_modules

import pytest
from lxml import html

from kohtaamo.publish import pages as page_modules
from kohtaamo.publish.pages.easy import LEFT_OUT

from .conftest import ROOT, Built, build, edition_of

TAGS = ["fi", "sv", "fi-simple", "se", "ar"]
NOTES = "//p[@class='notes']"


@pytest.fixture(scope="module")
def house() -> Built:
    return build(edition_of(ROOT / "tests" / "sites" / "tongues" / "content"))


def full_pages(built: Built, start: str) -> Mapping[str, html.HtmlElement]:
    return {
        path: page
        for path in built.files
        if path.startswith(start) and path.endswith(".html")
        if (page := built.page(path)).find(".//main[@id]") is not None
    }


def test_every_page_links_itself_in_every_language(house: Built) -> None:
    page = house.page("selko/tapahtumat/kielikahvit/index.html")
    assert page.get("lang") == "fi-simple"
    siblings = page.xpath("//link[@rel='alternate'][@hreflang]")
    assert [each.get("hreflang") for each in siblings] == TAGS
    switch = page.xpath("//nav[contains(@class, 'language-switch')]//a")
    # Narrow screens show the code, wide ones the name.
    names = [str(each.text_content()).split()[-1] for each in switch]
    assert [
        (each.get("lang"), each.get("hreflang"), name)
        for each, name in zip(switch, names, strict=True)
    ] == [
        ("fi", "fi", "suomi"),
        ("sv", "sv", "svenska"),
        ("fi-simple", "fi-simple", "selkosuomi"),
        ("se", "se", "davvisámegiella"),
        ("ar", "ar", "العربية"),
    ]
    addresses = [each.get("href").removeprefix("https://verkosto.example.org") for each in siblings]
    assert addresses == [
        "/tapahtumat/kielikahvit/",
        "/sv/evenemang/kielikahvit/",
        "/selko/tapahtumat/kielikahvit/",
        "/se/dahpahusat/kielikahvit/",
        "/ar/fa3aliyat/kielikahvit/",
    ]


def test_marks_of_languages_reach_no_file(house: Built) -> None:
    marks = re.compile(rb"[\x01\x02\x03]|%0[123]")
    texts = {
        path: body for path, body in house.files.items() if not path.endswith((".png", ".ico"))
    }
    assert [path for path, body in texts.items() if marks.search(body)] == []


# --- easy Finnish


def test_easy_finnish_writes_dates_and_times_out(house: Built) -> None:
    page = "selko/tapahtumat/kielikahvit/index.html"
    assert house.text(page, "//p[@class='event-when__rule']") == (
        "Joka tiistai kello 10–11.30, 25. toukokuuta 2027 asti"
    )
    assert "tiistaina 1. joulukuuta 2026 kello 10–11.30" in house.text(page)
    assert "Tänään tiistaina 1. joulukuuta" in house.text("selko/index.html")


def test_easy_finnish_shows_its_own_text_else_the_finnish_one(house: Built) -> None:
    assert house.text("selko/paikat/talo/index.html", "//p[@class='lead']") == (
        "Talossa puhutaan montaa kieltä."
    )
    # Written in Swedish, translated into Finnish: whoever reads easy Finnish reads that.
    event = house.page("selko/tapahtumat/allsang/index.html")
    assert event.findtext(".//h1").strip() == "Yhteislauluilta"
    assert event.find(".//h1").get("lang") == "fi"
    # A name of a vocabulary is no text that could be easier.
    assert event.xpath("//a[@href='/selko/kunnat/rantakyla/']/@lang") == []


def test_a_page_says_once_what_nobody_has_made_easy_or_checked(house: Built) -> None:
    assert house.text("selko/tapahtumat/kielikahvit/index.html", NOTES) == ""
    assert house.text("selko/paikat/talo/index.html", NOTES) == (
        "Kukaan ei ole vielä tarkistanut tätä tekstiä."
    )
    assert house.text("selko/tapahtumat/allsang/index.html", NOTES) == (
        "Kukaan ei ole vielä tarkistanut tätä tekstiä.\n"
        "Tämä teksti ei ole selkokieltä. Se voi olla vaikea. Tekstin kieli on suomi."
    )
    assert house.text("selko/jarjestajat/kieliyhdistys/index.html", NOTES) == (
        "Tämä teksti ei ole selkokieltä. Se voi olla vaikea. Tekstin kieli on suomi."
    )


UNREVIEWED = "Tämä on sivuston selkokielinen versio."


def test_unreviewed_words_are_told_once_on_each_page(house: Built) -> None:
    for path, page in full_pages(house, "selko/").items():
        assert str(page.text_content()).count(UNREVIEWED) == 1, path
        at = "main" if path == "selko/index.html" else "footer"
        assert UNREVIEWED in str(page.find(f".//{at}").text_content()), path
    for path, page in full_pages(house, "").items():
        if not path.startswith(("selko/", "se/", "ar/")):
            assert "tarkistanut sitä" not in str(page.text_content()), path


def test_easy_pages_are_marked_and_leave_things_out(house: Built) -> None:
    assert house.page("index.html").get("class") is None
    easy = house.page("selko/index.html")
    assert easy.get("class") == "easy"
    menu = easy.xpath("//nav[contains(@class, 'menu')]//a/@href")
    assert menu == [
        *("/selko/tapahtumat/", "/selko/paikat/", "/selko/tarvitsen/", "/selko/ilmoitustaulu/"),
    ]
    # What the menu leaves out stands in the foot.
    foot = easy.xpath("//footer//a/@href")
    assert {"/selko/kenelle/", "/selko/aiheet/"} <= set(foot)
    for path, page in full_pages(house, "selko/").items():
        assert page.xpath("//main//svg[@class='qr']") == [], path
        block = page.xpath("//section[@class='feed-links']//a/@href")
        assert not any(href.endswith((".xml", ".json")) for href in block), path


def _views() -> Iterator[type]:
    for module in iter_modules(page_modules.__path__, "kohtaamo.publish.pages."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, type) and is_dataclass(value):
                yield value


def test_what_easy_pages_leave_out_exists() -> None:
    views = {view.__name__: {field.name for field in fields(view)} for view in _views()}
    assert {
        f"{name}.{field}"
        for name, left_out in LEFT_OUT.items()
        for field in left_out
        if field not in views.get(name, ())
    } == set()


# --- Northern Sámi


def test_sami_words_stand_alone_and_borrowed_ones_say_so(house: Built) -> None:
    page = house.page("se/dahpahusat/kielikahvit/index.html")
    menu = page.xpath("//nav[contains(@class, 'menu')]")[0]
    assert (menu.get("aria-label"), menu.get("lang")) == ("Päävalikko", "fi")
    assert menu.find("ul").get("lang") == "se"
    names = [(each.text, each.get("lang")) for each in menu.iter("a")]
    assert names[:3] == [("Dáhpáhusat", None), ("Báikkit", None), ("Kenelle", "fi")]
    assert page.xpath("//a[@class='skip-link']/text()") == ["Mana sisdollui"]


def test_sami_dates_are_sami_and_rules_of_one_language(house: Built) -> None:
    path = "se/dahpahusat/kielikahvit/index.html"
    rule = house.page(path).xpath("//p[@class='event-when__rule']")[0]
    assert (rule.text, rule.get("lang")) == (
        "Joka tiistai klo 10–11.30, 25.5.2027 asti",
        "fi",
    )
    assert "disdat 1.12.2026 dmu 10–11.30" in house.text(path)


def test_a_partial_language_says_so_in_words_that_are_borrowed(house: Built) -> None:
    front = house.page("se/index.html").xpath(NOTES)
    assert [(each.get("lang"), str(each.text).partition(".")[0]) for each in front] == [
        ("fi", "Vain osa sivuston valmiista teksteistä on tällä kielellä"),
    ]
    foot = house.page("se/baikkit/index.html").xpath("//footer//p[@lang='fi']/text()")
    assert any("näkyvät toisella kielellä" in text for text in foot)


# --- a further language, from right to left


def test_a_page_from_right_to_left(house: Built) -> None:
    page = house.page("ar/fa3aliyat/arabiaksi/index.html")
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert (page.find(".//h1").get("lang"), page.find(".//h1").get("dir")) == (None, None)
    place = page.xpath("//a[@href='/ar/amakin/talo/']")[0]
    assert (place.get("lang"), place.get("dir")) == ("fi", "ltr")
    assert house.text("ar/fa3aliyat/kielikahvit/index.html", "//time[@class='whole'][1]") == (
        "الثلاثاء، 22 ديسمبر 2026"
    )


def test_arabic_on_a_finnish_page_turns(house: Built) -> None:
    heading = house.page("tapahtumat/arabiaksi/index.html").find(".//h1")
    assert (heading.get("lang"), heading.get("dir")) == ("ar", "rtl")


def test_an_original_in_easy_finnish_has_its_own_tag(house: Built) -> None:
    finnish = house.page("ilmoitustaulu/selkopiiri/index.html")
    assert finnish.find(".//h1").get("lang") == "fi-simple"
    assert "toisella kielellä: selkosuomi." in house.text(
        "ilmoitustaulu/selkopiiri/index.html", NOTES
    )
    easy = house.page("selko/ilmoitustaulu/selkopiiri/index.html")
    assert easy.find(".//h1").get("lang") is None
    assert house.text("selko/ilmoitustaulu/selkopiiri/index.html", NOTES) == ""
