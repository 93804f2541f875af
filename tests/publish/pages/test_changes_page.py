"""The page of changes: looked at before leaving home."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from lxml import html

from .conftest import TODAY, Built, build, edition_of

PAGE = "muutokset/index.html"


def words_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def changes(built: Built, path: str = PAGE) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Day, title, and each name with what is said of it."""
    return [
        (
            words_of(day.find("h2/time")),
            words_of(row.find("p[@class='change__title']/a")),
            [(words_of(one.find("dt")), words_of(one.find("dd"))) for one in row.iter("div")],
        )
        for day in built.page(path).xpath("//main//section[@class='event-days']")
        for row in day.findall("ul/li")
    ]


def cancelled(content: Path, *days: str) -> None:
    """The small site's series, with these dates cancelled."""
    file = content / "events" / "torstain-kahvit.md"
    lines = "".join(
        f"\n    - {{date: {day}, cancelled: yes, reason: Sairastapaus}}" for day in days
    )
    text = file.read_text("utf-8")
    start, repeat, rest = text.partition("repeat:\n")
    file.write_text(f"{start}{repeat}  changes:{lines}\n{rest}", "utf-8")


def test_the_next_day_first_with_what_was_and_what_is(laakso: Built) -> None:
    found = changes(laakso)

    assert [(day, title) for day, title, _ in found] == [
        ("Tiistai 1. joulukuuta", "PERUTTU: Retki kansallispuistoon"),
        ("Torstai 3. joulukuuta", "SIIRTYY: Englannin alkeet"),
        ("Lauantai 5. joulukuuta", "MUUTOS: Perunakellarin siivous"),
        ("Tiistai 8. joulukuuta", "PERUTTU: Neulekahvila"),
        ("Tiistai 15. joulukuuta", "UUSI AIKA: Neulekahvila"),
        ("Perjantai 18. joulukuuta", "UUSI AIKA: Avoimet ovet"),
        ("Torstai 24. joulukuuta", "PERUTTU: Parillisten viikkojen puuro"),
        ("Torstai 14. tammikuuta", "ERI PAIKKA: Parillisten viikkojen puuro"),
        ("Tiistai 19. tammikuuta", "UUSI AIKA: Neulekahvila"),
        ("Tiistai 2. helmikuuta", "ERI HUONE: Neulekahvila"),
    ]
    assert found[0][2] == [
        ("Piti olla", "tiistaina 1.12.2026 klo 9–16"),
        ("Missä", "Myllytalo, Myllytie 2, Laakso"),
        ("Syy", "bussi on rikki"),
    ]
    assert found[1][2][0] == ("Piti olla", "joka torstai klo 17–18.30, 28.1.2027 asti")
    assert found[4][2] == [
        ("Piti olla", "tiistaina 15.12.2026 klo 18–20"),
        ("Uusi aika", "keskiviikkona 16.12.2026 klo 17.30–19.30"),
        ("Missä", "Myllytalo, Kabinetti, Myllytie 2, Laakso"),
        ("Syy", "sali on varattu"),
    ]
    assert found[7][2] == [
        ("Milloin", "torstaina 14.1.2027 klo 9–10.30"),
        ("Piti olla paikassa", "Myllytalo, Sali, Myllytie 2, Laakso"),
        ("Uusi paikka", "Kiertävä kahvila"),
        ("Syy", "keittiö on kiinni"),
    ]
    assert found[9][2] == [
        ("Milloin", "tiistaina 2.2.2027 klo 18–20"),
        ("Piti olla huoneessa", "Kabinetti"),
        ("Uusi huone", "Sali"),
        ("Missä", "Myllytalo, Sali, Myllytie 2, Laakso"),
        ("Syy", "tulee niin moni"),
    ]


def test_in_swedish_what_is_finnish_is_marked(laakso: Built) -> None:
    path = "sv/andringar/index.html"
    assert changes(laakso, path)[4] == (
        "Tisdag 15 december",
        "NY TID: Stickcafé",
        [
            ("Skulle ha varit", "tisdag 15.12.2026 kl. 18–20"),
            ("Ny tid", "onsdag 16.12.2026 kl. 17.30–19.30"),
            ("Var", "Kvarnhuset, Kabinetti, Myllytie 2, Laakso"),
            ("Orsak", "sali on varattu"),
        ],
    )
    marked = laakso.page(path).xpath("//main//li[@class='change']//span[@lang='fi']/text()")
    assert marked[:3] == ["Retki kansallispuistoon", "Myllytie 2, Laakso", "bussi on rikki"]


def test_what_holds_now_stands_out(laakso: Built) -> None:
    """Of what is off, and of what was to be, nothing does."""
    new = laakso.page(PAGE).xpath("//li[@class='change']//dd[@class='change__new']")
    assert [(words_of(each.getprevious()), words_of(each)) for each in new] == [
        ("Uusi aika", "keskiviikkona 16.12.2026 klo 17.30–19.30"),
        ("Uusi aika", "lauantaina 19.12.2026"),
        ("Uusi paikka", "Kiertävä kahvila"),
        ("Uusi aika", "tiistaina 19.1.2027 klo 17–19"),
        ("Uusi huone", "Sali"),
    ]


def test_what_takes_the_place_of_it_is_linked(networks: Callable[[str], Built]) -> None:
    page = networks("everything").page(PAGE)
    links = page.xpath("//li[@class='change']/p[starts-with(., 'Tämän tilalla on:')]/a")
    assert [(link.get("href"), link.text) for link in links] == [
        ("/tapahtumat/levyraati-tammikuussa/", "Levyraati tammikuussa")
    ]


def test_times_are_for_machines_too(laakso: Built) -> None:
    times = laakso.page(PAGE).xpath("//li[@class='change']//dd/time/@datetime")
    assert times[:2] == ["2026-12-01T09:00+02:00", "2026-12-05T10:00+02:00"]


def test_it_can_be_followed_but_not_as_a_calendar(laakso: Built) -> None:
    page = laakso.page(PAGE)
    assert page.xpath("//head/link[@rel='alternate'][@type]/@href") == [
        "/muutokset/rss.xml",
        "/muutokset/atom.xml",
        "/muutokset/feed.json",
    ]


def test_when_nothing_changes_it_says_so(small_content: Path) -> None:
    built = build(edition_of(small_content))
    assert built.page(PAGE).xpath("//main//div[@class='events-block__dates']/p/text()") == [
        "Ei muutoksia. Tapahtumat pidetään niin kuin on ilmoitettu."
    ]
    assert "Lähipäivinä on muutoksia" not in built.text("index.html")
    foot = built.page("index.html").xpath("//footer//a[text()='Muutokset ja peruutukset']/@href")
    assert foot == ["/muutokset/"]


def test_listings_ask_whether_anything_is_off(laakso: Built) -> None:
    for path in (
        "index.html",
        "tapahtumat/index.html",
        "kunnat/laakso/index.html",
        "etana/index.html",
    ):
        link = laakso.page(path).xpath("//main//a[text()='Onko jotakin peruttu?']/@href")
        assert link == ["/muutokset/"], path


def test_the_front_page_tells_of_the_coming_seven_days(small_content: Path) -> None:
    cancelled(small_content, "2026-12-10")
    for days, is_told in ((-8, False), (-6, True), (0, True), (1, False)):
        today = date(2026, 12, 10) + timedelta(days=days)
        page = build(edition_of(small_content, today=today)).page("index.html")
        links = page.xpath("//main//a[text()='Lähipäivinä on muutoksia tai peruutuksia']/@href")
        assert links == (["/muutokset/"] if is_told else []), today


def test_a_quiet_night_changes_neither_page_nor_feeds(small_content: Path) -> None:
    """Until a change passes."""
    cancelled(small_content, "2026-12-10", "2026-12-17")
    nights = [
        {
            path: body
            for path, body in build(edition_of(small_content, today=day)).files.items()
            if path.startswith("muutokset/")
        }
        for day in (TODAY, TODAY + timedelta(days=1), date(2026, 12, 10), date(2026, 12, 11))
    ]
    assert sorted(nights[0]) == [f"muutokset/{name}" for name in FILES]
    assert nights[0] == nights[1] == nights[2]
    assert [path for path in nights[0] if nights[3][path] == nights[2][path]] == []


FILES = ("atom.xml", "feed.json", "index.html", "rss.xml")
