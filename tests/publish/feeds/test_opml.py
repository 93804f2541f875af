"""The list of all feeds."""

from collections.abc import Mapping

from lxml import etree  # type: ignore[import-untyped]  # ships no types


def test_every_listing_once_a_language(files: Mapping[str, bytes]) -> None:
    outlines = etree.fromstring(files["feeds.opml"]).findall("body/outline")
    addresses = [each.get("xmlUrl").removeprefix("https://example.fi/") for each in outlines]
    feeds = {path for path in files if path.endswith("rss.xml")}
    old = {path for path in feeds if "/vanha-mylly/" in path or "/ylaharju/" in path}

    assert sorted(addresses) == sorted(feeds - old)
    assert {each.get("type") for each in outlines} == {"rss"}
    first = outlines[0]
    assert dict(first.attrib) == {
        "type": "rss",
        "text": "Tapahtumat – Laakson verkosto",
        "title": "Tapahtumat – Laakson verkosto",
        "xmlUrl": "https://example.fi/tapahtumat/rss.xml",
        "htmlUrl": "https://example.fi/tapahtumat/",
        "language": "fi",
    }
