"""RSS 2.0 (rssboard.org/rss-specification) and the RSS Advisory Board's profile.

InvalidRSSVersion, UndefinedElement, MissingElement, MissingTitle, MissingLink, MissingDescription,
ItemMustContainTitleOrDescription, DuplicateElement, DuplicateValue, DuplicateItemSemantics,
MisplacedItem, MissingAtomSelfLink, SelfDoesntMatchLocation, RelativeSelf, SelfNotAtom,
AtomLinkNotEmpty, MissingGuid, InvalidHttpGUID, InvalidPermalink, NeedDescriptionBeforeContent,
InvalidContact, InvalidAddrSpec, MissingRealName, ContainsEmail, DuplicateEnclosure,
MissingAttribute, InvalidIntegerAttribute, UnexpectedAttribute, UseOfExtensionAttr,
ImageTitleDoesntMatch, ImageLinkDoesntMatch, AvoidTextInput.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from lxml import etree  # type: ignore[import-untyped]  # ships no types

from .addresses import identity_faults, is_address, is_media_type
from .dates import Wrong, rfc_822
from .extensions import extension_faults
from .html import html_faults, text_faults
from .languages import is_language
from .names import names
from .xml import (
    ATOM,
    CONTENT,
    XML,
    Unreadable,
    blank_faults,
    document_faults,
    name_of,
    read_xml,
)

_DC = "{http://purl.org/dc/elements/1.1/}"
_ENCODED, _LINK = f"{{{CONTENT}}}encoded", f"{{{ATOM}}}link"
_CHANNEL = names(
    "title link description language copyright managingEditor webMaster pubDate lastBuildDate"
    " category generator docs cloud ttl image rating skipHours skipDays item"
)
_ITEM = names("title link description author category comments enclosure guid pubDate source")
# The validator says of dc:creator: "duplicates allowed".
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_MANY = frozenset({"category", "item", "enclosure", _CREATOR})
_ATTRIBUTES = {
    "guid": {"isPermaLink"},
    "category": {"domain"},
    "enclosure": {"url", "length", "type"},
    "source": {"url"},
}
_EMAIL = re.compile(r"[^\s@()]+@[^\s@()]+\.[a-z]+ \([^()]+\)")
_ANY_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[a-z]+")


def rss_faults(body: bytes, address: str) -> Iterator[str]:
    """All that is wrong with the RSS feed that `address` serves."""
    try:
        root = read_xml(body)
    except Unreadable as why:
        yield str(why)
        return
    yield from document_faults(body, root)
    channels = root.findall("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or len(channels) != 1:
        yield "is not one channel of RSS 2.0"
        return
    yield from _channel(channels[0], address)
    items = channels[0].findall("item")
    for number, item in enumerate(items, start=1):
        yield from (f"item {number}: {fault}" for fault in _item(item))
    for guid, times in Counter(item.findtext("guid") for item in items).items():
        if guid is not None and times > 1:
            yield f"guid {guid} stands {times} times"


def _channel(channel: etree._Element, address: str) -> Iterator[str]:
    yield from _elements(channel, _CHANNEL)
    for name in ("title", "link", "description", "language", "lastBuildDate"):
        if channel.find(name) is None:
            yield f"channel without {name}"
    yield from _texts(channel)
    tags = [each.tag for each in channel]
    if "item" in tags and set(tags[tags.index("item") :]) != {"item"}:
        yield "something follows the items"
    language = channel.findtext("language")
    if language is not None and not is_language(language):
        yield f"language {language} is none"
    yield from _self(channel, address)
    image = channel.find("image")
    if image is not None:
        for name in ("title", "link"):
            if image.findtext(name) != channel.findtext(name):
                yield f"the image has another {name} than the channel"
        if not is_address(image.findtext("url") or ""):
            yield "the image has no absolute address"


def _self(channel: etree._Element, address: str) -> Iterator[str]:
    links = [each for each in channel.findall(_LINK) if each.get("rel") == "self"]
    if len(links) != 1:
        yield "no atom:link with rel=self, or more than one"
    for link in links:
        if link.get("href") != address:
            yield "the self link is not the address"
        if link.get("type") != "application/rss+xml":
            yield "the self link has the wrong type"
        if link.text:
            yield "the self link holds text"


def _item(item: etree._Element) -> Iterator[str]:
    yield from _elements(item, _ITEM)
    if item.find("title") is None and item.find("description") is None:
        yield "neither title nor description"
    for name in ("guid", "link", "pubDate"):
        if item.find(name) is None:
            yield f"without {name}"
    yield from _texts(item)
    for name, same in (("author", "creator"), ("pubDate", "date"), ("title", "title")):
        if item.find(name) is not None and item.find(_DC + same) is not None:
            yield f"{name} and dc:{same} say the same"
    guid = item.find("guid")
    if guid is not None:
        yield from _guid(guid)
    tags = [each.tag for each in item]
    if _ENCODED in tags and "description" not in tags[: tags.index(_ENCODED)]:
        yield "content:encoded without a description before it"
    for name in ("description", _ENCODED):
        yield from html_faults(item.findtext(name) or "")
    yield from _enclosures(item.findall("enclosure"))
    yield from extension_faults(item)


def _elements(parent: etree._Element, known: frozenset[str]) -> Iterator[str]:
    """Names and attributes that RSS itself does not have; those of other namespaces are theirs."""
    yield from blank_faults(parent, frozenset({"item"}))
    for name, times in Counter(each.tag for each in parent).items():
        if times > 1 and name not in _MANY and not name.startswith(f"{{{ATOM}}}"):
            yield f"{etree.QName(name).localname} stands {times} times"
    for element in parent:
        if "{" not in element.tag:
            if element.tag not in known:
                yield f"<{element.tag}> is not of RSS"
            for name in set(element.attrib) - _ATTRIBUTES.get(element.tag, set()):
                if not name.startswith(f"{{{XML}}}"):
                    yield f"{element.tag} has the attribute {name}"


def _texts(parent: etree._Element) -> Iterator[str]:
    """Dates, addresses, e-mail addresses and plain texts, each by its own rule."""
    for element in parent:
        text, rule = element.text or "", _RULES.get(element.tag)
        if rule is not None:
            yield from (f"{name_of(element)} {fault}" for fault in rule(text))


def _date(text: str) -> Iterator[str]:
    try:
        rfc_822(text)
    except Wrong as wrong:
        yield str(wrong)


def _address(text: str) -> Iterator[str]:
    if not is_address(text):
        yield "is no absolute address"


def _email(text: str) -> Iterator[str]:
    if _EMAIL.fullmatch(text) is None:
        yield "is no e-mail address with a name in brackets"


def _plain(text: str) -> Iterator[str]:
    yield from text_faults(text)
    if _ANY_EMAIL.search(text):
        yield "holds an e-mail address"


_RULES: dict[str, Callable[[str], Iterator[str]]] = {
    **dict.fromkeys(("pubDate", "lastBuildDate"), _date),
    **dict.fromkeys(("link", "docs", "comments"), _address),
    **dict.fromkeys(("managingEditor", "webMaster", "author"), _email),
    **dict.fromkeys(("title", "category", "generator", "copyright"), text_faults),
    _CREATOR: _plain,
}


def _guid(guid: etree._Element) -> Iterator[str]:
    permalink = guid.get("isPermaLink", "true")
    if permalink not in ("true", "false"):
        yield "isPermaLink is neither true nor false"
    if permalink == "true" and not is_address(guid.text or ""):
        yield "the guid is no address and not said to be none"
    yield from identity_faults(guid.text or "")


def _enclosures(enclosures: list[etree._Element]) -> Iterator[str]:
    if len(enclosures) > 1:
        yield "more than one enclosure"
    for each in enclosures:
        if not is_address(each.get("url", "")):
            yield "the enclosure has no absolute address"
        if not each.get("length", "").isdigit():
            yield "the enclosure has no length"
        if not is_media_type(each.get("type", "")):
            yield "the enclosure has no media type"
