"""JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

import json
from collections.abc import Iterable
from datetime import datetime

from kohtaamo.publish.feeds.entry import Entry, FeedHead, Takes, iso

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def json_item(entry: Entry) -> bytes:
    """One item. `_event` says when and where, in the words of schema.org where it has some."""
    item: dict[str, object] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.summary,
        "image": entry.picture.url if entry.picture else "",
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "language": entry.language,
        "authors": [{"name": author} for author in entry.authors],
        "tags": list(entry.categories),
    }
    if entry.takes is not None:
        item["_event"] = _event(entry.takes)
    return _written({name: value for name, value in item.items() if value})


def json_feed(head: FeedHead, items: Iterable[bytes]) -> bytes:
    """The feed of items that `json_item` has written, newest first."""
    top = {
        "version": VERSION,
        "title": head.title,
        "description": head.subtitle,
        "home_page_url": head.page,
        "feed_url": head.source,
        "language": head.language,
        "authors": [{"name": head.author, "url": head.site}],
    }
    return _written(top).removesuffix(b"}") + b',"items":[\n' + b",\n".join(items) + b"\n]}\n"


def _event(takes: Takes) -> dict[str, object]:
    event: dict[str, object] = {
        "start_date": iso(takes.start),
        "all_day": not isinstance(takes.start, datetime),
    }
    if takes.end is not None:
        event["end_date"] = iso(takes.end)
    if takes.where:
        event["location"] = takes.where
    if takes.geo is not None:
        event["latitude"], event["longitude"] = float(takes.geo.lat), float(takes.geo.lon)
    if takes.repeats:
        event["repeats"] = takes.repeats
    return event


def _written(value: object) -> bytes:
    return _ENCODER.encode(value).encode()
