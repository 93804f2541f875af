"""Markdown → the links in it, with the line of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

# What a link to a web page cannot do without; texts without it need no parser.
_MAY_LINK = re.compile(r"\]\(\s*<?(?:/|http)|\]:\s*<?(?:/|http)|<http", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLink:
    """A link as it was written, its host ("" from the site's own root) and its decoded path.

    `row` counts the lines of the text before it.
    """

    written: str
    host: str
    path: str
    row: int

    @property
    def folder(self) -> str:
        """The path with a slash at the end, without the file that it may name."""
        above, _, last = self.path.rpartition("/")
        return f"{above}/" if not last or "." in last else f"{self.path}/"


def links_in(text: str) -> Iterator[WebLink]:
    """The links of a Markdown text that lead to web pages, in its order (CommonMark).

    What stands in code is no link; what cannot be read as an address is left out.
    """
    if not _MAY_LINK.search(text):
        return
    # Most texts have no links, and most checks no text with any.
    from pyromark import events_with_range  # noqa: PLC0415

    data = text.encode()
    for event, span in events_with_range(text):
        start = event.get("Start") if isinstance(event, dict) else None
        if isinstance(start, dict) and "Link" in start:
            link = _link(start["Link"]["dest_url"], data.count(b"\n", 0, span["start"]))
            if link is not None:
                yield link


def _link(written: str, row: int) -> WebLink | None:
    try:
        parts = urlsplit(written)
    except ValueError:
        return None
    is_web = parts.scheme.lower() in ("http", "https") and parts.netloc
    is_own = not parts.scheme and not parts.netloc and parts.path.startswith("/")
    if not (is_web or is_own):
        return None
    path = unquote(parts.path) or "/"
    return WebLink(written=written, host=parts.netloc.lower(), path=path, row=row)
