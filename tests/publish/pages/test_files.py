"""Redirects from old addresses, and the files for machines."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from kohtaamo.publish.pages.machine import machine_outputs

from .conftest import ROOT, Built, build, edition_of

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_an_old_address_leads_on_in_every_language(laakso: Built) -> None:
    for path, new in (
        ("tapahtumat/torikahvi/index.html", "/tapahtumat/torikahvit/"),
        ("sv/evenemang/torikahvi/index.html", "/sv/evenemang/torikahvit/"),
        ("sv/kommuner/ylaharju/index.html", "/sv/kommuner/harju/"),
        ("en/places/vanha-mylly/index.html", "/en/places/myllytalo/"),
    ):
        page = laakso.page(path)
        assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={new}"]
        assert page.xpath("//link[@rel='canonical']/@href") == [f"https://example.fi{new}"]
        assert page.xpath("//main//a/@href") == [new]


def test_every_kind_of_thing_may_have_had_another_address(small_content: Path) -> None:
    event = small_content / "events" / "joululaulut.md"
    text = event.read_text("utf-8")
    event.write_text(text.replace("title:", "formerly: [kauneimmat]\ntitle:", 1), "utf-8")
    notice = small_content / "notices" / "kahvinkeittaja.md"
    text = notice.read_text("utf-8")
    notice.write_text(text.replace("title:", "formerly: [keittaja]\ntitle:", 1), "utf-8")
    built = build(edition_of(small_content))
    assert built.page("tapahtumat/kauneimmat/index.html").xpath("//main//a/@href") == [
        "/tapahtumat/joululaulut/"
    ]
    assert built.page("ilmoitustaulu/keittaja/index.html").xpath("//main//a/@href") == [
        "/ilmoitustaulu/kahvinkeittaja/"
    ]


def test_built_json_says_when(laakso: Built) -> None:
    assert json.loads(laakso.files["built.json"]) == {
        "network": "laakson-verkosto",
        "built": "2026-12-01",
        "languages": ["fi", "sv", "en"],
    }


def test_robots_find_the_sitemap_and_the_sitemap_every_page(laakso: Built) -> None:
    assert laakso.files["robots.txt"] == (
        b"User-agent: *\nAllow: /\n\nSitemap: https://example.fi/sitemap.xml\n"
    )
    assert laakso.files[".nojekyll"] == b""
    found = etree.fromstring(laakso.files["sitemap.xml"]).xpath(
        "//s:loc/text()", namespaces=NAMESPACE
    )
    own = {
        "https://example.fi/" + path.removesuffix("index.html")
        for path, page in laakso.pages.items()
        if page.xpath("//link[@hreflang]")
    }
    assert set(found) == own
    assert len(found) == len(own)


def test_a_big_site_has_a_sitemap_of_sitemaps(laakso: Built) -> None:
    """sitemaps.org: at most 50 000 addresses and 50 MB in a file, however long they are."""
    longest = "a" * 80
    entries = [(f"/selko/tapahtumat/{longest}/{n}/", "2026-11-30") for n in range(100_001)]
    files = {each.path: each.render() for each in machine_outputs(laakso.edition, entries)}
    index = etree.fromstring(files["sitemap.xml"])
    assert index.tag == f"{{{NAMESPACE['s']}}}sitemapindex"
    assert index.xpath("//s:sitemap/s:loc/text()", namespaces=NAMESPACE) == [
        f"https://example.fi/sitemap-{number}.xml" for number in (1, 2, 3)
    ]
    parts = [files[f"sitemap-{number}.xml"] for number in (1, 2, 3)]
    assert [part.count(b"<loc>") for part in parts] == [50_000, 50_000, 1]
    assert max(map(len, parts)) < 50_000_000
    held = [each for part in parts for each in re.findall("<loc>(.*?)</loc>", part.decode())]
    assert held == [f"https://example.fi{address}" for address, _ in entries]
    last = etree.fromstring(parts[-1])
    assert last.xpath("//s:lastmod/text()", namespaces=NAMESPACE) == ["2026-11-30"]


def test_what_one_sitemap_can_hold_needs_no_other(laakso: Built) -> None:
    entries = [(f"/{number}/", None) for number in range(50_000)]
    files = {each.path: each.render() for each in machine_outputs(laakso.edition, entries)}
    assert [path for path in files if "sitemap" in path] == ["sitemap.xml"]
    assert files["sitemap.xml"].count(b"<url>") == 50_000


def test_the_sitemap_dates_only_what_changes_by_its_content(laakso: Built) -> None:
    """The front page and the page about the portal are the day's own: they carry no date."""
    undated = etree.fromstring(laakso.files["sitemap.xml"]).xpath(
        "//s:url[not(s:lastmod)]/s:loc/text()", namespaces=NAMESPACE
    )
    assert undated == [
        "https://example.fi/",
        "https://example.fi/tietoa/",
        "https://example.fi/sv/",
        "https://example.fi/sv/om/",
        "https://example.fi/en/",
        "https://example.fi/en/about/",
    ]


def test_below_the_root_of_a_host_every_link_has_the_path() -> None:
    content = ROOT / "tests" / "sites" / "everything" / "content"
    built = build(edition_of(content, site_url="https://example.org/verkosto"))
    for path, page in built.pages.items():
        links = page.xpath("//a/@href[starts-with(., '/')]|//link/@href[starts-with(., '/')]")
        assert [href for href in links if not href.startswith("/verkosto/")] == [], path
    page = built.page("sv/platser/simpukka/index.html")
    assert page.xpath("//link[@rel='canonical']/@href") == [
        "https://example.org/verkosto/sv/platser/simpukka/"
    ]
    assert page.xpath("//a[starts-with(@href, 'webcal:')]/@href") == [
        "webcal://example.org/verkosto/sv/platser/simpukka/hours.ics",
        "webcal://example.org/verkosto/sv/platser/simpukka/calendar.ics",
    ]


def test_two_renderings_are_alike_byte_for_byte(
    networks: Callable[[str], Built],
) -> None:
    built = networks("laakso")
    again = build(built.edition)
    assert again.files == built.files
