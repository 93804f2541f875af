"""The page about subscribing: short steps for each device, then every calendar and feed."""

from collections import Counter

from lxml import html

from .conftest import Built

PATH = "tilaa/index.html"


def words_of(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def rows(built: Built, group: str) -> dict[str, list[tuple[str, str]]]:
    """The links of each listing of a group, by the listing's name."""
    page = built.page(PATH)
    found = page.xpath("//details[summary = $group]//li[@class='followed']", group=group)
    return {
        words_of(row.find("p")): [(words_of(link), link.get("href")) for link in row.iter("a")][1:]
        for row in found
    }


def test_it_says_what_one_gets_before_all_else(laakso: Built) -> None:
    page = laakso.page(PATH)

    assert [words_of(each) for each in page.xpath("//main//h1|//main//p")][:5] == [
        "Tilaa tapahtumat",
        (
            "Kun tilaat paikan tai kunnan tapahtumat, ne tulevat puhelimesi tai tietokoneesi"
            " kalenteriin ja pysyvät siellä ajan tasalla."
        ),
        ("Tilaaminen on maksutonta. Siihen ei tarvita nimeä, sähköpostiosoitetta eikä tunnusta."),
        "Valitse, mitä tilaat",
        "Tai tilaa kaikki tapahtumat kerralla",
    ]
    assert page.xpath("//main//p/a/@href")[:2] == [
        "#links",
        "webcal://example.fi/tapahtumat/calendar.ics",
    ]


def test_steps_name_the_links_of_the_block_as_it_does(laakso: Built) -> None:
    page = laakso.page(PATH)
    steps = {
        words_of(device.find("h3")): [words_of(step) for step in device.xpath("./ol/li")]
        for device in page.xpath("//li[@class='devices__device']")
    }

    assert list(steps) == [
        "iPhone, iPad tai Mac",
        "Android tai Google-kalenteri",
        "Outlook",
        "En tiedä",
    ]
    assert steps["iPhone, iPad tai Mac"] == [
        "Paina ”Tilaa kalenteriin”.",
        "Laite kysyy, tilataanko kalenteri. Hyväksy.",
        "Valmis. Tapahtumat ovat Kalenteri-sovelluksessa.",
    ]
    assert "Paina ”Google-kalenteri” ja hyväksy." in steps["Android tai Google-kalenteri"]
    assert "Paina ”Outlook.com” ja kirjaudu sisään." in steps["Outlook"]
    block = laakso.text("paikat/myllytalo/index.html", "//section[@class='feed-links']")
    for name in ("Tilaa kalenteriin", "Google-kalenteri", "Outlook.com"):
        assert name in block
        assert f"”{name}”" in laakso.text(PATH)


def test_it_says_how_long_changes_take_and_what_to_do_before_a_long_way(laakso: Built) -> None:
    text = laakso.text(PATH)

    assert "Pyydämme niitä hakemaan kuuden tunnin välein, mutta kaikki eivät tee niin." in text
    assert "Google-kalenteri: noin vuorokausi, yleensä 8–24 tuntia." in text
    assert laakso.text(PATH, "//p[@class='notes']") == (
        "Jos tulet kaukaa, katso päivän tilanne sivulta tai soita ennen kuin lähdet."
    )


def test_every_listing_with_events_is_there_by_its_kind(laakso: Built) -> None:
    page = laakso.page(PATH)

    assert [words_of(each) for each in page.xpath("//section[@id='links']/ul/li/p")] == [
        "Tapahtumat",
        "Tapahtumat, joihin voi osallistua etänä",
        "Ilmoitustaulu",
        "Muutokset ja peruutukset",
    ]
    assert [words_of(each) for each in page.xpath("//main//details/summary")] == [
        "Kunnat (2)",
        "Paikat (2)",
        "Kenelle (1)",
        "Aiheet (7)",
        "Mitä tarvitset? (1)",
        "Järjestäjät (2)",
    ]
    assert "Lapsiperheet" not in rows(laakso, "Kenelle (1)")
    assert rows(laakso, "Kunnat (2)")["Harju"] == [
        ("Tilaa kalenteriin (Harju)", "webcal://example.fi/kunnat/harju/calendar.ics"),
        ("RSS (Harju)", "/kunnat/harju/rss.xml"),
        ("Atom (Harju)", "/kunnat/harju/atom.xml"),
        ("JSON Feed (Harju)", "/kunnat/harju/feed.json"),
    ]
    assert page.xpath("//main//a[contains(., 'OPML')]/@href") == ["/feeds.opml"]


def test_a_place_has_its_hours_and_rooms_too(laakso: Built) -> None:
    assert rows(laakso, "Paikat (2)")["Myllytalo"][4:] == [
        ("Aukioloajat kalenteriin (Myllytalo)", "webcal://example.fi/paikat/myllytalo/hours.ics"),
        (
            "Varatut ajat kalenteriin: Sali (Myllytalo)",
            "webcal://example.fi/paikat/myllytalo/rooms/sali.ics",
        ),
        (
            "Varatut ajat kalenteriin: Kabinetti (Myllytalo)",
            "webcal://example.fi/paikat/myllytalo/rooms/kabinetti.ics",
        ),
        (
            "Varatut ajat kalenteriin: Verstas (Myllytalo)",
            "webcal://example.fi/paikat/myllytalo/rooms/verstas.ics",
        ),
    ]


def test_no_two_links_to_a_calendar_or_feed_have_one_name(laakso: Built) -> None:
    for path in (PATH, "sv/prenumerera/index.html", "en/subscribe/index.html"):
        links = laakso.page(path).xpath("//li[@class='followed']//a")
        names = Counter(words_of(link) for link in links)
        assert len(names) > 50
        assert {name: count for name, count in names.items() if count > 1} == {}


def test_names_lead_to_the_block_of_their_page(laakso: Built) -> None:
    links = laakso.page(PATH).xpath("//p[@class='followed__name']/a/@href")

    assert links[:5] == [
        "/tapahtumat/#seuraa",
        "/etana/#seuraa",
        "/ilmoitustaulu/#seuraa",
        "/muutokset/#seuraa",
        "/kunnat/harju/#seuraa",
    ]
