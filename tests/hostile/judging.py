"""What may start something by itself, or lead elsewhere, by parsers that are not the package's."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import feedparser
import html5lib
import icalendar
from lxml import etree, html  # type: ignore[import-untyped]  # ships no types

# What somebody's Markdown may become.
TEXT_ELEMENTS = frozenset(
    {
        *("p", "br", "hr", "strong", "em", "del", "code", "pre", "blockquote", "a"),
        *("ul", "ol", "li", "h2", "h3", "h4", "h5", "h6"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
)
TEXT_ATTRIBUTES = frozenset({("a", "href"), ("a", "rel"), ("ol", "start"), ("th", "scope")})
# A script of the theme, by its address: all of it is in a file of its own.
_MODULE = re.compile(r"(?:/[\w-]+)*/theme/[a-z-]+\.js\?v=[0-9a-f]{6}")
# Elements that no page of the portal has, but for modules of the theme and their sentences.
_NEVER = frozenset(
    {
        *("script", "style", "noscript", "base", "iframe", "frame", "frameset", "portal"),
        *("object", "embed", "applet", "audio", "video", "math", "template"),
        *("noembed", "noframes", "plaintext", "xmp"),
    }
)
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "poster", "data", "srcset", "cite"})
# How a browser reads an address: no blanks around, no tabs and line ends anywhere (WHATWG URL).
_AROUND = "".join(map(chr, range(0x21)))
_INSIDE = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# Nothing that cannot be seen: controls but tab and line ends, marks and overrides of direction,
# zero-width spaces, halves of characters, noncharacters, tags.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
_IN_TEMPLATES = frozenset(
    {
        *("a", "div", "fieldset", "input", "label", "legend", "li", "option", "p", "select"),
        *("span", "strong"),
    }
)
_OF_TEMPLATES = frozenset(
    {"class", "data-at", "data-say", "dir", "href", "lang", "name", "type", "value"}
)


def in_fragment(markup: str) -> list[str]:
    """What is dangerous in a piece of HTML made of Markdown, as html5lib reads it."""
    return _in_piece(markup, TEXT_ELEMENTS, TEXT_ATTRIBUTES)


def _in_entry(markup: str) -> list[str]:
    """The same of a feed's entry, which is put together of texts and pictures."""
    languages = {(name, "lang") for name in (*TEXT_ELEMENTS, "div", "span")}
    pictures = {("img", name) for name in ("src", "alt", "lang")}
    elements = TEXT_ELEMENTS | {"div", "span", "img"}
    return _in_piece(markup, elements, TEXT_ATTRIBUTES | languages | pictures)


def _in_piece(
    markup: str, elements: AbstractSet[str], attributes: AbstractSet[tuple[str, str]]
) -> list[str]:
    root = html5lib.parseFragment(markup, namespaceHTMLElements=False)
    found = [f"unseen {sign!r}" for sign in UNSEEN.findall(markup)]
    for element in root.iter():
        if not isinstance(element.tag, str):
            found.append("a comment or an instruction")
        elif element.tag not in elements | {"DOCUMENT_FRAGMENT"}:
            found.append(f"<{element.tag}>")
        found += [
            f"<{element.tag} {name}>"
            for name in element.attrib
            if (element.tag, name) not in attributes
        ]
        found += of_addresses(element)
    return found


def in_page(markup: bytes) -> list[str]:
    """What is dangerous in a page, as html5lib reads it."""
    root = html5lib.parse(markup.decode(), namespaceHTMLElements=False)
    return [*_in_tree(root.iter()), *_unseen(markup)]


def in_page_quickly(markup: bytes) -> list[str]:
    """The same as lxml reads it, ten times as fast."""
    root = html.document_fromstring(markup.decode())
    return [*_in_tree(root.iter()), *_unseen(markup)]


def _unseen(body: bytes) -> list[str]:
    return [f"unseen {sign!r}" for sign in UNSEEN.findall(body.decode())]


def _in_tree(elements: Iterable[Element]) -> Iterator[str]:
    """No page of the portal has a script, a style of its own or anything from elsewhere.

    Data for search engines is no script: a browser does not run that type (HTML, §4.12.1).
    """
    for element in elements:
        if not isinstance(element.tag, str) or _is_data(element):
            continue
        if element.tag in _NEVER and not _is_module(element) and not _is_of_sentences(element):
            yield f"<{element.tag}>"
        if element.tag in ("link", "img", "form") and not _is_own(element):
            yield f"<{element.tag}> from elsewhere: {dict(element.attrib)}"
        for name in element.attrib:
            if name.lower().startswith("on") or name in ("style", "srcdoc", "background"):
                yield f"<{element.tag} {name}>"
        yield from of_addresses(element)


def _is_module(element: Element) -> bool:
    said = element.get("src") or ""
    is_awaited = element.get("blocking") == "render"
    is_named = {*element.attrib} == {"type", "src", *(["blocking"] if is_awaited else [])}
    is_plain = is_named and not element.text and not len(element)
    is_module = element.tag == "script" and element.get("type") == "module"
    return is_module and is_plain and _MODULE.fullmatch(said) is not None


def _is_of_sentences(element: Element) -> bool:
    """True for a template that holds nothing but sentences and fields for a script to choose from.

    What is in it is looked at like the rest of the page.
    """
    inside = [each for each in element.iter() if each is not element]
    return (
        element.tag == "template"
        and {*element.attrib} <= {"class"}
        and all(each.tag in _IN_TEMPLATES and {*each.attrib} <= _OF_TEMPLATES for each in inside)
    )


def _is_data(element: Element) -> bool:
    return element.tag == "script" and dict(element.attrib) == {"type": "application/ld+json"}


def _is_own(element: Element) -> bool:
    """True for what is loaded from the site itself, and for links that nothing is loaded by."""
    if element.tag == "link" and element.get("rel") not in ("stylesheet", "icon", "preload"):
        return True
    address = element.get("href") or element.get("src") or element.get("action") or ""
    return address.startswith(("/", "data:image/", "data:,")) and not address.startswith("//")


def of_addresses(element: Element) -> Iterator[str]:
    """What is wrong with the addresses of an element."""
    for name, value in element.attrib.items():
        if name in _ADDRESSES or name.endswith("}href"):
            fault = of_address(value, is_link=element.tag == "a")
            if fault:
                yield f"<{element.tag} {name}={value!r}>: {fault}"


def of_address(value: str, *, is_link: bool = True) -> str:
    """Why a browser that follows this address might do other than open a page, a letter or a call.

    Empty when all is well.
    """
    address = _INSIDE.sub("", value.strip(_AROUND))
    scheme = _SCHEME.match(address)
    if address != value:
        return "blanks or line ends"
    if scheme is None:
        return "another site" if re.match(r"[/\\]{2}", address) else ""
    name, rest = scheme[1].lower(), address[scheme.end() :]
    if name == "data" and not is_link and rest.startswith(("image/", ",")):
        return ""
    judge = _JUDGES.get(name)
    return judge(rest) if judge else f"the scheme {name}"


def _of_host(rest: str) -> str:
    host = re.split(r"[/\\?#]", rest.lstrip("/\\"), maxsplit=1)[0]
    return "somebody before the host" if "@" in host or not rest.startswith("//") else ""


def _of_number(rest: str) -> str:
    is_number = re.fullmatch(r"\+?[0-9().\s-]+", unquote(rest))
    return "" if is_number else "more than a number"


def _of_letter(rest: str) -> str:
    """Whether others than one reader get it (RFC 6068)."""
    to, _, headers = rest.partition("?")
    names = {each.partition("=")[0].lower() for each in headers.split("&") if each}
    if names - {"subject", "body"}:
        return "hidden readers"
    if re.search(r"[\r\n,;]", unquote(to)) or re.search(r"[\r\n]", unquote(headers)):
        return "line ends or several readers"
    return ""


_JUDGES: dict[str, Callable[[str], str]] = {
    "http": _of_host,
    "https": _of_host,
    "webcal": _of_host,
    "mailto": _of_letter,
    "tel": _of_number,
    "geo": lambda _: "",
}


def in_calendar(body: bytes) -> list[str]:
    """What icalendar finds in a calendar that no calendar of ours may hold."""
    calendar = icalendar.Calendar.from_ical(body)
    kinds = {"VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT"}
    found = [f"BEGIN:{each.name}" for each in calendar.walk() if each.name not in kinds]
    for event in calendar.walk("VEVENT"):
        found += [
            name
            for name in ("ATTACH", "ATTENDEE", "X-ALT-DESC", "METHOD", "RDATE")
            if name in event
        ]
        if "URL" in event and (fault := of_address(str(event["URL"]))):
            found.append(f"URL: {fault}")
    return [*found, *_unseen(body.replace(b"\r\n", b"\n"))]


def in_xml(body: bytes, *, carefully: bool = True) -> list[str]:
    """What lxml finds in a feed, a sitemap or a list of feeds; `carefully`, feedparser too."""
    tree = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))
    found = [f"{type(each).__name__}" for each in tree.iter() if not isinstance(each.tag, str)]
    if tree.getroottree().docinfo.doctype:
        found.append("a document type")
    return [*found, *(_in_feed(body) if carefully else ()), *_unseen(body)]


def _in_feed(body: bytes) -> Iterator[str]:
    feed = feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)
    for entry in feed.entries:
        yield from (fault for link in entry.get("links", ()) if (fault := of_address(link.href)))
        for content in entry.get("content", ()):
            if content.type == "text/html":
                yield from _in_entry(content.value)


def in_json(body: bytes) -> list[str]:
    """What stands in a JSON Feed that no reader may run or follow."""
    found = list(_unseen(body))
    for value in _values(json.loads(body)):
        if not isinstance(value, dict):
            continue
        found += _in_entry(value["content_html"]) if "content_html" in value else []
        addresses = [value[key] for key in ("url", "image") if isinstance(value.get(key), str)]
        found += [fault for each in addresses if (fault := of_address(each))]
    return found


def _values(value: object) -> Iterator[object]:
    yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inside:
        yield from _values(each)
