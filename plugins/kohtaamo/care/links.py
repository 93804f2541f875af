"""Where contents lead to the web: each http(s) address in a field or a text, and where it is."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any, NamedTuple

from kohtaamo.care.report import Finding, Topic
from kohtaamo.care.sight import last_day
from kohtaamo.content.rules.rule import everything
from kohtaamo.content.schema.field import Record, Type
from kohtaamo.content.schema.many import ListOf
from kohtaamo.content.schema.scalars import URL
from kohtaamo.content.schema.shared import TEXT
from kohtaamo.listings.edition import Edition
from kohtaamo.model.origin import Origin
from kohtaamo.problems.problem import Refused
from kohtaamo.publish.texts.commonmark import events
from kohtaamo.text.addresses import parse_url

# Nobody looks any more at an event that has been over for longer.
_OVER = timedelta(days=30)
_WEB = ("http://", "https://")


class Link(NamedTuple):
    """An address (ASCII, RFC 3986), and where it stands: a path in the content folder, a line."""

    path: str
    line: int
    url: str


def links_of(edition: Edition) -> tuple[Link, ...]:
    """Every web address that contents name, by file and line.

    Closed groups are left out, as are events that were over 30 days ago. Of a text, where a link is
    written otherwise than it is read, the line of the text.
    """
    return tuple(sorted(set(_links(edition))))


def dead(edition: Edition, verdicts: Mapping[str, str]) -> tuple[Finding, ...]:
    """The links whose verdict, by address, is a fault: `gone`, `silent`, `broken` or `refused`."""
    return tuple(
        Finding(
            topic=Topic.LINKS,
            says=f"link-{verdicts[link.url]}",
            path=link.path,
            line=link.line,
            detail=link.url,
        )
        for link in links_of(edition)
        if link.url in verdicts
    )


def _links(edition: Edition) -> Iterator[Link]:
    since = (edition.today - _OVER).toordinal()
    for kind, record, item in everything(edition.network):
        if kind == "event":
            facts = edition.facts[item.slug]
            if facts.is_closed or max(last_day(facts), facts.days[-1]) < since:
                continue
        for at, url in _urls(record, item, ""):
            yield from _link(item.origin, item.origin.line(at), url)
        if getattr(item, TEXT.key, ""):
            yield from _in_text(item.origin, item.text)
        for translation in item.translations.values():
            yield from _in_text(translation.origin, translation.values.get(TEXT.key, ""))


def _urls(kind: Type, value: Any, at: str) -> Iterator[tuple[str, str]]:
    """The dotted field and the text of every address within a value of the schema."""
    match kind:
        case Record():
            for field in kind.fields:
                inner = getattr(value, field.attribute)
                if inner and _leads(field.type):
                    yield from _urls(field.type, inner, f"{at}.{field.key}" if at else field.key)
        case ListOf():
            for index, each in enumerate(value):
                yield from _urls(kind.item, each, f"{at}[{index}]")
        case _:
            yield at, value


def _leads(kind: Type) -> bool:
    """True for types below whose values an address may stand."""
    match kind:
        case Record():
            return any(_leads(field.type) for field in kind.fields)
        case ListOf():
            return _leads(kind.item)
    return kind is URL


def _in_text(origin: Origin, text: str) -> Iterator[Link]:
    """The links of a Markdown text."""
    if "://" not in text:
        return
    first = origin.line(TEXT.key)
    for event in events(text):
        match event:
            case {"Start": {"Link": {"dest_url": str(url)}}}:
                before, found, _ = text.partition(url)
                yield from _link(origin, first + (before.count("\n") if found else 0), url)


def _link(origin: Origin, line: int, url: str) -> Iterator[Link]:
    if url.lower().startswith(_WEB):
        try:
            yield Link(origin.path, line, parse_url(url))
        except Refused:
            # The check says so, or the sanitiser takes it out.
            return
