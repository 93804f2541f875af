"""What holds for every page of every network, in every language."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

import html5lib
import pytest
from lxml import html

from kohtaamo.publish.html.policy import CONTENT_SECURITY_POLICY
from kohtaamo.words.load import SHIPPED
from tests.often import often
from tests.shown import longest, pages_of

from .conftest import ROOT, Built

NETWORKS = ("laakso", "everything", "sample")
GUIDE = re.compile(r"(?:ohjeet|ilmoita|sv/(?:anvisningar|beratta)|en/(?:guide|tell-us))/")
Networks = Callable[[str], Built]
MOST_OF_A_TITLE, LEAST_OF_A_DESCRIPTION, MOST_OF_A_DESCRIPTION = 80, 16, 160
SHARED = (
    *("og:title", "og:site_name", "og:url"),
    *("og:image", "og:image:width", "og:image:height", "og:image:alt"),
)


@pytest.fixture(scope="module", params=NETWORKS)
def built(request: pytest.FixtureRequest, networks: Networks) -> Built:
    return networks(request.param)


@pytest.fixture(scope="module")
def pages(built: Built) -> Mapping[str, html.HtmlElement]:
    return built.pages


def full_pages(pages: Mapping[str, html.HtmlElement]) -> Iterator[tuple[str, html.HtmlElement]]:
    """All but redirects, which have no frame."""
    return ((path, page) for path, page in pages.items() if page.find(".//main[@id]") is not None)


@pytest.mark.parametrize("name", NETWORKS)
def test_the_html_standard_finds_no_fault(networks: Networks, name: str) -> None:
    """On hundreds of pages of the sample too in the judge `thorough`, and in the judge `nu`."""
    files = networks(name).files
    paths = [path for path in files if path.endswith(".html")]
    if name == "sample" and not often(0, 1):
        shown = [page for page in pages_of(ROOT / "content") if page.path in files]
        paths = [page.path for page in longest(shown, lambda page: len(files[page.path]))]
    faults = {}
    for path in paths:
        parser = html5lib.HTMLParser()
        parser.parse(files[path])
        if parser.errors:
            faults[path] = parser.errors
    assert len(paths) > 90
    assert faults == {}


def test_each_has_one_h1_and_no_heading_level_is_skipped(
    pages: Mapping[str, html.HtmlElement],
) -> None:
    wrong = {}
    for path, page in pages.items():
        levels = [int(str(each.tag)[1]) for each in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        steps = [after - before for before, after in pairwise(levels)]
        if levels[0] != 1 or levels.count(1) != 1 or max(steps, default=0) > 1:
            wrong[path] = levels
    assert wrong == {}


def test_ids_are_unique(pages: Mapping[str, html.HtmlElement]) -> None:
    twice = {
        path: again
        for path, page in pages.items()
        if (again := [key for key, n in Counter(page.xpath("//@id")).items() if n > 1])
    }
    assert twice == {}


def test_landmarks_title_and_language_are_there(
    built: Built, pages: Mapping[str, html.HtmlElement]
) -> None:
    network = built.edition.network.identity
    tags = {words.html for words in built.edition.words.values()}
    for path, page in full_pages(pages):
        assert page.get("lang") in tags, path
        assert [len(page.findall(f"./body/{each}")) for each in ("header", "footer")] == [1, 1]
        assert len(page.xpath("//main")) == 1, path
        assert page.xpath("//a[@class='skip-link']/@href") == ["#content"], path
        assert page.findtext(".//title"), path
        assert page.xpath("//meta[@name='viewport']"), path
        names = {network.name} | {
            str(each.values["name"])
            for each in network.translations.values()
            if "name" in each.values
        }
        assert any(page.findtext(".//title").endswith(name) for name in names), path


def test_nothing_may_run_or_come_from_elsewhere(pages: Mapping[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy == [CONTENT_SECURITY_POLICY], path
        # Data about the page's thing is read by nobody's browser, and holds no element.
        data = page.xpath("//script[@type='application/ld+json' and not(@src)]")
        modules = page.xpath("//script[@type='module' and starts-with(@src, '/theme/')]")
        scripts = page.xpath("//script")
        assert [each for each in scripts if each not in (*data, *modules)] == [], path
        assert [each.text for each in modules if each.text] == [], path
        assert page.xpath("//style|//@style|//iframe") == [], path
        # What is looked for stays in the browser, and at home without scripts; a list is
        # narrowed by scripts alone, which send nothing.
        to_search = "@role='search' and starts-with(@action, '/')"
        narrowing = "not(@action) and ancestor::template"
        assert page.xpath(f"//form[not({to_search}) and not({narrowing})]") == [], path
        assert [each.text for each in data if "<" in each.text] == [], path
        assert page.xpath("//img/@src[not(starts-with(., '/images/'))]") == [], path
        assert [name for name in page.xpath("//@*") if name.attrname.startswith("on")] == []
        assert page.xpath("//link[@rel='stylesheet']/@href[not(starts-with(., '/theme/'))]") == []


def test_the_policy_is_the_one_that_the_project_promises() -> None:
    assert CONTENT_SECURITY_POLICY == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        " connect-src 'self'; form-action 'self'; base-uri 'none'"
    )


def test_every_link_says_something(pages: Mapping[str, html.HtmlElement]) -> None:
    nameless = [
        (path, link.get("href"))
        for path, page in pages.items()
        # What a script fills before anybody sees it stands in a template.
        for link in page.xpath("//a[not(ancestor::template)]")
        if not str(link.text_content()).strip()
    ]
    assert nameless == []


def test_every_link_within_the_site_leads_somewhere(
    built: Built, pages: Mapping[str, html.HtmlElement]
) -> None:
    broken = [
        (path, href)
        for path, page in pages.items()
        for href in {
            *page.xpath("//link/@href"),
            *page.xpath("//a/@href[not(starts-with(., 'http'))]"),
        }
        if not leads_somewhere(built, path, href)
    ]
    assert broken == []


def leads_somewhere(built: Built, path: str, href: str) -> bool:
    """True for other sites, for files of this one, and for places within them."""
    here = urlsplit(built.edition.site_url)
    own = "/" + path.removesuffix("index.html")
    target = urlsplit(urljoin(own, href))
    if target.scheme in {"mailto", "tel", "data"} or target.netloc not in {"", here.netloc}:
        return True
    file = target.path.lstrip("/") + ("index.html" if target.path.endswith("/") else "")
    place = f'id="{target.fragment}"'.encode() if target.fragment else b""
    return place in built.files.get(file, b"-") if place else file in built.files


def test_every_page_links_itself_in_every_language(
    built: Built, pages: Mapping[str, html.HtmlElement]
) -> None:
    tags = [words.html for words in built.edition.words.values()]
    for path, page in full_pages(pages):
        if path == "404.html":
            continue
        # The guide is in the languages that have it; the switch leads to others' front pages.
        having = [tag for tag in tags if tag in SHIPPED] if GUIDE.match(path) else tags
        own = built.edition.site_url + "/" + path.removesuffix("index.html")
        siblings = {
            link.get("hreflang"): link.get("href")
            for link in page.xpath("//link[@rel='alternate'][@hreflang]")
        }
        assert list(siblings) == having, path
        assert siblings[page.get("lang")] == own, path
        assert page.xpath("//link[@rel='canonical']/@href") == [own], path
        switch = page.xpath("//nav[@class='language-switch']//a/@hreflang")
        assert switch == (tags if len(tags) > 1 else []), path


def test_no_two_pages_of_a_language_are_called_or_described_alike(
    pages: Mapping[str, html.HtmlElement],
) -> None:
    """In results of a search there is nothing else to tell them apart."""
    titles, descriptions = defaultdict(list), defaultdict(list)
    for path, page in full_pages(pages):
        if page.xpath("//link[@rel='canonical']"):
            lang, title = page.get("lang"), page.findtext(".//title")
            titles[lang, title].append(path)
            for said in page.xpath("//meta[@name='description']/@content"):
                descriptions[lang, said].append(path)
    assert {key: paths for key, paths in titles.items() if len(paths) > 1} == {}
    assert {key: paths for key, paths in descriptions.items() if len(paths) > 1} == {}


def test_the_sample_shows_how_long_titles_and_descriptions_are(networks: Networks) -> None:
    """People may write longer ones; results of a search cut them."""
    titles, descriptions = [], []
    for _, page in full_pages(networks("sample").pages):
        titles.append(page.findtext(".//title"))
        descriptions.extend(page.xpath("//meta[@name='description']/@content"))
    assert (min(map(len, titles)), max(map(len, titles)) <= MOST_OF_A_TITLE) == (8, True)
    assert min(map(len, descriptions)) >= LEAST_OF_A_DESCRIPTION
    assert max(map(len, descriptions)) <= MOST_OF_A_DESCRIPTION


def test_the_sitemap_holds_every_page_once_and_no_other(
    built: Built, pages: Mapping[str, html.HtmlElement]
) -> None:
    site = built.edition.site_url
    held = re.findall(r"<loc>([^<]*)</loc>", built.files["sitemap.xml"].decode())
    own = [
        page.xpath("string(//link[@rel='canonical']/@href)")
        for _, page in full_pages(pages)
        if not page.xpath("//meta[@name='robots'][contains(@content, 'noindex')]")
    ]
    assert sorted(held) == sorted(each for each in own if each)
    assert len(held) == len(set(held))
    assert f"Sitemap: {site}/sitemap.xml\n" in built.files["robots.txt"].decode()
    languages = {
        page.xpath("string(//link[@rel='canonical']/@href)"): {
            link.get("hreflang"): link.get("href")
            for link in page.xpath("//link[@rel='alternate'][@hreflang]")
        }
        for _, page in full_pages(pages)
    }
    # Whom a page names as itself in another language names it as well.
    assert [
        (here, there)
        for here, others in languages.items()
        for there in others.values()
        if languages[there] != others
    ] == []


def test_what_messengers_show_is_there_and_true(
    built: Built, pages: Mapping[str, html.HtmlElement]
) -> None:
    names = [*SHARED, *(f"og:{name}" for name in ("description",))]
    for path, page in full_pages(pages):
        found = page.xpath("//meta[starts-with(@property, 'og:')]")
        said = {each.get("property"): each.get("content") for each in found}
        assert len(said) == len(found), path
        if "og:title" not in said:
            continue
        assert [name for name in said if name not in names] == [], path
        assert [name for name in SHARED if not said.get(name)] == [], path
        assert page.findtext(".//title").startswith(said["og:title"]), path
        assert said["og:url"] == page.xpath("string(//link[@rel='canonical']/@href)"), path
        assert said["og:image"].removeprefix(f"{built.edition.site_url}/") in built.files, path


def test_what_is_current_is_said(pages: Mapping[str, html.HtmlElement]) -> None:
    assert [
        (link.text, link.get("aria-current"))
        for path in ("tapahtumat/index.html", "paikat/index.html", "tilaa/index.html")
        for link in pages[path].xpath("//nav[@class='menu']//a[@aria-current]")
    ] == [("Tapahtumat", "page"), ("Paikat", "page")]


def test_no_page_has_blanks_where_a_text_is_missing(built: Built) -> None:
    empty = re.compile(rb"<(p|li|dd|dt|h[1-6]|ul|summary|time)( [^>]*)?>\s*</\1>")
    found = {
        path: match.group(0)
        for path, body in built.files.items()
        if path.endswith(".html") and (match := empty.search(body))
    }
    assert found == {}


def test_pages_say_when_they_changed_and_only_three_when_the_site_was_built(
    laakso: Built,
) -> None:
    built = {
        path
        for path, page in full_pages(laakso.pages)
        if "Tiedot on päivitetty" in str(page.find(".//footer").text_content())
    }
    assert built == {"index.html", "tietoa/index.html"}
    changed = laakso.text("tapahtumat/neulekahvila/index.html", "//p[@class='footer__updated']")
    assert changed == "Sivua on viimeksi muutettu 30.11.2026."
