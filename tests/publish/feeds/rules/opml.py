"""OPML 2.0 (opml.org/spec2), read as lists of subscriptions are.

InvalidOPMLVersion, MissingXmlURL, MissingOutlineType, InvalidOutlineType, InvalidOutlineVersion,
MissingElement; the validator itself knows OPML 1.1 only.
"""

from collections import Counter
from collections.abc import Iterator

from .addresses import is_address
from .dates import Wrong, rfc_822
from .languages import is_language
from .names import names
from .xml import Unreadable, document_faults, read_xml

_HEAD = names(
    "title dateCreated dateModified ownerName ownerEmail ownerId docs expansionState"
    " vertScrollState windowTop windowLeft windowBottom windowRight"
)
_OUTLINE = names(
    "text type title description xmlUrl htmlUrl language version category isComment isBreakpoint"
)
_VERSIONS = frozenset({"RSS", "RSS1", "RSS2", "scriptingNews"})


def opml_faults(body: bytes, _: str) -> Iterator[str]:
    """All that is wrong with a list of feeds."""
    try:
        root = read_xml(body)
    except Unreadable as why:
        yield str(why)
        return
    yield from document_faults(body, root)
    head, outlines = root.find("head"), root.findall("body//outline")
    if root.tag != "opml" or root.get("version") != "2.0" or head is None or not outlines:
        yield "is no OPML 2.0 with a head and outlines"
        return
    if not (head.findtext("title") or "").strip():
        yield "head without title"
    for each in head:
        if each.tag not in _HEAD:
            yield f"<{each.tag}> is not of OPML"
        if each.tag.startswith("date"):
            try:
                rfc_822(each.text or "")
            except Wrong as wrong:
                yield f"{each.tag} {wrong}"
    for number, outline in enumerate(outlines, start=1):
        yield from (f"outline {number}: {fault}" for fault in _outline(dict(outline.attrib)))
    addresses = Counter(each.get("xmlUrl") for each in outlines if each.get("xmlUrl"))
    yield from (f"{a} stands {times} times" for a, times in addresses.items() if times > 1)


def _outline(attributes: dict[str, str]) -> Iterator[str]:
    """A feed; an outline around others has a text only."""
    for name in sorted(set(attributes) - _OUTLINE):
        yield f"{name} is not of OPML"
    if not attributes.get("text", "").strip():
        yield "without text"
    if set(attributes) == {"text"}:
        return
    if attributes.get("type") != "rss":
        yield "the type is not rss"
    for name in ("xmlUrl", "htmlUrl"):
        if not is_address(attributes.get(name, "")):
            yield f"{name} is no absolute address"
    if not is_language(attributes.get("language", "fi")):
        yield "the language is none"
    if attributes.get("version", "RSS2") not in _VERSIONS:
        yield "the version is none"
