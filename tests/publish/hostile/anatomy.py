"""What a file is made of, and the texts in it, by parsers that are not the package's."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]  # ships no types

# The elements of feeds that hold HTML, escaped.
_HTML_IN = (
    "{http://purl.org/rss/1.0/modules/content/}encoded",
    "{http://www.w3.org/2005/Atom}content",
    "description",
)
_LINE = re.compile(r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:]*))*):(.*)', re.DOTALL)
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^";:]*)')
_OWN_LINK = re.compile(r'<a href="([^"]*)">\1</a>')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass
class Anatomy:
    """`parts` counts elements, attributes, properties and members by name, `texts` are decoded."""

    parts: Counter[str] = field(default_factory=Counter)
    texts: list[str] = field(default_factory=list)


def anatomy(path: str, body: bytes) -> Anatomy:
    """What one output file is made of."""
    found = Anatomy()
    ending = path.rpartition(".")[2]
    if ending == "ics":
        _calendar(found, body)
    elif ending in ("xml", "opml"):
        _feed(found, path, etree.fromstring(body))
    elif ending == "json":
        _json(found, "", json.loads(body))
    elif ending == "txt":
        _hours(found, body)
    elif ending == "html":
        _page(found, html.document_fromstring(body.decode()))
    return found


def _calendar(found: Anatomy, body: bytes) -> None:
    """RFC 5545 §3.1 and §3.3.11: unfolded lines, one property each."""
    lines = body.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    inside: list[str] = []
    for line in lines:
        match = _LINE.fullmatch(line)
        assert match is not None, line
        name, parameters, value = match.groups()
        given = _PARAMETER.findall(parameters)
        found.parts[";".join((*inside, name, *(each for each, _ in given)))] += 1
        # No parameter can hold a double quote (§3.1); a typographic one stands for it.
        found.texts += [value.strip('"').replace("”", '"') for _, value in given]
        if name == "BEGIN":
            inside.append(value)
        elif name == "END":
            assert inside.pop() == value
        else:
            found.texts.append(unescaped(value))


def unescaped(value: str) -> str:
    """The text that a TEXT value stands for."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def _feed(found: Anatomy, path: str, root: etree._Element) -> None:
    for element in root.iter():
        found.parts[_named(str(element.tag), element)] += 1
        found.texts += [*element.attrib.values(), element.text or ""]
        # Of an RSS channel, the description is plain; of an item it is HTML.
        if element.tag in _HTML_IN and element.getparent().tag != "channel":
            _page(found, _fragment(element.text or ""))
            found.texts.remove(element.text or "")


def _fragment(written: str) -> etree._Element:
    """HTML in a feed; addresses in plain facts, which are links to themselves, as text."""
    return html.fragment_fromstring(_OWN_LINK.sub(r"\1", written), create_parent="div")


def _named(name: str, element: etree._Element) -> str:
    return " ".join((name, *sorted(map(str, element.attrib))))


def _json(found: Anatomy, at: str, value: Any) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            found.parts[f"{at}.{key}"] += 1
            _json(found, f"{at}.{key}", inner)
    elif isinstance(value, list):
        for inner in value:
            found.parts[f"{at}[]"] += 1
            _json(found, f"{at}[]", inner)
    elif isinstance(value, str) and at.endswith("content_html"):
        _page(found, _fragment(value))
    elif isinstance(value, str):
        found.texts.append(value)


def _hours(found: Anatomy, body: bytes) -> None:
    """Texts stand behind a number sign only; what a map takes over is made of these signs alone."""
    for line in body.decode().split("\n"):
        key, is_value, value = line.partition("=")
        if line.startswith("# "):
            found.parts["#"] += 1
            found.texts.append(line.removeprefix("# "))
        elif line:
            assert is_value, line
            assert re.fullmatch(r"[A-Za-z0-9 ;,:/-]+", value), line
            found.parts[key] += 1


def _page(found: Anatomy, root: etree._Element) -> None:
    for element in root.iter():
        if not isinstance(element.tag, str):
            found.parts[str(element.tag)] += 1
            continue
        found.parts[_named(element.tag, element)] += 1
        found.texts += [*element.attrib.values(), *_said_by(element)]
        if element.get("type") == "application/ld+json":
            _json(found, "ld", json.loads(element.text))


def _said_by(element: etree._Element) -> Iterator[str]:
    if element.tag not in ("script", "style"):
        yield element.text or ""
    yield from (child.tail or "" for child in element)
