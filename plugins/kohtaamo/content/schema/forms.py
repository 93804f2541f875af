"""Fields that take one of a few shapes: price, who may be hosted, hours on holidays."""

from collections.abc import Mapping
from dataclasses import dataclass

from kohtaamo.content.schema.choices import Reference
from kohtaamo.content.schema.field import Field, Record, Type
from kohtaamo.content.schema.many import ListOf
from kohtaamo.content.schema.scalars import EUROS, LINE
from kohtaamo.content.source.tree import Node, Scalar, Sequence
from kohtaamo.model.event import Price, PriceItem
from kohtaamo.model.place import CanHost, HolidayHours, Hours
from kohtaamo.problems.problem import Report

FREE = frozenset({"free", "maksuton", "ilmainen", "gratis", "avgiftsfri"})
HOLIDAYS: Mapping[str, HolidayHours] = {
    **{each.value: each for each in HolidayHours},
    **dict.fromkeys(("kiinni", "suljettu", "stängt"), HolidayHours.CLOSED),
    **dict.fromkeys(("kuten muulloin", "som vanligt"), HolidayHours.NORMAL),
}

PRICE_ITEM = Record(
    "price-item",
    PriceItem,
    (
        Field(key="amount", type=EUROS, required=True, example="4"),
        Field(key="for", type=LINE, is_phrase=True, example="Aikuiset"),
        Field(key="note", type=LINE, is_phrase=True, example="Sisältää kahvin"),
    ),
)


@dataclass(frozen=True, slots=True)
class PriceType:
    """`free`, a list of amounts, or a text."""

    name: str = "price"

    def read(self, node: Node, at: str, report: Report) -> Price | None:
        """The price as the event claims it."""
        if isinstance(node, Scalar):
            if node.text.strip().lower() in FREE:
                return Price(free=True)
            text = LINE.read(node, at, report)
            return None if text is None else Price(text=text)
        return Price(items=ListOf(PRICE_ITEM).read(node, at, report))


@dataclass(frozen=True, slots=True)
class CanHostType:
    """`all`, `ask` or a list of organisers."""

    name: str = "can-host"

    def read(self, node: Node, at: str, report: Report) -> CanHost | tuple[str, ...] | None:
        """A rule, or the slugs of those who may."""
        if isinstance(node, Scalar):
            if node.text.lower() in tuple(CanHost):
                return CanHost(node.text.lower())
            report.add(node.line, at, "not-can-host", value=node.text)
            return None
        return ListOf(Reference("organiser")).read(node, at, report)


@dataclass(frozen=True, slots=True)
class HolidayHoursType:
    """`closed`, `normal`, the same in Finnish or Swedish, or a list of hours."""

    hours: Type
    name: str = "holiday-hours"

    def read(self, node: Node, at: str, report: Report) -> HolidayHours | tuple[Hours, ...] | None:
        """What holds on public holidays."""
        if isinstance(node, Sequence):
            return ListOf(self.hours).read(node, at, report)
        if isinstance(node, Scalar) and node.text.lower() in HOLIDAYS:
            return HOLIDAYS[node.text.lower()]
        written = node.text if isinstance(node, Scalar) else ""
        report.add(node.line, at, "not-holiday-hours", value=written)
        return None
