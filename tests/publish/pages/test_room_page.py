"""How one asks for a room on its page: by a mail that is written already, by phone, or online."""

from collections.abc import Callable
from json import dumps
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from lxml import html

from kohtaamo.publish.pages.room_request import MOST

from .conftest import Built, build, edition_of

PAGE = "paikat/asematalo/tilat/odotussali/index.html"
EMAIL = "asematalo@example.fi"
OLD = "rooms:\n  - {id: odotussali, name: Odotussali, capacity: 30}\n"
BODY = (
    "Hei!\r\n\r\nHaluaisin varata huoneen.\r\nPaikka: Asematalo\r\nHuone: Odotussali\r\n"
    "Vapaana: tiistaina 1.12.2026 klo 10–18\r\n\r\nMihin aikaan tarvitsen huonetta:\r\n"
    "Kuka varaa:\r\nMitä varten:\r\nKuinka monta tulee:\r\nPuhelinnumeroni:"
)
Networks = Callable[[str], Built]


@pytest.fixture
def room(small_content: Path) -> Callable[..., html.HtmlElement]:
    """The page of the small network's room, by its fields, more of its place, and both names."""

    def made(
        fields: str, of_place: str = "", *, name: str = "Odotussali", place: str = "Asematalo"
    ) -> html.HtmlElement:
        file = small_content / "places" / "asematalo.md"
        text = file.read_text("utf-8")
        assert OLD in text
        new = f"rooms:\n  - {{id: odotussali, name: {_quoted(name)}, {fields}}}\n{of_place}"
        text = text.replace(OLD, new).replace("name: Asematalo\n", f"name: {_quoted(place)}\n")
        file.write_text(text, "utf-8")
        return build(edition_of(small_content)).page(PAGE)

    return made


def _quoted(text: str) -> str:
    return dumps(text, ensure_ascii=False)


def _links(page: html.HtmlElement) -> list[str]:
    return [str(each) for each in page.xpath("//div[@class='room-free']//a/@href")]


def _text(page: html.HtmlElement, xpath: str) -> list[str]:
    return [" ".join(str(each.text_content()).split()) for each in page.xpath(xpath)]


def test_a_free_time_leads_to_a_mail_that_says_all_but_who_asks(
    room: Callable[..., html.HtmlElement],
) -> None:
    page = room("bookable: yes", "booking: {email: varaus@example.fi, phone: 010 123 0011}\n")
    first = urlsplit(_links(page)[0])
    said = parse_qs(first.query, strict_parsing=True)

    assert (first.scheme, first.path) == ("mailto", "varaus@example.fi")
    assert said == {
        "subject": ["Varauskysely: Odotussali, Asematalo, tiistaina 1.12.2026 klo 10–18"],
        "body": [BODY],
    }
    assert _text(page, "//div[@class='room-free']//a")[0] == (
        "10–18, tiistaina 1.12., kysy sähköpostilla"
    )
    assert page.xpath("//p[@class='room-ask']/following-sibling::ul[1]//a/@href") == [
        "tel:0101230011",
        "mailto:varaus@example.fi",
    ]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ('Sali?bcc=x@y.fi&body=<b>"', 'Sali?bcc=x@y.fi&body=<b>"'),
        ("%0D%0ABcc: x@y.fi %00 %04 {date}", "%0D%0ABcc: x@y.fi %00 %04 {date}"),
        ("Ä" * 80, "Ä" * 28 + "…"),
        ("🪺" * 80, "🪺" * 14 + "…"),
    ],
)
def test_whatever_a_room_is_called_the_mail_is_one_and_short(
    room: Callable[..., html.HtmlElement], name: str, kept: str
) -> None:
    page = room("bookable: yes", name=name, place="€" * 200)
    links = _links(page)

    assert len(links) > 10
    assert [href for href in links if len(href) > MOST] == []
    for href in links:
        parts = urlsplit(href)
        said = parse_qs(parts.query, strict_parsing=True)
        assert (parts.path, parts.fragment, [*said]) == (EMAIL, "", ["subject", "body"])
        assert said["subject"][0].startswith(f"Varauskysely: {kept}, €€€")
        assert said["body"][0].split("\r\n")[4] == f"Huone: {kept}"


def test_booking_online_and_hours_without_a_mail(room: Callable[..., html.HtmlElement]) -> None:
    page = room("bookable: yes", "booking: {url: 'https://example.fi/varaa'}\n")
    assert _links(page) == []
    assert _text(page, "//div[@class='room-free']//dd")[0] == "vapaana 10–18"
    assert page.xpath("//a[@class='button']/@href") == ["https://example.fi/varaa"]


def test_without_ways_to_book_the_place_itself_is_asked(
    room: Callable[..., html.HtmlElement],
) -> None:
    page = room("bookable: yes")
    assert urlsplit(_links(page)[0]).path == EMAIL


def test_where_nothing_is_free_nobody_is_asked_to_press_a_time(
    room: Callable[..., html.HtmlElement],
) -> None:
    page = room("bookable: yes", "open_from: 2026-12-21\n")
    assert _text(page, "//section[h2='Milloin huone on vapaa']/p") == [
        "Vapaita aikoja ei ole 20.12.2026 mennessä."
    ]
    assert "tel:0101230001" in page.xpath("//section[h2='Milloin huone on vapaa']//a/@href")
    assert _text(page, "//main//*[@class='notes']") == ["Avataan maanantaina 21.12.2026."]


def test_a_room_of_a_place_that_is_over_says_so_and_offers_no_times(
    room: Callable[..., html.HtmlElement],
) -> None:
    over = "open_until: 2026-11-30\nbooking: {url: 'https://varaa.example/', terms: Soita}\n"
    page = room("bookable: yes", over)
    assert _text(page, "//div[@class='event-off']") == [
        "Paikka ei ole enää käytössä. Se suljettiin maanantaina 30.11.2026."
    ]
    assert _text(page, "//main//h2") == ["Keneltä voi kysyä", "Millainen huone on"]
    assert page.xpath("//main//table | //main//a[contains(@href, 'varaa.example')]") == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            "bookable: no",
            "Huonetta ei voi varata. Kysy paikasta, jos haluat järjestää siinä jotakin.",
        ),
        (
            "price: Maksuton",
            "Paikka ei ole kertonut, voiko huoneen varata. Kysy ennen kuin suunnittelet.",
        ),
    ],
)
def test_a_room_that_is_not_to_be_booked_says_so_and_whom_to_ask(
    room: Callable[..., html.HtmlElement], fields: str, said: str
) -> None:
    page = room(fields)
    assert _text(page, "//section[h2='Keneltä voi kysyä']/p") == [said]
    assert "tel:0101230001" in page.xpath("//section[h2='Keneltä voi kysyä']//a/@href")
    assert _text(page, "(//table)[1]//th[@scope='col']") == ["Päivä", "Avoinna", "Varattu"]
    assert page.xpath("//div[@class='room-free']") == []


def test_what_the_room_is_and_what_is_expected(networks: Networks) -> None:
    built = networks("everything")
    facts = _text(
        built.page("paikat/simpukka/tilat/tullisali/index.html"), "//dl[@class='facts']/div"
    )
    assert facts == [
        "Henkilömäärä40 hengelle",
        "VarustusNäyttö, piano ja induktiosilmukka",
        "HintaMaksuton yhdistyksille",
        "Kuka saa käyttääYhdistykset ja kyläläiset",
        "EhdotMusiikkia saa soittaa kello 21 asti.",
        "Käytön jälkeenPöydät palautetaan paikoilleen.",
        "Varausten välissäHuone on tyhjillään vähintään 15 minuuttia.",
    ]


def test_old_addresses_of_a_place_lead_to_its_rooms_too(networks: Networks) -> None:
    files = networks("everything").files
    old = files["paikat/tullihuone/tilat/tullisali/index.html"].decode()
    assert "/paikat/simpukka/tilat/tullisali/" in old
    assert "sv/platser/tullihuone/rum/tullisali/index.html" in files


def test_the_page_of_a_room_is_as_new_as_its_place(networks: Networks) -> None:
    """When a closed group's reservation landed is nobody's business."""
    sitemap = networks("laakso").files["sitemap.xml"].decode()
    days = {
        unquote(line.split("</loc>")[0].rpartition("/paikat/")[2]): line.partition("<lastmod>")[2][
            :10
        ]
        for line in sitemap.split("<loc>")
        if "/paikat/myllytalo/" in line and "/sv/" not in line
    }
    assert days["myllytalo/tilat/sali/"] == days["myllytalo/tilat/verstas/"]
