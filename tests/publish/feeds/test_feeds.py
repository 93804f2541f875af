"""Feeds as readers get them: RSS and Atom through feedparser and lxml, JSON Feed as JSON."""

import json
import re
from calendar import timegm
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import feedparser  # type: ignore[import-untyped]  # ships no types
import html5lib
import pytest
from lxml import etree  # type: ignore[import-untyped]  # ships no types

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.listing import Listing
from kohtaamo.publish.parts import make_parts, newest

ATOM = "{http://www.w3.org/2005/Atom}"
# Old addresses serve the new bytes, which name the new ones.
FORMER = (
    "paikat/vanha-mylly/",
    "sv/platser/vanha-mylly/",
    "en/places/vanha-mylly/",
    "kunnat/ylaharju/",
)
FEEDS = ("rss.xml", "atom.xml", "feed.json")
# Newest announcement first, what is years ahead too; not the one cancelled yesterday, nor what is
# for members or closed.
ALL = [
    "kiusanteko",
    "kaukana",
    "joulumarkkinat",
    "markkinalaulut",
    "svenskt-bord",
    "perunakellari",
    "torikahvit",
    "etajumppa",
    "peruttu-retki",
    "parilliset",
    "siirtyva-kurssi",
    "avoimet-ovet",
    "ensikeskiviikko",
    "viimeinen-arki",
    "yovahti",
    "neulekahvila",
]


def links(file: str, body: bytes) -> list[str]:
    if file == "feed.json":
        return [item["url"] for item in json.loads(body)["items"]]
    return [entry.link for entry in feedparser.parse(body).entries]


def ids(file: str, body: bytes) -> list[str]:
    if file == "feed.json":
        return [item["id"] for item in json.loads(body)["items"]]
    return [entry.id for entry in feedparser.parse(body).entries]


def contents(file: str, body: bytes) -> list[str]:
    """The HTML of each entry, as a reader would show it."""
    if file == "feed.json":
        return [item["content_html"] for item in json.loads(body)["items"]]
    tree = etree.fromstring(body)
    if file == "rss.xml":
        return [
            each.text for each in tree.iter("{http://purl.org/rss/1.0/modules/content/}encoded")
        ]
    return [each.text for each in tree.iter(f"{ATOM}content") if each.get("type") == "html"]


@pytest.mark.parametrize("file", FEEDS)
def test_one_entry_an_event_newest_first(file: str, files: Mapping[str, bytes]) -> None:
    body = files[f"tapahtumat/{file}"]
    talkoot = "https://example.fi/tapahtumat/talkooviikko/"

    assert links(file, body) == [
        talkoot,
        *(f"https://example.fi/tapahtumat/{slug}/" for slug in ALL),
    ]


@pytest.mark.parametrize("file", FEEDS)
def test_the_board_holds_what_is_still_valid(file: str, files: Mapping[str, bytes]) -> None:
    board = "https://example.fi/ilmoitustaulu"

    assert links(file, files[f"ilmoitustaulu/{file}"]) == [
        f"{board}/tila-vapaana/",
        f"{board}/kahvinkeittaja/",
    ]
    assert "ilmoitustaulu/calendar.ics" not in files


def test_every_feed_is_read_without_a_fault(files: Mapping[str, bytes]) -> None:
    for path, body in files.items():
        if path.endswith(".xml"):
            read = feedparser.parse(body)
            written = body.count(b"<item>") + body.count(b"<entry ")

            assert not read.bozo, path
            assert len(read.entries) == written, path
            assert read.version == ("rss20" if path.endswith("rss.xml") else "atom10"), path


def test_ids_are_the_same_in_every_format_and_language(files: Mapping[str, bytes]) -> None:
    first = {file: ids(file, files[f"tapahtumat/{file}"]) for file in FEEDS}
    swedish = {file: ids(file, files[f"sv/evenemang/{file}"]) for file in FEEDS}

    assert len({*map(tuple, first.values()), *map(tuple, swedish.values())}) == 1
    assert len(set(first["rss.xml"])) == len(first["rss.xml"]) == 17
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", each) for each in first["rss.xml"])


def test_no_id_means_two_things(files: Mapping[str, bytes]) -> None:
    """Readers take an id for the same thing in whatever feed they find it."""
    meanings: dict[str, set[str]] = {}
    for path, body in files.items():
        file = path.rpartition("/")[2]
        if file in FEEDS:
            for each, link in zip(ids(file, body), links(file, body), strict=True):
                meanings.setdefault(each, set()).add(link.rstrip("/").rpartition("/")[2])

    assert {each for each, slugs in meanings.items() if len(slugs) > 1} == set()


def test_announced_and_changed(files: Mapping[str, bytes]) -> None:
    """`published` is when it was announced, `updated` the newest landing of all its files."""
    read = feedparser.parse(files["tapahtumat/atom.xml"])
    series = next(entry for entry in read.entries if entry.link.endswith("/neulekahvila/"))

    assert datetime.fromtimestamp(timegm(series.published_parsed), UTC) == datetime(
        2026, 8, 15, tzinfo=UTC
    )
    # The Swedish translation landed last.
    assert datetime.fromtimestamp(timegm(series.updated_parsed), UTC) == datetime(
        2026, 11, 30, 6, 30, 15, tzinfo=UTC
    )
    # The whole feed to the end of that second: entries have fractions of their own.
    assert read.feed.updated == "2026-11-30T06:30:15.999999+00:00"
    assert read.feed.updated > max(entry.updated for entry in read.entries)
    assert len({entry.updated for entry in read.entries}) == len(read.entries)


def test_an_empty_feed_is_as_old_as_the_network(files: Mapping[str, bytes]) -> None:
    read = feedparser.parse(files["aiheet/art/atom.xml"])

    assert read.entries == []
    assert read.feed.updated == "2026-11-28T12:00:00+00:00"


def test_each_feed_says_where_it_is(edition: Edition, files: Mapping[str, bytes]) -> None:
    for path, body in files.items():
        address, folder = (
            f"https://example.fi/{path}",
            f"https://example.fi/{path.rpartition('/')[0]}/",
        )
        if path.endswith("feed.json") and not path.startswith(FORMER):
            feed = json.loads(body)
            assert (feed["feed_url"], feed["home_page_url"]) == (address, folder)
            assert feed["version"] == "https://jsonfeed.org/version/1.1"
        elif path.endswith(".xml") and not path.startswith(FORMER):
            read = feedparser.parse(body).feed
            assert [link.href for link in read.links if link.rel == "self"] == [address], path
            assert read.link == folder, path
            assert read.language == (path[:2] if path[:3] in ("sv/", "en/") else "fi"), path
            assert read.title.endswith("– Laakson verkosto"), path
            assert read.generator == "Kohtaamo", path


def test_content_is_html_that_needs_no_page_around_it(files: Mapping[str, bytes]) -> None:
    """Strictly parsed, only what we allow, every link absolute."""
    for path, body in files.items():
        file = path.rpartition("/")[2]
        if file not in FEEDS:
            continue
        for html in contents(file, body):
            parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
            for each in parser.parseFragment(html).iter():
                if not isinstance(each.tag, str) or each.tag == "DOCUMENT_FRAGMENT":
                    continue
                assert each.tag in ALLOWED, (path, each.tag)
                assert set(each.attrib) <= {"href", "rel", "start", "scope", "lang"}, (
                    path,
                    each.attrib,
                )
                assert re.match(r"https?://|mailto:|tel:", each.get("href", "tel:")), path


ALLOWED = frozenset(
    {
        *("a", "br", "code", "del", "div", "em", "hr", "li", "ol", "p", "pre", "strong", "ul"),
        *("blockquote", "h3", "h4", "h5", "h6"),
        *("table", "tbody", "td", "th", "thead", "tr"),
    }
)


def test_text_in_another_language_says_so(files: Mapping[str, bytes]) -> None:
    finnish = dict(
        zip(
            links("atom.xml", files["tapahtumat/atom.xml"]),
            contents("atom.xml", files["tapahtumat/atom.xml"]),
            strict=True,
        )
    )
    swedish = dict(
        zip(
            links("atom.xml", files["sv/evenemang/atom.xml"]),
            contents("atom.xml", files["sv/evenemang/atom.xml"]),
            strict=True,
        )
    )

    assert (
        '<div lang="sv"><p>Alla är <strong>välkomna</strong>.</p>\n</div>'
        in (finnish["https://example.fi/tapahtumat/svenskt-bord/"])
    )
    assert "lang=" not in swedish["https://example.fi/sv/evenemang/svenskt-bord/"]
    assert (
        '<div lang="fi"><p>Jumpataan kotona yhdessä.</p>\n</div>'
        in (swedish["https://example.fi/sv/evenemang/etajumppa/"])
    )


def test_when_and_where_for_machines(files: Mapping[str, bytes]) -> None:
    items: dict[str, Any] = {
        item["url"].split("/")[-2]: item["_event"]
        for item in json.loads(files["tapahtumat/feed.json"])["items"]
    }

    assert items["torikahvit"] == {
        "start_date": "2026-12-09T13:00:00+02:00",
        "all_day": False,
        "location": "Kiertävä kahvila, Kirkonkylän tori, Torikatu 1, Harju",
        "latitude": 61.5,
        "longitude": 29.5,
    }
    assert items["talkooviikko"] == {
        "start_date": "2026-12-28",
        "all_day": True,
        "end_date": "2026-12-30",
        "location": "Myllytalo, Myllytie 2, Laakso",
        "latitude": 61.428,
        "longitude": 29.3705,
    }
    assert items["ensikeskiviikko"] == {
        "start_date": "2026-10-07T17:00:00+03:00",
        "all_day": False,
        "end_date": "2026-10-07T18:30:00+03:00",
        "location": "Myllytalo, Myllytie 2, Laakso",
        "latitude": 61.428,
        "longitude": 29.3705,
        "repeats": "kuukauden ensimmäinen keskiviikko klo 17–18.30, 1.9.2027 asti",
    }
    for file in ("rss.xml", "atom.xml"):
        read = {
            entry.link.split("/")[-2]: entry
            for entry in feedparser.parse(files[f"tapahtumat/{file}"]).entries
        }
        assert read["torikahvit"]["ev_startdate"] == "2026-12-09T13:00:00+02:00"
        assert read["torikahvit"]["ev_location"] == items["torikahvit"]["location"]
        assert read["torikahvit"]["where"]["coordinates"] == (29.5, 61.5)
        assert read["talkooviikko"]["ev_enddate"] == "2026-12-30"


def test_what_is_off_says_so_first(files: Mapping[str, bytes]) -> None:
    entries = feedparser.parse(files["tapahtumat/atom.xml"]).entries
    titles = {entry.link.split("/")[-2]: entry.title for entry in entries}
    html = dict(zip(titles, contents("atom.xml", files["tapahtumat/atom.xml"]), strict=True))

    assert titles["peruttu-retki"] == "PERUTTU: Retki kansallispuistoon"
    assert html["peruttu-retki"].startswith("<p>Tämä on peruttu.<br>Syy: bussi on rikki</p>\n")
    assert titles["siirtyva-kurssi"] == "SIIRTYY: Englannin alkeet"
    assert html["perunakellari"].startswith(
        "<p>Aika tai paikka on muuttunut.<br>Syy: edellisenä päivänä oli liukasta</p>\n"
    )
    assert titles["neulekahvila"] == "Neulekahvila"
    assert (
        "<li><p>keskiviikkona 16.12.2026 klo 17.30–19.30<br>Aika on muuttunut."
        "<br>Aiempi aika: tiistaina 15.12.2026 klo 18–20.<br>Syy: sali on varattu</p></li>"
    ) in html["neulekahvila"]


def test_at_most_a_hundred(edition: Edition) -> None:
    slugs = ("neulekahvila", "parilliset") * 60
    listing = Listing(kind="all", key="", announced=slugs, told=slugs)

    assert len(newest(make_parts(edition), listing)) == 100
