"""Entries of things that say little, much, or something unusual; with their pictures."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped]  # ships no types
import pytest
from lxml import etree  # type: ignore[import-untyped]  # ships no types

from kohtaamo.publish.formats import feed_outputs
from tests.editions import edition_of

SITES = Path(__file__).parents[2] / "sites"
MEDIA = "{http://search.yahoo.com/mrss/}"


def feeds_of(content: Path) -> Mapping[str, bytes]:
    return {output.path: output.render() for output in feed_outputs(edition_of(content))}


@pytest.fixture(scope="module")
def everything() -> Mapping[str, bytes]:
    return feeds_of(SITES / "everything" / "content")


def item(body: bytes, slug: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = json.loads(body)["items"]
    return next(each for each in found if each["url"].endswith(f"/{slug}/"))


def entry(body: bytes, slug: str) -> Any:
    entries = feedparser.parse(body).entries
    return next(each for each in entries if each.link.endswith(f"/{slug}/"))


def with_event(content: Path, text: str) -> Mapping[str, bytes]:
    (content / "events" / "uusi.md").write_text(text, "utf-8")
    return feeds_of(content)


def test_neither_summary_nor_text(small_content: Path) -> None:
    """When and where stand in for both."""
    bare = """\
---
title: Pihatalkoot
start: 2026-12-05 10:00
location: {name: Piha}
organisers: [kylayhdistys]
---
"""
    files = with_event(small_content, bare)

    assert item(files["tapahtumat/feed.json"], "uusi") == {
        "id": "urn:uuid:449b1339-5c0f-5b1f-8ad4-ececa7bda170",
        "url": "https://example.fi/tapahtumat/uusi/",
        "title": "Pihatalkoot",
        "content_html": (
            "<p>Milloin: lauantaina 5.12.2026 klo 10<br>Missä: Piha</p>\n"
            "<p>Järjestäjä: Lehtijärven kyläyhdistys ry</p>\n"
        ),
        "summary": "Milloin: lauantaina 5.12.2026 klo 10. Missä: Piha.",
        "date_published": "2026-12-01T00:00:00+00:00",
        "date_modified": "2026-12-01T00:00:00.519664+00:00",
        "language": "fi",
        "authors": [{"name": "Lehtijärven kyläyhdistys ry"}],
        "_event": {
            "start_date": "2026-12-05T10:00:00+02:00",
            "all_day": False,
            "location": "Piha",
        },
    }
    for file in ("rss.xml", "atom.xml"):
        read = entry(files[f"tapahtumat/{file}"], "uusi")
        assert read.summary == "Milloin: lauantaina 5.12.2026 klo 10. Missä: Piha."


def test_all_day(small_content: Path) -> None:
    """Days without hours, the last of them included."""
    fair = """\
---
title: Markkinat
start: 2026-12-12
end: 2026-12-13
all_day: yes
location: {name: Tori}
organisers: [kylayhdistys]
summary: Kaksi päivää torilla.
---
"""
    files = with_event(small_content, fair)

    assert item(files["tapahtumat/feed.json"], "uusi")["_event"] == {
        "start_date": "2026-12-12",
        "all_day": True,
        "end_date": "2026-12-13",
        "location": "Tori",
    }
    read = entry(files["tapahtumat/rss.xml"], "uusi")
    assert (read.ev_startdate, read.ev_enddate) == ("2026-12-12", "2026-12-13")
    assert read.content[0].value.startswith(
        "<p>Milloin: lauantaina 12.12.2026 – sunnuntaina 13.12.2026<br />Missä: Tori</p>"
    )


def test_only_online(small_content: Path) -> None:
    """How to take part is said; there is no point on the map."""
    chat = """\
---
title: Etäkahvit
start: 2026-12-09 13:00
end: 14:00
online: {url: "https://example.fi/kahvit?a=1&b=2"}
organisers: [kylayhdistys]
---
"""
    files = with_event(small_content, chat)
    found = item(files["tapahtumat/feed.json"], "uusi")

    assert found["_event"] == {
        "start_date": "2026-12-09T13:00:00+02:00",
        "all_day": False,
        "end_date": "2026-12-09T14:00:00+02:00",
        "location": "verkossa",
    }
    url = "https://example.fi/kahvit?a=1&amp;b=2"
    assert f'Osallistu verkossa: <a href="{url}">{url}</a></p>' in found["content_html"]
    assert "image" not in found
    assert entry(files["etana/rss.xml"], "uusi").get("where") is None


def test_addresses_in_facts_are_links_and_the_rest_is_text(small_content: Path) -> None:
    course = """\
---
title: Kurssi
start: 2026-12-09 13:00
location: {name: Piha}
organisers: [kylayhdistys]
price: "Katso <b>https://example.fi/hinnat</b>, älä https://example.fi@example.com/."
registration: {url: "https://example.fi/kurssi", email: kurssi@example.fi}
---
"""
    found = item(with_event(small_content, course)["tapahtumat/feed.json"], "uusi")

    assert found["content_html"].endswith(
        "<p>Järjestäjä: Lehtijärven kyläyhdistys ry"
        '<br>Hinta: Katso &lt;b&gt;<a href="https://example.fi/hinnat">https://example.fi/hinnat</a>'
        "&lt;/b&gt;, älä https://example.fi@example.com/."
        '<br>Ilmoittautuminen: <a href="https://example.fi/kurssi">https://example.fi/kurssi</a>,'
        " kurssi@example.fi</p>\n"
    )


def test_only_in_swedish(small_content: Path) -> None:
    """The entry says its language; around it the feed stays Finnish."""
    swedish = """\
---
title: Läsecirkel
written_in: sv
start: 2026-12-09 18:00
end: 20:00
location: {name: Biblioteket}
organisers: [kylayhdistys]
summary: Vi läser tillsammans.
---
Ta med en *bok*.
"""
    files = with_event(small_content, swedish)
    body = files["tapahtumat/feed.json"]
    found = item(body, "uusi")

    assert (json.loads(body)["language"], found["language"]) == ("fi", "sv")
    assert found["summary"] == "Vi läser tillsammans."
    assert '<div lang="sv"><p>Vi läser tillsammans.</p>\n</div>' in found["content_html"]
    read = entry(files["tapahtumat/atom.xml"], "uusi")
    assert [
        (each.value, each.language)
        for each in (read.title_detail, read.summary_detail, *read.content)
    ] == [
        ("Läsecirkel", "sv"),
        ("Vi läser tillsammans.", "sv"),
        (read.content[0].value, "fi"),
    ]


def test_the_picture_is_in_every_format(everything: Mapping[str, bytes]) -> None:
    """Its words for those who cannot see it too, and who took it."""
    url = "https://example.fi/images/simpukka/ranta-webp.jpg"
    html = f'<p><img src="{url}" alt="Laituri iltavalossa"><br>Kuva: Merilahden Martat</p>\n'
    found = item(everything["tapahtumat/feed.json"], "avajaiset")

    assert found["image"] == url
    assert html in found["content_html"]
    for file in ("rss.xml", "atom.xml"):
        body = everything[f"tapahtumat/{file}"]
        pictures = list(etree.fromstring(body).iter(f"{MEDIA}content"))
        (shown,) = [each for each in pictures if each.get("url") == url]
        assert dict(shown.attrib) == {"url": url, "type": "image/jpeg", "medium": "image"}
        assert [(each.tag, dict(each.attrib), each.text) for each in shown] == [
            (f"{MEDIA}description", {"type": "plain"}, "Laituri iltavalossa"),
            (f"{MEDIA}credit", {}, "Kuva: Merilahden Martat"),
        ]
        read = entry(body, "avajaiset")
        assert read.media_content == [{"url": url, "type": "image/jpeg", "medium": "image"}]
        assert 'alt="Laituri iltavalossa"' in read.content[0].value


def test_words_of_a_picture_in_another_language(everything: Mapping[str, bytes]) -> None:
    url = "https://example.fi/images/simpukka/ranta-webp.jpg"
    feeds = {
        tag: f"{tag}/{word}/feed.json" for tag, word in (("en", "events"), ("sv", "evenemang"))
    }
    told = {tag: item(everything[file], "avajaiset")["content_html"] for tag, file in feeds.items()}

    assert f'<div lang="fi"><p><img src="{url}" alt="Laituri iltavalossa">' in told["en"]
    assert f'<p><img src="{url}" alt="Bryggan i kvällsljus">' in told["sv"]


def test_who_arranges_is_the_author(everything: Mapping[str, bytes]) -> None:
    names = ["Merilahden Martat ry", "Havsvikens folkhälsa rf"]
    found = item(everything["tapahtumat/feed.json"], "avajaiset")

    assert found["authors"] == [{"name": name} for name in names]
    for file in ("rss.xml", "atom.xml"):
        read = entry(everything[f"tapahtumat/{file}"], "avajaiset")
        assert [each["name"] for each in read.authors if each] == names


def test_a_notice_says_until_when_and_from_whom(small_content: Path) -> None:
    found = item(feeds_of(small_content)["ilmoitustaulu/feed.json"], "kahvinkeittaja")

    assert found == {
        "id": "urn:uuid:d8d5517e-99eb-5a0b-a880-230cc04dc1b7",
        "url": "https://example.fi/ilmoitustaulu/kahvinkeittaja/",
        "title": "Haemme kahvinkeittäjää torstaihin",
        "content_html": (
            "<p>Pari tuntia torstaisin, perehdytämme.</p>\n"
            "<p>Kahvipannu on iso ja seura hyvää.</p>\n"
            "<p>Voimassa 31.1.2027 asti<br>Ilmoittaja: Lehtijärven kyläyhdistys ry"
            "<br>Missä: Asematalo, Asematie 1, Lehtijärvi<br>Sihteeri, 010 123 0001</p>\n"
        ),
        "summary": "Pari tuntia torstaisin, perehdytämme.",
        "date_published": "2026-11-10T00:00:00+00:00",
        "date_modified": "2026-11-10T00:00:00.730103+00:00",
        "language": "fi",
        "authors": [{"name": "Lehtijärven kyläyhdistys ry"}],
        "tags": ["Vapaaehtoisia haetaan"],
    }


def test_a_notice_shows_the_place_that_it_tells_of(everything: Mapping[str, bytes]) -> None:
    offered = next(
        each
        for each in json.loads(everything["ilmoitustaulu/feed.json"])["items"]
        if "Simpukka" in each["content_html"]
    )

    assert offered["image"] == "https://example.fi/images/simpukka/sali-jpg.jpg"


def test_a_notice_of_few_words(small_content: Path) -> None:
    """Without summary, text, place and contact."""
    notice = """\
---
title: Vapaa-ajan asunto
kind: premises-offered
until: 2026-12-31
municipalities: [lehtijarvi]
organisers: [kylayhdistys]
---
"""
    (small_content / "notices" / "mokki.md").write_text(notice, "utf-8")
    found = item(feeds_of(small_content)["ilmoitustaulu/feed.json"], "mokki")

    assert found["summary"] == "Voimassa 31.12.2026 asti"
    assert found["content_html"] == (
        "<p>Voimassa 31.12.2026 asti<br>Ilmoittaja: Lehtijärven kyläyhdistys ry"
        "<br>Missä: Lehtijärvi</p>\n"
    )
