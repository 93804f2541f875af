"""One value of a field, in words that may stand in Markdown."""

from dataclasses import fields
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from kohtaamo.content.schema.choices import Reference, TermOf
from kohtaamo.content.schema.field import Record, Type
from kohtaamo.content.schema.forms import CanHostType, HolidayHoursType, PriceType
from kohtaamo.content.schema.hours import HOURS
from kohtaamo.content.schema.many import ListOf, YesNoMap
from kohtaamo.content.schema.scalars import Single
from kohtaamo.model.event import Price
from kohtaamo.model.organiser import LooksFor, Sector
from kohtaamo.model.place import Hours, Mode
from kohtaamo.publish.wording.event import euros
from kohtaamo.publish.wording.repeats import ALL_WEEK, MONDAY_TO_FRIDAY, joined
from kohtaamo.review.markdown import plain
from kohtaamo.review.speaker import Speaker, filled, label
from kohtaamo.words.dates import clock, day, hours, when
from kohtaamo.words.names import language_name
from kohtaamo.words.words import Words

_SOME_MIDNIGHT = datetime.combine(date.min, time())


def value_words(speaker: Speaker, kind: Type, value: Any) -> str:
    """A value of this type of the schema; "" for none."""
    if value is None or value in ((), {}):
        return ""
    match _as_list(kind, value):
        case Reference() as reference:
            text = speaker.name(reference.kind, value)
        case TermOf() as term:
            text = speaker.term(term.vocabulary, value)
        case ListOf() as several:
            between = "; " if isinstance(several.item, Record) else ", "
            text = between.join(value_words(speaker, several.item, each) for each in value)
        case YesNoMap() as facts:
            named = {speaker.term(facts.vocabulary, key): fact for key, fact in value.items()}
            text = filled({name: _yes_no(speaker.words, fact) for name, fact in named.items()})
        case Single(name="language" | "interface-language"):
            text = language_name(speaker.words, value) or plain(value)
        case PriceType():
            text = _price(speaker, value)
        case Record() as record:
            text = record_words(speaker, record, value)
        case _:
            text = plain_words(speaker.words, value)
    return text


def _as_list(kind: Type, value: Any) -> Type:
    """What is a list in one of its shapes, in that shape."""
    if isinstance(value, tuple):
        if isinstance(kind, CanHostType):
            return ListOf(Reference("organiser"))
        if isinstance(kind, HolidayHoursType):
            return ListOf(HOURS)
    return kind


def record_words(speaker: Speaker, record: Record, value: Any) -> str:
    """The fields of a mapping that say anything; opening hours as one says them."""
    if isinstance(value, Hours):
        return _open(speaker.words, value)
    usual = {each.name: each.default for each in fields(value)}
    told = [
        field
        for field in record.fields
        if getattr(value, field.attribute) != usual.get(field.attribute)
    ]
    return filled(
        {
            label(speaker.words, record.name, field.key): value_words(
                speaker, field.type, getattr(value, field.attribute)
            )
            for field in told
        }
    )


def plain_words(words: Words, value: Any) -> str:
    """A value that is no mapping, list or reference."""
    match value:
        case bool():
            text = _yes_no(words, value)
        case StrEnum():
            text = _chosen(words, value)
        case datetime():
            text = when(words, value, None)
        case date():
            text = day(words, value)
        case time():
            text = words("dates.at", start=clock(words, value))
        case timedelta():
            text = _length(value)
        case _:
            text = plain(format(value, "f") if isinstance(value, Decimal) else str(value))
    return text


def _yes_no(words: Words, value: bool) -> str:
    return words("review.yes") if value else words("review.no")


def _chosen(words: Words, value: StrEnum) -> str:
    match value:
        case Sector():
            return words(f"site.sector.{value.value}")
        case LooksFor():
            return words(f"site.looks_for.{value.value}")
    return words(f"review.choice.{type(value).__name__.lower()}.{value.value}")


def _price(speaker: Speaker, price: Price) -> str:
    if price.free:
        return speaker.words("wording.price.free")
    if price.text:
        return plain(price.text)
    parts = []
    for item in price.items:
        rest = {key: getattr(item, key) for key in ("for_", "note") if getattr(item, key)}
        notes = ", ".join(map(plain, rest.values()))
        amount = euros(speaker.words, item.amount)
        parts.append(f"{amount} ({notes})" if notes else amount)
    return ", ".join(parts)


def _open(words: Words, row: Hours) -> str:
    """A row: `maanantaista perjantaihin klo 10–16, omatoimi (Kahvila on auki.)`."""
    start = _SOME_MIDNIGHT + timedelta(minutes=row.from_)
    end = _SOME_MIDNIGHT + timedelta(minutes=row.to)
    if end <= start:
        end += timedelta(days=1)
    text = words(
        "wording.with_hours", rule=_weekdays(words, row.days), hours=hours(words, start, end)
    )
    if row.mode is not Mode.STAFFED:
        text = f"{text}, {_chosen(words, row.mode)}"
    return f"{text} ({plain(row.note)})" if row.note else text


def _weekdays(words: Words, days: tuple[int, ...]) -> str:
    if set(days) == MONDAY_TO_FRIDAY:
        return words("wording.all_weekdays")
    if set(days) == ALL_WEEK:
        return words("wording.every.day.1")
    return joined(words, (words(f"wording.weekdays.{each}") for each in days))


def _length(value: timedelta) -> str:
    """`1 h 30 min`; `2 d` for whole days."""
    minutes = value // timedelta(minutes=1)
    parts = ((minutes // 1440, "d"), (minutes // 60 % 24, "h"), (minutes % 60, "min"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count)
