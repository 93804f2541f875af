"""JSON Feed 1.1 (jsonfeed.org/version/1.1), which the W3C validator does not read.

Its demands are the specification's; HTML, addresses, moments and languages are held to the same
rules as in the other formats.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from .addresses import identity_faults, is_address, is_media_type
from .dates import Wrong, rfc_3339
from .html import html_faults
from .languages import is_language
from .names import names

VERSION = "https://jsonfeed.org/version/1.1"
# `author` is of version 1.0, superseded by `authors`.
_FEED = names(
    "version title home_page_url feed_url description user_comment next_url icon favicon authors"
    " language expired hubs items"
)
_ITEM = names(
    "id url external_url title content_html content_text summary image banner_image date_published"
    " date_modified authors tags language attachments"
)
_EXTENSION = re.compile(r"_[A-Za-z]\w*")


def json_faults(body: bytes, address: str) -> Iterator[str]:
    """All that is wrong with the JSON feed that `address` serves."""
    try:
        feed = json.loads(body.decode(), object_pairs_hook=_each_once, parse_constant=_no_number)
    except (UnicodeDecodeError, ValueError):
        yield "is not JSON in UTF-8 with each name once"
        return
    if not isinstance(feed, dict) or feed.get("version") != VERSION:
        yield "is no JSON Feed 1.1"
        return
    yield from _members(feed, _FEED)
    for name in ("title", "home_page_url", "feed_url", "language"):
        if not feed.get(name):
            yield f"without {name}"
    if feed.get("feed_url") != address:
        yield "feed_url is not the address"
    items = feed.get("items")
    if not isinstance(items, list):
        yield "without items"
        return
    ids: Counter[str] = Counter()
    for number, item in enumerate(items, start=1):
        yield from (f"item {number}: {fault}" for fault in _item(item))
        ids[str(item.get("id"))] += 1
    yield from (f"id {text} stands {times} times" for text, times in ids.items() if times > 1)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError
    return dict(pairs)


def _no_number(constant: str) -> float:
    """NaN and Infinity are not of JSON (RFC 8259 §6)."""
    raise ValueError(constant)


def _members(thing: dict[str, Any], known: frozenset[str]) -> Iterator[str]:
    """Known members by their own rules; unknown ones are extensions, and objects (§Extensions)."""
    for name, value in thing.items():
        if name in known:
            rule = _RULES.get(name)
            if rule is not None:
                yield from (f"{name} {fault}" for fault in rule(value))
            elif name not in ("items", "id") and not isinstance(value, str):
                yield f"{name} is no text"
        elif _EXTENSION.fullmatch(name) is None:
            yield f"{name} is not of JSON Feed, and no extension"
        elif not isinstance(value, dict):
            yield f"{name} is no object"


def _item(item: dict[str, Any]) -> Iterator[str]:
    yield from _members(item, _ITEM)
    if not isinstance(item.get("id"), str):
        yield "the id is no text"
    else:
        yield from identity_faults(item["id"])
    for name in ("url", "title", "date_published", "date_modified"):
        if not item.get(name):
            yield f"without {name}"
    if not item.get("content_html") and not item.get("content_text"):
        yield "without content"


def _moment(value: Any) -> Iterator[str]:
    try:
        rfc_3339(value)
    except TypeError:
        yield "is no text"
    except Wrong as wrong:
        yield str(wrong)


def _address(value: Any) -> Iterator[str]:
    if not isinstance(value, str) or not is_address(value):
        yield "is no absolute address"


def _language(value: Any) -> Iterator[str]:
    if not isinstance(value, str) or not is_language(value):
        yield "is no language"


def _html(value: Any) -> Iterator[str]:
    yield from html_faults(value)


def _authors(value: Any) -> Iterator[str]:
    for each in value if isinstance(value, list) else [None]:
        if not isinstance(each, dict) or not {"name", "url", "avatar"} & set(each):
            yield "has somebody without name or address"
        elif not is_address(each.get("url", "https://example.fi/")):
            yield "has no absolute address"


def _tags(value: Any) -> Iterator[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        yield "is no list of texts"


def _attachments(value: Any) -> Iterator[str]:
    for each in value:
        if not is_address(each.get("url", "")):
            yield "has no absolute address"
        if not is_media_type(each.get("mime_type", "")):
            yield "has no media type"


def _truth(value: Any) -> Iterator[str]:
    if not isinstance(value, bool):
        yield "is neither true nor false"


_ADDRESSES = "home_page_url feed_url next_url icon favicon url external_url image banner_image"
_RULES: dict[str, Callable[[Any], Iterator[str]]] = {
    **dict.fromkeys(_ADDRESSES.split(), _address),
    **dict.fromkeys(("date_published", "date_modified"), _moment),
    "language": _language,
    "content_html": _html,
    "authors": _authors,
    "tags": _tags,
    "attachments": _attachments,
    "expired": _truth,
}
