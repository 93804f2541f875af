"""Programs that subscribed years ago: what they understand of a file, and what they keep of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from lxml import etree  # type: ignore[import-untyped]  # ships no types

_ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True, kw_only=True)
class Told:
    """Every VEVENT of one UID in one file, and the marks by which clients see that it is newer.

    `modified` and `sequence` are the largest of all its components, None and -1 where one of them
    has none: it is then taken anew at every poll, as ICSx5 does.
    """

    body: bytes
    stamped: str
    modified: str | None
    sequence: int


@cache
def told_in(calendar: bytes) -> Mapping[str, Told]:
    """What a calendar file says, by UID."""
    found: dict[str, list[bytes]] = {}
    for body in calendar.replace(b"\r\n ", b"").split(b"BEGIN:VEVENT\r\n")[1:]:
        component = body.partition(b"END:VEVENT\r\n")[0]
        found.setdefault(_values(component, b"UID")[0], []).append(component)
    return {uid: _told(components) for uid, components in found.items()}


def _told(components: list[bytes]) -> Told:
    modified = [_values(each, b"LAST-MODIFIED") for each in components]
    sequences = [_values(each, b"SEQUENCE") for each in components]
    return Told(
        body=b"".join(components),
        stamped=max(value for each in components for value in _values(each, b"DTSTAMP")),
        modified=max(each[0] for each in modified) if all(modified) else None,
        sequence=max(int(each[0]) for each in sequences) if all(sequences) else -1,
    )


def _values(component: bytes, name: bytes) -> list[str]:
    lines = (line.partition(b":") for line in component.split(b"\r\n"))
    return [value.decode() for key, _, value in lines if key == name]


@dataclass
class Stingy:
    """Keeps what it has of a UID until LAST-MODIFIED has grown; lets go of what is gone."""

    kept: dict[str, Told] = field(default_factory=dict)

    def poll(self, calendar: bytes) -> None:
        told = told_in(calendar)
        for uid, each in told.items():
            had = self.kept.get(uid)
            if had is None or each.modified is None or _grew(each.modified, had.modified):
                self.kept[uid] = each
        self.kept = {uid: self.kept[uid] for uid in told}


def _grew(now: str, before: str | None) -> bool:
    return before is None or now > before


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry of an Atom feed; `slug` is that of its page, `content` all of it but its dates."""

    id: str
    slug: str
    title: str
    published: datetime
    updated: datetime
    content: bytes


@cache
def entries_in(feed: bytes) -> tuple[datetime, Mapping[str, Entry]]:
    """When an Atom feed says that it changed, and its entries by id."""
    root = etree.fromstring(feed)
    found = [_entry(each) for each in root.iterfind(f"{_ATOM}entry")]
    entries = {each.id: each for each in found}
    assert len(entries) == len(found)
    return _moment(root, "updated"), entries


def _entry(element: etree._Element) -> Entry:
    content = b"".join(_content(element))
    page = element.find(f"{_ATOM}link").get("href")
    return Entry(
        id=element.findtext(f"{_ATOM}id"),
        slug=page.rstrip("/").rpartition("/")[2],
        title=element.findtext(f"{_ATOM}title"),
        published=_moment(element, "published"),
        updated=_moment(element, "updated"),
        content=content,
    )


def _content(element: etree._Element) -> Iterator[bytes]:
    for child in element:
        if child.tag not in {f"{_ATOM}published", f"{_ATOM}updated"}:
            yield etree.tostring(child)


def _moment(element: etree._Element, name: str) -> datetime:
    return datetime.fromisoformat(element.findtext(f"{_ATOM}{name}"))
