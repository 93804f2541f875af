"""What feeds say of one thing: the same values for RSS, Atom and JSON Feed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape
from uuid import UUID

from kohtaamo.model.common import Coordinates
from kohtaamo.publish.pictures.picture import Picture
from kohtaamo.publish.texts.links import may_lead_to
from kohtaamo.schedule.moments import Moment
from kohtaamo.schedule.zone import local

# A web address in a text, without the punctuation behind it.
_ADDRESS = re.compile(r"(https?://[^\s<>\"]*[^\s<>\".,;:!?)])")
# How many entries a feed holds, the newest by announcement.
NEWEST = 100
# What feeds say that they were made by.
GENERATOR = "Kohtaamo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Takes:
    """When and where an event takes place, for machines; of a series, its first date.

    Local moments, dates for whole days, with `end` as the last of them; `repeats` is in words.
    """

    start: Moment
    end: Moment | None = None
    where: str = ""
    geo: Coordinates | None = None
    repeats: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a feed.

    `id` is a urn, `url` absolute; `published` and `updated` are aware UTC moments, `summary` is
    plain text, `html` safe HTML with absolute links. `language` is the title's, `summary_language`
    the summary's, `around` that of our own words, within which `html` marks all others: HTML tags.
    None of these is empty.
    """

    id: str
    title: str
    language: str
    around: str
    url: str
    published: datetime
    updated: datetime
    summary: str
    summary_language: str
    html: str
    categories: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    takes: Takes | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHead:
    """`page` is the listing's page and `source` the feed's own address, both absolute."""

    id: str
    title: str
    subtitle: str
    language: str
    author: str
    site: str
    page: str
    source: str
    updated: datetime


def told_apart(changed: datetime, identity: UUID) -> datetime:
    """The moment of a change, with a fraction of a second of the item's own.

    Many items may land in one second; the W3C validator warns of entries with the same `updated`.
    """
    return changed.replace(microsecond=identity.int % 1_000_000)


def iso(moment: Moment) -> str:
    """`2026-12-03`, or with time of day and offset: `2026-12-03T13:00:00+02:00` (RFC 3339)."""
    return local(moment).isoformat() if isinstance(moment, datetime) else moment.isoformat()


def sentences(lines: Iterable[str]) -> str:
    """Plain lines as sentences, one after the other."""
    return " ".join(line if line.endswith((".", "!", "?")) else f"{line}." for line in lines)


def paragraph(lines: Iterable[str]) -> str:
    """Plain lines as one HTML paragraph; nothing for none."""
    return _paragraph(escape(line, quote=False) for line in lines if line)


def paragraph_with_links(lines: Iterable[str]) -> str:
    """The same, with every web address made a link: few readers do so."""
    return _paragraph(_linked(line) for line in lines if line)


def _paragraph(lines: Iterable[str]) -> str:
    text = "<br>".join(lines)
    return f"<p>{text}</p>\n" if text else ""


def _linked(line: str) -> str:
    # Split at addresses, every second piece is one.
    pieces = _ADDRESS.split(line)
    pieces[0::2] = [escape(piece, quote=False) for piece in pieces[0::2]]
    pieces[1::2] = [_link(piece) for piece in pieces[1::2]]
    return "".join(pieces)


def _link(address: str) -> str:
    """An address as its own link; as text where it would lead elsewhere than it seems."""
    text = escape(address, quote=False)
    return f'<a href="{text}">{text}</a>' if may_lead_to(address) else text


def picture_html(picture: Picture | None) -> str:
    """A picture with the name of who took it; nothing for none."""
    if picture is None:
        return ""
    image = f'<img src="{escape(picture.url)}" alt="{escape(picture.alt.text)}">'
    credit = f"<br>{escape(picture.credit, quote=False)}" if picture.credit else ""
    return f"<p>{image}{credit}</p>\n"


def in_language(html: str, language: str, around: str) -> str:
    """HTML marked with its language where that is not the one around it (WCAG 3.1.2)."""
    if not html or language == around:
        return html
    return f'<div lang="{escape(language)}">{html}</div>\n'
