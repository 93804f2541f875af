"""The network's own pages: about, accessibility, the board, the page of no page."""

from collections.abc import Callable
from pathlib import Path

from .conftest import Built, build, edition_of

OWN_AFFAIRS = {
    "organisers/kylaverkosto.md": (
        "---\nname: Kyläverkosto\nclass: culture\nsector: volunteers\n"
        "municipalities: [lehtijarvi]\n---\n"
    ),
    "events/syyskokous.md": (
        "---\ntitle: Syyskokous\nstart: 2026-10-01 10:00\nend: '12:00'\naccess: members\n"
        "organisers: [kylaverkosto]\nonline: {url: https://example.fi/kokous}\n---\n"
    ),
    "events/talvikokous.md": (
        "---\ntitle: Talvikokous\nstart: 2027-01-14 10:00\nend: '12:00'\naccess: members\n"
        "organisers: [kylaverkosto]\nonline: {url: https://example.fi/kokous}\n---\n"
    ),
    "events/varaus-7.yml": (
        "start: 2026-12-14 10:00\nend: '12:00'\naccess: closed\nplace: asematalo\n"
        "room: odotussali\norganisers: [kylaverkosto]\n"
    ),
    "events/paivat.md": (
        "---\ntitle: Verkoston päivät\nstart: 2027-04-08\nend: 2027-04-09\nall_day: yes\n"
        "organisers: [kylaverkosto]\nonline: {url: https://example.fi/paivat}\n---\n"
    ),
    "events/paivien-avaus.md": (
        "---\ntitle: Avaus\nstart: 2027-04-08 10:00\nend: '12:00'\npart_of: paivat\n"
        "organisers: [kylaverkosto]\nonline: {url: https://example.fi/paivat}\n---\n"
    ),
    "pages/saannot.md": (
        "---\ntitle: Säännöt\ndecided: 1.10.2026\nmeeting: syyskokous\n---\nKahvia.\n"
    ),
    "pages/vastuut.md": (
        "---\ntitle: Vastuut\nsummary: Kuka avaa.\ndecided: 2026-10-02\nmeeting: varaus-7\n"
        "---\nMe.\n"
    ),
}

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


def test_about_tells_of_the_networks_own_affairs(small_content: Path) -> None:
    for name, text in OWN_AFFAIRS.items():
        (small_content / name).write_text(text, "utf-8")
    network = small_content / "network.yml"
    network.write_text(network.read_text("utf-8") + "organiser: kylaverkosto\n", "utf-8")
    made = build(edition_of(small_content))
    assert made.text("tietoa/index.html", "//div[@class='split']/following-sibling::section") == (
        "Verkoston kokoukset ja yhteiset päivät torstaina 14.1.2027 klo 10–12 Talvikokous"
        " Jäsenille Verkossa torstaina 8.4.2027 – perjantaina 9.4.2027 Verkoston päivät Verkossa"
        " Koolle kutsuu: Kyläverkosto\n"
        "Päätökset ja muistiot 2.10.2026 VastuutKuka avaa. 1.10.2026 Säännöt\n"
        "Verkoston kohtaamispaikat Lehtijärvi AsemataloYlläpitää: Lehtijärven kyläyhdistys ry"
        "Kyläyhdistyksen sihteeri 010 123 0001\n"
        "Tästä sivustosta Tiedot on päivitetty tiistaina 1.12.2026."
    )
    assert made.text("saannot/index.html") == (
        "Säännöt Päätetty torstaina 1.10.2026: Syyskokous Kahvia."
    )
    # Of what a closed group has decided nobody learns where it met.
    assert "varaus-7" not in made.files["vastuut/index.html"].decode()
    assert made.text("vastuut/index.html").endswith("Päätetty perjantaina 2.10.2026 Me.")
    # What is decided stands on that page alone, not in the foot of all.
    assert "Säännöt" not in made.text("index.html", "//footer")


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
