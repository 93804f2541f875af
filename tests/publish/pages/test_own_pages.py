"""The network's own pages: about, accessibility, the board, the page of no page."""

from collections.abc import Callable
from pathlib import Path

from .conftest import Built, build, edition_of

Networks = Callable[[str], Built]


def test_the_accessibility_statement_says_what_the_law_asks_for(laakso: Built) -> None:
    assert laakso.text("saavutettavuus/index.html", "//h1|//h2|//main//p|//main//li|//address") == (
        "Saavutettavuus\n"
        "Tämä saavutettavuusseloste koskee verkkosivustoa Laakson verkosto.\n"
        "Kuinka saavutettava sivusto on\n"
        "Sivusto täyttää lain vaatimat saavutettavuusvaatimukset (WCAG 2.1, tasot A ja AA)"
        " osittain. Puutteet on lueteltu alla.\n"
        "Mikä ei ole saavutettavaa ja miksi\n"
        "Yhdistysten omat sivut eivät aina ole saavutettavia.\n"
        "Miten saavutettavuus on arvioitu\n"
        "Verkoston oma arvio\n"
        "Arvio on tehty 1.10.2026.\n"
        "Kerro, jos jokin ei toimi\n"
        "Jos jokin kohta ei ole saavutettava, kirjoita meille. Vastaamme 14 päivän kuluessa.\n"
        "sihteeri@example.fi\n"
        "Palautteesta vastaa: Laakson verkosto\n"
        "Jos vastaus ei auta\n"
        "Jos et ole tyytyväinen vastaukseen tai et saa vastausta 14 päivässä, voit tehdä"
        " ilmoituksen valvontaviranomaiselle. Sen sivulla kerrotaan, miten ilmoitus tehdään ja"
        " käsitellään.\n"
        "Liikenne- ja viestintävirasto TraficomDigitaalisen esteettömyyden ja saavutettavuuden"
        " valvontayksikköwww.saavutettavuusvaatimukset.fi"
    )
    assert laakso.page("saavutettavuus/index.html").xpath("//main//address//a/@href") == [
        "https://www.saavutettavuusvaatimukset.fi"
    ]


def test_without_a_statement_none_is_claimed(small_content: Path) -> None:
    network = small_content / "network.yml"
    lines = network.read_text("utf-8").splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("accessibility_statement"))
    network.write_text("\n".join(lines[:start]) + "\n", "utf-8")
    text = build(edition_of(small_content)).text("saavutettavuus/index.html")
    assert "Sivuston saavutettavuutta ei ole vielä arvioitu." in text
    assert "täyttää" not in text


def test_about_says_who_keeps_the_network_and_when_the_site_was_built(networks: Networks) -> None:
    text = networks("sample").text("tietoa/index.html")
    assert "Kuka verkostoa hoitaa nyt Pesävahti, Keski-Suomen kohtaamispaikat, " in text
    assert text.endswith("Tiedot on päivitetty tiistaina 1.12.2026. Sisällön lisenssi: CC BY 4.0")
    # Also in a network that has written no page at all, and in every language.
    assert "sv/om/index.html" in networks("laakso").files


def test_the_noticeboard_holds_what_is_valid_and_an_old_notice_keeps_its_page(
    laakso: Built,
) -> None:
    board = laakso.page("ilmoitustaulu/index.html")
    assert board.xpath("//p[@class='card__title']/a/text()") == [
        "Verstas vapaana",
        "Haemme kahvinkeittäjää",
    ]
    assert laakso.text("ilmoitustaulu/vanhentunut/index.html").startswith(
        "Vanhentunut Ilmoitus on vanhentunut. Ei enää. Uutinen Oli voimassa 30.11.2026 asti"
    )


def test_one_page_of_no_page_speaks_all_languages(laakso: Built) -> None:
    page = laakso.page("404.html")
    assert [
        (each.get("lang"), each.find(".//a").get("href"))
        for each in page.xpath("//main//div[@lang]")
    ] == [
        ("sv", "/sv/"),
        ("en", "/en/"),
    ]
    assert page.xpath("//link[@rel='canonical']|//link[@hreflang]") == []
    assert "sv/404.html" not in laakso.files
