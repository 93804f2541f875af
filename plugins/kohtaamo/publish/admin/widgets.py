"""The types of the schema → the fields of the form.

https://sveltiacms.app/en/docs/fields lists the fields there are, and their options.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from kohtaamo.content.schema.choices import Choice, Reference, TermOf
from kohtaamo.content.schema.field import Field, Record, Type
from kohtaamo.content.schema.forms import PRICE_ITEM, CanHostType, HolidayHoursType, PriceType
from kohtaamo.content.schema.hours import HOURS
from kohtaamo.content.schema.many import ListOf, YesNoMap
from kohtaamo.content.schema.recurrence import SPAN, SkipType
from kohtaamo.content.schema.scalars import BLOCK, DATE, SLUG, YES_NO
from kohtaamo.content.schema.shared import IMAGE
from kohtaamo.model.place import CanHost, HolidayHours
from kohtaamo.model.terms import Vocabulary
from kohtaamo.words.words import Words

Widget = dict[str, Any]

# Kinds of things, and the folder that each has.
FOLDERS = MappingProxyType(
    {"event": "events", "place": "places", "organiser": "organisers", "notice": "notices"}
)
NAMED_BY = MappingProxyType(
    {"event": "title", "place": "name", "organiser": "name", "notice": "title"}
)
_SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """What fields are told in and chosen from; a network of one language has none to translate."""

    words: Words
    vocabularies: Mapping[str, Vocabulary]
    first: str
    is_translated: bool

    def fields(self, record: Record) -> list[Widget]:
        """Every field of a record, in the schema's order."""
        return [self.field(record, field) for field in record.fields]

    def field(self, record: Record, field: Field) -> Widget:
        """One field with its label and help."""
        at = f"fields.{record.name}.{field.key}"
        made = {
            "name": field.key,
            "label": self.words(f"{at}.label"),
            "hint": self._hint(field, self.words(f"{at}.help")),
            "required": field.required and not field.unless_closed,
            **self.widget(field.type, field.example),
        }
        if record is IMAGE and field.key == "file":
            made |= {
                "widget": "image",
                "choose_url": False,
                "accept": ".jpg,.jpeg,.png,.webp,.avif",
            }
        if field.translatable and self.is_translated:
            made["i18n"] = True
            made["required"] = [self.first] if made["required"] else False
        return made

    def widget(self, kind: Type, example: str = "") -> Widget:
        """How a type is filled in."""
        made = self._single(kind, example)
        match kind:
            case Record():
                made = {"widget": "object", "collapsed": "auto", "fields": self.fields(kind)}
            case ListOf():
                made = self._many(kind.item)
            case Choice():
                made = self._select(self._words_of(kind.options))
            case TermOf():
                made = self._select(self._terms(kind.vocabulary))
            case Reference():
                made = self._relation(kind)
            case YesNoMap():
                made = self._facts(kind)
            case PriceType() | CanHostType() | HolidayHoursType() | SkipType():
                made = {"widget": "object", "types": self._either(kind)}
        return made

    def towns(self) -> Widget:
        """A choice of the network's municipalities."""
        return self._select(self._terms("municipalities"))

    def _single(self, kind: Type, example: str) -> Widget:
        if kind is DATE:
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
        if kind is YES_NO:
            return self._yes_no()
        if kind is BLOCK:
            return {
                "widget": "richtext",
                "modes": ["rich_text", "raw"],
                "buttons": ["bold", "italic", "link", "heading-two", "heading-three", *_LISTS],
                "editor_components": [],
            }
        if kind is SLUG:
            message = self.words("admin.example", example=example or "oma-tunnus")
            return {"widget": "string", "pattern": [_SLUG, message]}
        return {"widget": "string"}

    def _many(self, item: Type) -> Widget:
        match item:
            case Choice() | TermOf():
                return {**self.widget(item), "multiple": True}
            case Reference():
                return {**self._relation(item), "multiple": True}
            case Record():
                made = {"widget": "list", "collapsed": "auto", "fields": self.fields(item)}
                return made | ({"summary": _HOURS} if item is HOURS else {})
            case SkipType():
                return {"widget": "list", "types": self._either(item)}
        label = self.words("admin.item")
        only = {"name": "item", "label": label, "required": True, **self.widget(item)}
        return {"widget": "list", "field": only}

    def _either(self, kind: Type) -> list[Widget]:
        """The ways in which one field may be filled in; each has its `value`."""
        match kind:
            case PriceType():
                ways = {"plain": {"widget": "string"}, "listed": self._many(PRICE_ITEM)}
            case CanHostType():
                organisers = self._many(Reference("organiser"))
                ways = {"plain": self._select(self._words_of(CanHost)), "listed": organisers}
            case HolidayHoursType():
                hours = self._many(kind.hours)
                ways = {"plain": self._select(self._words_of(HolidayHours)), "listed": hours}
            case _:
                ways = {"plain": {"widget": "string"}, "keyed": self.widget(SPAN)}
        at = f"admin.either.{kind.name}"
        return [
            {
                "name": name,
                "label": self.words(f"{at}.{name}"),
                "fields": [{"name": "value", "label": self.words(f"{at}.{name}"), **way}],
            }
            for name, way in ways.items()
        ]

    def _facts(self, kind: YesNoMap) -> Widget:
        """A question for each term: what nobody knows stays unanswered."""
        fields = [
            {"name": value, "label": label, "required": False, **self._yes_no()}
            for value, label in self._terms(kind.vocabulary)
        ]
        return {"widget": "object", "collapsed": True, "fields": fields}

    def _yes_no(self) -> Widget:
        return self._select((word, self.words(f"review.{word}")) for word in ("yes", "no"))

    def _relation(self, kind: Reference) -> Widget:
        name = NAMED_BY[kind.kind]
        return {
            "widget": "relation",
            "collection": FOLDERS[kind.kind],
            "value_field": "{{slug}}",
            "display_fields": [name],
            "search_fields": [name],
        }

    def _select(self, options: Iterable[tuple[str, str]]) -> Widget:
        return {
            "widget": "select",
            "options": [{"value": value, "label": label} for value, label in options],
        }

    def _terms(self, vocabulary: str) -> list[tuple[str, str]]:
        terms = self.vocabularies[vocabulary].values()
        return [(term.id, term.label.said(self.first).text or term.id) for term in terms]

    def _words_of(self, options: type[StrEnum]) -> list[tuple[str, str]]:
        name = options.__name__.lower()
        said = self.words.texts
        homes = (f"review.choice.{name}", f"admin.choice.{name}")
        home = next(home for home in homes if f"{home}.{next(iter(options))}" in said)
        return [(each.value, self.words(f"{home}.{each}")) for each in options]

    def _hint(self, field: Field, said: str) -> str:
        """Help, and an example where people type."""
        if self.widget(field.type)["widget"] != "string":
            return said
        return f"{said} {self.words('admin.example', example=field.example.strip(chr(34)))}"


# What a row of opening hours says while it is closed.
_HOURS = "{{days}} {{from}}–{{to}}"
_LISTS = ("bulleted-list", "numbered-list", "quote")
