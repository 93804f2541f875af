"""Which calendars and feeds there are, in which languages, at which addresses."""

from collections import Counter
from collections.abc import Mapping

import pytest

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.listing import Listing
from kohtaamo.publish.formats import (
    FORMATS,
    MEDIA_TYPES_BY_FILE,
    event_link,
    feed_outputs,
    links_of,
)


def listing_of(edition: Edition, kind: str, key: str = "") -> Listing:
    (found,) = (each for each in edition.listings if (each.kind, each.key) == (kind, key))
    return found


def test_every_listing_has_every_format(edition: Edition, files: Mapping[str, bytes]) -> None:
    for listing in edition.listings:
        for link in links_of(edition, listing, "fi"):
            assert link.address.removeprefix("/") in files

    assert [form.file for form in FORMATS] == ["calendar.ics", "rss.xml", "atom.xml", "feed.json"]


def test_another_language_where_something_can_be_read_in_it(files: Mapping[str, bytes]) -> None:
    """Translated into Swedish, written in Swedish, translated into English, and nothing."""
    rss = {path for path in files if path.endswith("rss.xml")}

    assert {path.removesuffix("/rss.xml") for path in rss if path.startswith("sv/")} == {
        "sv/evenemang",
        "sv/platser/myllytalo",
        "sv/platser/vanha-mylly",
        "sv/kommuner/laakso",
        "sv/arrangorer/myllyn-vaki",
        "sv/for-vem/everyone",
        "sv/teman/crafts",
        "sv/teman/languages",
        "sv/andringar",
    }
    assert {path.removesuffix("/rss.xml") for path in rss if path.startswith("en/")} == {
        "en/events",
        "en/places/myllytalo",
        "en/places/vanha-mylly",
        "en/municipalities/laakso",
        "en/organisers/harjun-nuoret",
        "en/topics/languages",
        "en/changes",
    }


@pytest.mark.parametrize(
    ("kind", "key", "language", "address"),
    [
        ("all", "", "fi", "/tapahtumat/"),
        ("all", "", "sv", "/sv/evenemang/"),
        ("topic", "languages", "en", "/en/topics/languages/"),
        ("topic", "crafts", "en", "/aiheet/crafts/"),
        ("municipality", "harju", "sv", "/kunnat/harju/"),
    ],
)
def test_pages_link_what_there_is(
    kind: str, key: str, language: str, address: str, edition: Edition
) -> None:
    links = links_of(edition, listing_of(edition, kind, key), language)

    assert [(link.label_key, link.media_type, link.address) for link in links] == [
        ("subscribe.add", "text/calendar", f"{address}calendar.ics"),
        ("subscribe.link.rss", "application/rss+xml", f"{address}rss.xml"),
        ("subscribe.link.atom", "application/atom+xml", f"{address}atom.xml"),
        ("subscribe.link.json", "application/feed+json", f"{address}feed.json"),
    ]


def test_the_board_is_no_calendar(edition: Edition) -> None:
    links = links_of(edition, listing_of(edition, "board"), "sv")

    assert [link.address for link in links] == [
        "/ilmoitustaulu/rss.xml",
        "/ilmoitustaulu/atom.xml",
        "/ilmoitustaulu/feed.json",
    ]


def test_an_event_has_a_file_of_its_own(edition: Edition, files: Mapping[str, bytes]) -> None:
    """In the languages in which it can be read; nothing of a closed group."""
    events = edition.network.events
    own = {path for path in files if path.endswith("event.ics")}

    assert event_link(edition, events["neulekahvila"], "sv").address == (
        "/sv/evenemang/neulekahvila/event.ics"
    )
    assert event_link(edition, events["neulekahvila"], "en").address == (
        "/tapahtumat/neulekahvila/event.ics"
    )
    assert {path for path in own if not path.startswith("tapahtumat/")} == {
        "sv/evenemang/neulekahvila/event.ics",
        "sv/evenemang/svenskt-bord/event.ics",
        "en/events/siirtyva-kurssi/event.ics",
    }
    assert {path.split("/")[1] for path in own if path.startswith("tapahtumat/")} == {
        *(slug for slug, event in events.items() if not event.is_closed),
        "torikahvi",
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("paikat/vanha-mylly/calendar.ics", "paikat/myllytalo/calendar.ics"),
        ("sv/platser/vanha-mylly/rss.xml", "sv/platser/myllytalo/rss.xml"),
        ("kunnat/ylaharju/atom.xml", "kunnat/harju/atom.xml"),
        ("tapahtumat/torikahvi/event.ics", "tapahtumat/torikahvit/event.ics"),
        ("paikat/vanha-mylly/rooms/sali.ics", "paikat/myllytalo/rooms/sali.ics"),
    ],
)
def test_old_addresses_serve_the_new_bytes(old: str, new: str, files: Mapping[str, bytes]) -> None:
    assert files[old] == files[new]


def test_no_file_is_made_twice(edition: Edition) -> None:
    paths = Counter(output.path for output in feed_outputs(edition))

    assert {path for path, count in paths.items() if count > 1} == set()


def test_every_file_has_a_media_type(files: Mapping[str, bytes]) -> None:
    names = {path.rpartition("/")[2] for path in files if "/rooms/" not in path}

    assert names == set(MEDIA_TYPES_BY_FILE)
    assert MEDIA_TYPES_BY_FILE["calendar.ics"] == "text/calendar; charset=utf-8"


def test_the_same_bytes_at_every_call(edition: Edition, files: Mapping[str, bytes]) -> None:
    assert {output.path: output.render() for output in feed_outputs(edition)} == files
