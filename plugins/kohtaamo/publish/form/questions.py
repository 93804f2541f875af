"""What the form asks, in groups: fields of the schema, and questions that stand for several.

A question names a dotted field of its kind, or one of the special ones that `form-ask.js` builds
(`@when`, `@where` …). Labels and help come from the words of the fields.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import Any

from kohtaamo.content.schema.choices import Choice, TermOf
from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.schema.hours import HOURS
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.schema.many import ListOf, YesNoMap
from kohtaamo.publish.form.rules import typed
from kohtaamo.words.words import Words

Data = Any
# By kind of file and group: the questions in their order.
QUESTIONS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "event": {
            "what": ("title", "summary", "text"),
            "when": ("@when",),
            "where": ("@where",),
            "who": ("@organisers",),
            "cost": (
                *("@price", "registration.by", "registration.phone", "registration.email"),
                *("registration.url", "registration.capacity", "drop_in"),
            ),
            "whom": (
                *("@access", "audiences", "topics", "needs", "ages.from", "ages.to", "languages"),
                *("alone_ok", "first_visit"),
            ),
            "access": ("accessibility", "contact.role", "contact.phone", "contact.email"),
            "pictures": ("images",),
        },
        "place": {
            "what": ("name", "summary", "text"),
            "where": (
                *("municipality", "address.street", "address.postcode", "address.town"),
                *("address.directions", "getting_there"),
            ),
            "hours": ("hours", "@holidays"),
            "seasons": ("seasons", "exceptions"),
            "rooms": ("rooms", "booking.url", "booking.email", "booking.phone", "booking.terms"),
            "access": ("accessibility", "accessibility_note", "facilities"),
            "who": ("@keeper", "contact.role", "contact.phone", "contact.email", "contact.url"),
            "whom": ("audiences", "languages", "first_visit"),
            "pictures": ("images",),
        },
        "notice": {
            "what": ("title", "kind", "summary", "text", "until"),
            "who": ("@organisers", "municipalities", "@place"),
            "task": (
                *("task.time", "task.supported", "task.min_age", "task.remote", "audiences"),
                *("contact.role", "contact.phone", "contact.email", "url"),
            ),
        },
        "organiser": {
            "what": ("name", "sector", "class", "municipalities", "summary"),
            "who": ("contact.role", "contact.phone", "contact.email", "url"),
            "more": ("looks_for", "audiences", "topics", "languages", "text"),
            "pictures": ("images",),
        },
    }
)
# Groups that few need: they open when somebody asks.
FOLDED = frozenset(
    {
        *(("event", group) for group in ("cost", "whom", "access", "pictures")),
        *(("place", group) for group in ("seasons", "rooms", "whom", "pictures")),
        *(("notice", "task"), ("organiser", "more"), ("organiser", "pictures")),
    }
)
# Of lists of records: what is asked of each entry. The day of an exception is its first one.
_EACH: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "rooms": ("name", "capacity", "equipment", "bookable", "price", "terms"),
        "seasons": ("name", "from", "to", "hours"),
        "exceptions": ("date", "to", "closed", "hours", "reason"),
        "hours": ("days", "from", "to", "mode"),
        "images": ("file", "alt", "credit"),
    }
)
# Fields of a choice, and under which words its answers stand.
_CHOICES: Mapping[str, str] = MappingProxyType(
    {"sector": "site.sector", "looks_for": "site.looks_for", "mode": "form.choices"}
)
# The fields that hold more than a line or two.
_LONG = frozenset({"summary", "text", "first_visit", "getting_there", "accessibility_note"})


def questions(kind: str, words: Words) -> list[Data]:
    """The groups of a kind, each with its title and its questions."""
    return [
        {
            "key": key,
            "title": words(f"form.{kind}.{key}"),
            "folded": (kind, key) in FOLDED,
            "fields": list(_asked(KINDS[kind], asked, words)),
        }
        for key, asked in QUESTIONS[kind].items()
    ]


def _asked(record: Record, asked: tuple[str, ...], words: Words) -> Iterator[Data]:
    """The questions; those about one record under its own name."""
    for above, together in groupby(asked, key=lambda at: at.rpartition(".")[0]):
        fields = [{"at": at} if at[0] == "@" else _question(record, at, words) for at in together]
        if above:
            title = words(f"fields.{record.name}.{above}.label")
            yield {"at": above, "title": title, "fields": fields}
        else:
            yield from fields


def _question(record: Record, at: str, words: Words) -> Data:
    *above, key = at.split(".")
    need = True
    for each in above:
        field = record.by_key[each]
        need = need and field.required
        record = _record_of(field)
    field = record.by_key[key]
    label = f"fields.{record.name}.{key}"
    asked = {
        "at": at,
        "label": words(f"{label}.label"),
        "help": words(f"{label}.help"),
        "type": typed(field.type),
        "need": (field.required and (need or key == "street")) or key == "date",
    }
    if key in _LONG:
        asked["long"] = True
    if source := _answers_of(field):
        asked["of"] = source
    if inside := _record_in(field):
        asked["many"] = [_question(inside, one, words) for one in _EACH[key]]
    return asked


def _record_in(field: Field) -> Record | None:
    item = _item(field)
    return item if isinstance(item, Record) and isinstance(field.type, ListOf) else None


def _item(field: Field) -> Any:
    return field.type.item if isinstance(field.type, ListOf) else field.type


def _record_of(field: Field) -> Record:
    if not isinstance(field.type, Record):
        raise TypeError(field.key)
    return field.type


def _answers_of(field: Field) -> str:
    """The list of `labels` from which an answer is chosen; empty where one may write anything."""
    item = _item(field)
    if isinstance(item, TermOf | YesNoMap):
        return item.vocabulary
    return field.key if field.key == "languages" or field.key in _CHOICES else ""


def choices(words: Words) -> Iterator[tuple[str, list[list[str]]]]:
    """By key, the answers of each choice and what they are called."""
    for key, source in _CHOICES.items():
        field = next(
            each for record in _asked_records() for each in record.fields if each.key == key
        )
        kind = _item(field)
        if not isinstance(kind, Choice):
            raise TypeError(key)
        yield key, [[each.value, words(f"{source}.{each.value}")] for each in kind.options]


def _asked_records() -> Iterator[Record]:
    yield from (KINDS[kind] for kind in QUESTIONS)
    yield HOURS


def vocabularies() -> Iterator[str]:
    """Those that any question draws on."""
    yield "municipalities"
    for kind, groups in QUESTIONS.items():
        for asked in groups.values():
            for at in asked:
                field = KINDS[kind].by_key.get(at)
                if field and isinstance(_item(field), TermOf | YesNoMap):
                    yield _answers_of(field)
