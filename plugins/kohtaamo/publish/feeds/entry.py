"""What feeds say of one thing: the same values for RSS, Atom and JSON Feed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape
from uuid import UUID

from kohtaamo.model.common import Coordinates
from kohtaamo.schedule.moments import Moment
from kohtaamo.schedule.zone import local

# How many entries a feed holds, the newest by announcement.
NEWEST = 100


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

    `id` is a urn, `language` an HTML language tag, `url` absolute; `published` and `updated` are
    aware UTC moments, `summary` is plain text, `html` safe HTML with absolute links.
    """

    id: str
    title: str
    language: str
    url: str
    published: datetime
    updated: datetime
    summary: str
    html: str
    categories: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    takes: Takes | None = None


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


def paragraph(lines: Iterable[str]) -> str:
    """Plain lines as one HTML paragraph; nothing for none."""
    text = "<br>".join(escape(line, quote=False) for line in lines if line)
    return f"<p>{text}</p>\n" if text else ""


def in_language(html: str, language: str, around: str) -> str:
    """HTML marked with its language where that is not the one around it (WCAG 3.1.2)."""
    if not html or language == around:
        return html
    return f'<div lang="{escape(language)}">{html}</div>\n'
