"""Search: words as people type them lead to the page that they mean; nothing of them leaves."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.browser.chromium import NOON, reader
from tests.browser.looks import layout_shift, listen
from tests.conftest import ROOT

# By what somebody types: the slug of a page that is among the first.
FINNISH = {
    "kahvilaan": "kahvila-hilla",
    "kielikahvilaan": "kielikahvila",
    "muuttajien kahveille": "muuttajien-kahvit",
    "torstaikahveille": "torstaikahvit",
    "neulomaan": "neulepiiri",
    "neulominen": "neulepiiri",
    "käsitöitä": "neulepiiri",
    "käsityöt": "crafts",
    "eläkeläisille": "granin-elakelaiset",
    "Rautjärvellä": "rautjarvi",
    "rautjarvella": "rautjarvi",
    "Jyväskylään": "jyvaskyla",
    "Levillä": "levin-kausitupa",
    "Kittilässä": "kittila",
    "Simpeleellä": "itsenaisyyspaivan-kahvit",
    "digiopastusta": "digiopastus-tiistaisin",
    "tietokoneen": "digiopastus-tiistaisin",
    "puhelimen käyttö": "digiopastus-tiistaisin",
    "verkkopankkiin": "digiopastus-tiistaisin",
    "perheille": "perheohjaajan-tunti",
    "lapsille": "children",
    "vauvoille": "vauvakahvila",
    "isille": "isien-ilta",
    "nuorten": "nuorten-poyta",
    "hoitajalle": "hoitaja-olohuoneella",
    "verenpainetta": "verenpaineen-mittaus",
    "pelaamaan lautapelejä": "lautapeli-ilta-levi",
    "lautapelit": "lautapeli-ilta-levi",
    "suomen kieltä": "kielikahvila",
    "työpajaan": "kohtaamispaikkapaivien-pajat",
    "kirpputorille": "joulukirpputori",
    "yhteislaulua": "sangstund",
    "kuoroon": "kuorotreffit",
    "maalaamaan": "kuvataidepaja",
    "lukupiiriin": "lukupiiri",
    "kirjoja": "lukupiiri",
    "jumppaan": "tuolijumppa",
    "läksyissä": "laksyapu",
    "ansioluettelon": "tyonhakutupa",
    "korjaamaan": "korjauskahvila",
    "joulukortteja": "joulukorttipaja",
    "puuroa": "puurohetki-meltauksessa",
    "lounaalle": "yhteislounas",
    "retkelle": "talviretki-perheille",
    "mölkkyä": "pihapelit",
    "opiskelijoille": "students",
    "omaishoitajille": "carers",
    "vapaaehtoiseksi": "volunteers",
    "yrittäjälle": "yrittajien-aamukahvi",
    "avustuksia": "jarjestoavustukset-2027",
    "ensiapua": "ensiapukurssi",
    "harjoitteluun": "harjoittelupaikka-kevat-2027",
    "päättäjiltä": "kysy-paattajalta",
    "perhetupaan": "perhetupa-kieppi",
    "olohuoneelle": "roihankadun-olohuone",
    "hyvinvointialueen": "etela-karjalan-hyvinvointialue",
    "saavutettavuudesta": "saavutettavuus",
}
SWEDISH = {
    "allsång": "sangstund",
    "sjunga": "sangstund",
    "pensionärer": "granin-elakelaiset",
    "unga": "nuorten-poyta",
    "läxor": "laksyapu",
    "läxhjälpen": "laksyapu",
    "blodtrycket": "verenpaineen-mittaus",
    "företagarnas": "yrittajien-aamukahvi",
    "gymnastik": "tuolijumppa",
    "bokcirkeln": "lukupiiri",
    "läsecirkel": "lukupiiri",
    "barnen": "children",
    "första hjälpen": "ensiapukurssi",
    "bidragen": "jarjestoavustukset-2027",
    "Grankulla": "kauniainen",
}
ENGLISH = {
    "language exchange": "levin-kielivaihto",
    "board games": "lautapeli-ilta-levi",
    "family": "perhetupa-kieppi",
    "volunteering": "volunteering",
    "babies": "vauvakahvila",
}
FIRST = 5
# What has the word in its name comes before what speaks of it, and what comes soon before the rest;
# one of these is the first, or among as many as it says.
AT_ONCE = {
    "kahvi": (3, "torstaikahvit muuttajien-kahvit vauvakahvila"),
    "torstaikahvit": (1, "torstaikahvit"),
    "jumppa": (1, "tuolijumppa"),
    "perhetupa": (3, "perhetupa-kieppi"),
    "Rautjärvi": (1, "rautjarvi"),
    "rautjarvella": (1, "rautjarvi"),
    "levi": (3, "levin-kausitupa"),
    "kahvila hilla": (1, "kahvila-hilla"),
    "granin eläkeläiset": (1, "granin-elakelaiset"),
    "Rautjärven kunta": (1, "rautjarven-kunta"),
    "torstai": (1, "torstaikahvit"),
    "tänään": (1, "#today"),
    "kirppis": (1, "repair-and-reuse"),
    "ikäihmisille": (1, "elderly"),
    "vanhus": (1, "elderly"),
    "masennus": (1, "mental-wellbeing"),
    "yksinäinen": (1, "lonely"),
    "tietokone apua": (1, "digital-guidance"),
    "bussi": (3, "yhteinen-poyta"),
    "maahanmuuttaja": (1, "immigrants"),
    "suomen opiskelu": (1, "languages"),
    "ilmainen": (1, "no-money"),
}
# Nothing that people type stops it.
ANYTHING = ("010 123 0002", "0101230002", "2027", "3.12.", "!!!", '"', "a", "ruotsiksi\n", "x" * 80)
# Of a first search on a server that packs nothing.
MOST_BYTES = 400_000
MOST_SHIFT = 0.01
# As the script asks (`theme/static/js/search.js`).
ASKED = """async ([queries, ranking, first]) => {
    const engine = await import("/pagefind/pagefind.js");
    await engine.options({ ranking });
    const found = [];
    const rank = (result) => +(/\\d/.exec(result.matchedMetaFields) || 0);
    for (const each of queries) {
        const answer = await engine.search(each);
        if (!/\\s/.test(each)) answer.results.sort((a, b) => rank(b) - rank(a));
        const pages = await Promise.all(answer.results.slice(0, first).map((one) => one.data()));
        found.push(pages.map((page) => page.url));
    }
    return found;
}"""
RESULTS = ".search-form__list a"
SAID = ".search-form__said"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = reader(browser)
    yield context.new_page()
    context.close()


def _ranking(page: Page) -> object:
    script = (ROOT / "theme" / "static" / "js" / "search.js").read_text("utf-8")
    match = re.search(r"RANKING = (.*);", script)
    assert match is not None
    return page.evaluate(f"() => ({match.group(1)})")


@pytest.mark.parametrize(
    ("address", "queries"),
    [("/haku/", FINNISH), ("/sv/sok/", SWEDISH), ("/en/search/", ENGLISH)],
    ids=["fi", "sv", "en"],
)
def test_words_lead_to_what_is_meant(
    page: Page, origin: str, address: str, queries: dict[str, str]
) -> None:
    page.goto(f"{origin}{address}", wait_until="load")
    found = page.evaluate(ASKED, [list(queries), _ranking(page), FIRST])
    assert {
        words: urls
        for (words, slug), urls in zip(queries.items(), found, strict=True)
        if slug not in map(_slug, urls)
    } == {}


def _slug(url: str) -> str:
    return url.rpartition("/")[2] or url.split("/")[-2]


def test_the_best_comes_first(page: Page, origin: str) -> None:
    page.goto(f"{origin}/haku/", wait_until="load")
    words = [*AT_ONCE, *ANYTHING]
    found = page.evaluate(ASKED, [words, _ranking(page), FIRST])
    asked = zip(AT_ONCE.items(), found[: len(AT_ONCE)], strict=True)
    assert {
        words: urls
        for (words, (most, slugs)), urls in asked
        if {_slug(url) for url in urls[:most]}.isdisjoint(slugs.split())
    } == {}


def _found(page: Page, origin: str, words: str, address: str = "/haku/") -> None:
    """As somebody comes who has kept the address."""
    page.goto(f"{origin}{address}?q={quote(words)}", wait_until="load")
    page.locator(RESULTS).first.wait_for()


def _hear(context: BrowserContext, asked: list[Request]) -> None:
    """From now on, whatever a page or a worker asks for."""

    def note(request: Request) -> None:
        asked.append(request)

    context.on("request", note)


def test_typing_loads_little_moves_nothing_and_tells_nobody(
    context: BrowserContext, origin: str
) -> None:
    asked: list[Request] = []
    page = context.new_page()
    heard = listen(page, origin)
    _hear(context, asked)
    page.goto(f"{origin}/haku/", wait_until="load")
    field = page.locator("#q")
    field.focus()
    assert [each.url for each in asked if "pagefind" in each.url] == []

    asked.clear()
    field.press_sequentially("kahvi", delay=1)
    page.locator(RESULTS).nth(9).wait_for()
    answers = [each.response() for each in asked]
    # From a server that packs nothing. What pagefind's program asks for is asked by a worker.
    sizes = {each.url: len(each.body()) for each in answers if each}
    assert any(url.endswith("/wasm.fi.pagefind") for url in sizes)
    assert sum(sizes.values()) <= MOST_BYTES
    assert layout_shift(page) < MOST_SHIFT
    assert (heard.noise, heard.elsewhere) == ([], [])
    assert page.locator("[role=status]").count() == 1
    assert page.evaluate("document.activeElement.id") == "q"

    field.fill("neulominen")
    result = page.locator(RESULTS, has_text="Neulepiiri")
    result.wait_for()
    page.get_by_role("button", name="Hae").click()
    result.click()
    page.wait_for_url("**/neulepiiri/")
    told = [
        f"{unquote(each.url)} {each.headers.get('referer', '')} {each.post_data}" for each in asked
    ]
    assert len(told) > 3
    assert [each for each in told if "neulom" in each] == []
    assert page.evaluate("document.referrer") == ""


def test_results_say_what_when_and_where(page: Page, origin: str) -> None:
    for address, words, said in (
        ("/haku/", "neulepiiri", "Neulepiiri Tapahtuma, Roihankadun olohuone, Rautjärvi, "),
        ("/sv/sok/", "stolgymnastik", "Stolgymnastik Evenemang, Gemensamma bordet, Grankulla, "),
        ("/en/search/", "language exchange", "Sunday language exchange Event, "),
        ("/selko/haku/", "neulepiiri", "Neulepiiri Tapahtuma, Roihankadun olohuone, Rautjärvi, "),
        ("/se/haku/", "neulepiiri", "Neulepiiri Tapahtuma, Roihankadun olohuone, Rautjärvi, "),
    ):
        _found(page, origin, words, address)
        row = " ".join(page.locator(RESULTS).first.inner_text().split())
        assert row.startswith(said)
        assert re.search(r"\b2026\b", row)
        assert re.fullmatch(r"\D+: \d+", page.locator(SAID).inner_text())
    _found(page, origin, "sångstund", "/en/search/")
    assert page.locator(".search-form__list [lang]").first.get_attribute("lang") == "sv"


def test_where_nothing_has_all_the_words_some_of_them_lead_on(page: Page, origin: str) -> None:
    for address, words, said, first in (
        ("/sv/sok/", "språkkafé esbo", "Ingenting hittades med alla orden.", "Språkkafé på finska"),
        ("/en/search/", "learn finnish jyväskylä", "Nothing was found with all", "Languages and"),
    ):
        _found(page, origin, words, address)
        assert page.locator(SAID).inner_text().startswith(said)
        assert page.locator(RESULTS).first.inner_text().startswith(first)


def test_a_cancelled_date_is_said_first_and_what_is_over_comes_last(
    page: Page, origin: str
) -> None:
    _found(page, origin, "joulukirpputori")
    assert page.locator(RESULTS).first.inner_text().startswith("PERUTTU: Joulukirpputori")
    page.clock.set_fixed_time(datetime.fromisoformat("2026-12-24T23:59+02:00"))
    _found(page, origin, "joulu")
    button = page.get_by_role("button", name="Näytä lisää")
    while button.is_visible():
        count = page.locator(RESULTS).count()
        button.click()
        page.locator(RESULTS).nth(count).wait_for()
    rows = page.locator(RESULTS).all_inner_texts()
    is_over = [row.startswith("Mennyt: ") for row in rows]
    assert is_over == sorted(is_over)
    assert 1 < sum(is_over) < len(rows)
    page.clock.set_fixed_time(NOON)


def test_a_series_tells_its_next_date_by_the_clock(page: Page, origin: str) -> None:
    for moment, date in (
        (NOON, "torstaina 3.12.2026 klo 10–11.30"),
        (NOON + timedelta(days=3), "torstaina 10.12.2026 klo 10–11.30"),
    ):
        page.clock.set_fixed_time(moment)
        _found(page, origin, "torstaikahvit")
        assert page.locator(RESULTS).first.inner_text().endswith(date)
    page.clock.set_fixed_time(NOON)


def test_the_state_is_in_the_address(page: Page, origin: str) -> None:
    page.goto(f"{origin}/haku/", wait_until="load")
    field, said = page.locator("#q"), page.locator(SAID)
    # Letter by letter is one step.
    field.press_sequentially("kah", delay=1)
    expect(said).to_contain_text("Hakutuloksia")
    field.press_sequentially("vila", delay=1)
    expect(page).to_have_url(f"{origin}/haku/?q=kahvila")
    field.press("Enter")
    expect(said).to_be_focused()
    field.fill("qwxz")
    expect(page).to_have_url(f"{origin}/haku/?q=qwxz")
    expect(said).to_contain_text("ei löytynyt mitään")
    help_ = page.locator(".search-form__help")
    expect(help_.get_by_role("link", name="010 123 0002")).to_be_visible()
    page.go_back()
    expect(field).to_have_value("kahvila")
    expect(page).to_have_title("kahvila – Haku – Ovi auki")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.reload()
    expect(field).to_have_value("kahvila")
    expect(page.locator(RESULTS).first).to_be_visible()
    assert layout_shift(page) < MOST_SHIFT
    page.go_back()
    expect(field).to_have_value("")
    expect(page).to_have_title("Haku – Ovi auki")
    expect(page.locator(RESULTS).first).to_be_hidden()


def test_more_results_come_by_a_button(page: Page, origin: str) -> None:
    _found(page, origin, "kahvi")
    button, rows = page.get_by_role("button", name="Näytä lisää"), page.locator(RESULTS)
    count = int(page.locator(SAID).inner_text().rpartition(" ")[2])
    expect(rows).to_have_count(10)
    button.press("Enter")
    expect(rows.nth(10)).to_be_focused()
    expect(rows).to_have_count(20)
    while button.is_visible():
        before = rows.count()
        button.click()
        expect(rows.nth(before)).to_be_focused()
    expect(rows).to_have_count(count)


def test_what_fails_says_so_and_may_be_tried_again(context: BrowserContext, origin: str) -> None:
    page = context.new_page()
    page.goto(f"{origin}/haku/", wait_until="load")
    context.route("**/pagefind/*", lambda route: route.abort())
    page.locator("#q").fill("kahvi")
    expect(page.locator(SAID)).to_contain_text("Haku ei juuri nyt toimi")
    expect(page.locator(".search-form__help")).to_be_visible()
    expect(page.get_by_role("button", name="Näytä lisää")).to_be_hidden()
    context.unroute("**/pagefind/*")
    page.get_by_role("button", name="Hae").click()
    page.locator(RESULTS).first.wait_for()


def test_without_scripts_there_is_no_form(browser: Browser, origin: str) -> None:
    context = reader(browser, scripts=False)
    page = context.new_page()
    page.goto(f"{origin}/haku/", wait_until="load")
    assert page.get_by_role("search").count() == 0
    assert page.get_by_role("heading", name="Nimet A–Ö").is_visible()
    context.close()
