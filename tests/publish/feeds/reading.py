"""A feed's entries as its bytes say them, and as feedparser understands the same bytes."""

import json
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser  # type: ignore[import-untyped]  # ships no types
from lxml import etree  # type: ignore[import-untyped]  # ships no types

_A = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True)
class Entry:
    """`published` to the second; RSS has no `updated`, so it is not among these."""

    id: str
    link: str
    title: str
    published: datetime


@dataclass(frozen=True)
class Feed:
    language: str
    own: str
    entries: tuple[Entry, ...]


def read(file: str, body: bytes) -> Feed:
    """A feed by the letter; whatever is not there raises."""
    if file == "feed.json":
        return _json(json.loads(body))
    root = etree.fromstring(body)
    return _rss(root.find("channel")) if file == "rss.xml" else _atom(root)


def _json(feed: dict[str, Any]) -> Feed:
    entries = (
        Entry(
            each["id"],
            each["url"],
            each["title"],
            datetime.fromisoformat(each["date_published"]).astimezone(UTC).replace(microsecond=0),
        )
        for each in feed["items"]
    )
    return Feed(feed["language"], feed["feed_url"], tuple(entries))


def _rss(channel: etree._Element) -> Feed:
    entries = (
        Entry(
            each.findtext("guid"),
            each.findtext("link"),
            each.findtext("title"),
            parsedate_to_datetime(each.findtext("pubDate")).astimezone(UTC),
        )
        for each in channel.iterfind("item")
    )
    own = channel.find(f"{_A}link[@rel='self']").get("href")
    return Feed(channel.findtext("language"), own, tuple(entries))


def _atom(root: etree._Element) -> Feed:
    entries = (
        Entry(
            each.findtext(f"{_A}id"),
            next(_alternates(each)),
            each.findtext(f"{_A}title"),
            datetime.fromisoformat(each.findtext(f"{_A}published"))
            .astimezone(UTC)
            .replace(microsecond=0),
        )
        for each in root.iterfind(f"{_A}entry")
    )
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return Feed(language, root.find(f"{_A}link[@rel='self']").get("href"), tuple(entries))


def _alternates(entry: etree._Element) -> Iterator[str]:
    for link in entry.iterfind(f"{_A}link"):
        if link.get("rel", "alternate") == "alternate":
            yield link.get("href")


def parsed(body: bytes) -> tuple[bool, Feed]:
    """Whether feedparser is content with RSS or Atom, and what it makes of it.

    It takes a title of plain text for what it says; markup in it comes out as it went in.
    """
    made = feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)
    entries = (
        Entry(
            each.id,
            each.link,
            each.title,
            datetime.fromtimestamp(timegm(each.published_parsed), UTC),
        )
        for each in made.entries
    )
    own = next(link.href for link in made.feed.links if link.rel == "self")
    return not made.bozo, Feed(made.feed.language, own, tuple(entries))
