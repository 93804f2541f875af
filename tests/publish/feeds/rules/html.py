"""HTML inside a feed, and text that must hold none.

ContainsRelRef, SecurityRisk, SecurityRiskAttr, DangerousStyleAttr, NotHtml, UndefinedNamedEntity,
ContainsHTML, ContainsUndeclaredHTML, BadCharacters.
"""

import re
from collections.abc import Iterator
from html.entities import html5
from html.parser import HTMLParser

from .addresses import is_absolute
from .names import names

# What the validator lets pass without a warning and readers keep.
HARMLESS = names(
    "a abbr b blockquote br code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img"
    " ins li ol p pre q s small span strong sub sup table tbody td tfoot th thead time tr ul"
)
_VOID = frozenset({"br", "hr", "img"})
_ATTRIBUTES = names(
    "alt cite class colspan datetime dir height href lang rel rowspan scope src start title type"
    " width"
)
_LINKS = frozenset({"href", "src", "cite"})
_BARE = re.compile(r"&(?!(#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|\w{1,31});)|<(?![A-Za-z/!?])")
_NAMED = re.compile(r"&([A-Za-z]\w{0,30};)")
# A tag or a reference that a reader would take for one.
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(\s[^<>]*)?/?>")
_ELEMENTS = HARMLESS | {"script", "style", "iframe", "object", "embed", "form", "input", "svg"}


def html_faults(html: str) -> Iterator[str]:
    """What is wrong with the HTML of an entry: it has no page around it and no one to trust."""
    if _BARE.search(html):
        yield "HTML with a bare & or <"
    if any(name not in html5 for name in _NAMED.findall(html)):
        yield "HTML with an entity that is none"
    reader = _Reader()
    reader.feed(html)
    reader.close()
    yield from dict.fromkeys(reader.found)
    if reader.opened:
        yield f"HTML with <{reader.opened[-1]}> left open"


def text_faults(text: str) -> Iterator[str]:
    """Plain text in which nothing looks like HTML."""
    tags = (match[1].lower() for match in _TAG.finditer(text))
    if any(tag in _ELEMENTS for tag in tags) or any(name in html5 for name in _NAMED.findall(text)):
        yield "holds HTML"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in HARMLESS:
            self.found.append(f"HTML with <{tag}>")
        if tag == "img" and not dict(attrs).get("alt"):
            self.found.append("HTML with a picture without words")
        for name, value in attrs:
            self._attribute(name, value or "")
        if tag not in _VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.opened[-1:] != [tag]:
            self.found.append(f"HTML with </{tag}> out of place")
        while tag in self.opened and self.opened.pop() != tag:
            pass

    def handle_comment(self, data: str) -> None:
        self.found.append("HTML with a comment")

    def handle_decl(self, decl: str) -> None:
        self.found.append("HTML with a declaration")

    def unknown_decl(self, data: str) -> None:
        self.found.append("HTML with a declaration")

    def handle_pi(self, data: str) -> None:
        self.found.append("HTML with a processing instruction")

    def _attribute(self, name: str, value: str) -> None:
        if name not in _ATTRIBUTES:
            self.found.append(f"HTML with the attribute {name}")
        elif name in _LINKS and not is_absolute(value):
            scheme = re.match(r"[\s\0-\x1f]*(javascript|vbscript|data):", value, re.IGNORECASE)
            what = f"{scheme[1].lower()}:" if scheme else "a relative"
            self.found.append(f"HTML with {what} address")
