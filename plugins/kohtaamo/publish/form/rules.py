"""The schema and the rules of the check as data, for the form in the browser.

Nothing is written twice: fields and types come from `content/schema/`, patterns and limits from
`text/`, simple rules from `content/rules/table.py`, sentences from the catalogue of the language.
What is no data (how a text is read, which dates a series has) is in `theme/static/js/form-*.js`,
and tests hold it against the check.
"""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from kohtaamo.content.rules import table
from kohtaamo.content.rules.alternatives import NOTHING
from kohtaamo.content.rules.images import FORMATS
from kohtaamo.content.rules.rows import Row
from kohtaamo.content.schema.choices import Choice, Reference, TermOf
from kohtaamo.content.schema.field import Field, Record, Type
from kohtaamo.content.schema.forms import FREE, HOLIDAYS, CanHostType, HolidayHoursType, PriceType
from kohtaamo.content.schema.guide import records_of
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.schema.many import ListOf, Weekdays, YesNoMap
from kohtaamo.content.schema.recurrence import OnType, SkipType
from kohtaamo.content.schema.scalars import Single
from kohtaamo.model.event import Access, Status
from kohtaamo.model.place import CanHost
from kohtaamo.problems.catalogue import Catalogue
from kohtaamo.problems.codes import WARNINGS
from kohtaamo.publish.form.codes import CODES
from kohtaamo.publish.form.patterns import limits, patterns
from kohtaamo.words.words import Words

Data = Any
# The kinds of files that strangers may add with the form.
TOLD = ("event", "place", "notice", "organiser")
# How single values are called in the browser, by the name of their type; numbers tell their limits.
_SINGLES = {
    "date": ("date",),
    "moment": ("moment",),
    "new-start": ("time",),
    "end": ("time", True),
    "time": ("clock",),
    "closing-time": ("clock", True),
    "duration": ("duration",),
    "yes-no": ("boolean",),
    "slug": ("id",),
    "url": ("url",),
    "email": ("email",),
    "phone": ("phone",),
    "language": ("language",),
    "interface-language": ("language",),
    "every": ("every",),
}
# A value that the model has without anybody's saying so.
_DEFAULTS = {
    "event": {"access": Access.OPEN.value, "status": Status.CONFIRMED.value},
    "place": {},
    "notice": {},
    "organiser": {},
}


def form_rules(catalogue: Catalogue, words: Words) -> Data:
    """All that `form-check.js` asks for, with the sentences of one language.

    They are the check's, but where those name keys that the form has other questions for.
    """
    return {
        "records": {record.name: _fields(record) for record in _records()},
        "rows": {
            "event": {
                "all": _rows(table.EVENT),
                "bounds": _rows(table.SERIES_BOUNDS),
                "changes": _rows(table.CHANGES),
            },
            "place": {"all": _rows(table.PLACE_ALONE)},
            "notice": {"all": _rows(table.NOTICE)},
            "organiser": {"all": _rows(table.ORGANISER)},
        },
        "defaults": _DEFAULTS,
        "patterns": patterns(),
        **limits(),
        "free": sorted(FREE),
        "pictures": list(FORMATS),
        "nothing": sorted(NOTHING),
        "warnings": sorted(code for code in CODES if code in WARNINGS),
        "sentences": {
            code: words.texts.get(f"form.said.{code}", catalogue.sentences[code])
            for code in sorted(CODES)
        },
        "formats": _formats(catalogue),
    }


def _records() -> Iterable[Record]:
    """The records of these kinds, and all records inside them."""
    found = [KINDS[kind] for kind in TOLD]
    for record in found:
        for field in record.fields:
            known = {each.name for each in found}
            found += (each for each in records_of(field.type) if each.name not in known)
    return found


def _fields(record: Record) -> list[Data]:
    """Each with its key, its type, whether it is required (2: unless closed), an example."""
    return [[field.key, typed(field.type), _need(field), field.example] for field in record.fields]


def _need(field: Field) -> int:
    return (2 if field.unless_closed else 1) if field.required else 0


def typed(kind: Type) -> list[Data]:  # noqa: C901, PLR0911 - a line a type
    """A type as its name in the browser and what it needs to know."""
    match kind:
        case Record():
            return ["record", kind.name]
        case ListOf():
            return ["list", typed(kind.item)]
        case Reference() | TermOf():
            return ["id"]
        case Choice():
            return ["choice", *(each.value for each in kind.options)]
        case YesNoMap():
            return ["flags"]
        case PriceType():
            return ["price"]
        case CanHostType():
            return ["host", *(each.value for each in CanHost)]
        case HolidayHoursType():
            return ["holidays", *HOLIDAYS]
        case Weekdays() | OnType() | SkipType():
            return [kind.name]
        case Single():
            return _single(kind)
    raise TypeError(kind)


def _single(kind: Single) -> list[Data]:
    if kind.name in _SINGLES:
        return list(_SINGLES[kind.name])
    about = kind.parse.keywords if isinstance(kind.parse, partial) else {}
    if kind.name == "block":
        return ["block", _default(kind.parse, "limit")]
    if "limit" in about:
        return ["line", about["limit"]]
    is_whole = kind.parse.func.__name__ == "parse_integer"  # type: ignore[attr-defined]
    return ["number", about["minimum"], about["maximum"], is_whole]


def _default(function: Any, name: str) -> int:
    """What a reader's own argument is when nobody says."""
    values = dict(
        zip(
            reversed(function.__code__.co_varnames[: function.__code__.co_argcount]),
            reversed(function.__defaults__),
            strict=False,
        )
    )
    return int(values[name])


def _rows(rows: Iterable[Row]) -> list[Data]:
    return [
        {
            "code": row.code,
            "at": row.at,
            "when": [list(each) for each in row.when],
            "values": dict(row.values),
            "each": row.each,
        }
        for row in rows
    ]


def _formats(catalogue: Catalogue) -> Mapping[str, Data]:
    formats = catalogue.formats
    return {
        "weekdays": list(formats.weekdays),
        "names": list(formats.weekday_names),
        "day": formats.day,
        "moment": formats.moment,
        "clock": formats.clock,
    }
