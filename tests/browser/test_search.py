"""Search: words as people type them lead to the page that they mean; nothing of them leaves."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import unquote

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
    "family": "families",
    "volunteering": "volunteering",
    "babies": "vauvakahvila",
}
FIRST = 5
# As the script asks (`theme/static/js/search.js`).
ASKED = """async ([queries, ranking, first]) => {
    const engine = await import("/pagefind/pagefind.js");
    await engine.options({ ranking });
    const found = [];
    for (const each of queries) {
        const answer = await engine.search(each);
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
        if slug not in {url.rstrip("/").rpartition("/")[2] for url in urls}
    } == {}
