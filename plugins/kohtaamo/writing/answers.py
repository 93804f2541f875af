"""One line that somebody typed → the value of a field, read as a check reads it."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from kohtaamo.content.schema.choices import Choice, Reference, TermOf
from kohtaamo.content.schema.field import Record, Type
from kohtaamo.content.schema.forms import CanHostType, HolidayHoursType, PriceType
from kohtaamo.content.schema.many import ListOf, Weekdays, YesNoMap
from kohtaamo.content.schema.recurrence import OnType, SkipType
from kohtaamo.content.schema.scalars import BLOCK, Single
from kohtaamo.content.source.tree import Mapping as Tree
from kohtaamo.content.source.tree import Node, Scalar, Sequence
from kohtaamo.model.common import DateSpan
from kohtaamo.problems.problem import Problem, Refused, Report
from kohtaamo.text.dates import parse_date
from kohtaamo.text.folding import DASHES
from kohtaamo.text.numbers import parse_decimal
from kohtaamo.writing.names import Found, find

_COMMAS = re.compile(r"\s*[,;]\s*")
_MIDNIGHT = time()
# `5`, `4,50 €`, `2 euroa Lapset`
_AMOUNT = re.compile(
    r"(\d+(?:[.,]\d{1,2})?)\s*(?:€|e\b|euroa?\b|eur\b|euro\b)?\s*(.*)", re.IGNORECASE
)
_SPAN = re.compile(rf"(\S+?)\s*[{DASHES[3:]}]\s*(\S+)|(\S+)\s+-\s+(\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an answer says: a `node` to be written, or `problems`, or names that are not clear.

    `unclear` holds each name that stands for no single id, with those that may have been meant.
    """

    node: Node | None = None
    problems: tuple[Problem, ...] = ()
    unclear: tuple[tuple[str, Found], ...] = ()


def read_answer(kind: Type, field: str, text: str, names: Mapping[str, str]) -> Answer:
    """The value of the field in one line of text; lists are parted by commas.

    `names` are the ids that may stand there (`names_for`), with their names. Of several shapes
    (prices, hosts) the one that the text looks like is taken.
    """
    node: Node
    unclear: list[tuple[str, Found]] = []
    if names and isinstance(kind, Choice | Reference | TermOf | ListOf | Single):
        node, unclear = _named(kind, text, names)
    elif isinstance(kind, PriceType):
        node = _price(text)
    elif isinstance(kind, CanHostType) and text.strip().lower() not in ("all", "ask"):
        node, unclear = _named(ListOf(Reference("organiser")), text, names)
    elif isinstance(kind, ListOf) and isinstance(kind.item, SkipType):
        node = Sequence(tuple(_skip(each) for each in _COMMAS.split(text.strip()) if each), 1)
    elif isinstance(kind, ListOf | OnType | Weekdays):
        node = _listed(kind, text)
    else:
        node = Scalar(text.strip(), 1)
    if unclear:
        return Answer(unclear=tuple(unclear))
    report = Report("")
    value = kind.read(node, field, report)
    if report.problems:
        return Answer(problems=tuple(report.problems))
    return Answer(node=canonical(kind, node, value))


def canonical(kind: Type, node: Node, value: Any) -> Node:
    """The value as files usually have it: ISO dates, times of day, `yes` and `no`."""
    if isinstance(kind, ListOf) and isinstance(node, Sequence) and len(value) == len(node.items):
        pairs = zip(node.items, value, strict=True)
        return Sequence(tuple(canonical(kind.item, each, said) for each, said in pairs), node.line)
    if isinstance(value, DateSpan) and isinstance(node, Tree):
        days = [(key, _day(each)) for key, each in node.entries]
        return Tree(tuple(days), node.line)
    if not isinstance(node, Scalar):
        return node
    text = _usual(kind, node.text.strip(), value)
    return Scalar(text, node.line)


def _day(node: Node) -> Node:
    """The first and last day of a span in ISO's form; its reason as it is."""
    if isinstance(node, Scalar):
        with suppress(Refused):
            return Scalar(parse_date(node.text).isoformat(), node.line)
    return node


def _usual(kind: Type, text: str, value: Any) -> str:
    match value:
        case bool():
            text = "yes" if value else "no"
        case datetime():
            # A midnight may be meant as the end of the day before.
            text = text if value.time() == _MIDNIGHT else value.strftime("%Y-%m-%d %H:%M")
        case date():
            text = value.isoformat()
        case DateSpan():
            text = value.from_.isoformat()
        case time():
            is_last = value == _MIDNIGHT and kind.name == "end"
            text = "24:00" if is_last else value.strftime("%H:%M")
        case int() if kind.name in ("time", "closing-time"):
            text = f"{value // 60:02}:{value % 60:02}"
        case str():
            text = str(value)
    return text


def _named(kind: Type, text: str, names: Mapping[str, str]) -> tuple[Node, list[tuple[str, Found]]]:
    """Ids in the place of names, and the names that are not clear."""
    is_list = isinstance(kind, ListOf)
    whole = find(text.strip(), names)
    # A name may hold a comma itself.
    parts = [text.strip()] if whole.exact or not is_list else _COMMAS.split(text.strip(" ,;"))
    found = [(each, find(each, names)) for each in parts]
    unclear = [(each, one) for each, one in found if one.exact is None]
    ids = dict.fromkeys(one.exact or each for each, one in found)
    nodes = tuple(Scalar(each, 1) for each in ids)
    return (Sequence(nodes, 1) if is_list else nodes[0]), unclear


def replaced(kind: Type, text: str, chosen: Mapping[str, str]) -> str:
    """`text` with some of its parts said otherwise."""
    parts = _COMMAS.split(text.strip(" ,;")) if isinstance(kind, ListOf) else [text.strip()]
    return ", ".join(chosen.get(each, each) for each in parts)


def _listed(kind: Type, text: str) -> Node:
    """A list of single values; weekdays and the like stay the one text that they read."""
    parts = [each for each in _COMMAS.split(text.strip()) if each]
    if len(parts) == 1 and not isinstance(kind, ListOf):
        return Scalar(parts[0], 1)
    return Sequence(tuple(Scalar(each, 1) for each in parts), 1)


def _price(text: str) -> Node:
    """`maksuton` is free; `4 Aikuiset, 2 Lapset` are amounts; whatever else is a text."""
    parts = [_AMOUNT.fullmatch(each) for each in re.split(r"\s*[;,](?!\d)\s*", text.strip())]
    report = Report("")
    price = PriceType().read(Scalar(text.strip(), 1), "", report)
    if price is not None and price.free:
        return Scalar("free", 1)
    rows: list[Node] = []
    for part in parts:
        if part is None or not _is_amount(part[1]):
            return Scalar(text.strip(), 1)
        entries = [(Scalar("amount", 1), Scalar(part[1].replace(",", "."), 1))]
        if part[2]:
            entries.append((Scalar("for", 1), Scalar(part[2].strip(), 1)))
        rows.append(Tree(tuple(entries), 1))
    return Sequence(tuple(rows), 1)


def _is_amount(text: str) -> bool:
    try:
        parse_decimal(text, 0, 100_000)
    except Refused:
        return False
    return True


def _skip(text: str) -> Node:
    """A date or a word, or a span `21.12.2026–6.1.2027`."""
    span = _SPAN.fullmatch(text)
    if span is None:
        return Scalar(text, 1)
    first, last = (span[1], span[2]) if span[1] else (span[3], span[4])
    return Tree(
        ((Scalar("from", 1), Scalar(first, 1)), (Scalar("to", 1), Scalar(last, 1))),
        1,
    )


def takes_one_line(kind: Type) -> bool:
    """True for what can be answered in one line; records and maps have questions of their own."""
    if isinstance(kind, ListOf):
        return not isinstance(kind.item, Record)
    if isinstance(kind, HolidayHoursType):
        return True
    return not isinstance(kind, Record | YesNoMap) and kind is not BLOCK
