"""Every feed of four sites by the rules of the W3C validator, and read by feedparser."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from lxml import etree, html

from .reading import Feed, parsed, read
from .rules import CHECKS, faults

BUILT = "http://127.0.0.1:8000/"
# An event of `laakso` has a name that looks like HTML: the validator warns of that wherever it is
# written as it is, and there is no other way to write it.
CALLED_LIKE_HTML = 'Jo; nyt, "on" \\N kumma'
# Old addresses (`formerly`) serve the new bytes, which name the new address.
FORMER = {
    "small": set(),
    "sample": set(),
    "everything": {
        *("kenelle/saaren-vaki", "sv/for-vem/saaren-vaki", "en/for-whom/saaren-vaki"),
        *("kunnat/merilahden-kunta", "sv/kommuner/merilahden-kunta"),
        *("en/municipalities/merilahden-kunta", "jarjestajat/martat", "sv/arrangorer/martat"),
        *("en/organisers/martat", "paikat/tullihuone", "sv/platser/tullihuone"),
        "en/places/tullihuone",
    },
    "laakso": {
        *("paikat/vanha-mylly", "sv/platser/vanha-mylly", "en/places/vanha-mylly"),
        "kunnat/ylaharju",
    },
}
# How many pictures its feeds name, and how the formats begin.
PICTURES = {"small": 0, "everything": 2, "sample": 10, "laakso": 0}
FORMATS = {b"\xff\xd8\xff": "image/jpeg", b"\x89PN": "image/png"}


@dataclass(frozen=True)
class Site:
    """Where a site is served and its feeds by path; `output` when it was built with pages."""

    name: str
    base: str
    feeds: Mapping[str, bytes]
    output: Path | None = None

    @cached_property
    def read(self) -> Mapping[str, Feed]:
        """All but the list of them."""
        return {
            path: read(_file(path), body)
            for path, body in self.feeds.items()
            if path != "feeds.opml"
        }

    def path_now(self, path: str) -> str:
        """The path that a feed names as its own, when the very same bytes are served there."""
        if path == "feeds.opml":
            return path
        own = self.read[path].own.removeprefix(self.base)
        return own if self.feeds.get(own) == self.feeds[path] else path


def _file(path: str) -> str:
    return path.rpartition("/")[2]


@pytest.fixture(scope="module", params=FORMER)
def site(request: pytest.FixtureRequest) -> Site:
    """One after the other."""
    if request.param == "laakso":
        files = request.getfixturevalue("files")
        feeds = {path: body for path, body in files.items() if _file(path) in CHECKS}
        return Site(request.param, "https://example.fi/", feeds)
    output = request.getfixturevalue("built")(request.param)
    found = (each for file in CHECKS for each in sorted(output.rglob(file)))
    feeds = {each.relative_to(output).as_posix(): each.read_bytes() for each in found}
    return Site(request.param, BUILT, feeds, output)


def test_no_feed_has_a_fault(site: Site) -> None:
    found = []
    for path, body in site.feeds.items():
        for fault in faults(site.base + site.path_now(path), body):
            about = re.match(r"(?:item|entry) (\d+): (?:title|summary) holds HTML", fault)
            entry = site.read[path].entries[int(about[1]) - 1] if about else None
            if entry is None or CALLED_LIKE_HTML not in entry.title:
                found.append(f"{path}: {fault}")

    assert found == []


def test_every_picture_that_a_feed_names_is_there(site: Site) -> None:
    """With the length and in the format that the feed says."""
    named = set()
    for path, body in site.feeds.items():
        if path.endswith(".xml"):
            named |= {
                (each.get("url") or each.get("href"), each.get("type"), each.get("length"))
                for each in etree.fromstring(body).iter("{*}enclosure", "{*}content", "{*}link")
                if str(each.get("type")).startswith("image/")
            }
    assert len(named) == PICTURES[site.name]
    for address, media_type, length in named if site.output else ():
        picture = site.output / str(address).removeprefix(site.base)
        assert FORMATS[picture.read_bytes()[:3]] == media_type
        assert length in (None, str(picture.stat().st_size))


def test_only_old_addresses_serve_another_ones_feed(site: Site) -> None:
    elsewhere = {path for path in site.feeds if site.path_now(path) != path}

    assert {path.rpartition("/")[0] for path in elsewhere} == FORMER[site.name]


def test_feedparser_agrees(site: Site) -> None:
    ours = {path: each for path, each in site.read.items() if path.endswith(".xml")}

    theirs = {path: parsed(site.feeds[path]) for path in ours}

    assert {path for path, (is_content, _) in theirs.items() if not is_content} == set()
    assert {path: feed for path, (_, feed) in theirs.items()} == ours
    assert sum(len(feed.entries) for feed in ours.values()) > 10


def test_an_id_means_one_thing(site: Site) -> None:
    """The same link, title and announcement in every feed of one language, whatever the format."""
    meanings = defaultdict(set)
    for feed in site.read.values():
        for entry in feed.entries:
            meanings[entry.id, feed.language].add((entry.link, entry.title, entry.published))

    assert meanings
    assert {key: told for key, told in meanings.items() if len(told) > 1} == {}


def test_an_id_means_one_page_in_all_languages(site: Site) -> None:
    """The links of an id are each other's translations, as the pages themselves say."""
    if site.output is None:
        links = _links_by_id(site)
        assert {len({_slug(each) for each in of_one}) for of_one in links.values()} == {1}
        return
    for of_one in _links_by_id(site).values():
        for link in of_one:
            page = site.output / link.partition("#")[0].removeprefix(site.base) / "index.html"
            tree = html.document_fromstring(page.read_bytes())
            same = {link.get("href") for link in tree.xpath("//link[@rel='alternate'][@hreflang]")}
            assert of_one == {link} or of_one <= same, (link, of_one)


def _links_by_id(site: Site) -> Mapping[str, set[str]]:
    links = defaultdict(set)
    for feed in site.read.values():
        for entry in feed.entries:
            links[entry.id].add(entry.link)
    return links


def _slug(link: str) -> str:
    return link.rstrip("/").rpartition("/")[2]


def test_no_feed_has_the_id_of_an_entry(site: Site) -> None:
    heads = {
        re.search(rb"<id>([^<]*)</id>", body)[1].decode()  # type: ignore[index]  # the rules ask for it
        for path, body in site.feeds.items()
        if path.endswith("atom.xml")
    }

    assert heads & set(_links_by_id(site)) == set()
