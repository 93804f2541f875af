"""Atom 1.0 (RFC 4287; section numbers are its own).

MissingElement, MissingTitle, DuplicateElement, UndefinedElement, UnexpectedAttribute, MissingSelf,
SelfDoesntMatchLocation, RelativeSelf, SelfNotAtom, DuplicateAtomLink, MissingHref,
AtomLinkNotEmpty, UnregisteredAtomLinkRel, DuplicateEntries, DuplicateIds,
DuplicateUpdated, MisplacedMetadata, MissingContentOrAlternate, MissingSummary,
MissingTextualContent, InvalidTextType, NotEscaped, NotInline, MissingXhtmlDiv,
MisplacedXHTMLContent, NotHtml, HtmlFragment, ContainsUndeclaredHTML, FeedHistoryRelInEntry,
InvalidAddrSpec, SameDocumentReference, ObsoleteNamespace, ObsoleteVersion.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from lxml import etree  # type: ignore[import-untyped]  # ships no types

from .addresses import identity_faults, is_address, is_media_type
from .dates import Wrong, rfc_3339
from .extensions import extension_faults
from .html import html_faults, text_faults
from .languages import is_language
from .names import names
from .xml import (
    ATOM,
    LANG,
    Unreadable,
    blank_faults,
    document_faults,
    read_xml,
)

_A = f"{{{ATOM}}}"
_FEED = names(
    "author category contributor generator icon id link logo rights subtitle title updated entry"
)
_ENTRY = names(
    "author category content contributor id link published rights source summary title updated"
)
_MANY = frozenset({"author", "category", "contributor", "link", "entry"})
# The IANA registry's, as far as a feed of events may need them.
_RELATIONS = names("alternate enclosure self related via license hub first last next previous")
_LINK_ATTRIBUTES = {"href", "rel", "type", "hreflang", "title", "length"}
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]+")


def atom_faults(body: bytes, address: str) -> Iterator[str]:
    """All that is wrong with the Atom feed that `address` serves."""
    try:
        feed = read_xml(body)
    except Unreadable as why:
        yield str(why)
        return
    yield from document_faults(body, feed)
    if feed.tag != f"{_A}feed":
        yield "is no Atom 1.0 feed"
        return
    if LANG not in feed.attrib:
        yield "feed without xml:lang"
    entries = feed.findall(f"{_A}entry")
    yield from _both(feed, _FEED)
    yield from _feed_links(feed, address)
    if not all(_has_author(each) for each in entries) and not _has_author(feed):
        yield "no author"
    tags = [each.tag for each in feed]
    if entries and set(tags[tags.index(f"{_A}entry") :]) != {f"{_A}entry"}:
        yield "something follows the entries"
    for number, entry in enumerate(entries, start=1):
        yield from (f"entry {number}: {fault}" for fault in _entry(entry))
    yield from _distinct(feed, entries)


def _distinct(feed: etree._Element, entries: list[etree._Element]) -> Iterator[str]:
    ids = Counter(each.findtext(f"{_A}id") for each in (feed, *entries))
    yield from (f"id {text} stands {times} times" for text, times in ids.items() if times > 1)
    moments = Counter(each.findtext(f"{_A}updated") for each in entries)
    yield from (f"{times} entries updated at {m}" for m, times in moments.items() if times > 1)


def _both(parent: etree._Element, known: frozenset[str]) -> Iterator[str]:
    """What a feed and an entry have alike (§4.1.1, §4.1.2)."""
    yield from blank_faults(parent, frozenset({"entry"}))
    for name in ("id", "title", "updated"):
        if parent.find(_A + name) is None:
            yield f"without {name}"
    for tag, times in Counter(each.tag for each in parent).items():
        if times > 1 and tag.removeprefix(_A) not in _MANY:
            yield f"{etree.QName(tag).localname} stands {times} times"
    for element in parent.iterchildren(f"{_A}*"):
        name = element.tag.removeprefix(_A)
        if name not in known:
            yield f"<{name}> is not of Atom here"
        rule = _RULES.get(name)
        if rule is not None:
            yield from (f"{name} {fault}" for fault in rule(element))
    for element in (parent, *parent):
        tag = element.get(LANG)
        if tag is not None and not is_language(tag):
            yield f"language {tag} is none"
    yield from _links(parent)
    yield from identity_faults(parent.findtext(f"{_A}id") or "urn:missing:said-above")


def _links(parent: etree._Element) -> Iterator[str]:
    links = parent.findall(f"{_A}link")
    for link in links:
        relation = link.get("rel", "alternate")
        yield from (f"the {relation} link {fault}" for fault in _link(link, relation))
    alternates = Counter(
        (each.get("type"), each.get("hreflang"))
        for each in links
        if each.get("rel", "alternate") == "alternate"
    )
    if any(times > 1 for times in alternates.values()):
        yield "two alternate links with one type and language"


def _link(link: etree._Element, relation: str) -> Iterator[str]:
    if relation not in _RELATIONS:
        yield "has a relation that is none"
    if not is_address(link.get("href", "")):
        yield "has no absolute address"
    if relation in ("self", "enclosure") and link.get("type") is None:
        yield "has no type"
    if not is_media_type(link.get("type", "text/html")):
        yield "has no media type"
    if relation == "alternate" and link.get("type", "text/html") != "text/html":
        yield "is no page"
    if not is_language(link.get("hreflang", "fi")):
        yield "has no language"
    if set(link.attrib) - _LINK_ATTRIBUTES or not link.get("length", "0").isdigit() or link.text:
        yield "holds more than a link"


def _feed_links(feed: etree._Element, address: str) -> Iterator[str]:
    own = [each for each in feed.findall(f"{_A}link") if each.get("rel") == "self"]
    if len(own) != 1:
        yield "no link with rel=self, or more than one"
    for link in own:
        if link.get("href") != address:
            yield "the self link is not the address"
        if link.get("type") != "application/atom+xml":
            yield "the self link has the wrong type"


def _entry(entry: etree._Element) -> Iterator[str]:
    yield from _both(entry, _ENTRY)
    links = entry.findall(f"{_A}link")
    content = entry.find(f"{_A}content")
    if content is None and not any(each.get("rel", "alternate") == "alternate" for each in links):
        yield "neither content nor an alternate link"
    if not (entry.findtext(f"{_A}content") or entry.findtext(f"{_A}summary")):
        yield "no text at all"
    if any(each.get("rel") in ("first", "last", "next", "previous") for each in links):
        yield "a link between feeds in an entry"
    yield from extension_faults(entry)


def _has_author(parent: etree._Element) -> bool:
    return parent.find(f"{_A}author") is not None


def _moment(element: etree._Element) -> Iterator[str]:
    try:
        rfc_3339(element.text or "")
    except Wrong as wrong:
        yield str(wrong)


def _text(element: etree._Element) -> Iterator[str]:
    """A text construct (§3.1): plain unless it says otherwise, and then what it says."""
    kind, text = element.get("type", "text"), element.text or ""
    if kind not in ("text", "html"):
        yield f"has the type {kind}"
    elif len(element):
        yield "holds elements that are not escaped"
    elif kind == "text":
        yield from text_faults(text)
    else:
        yield from html_faults(text)
    if set(element.attrib) - {"type", LANG}:
        yield "has an attribute that is none"


def _content(element: etree._Element) -> Iterator[str]:
    """§4.1.3: this portal's content is escaped HTML, whole and inline."""
    if element.get("type") != "html":
        yield "is not typed html"
    else:
        yield from _text(element)


def _person(element: etree._Element) -> Iterator[str]:
    """§3.2: one name, at most one address of each kind."""
    parts = Counter(each.tag.removeprefix(_A) for each in element)
    if parts["name"] != 1:
        yield "has no name"
    if set(parts) - {"name", "uri", "email"} or max(parts.values()) > 1:
        yield "has more than a name, an address and an e-mail address"
    if not is_address(element.findtext(f"{_A}uri") or "https://example.fi/"):
        yield "has no absolute address"
    if not _EMAIL.fullmatch(element.findtext(f"{_A}email") or "a@example.fi"):
        yield "has no e-mail address"


def _category(element: etree._Element) -> Iterator[str]:
    if not element.get("term", "").strip():
        yield "has no term"


def _picture(element: etree._Element) -> Iterator[str]:
    if not is_address(element.text or ""):
        yield "is no absolute address"


_RULES: dict[str, Callable[[etree._Element], Iterator[str]]] = {
    **dict.fromkeys(("updated", "published"), _moment),
    **dict.fromkeys(("title", "subtitle", "summary", "rights"), _text),
    **dict.fromkeys(("author", "contributor"), _person),
    **dict.fromkeys(("icon", "logo"), _picture),
    "content": _content,
    "category": _category,
}
