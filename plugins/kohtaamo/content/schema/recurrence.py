"""The `repeat` field: rules as people say them."""

import re
from dataclasses import dataclass

from kohtaamo.content.schema.choices import Reference
from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.schema.many import ListOf
from kohtaamo.content.schema.scalars import (
    COUNT,
    DATE,
    END,
    LINE,
    MOMENT,
    NEW_START,
    SLUG,
    YES_NO,
    Single,
)
from kohtaamo.content.source.tree import Mapping, Node, Scalar, Sequence
from kohtaamo.model.common import DateSpan
from kohtaamo.model.repeat import (
    Change,
    Every,
    HolidaySkip,
    On,
    OnDay,
    OnLastWeekday,
    OnWeekday,
    Parity,
    Repeat,
    Unit,
)
from kohtaamo.problems.problem import Refused, Report
from kohtaamo.text.weekdays import parse_weekday, parse_weekdays

# The one table of the words for how often: units, counts, and whole phrases by unit.
_UNITS = {
    **dict.fromkeys(["day", "days", "päivä", "päivää", "päivän", "dag", "dagar"], Unit.DAY),
    **dict.fromkeys(["week", "weeks", "viikko", "viikkoa", "viikon", "vecka", "veckor"], Unit.WEEK),
    **dict.fromkeys(
        ["month", "months", "kuukausi", "kuukautta", "kuukauden", "månad", "månader"], Unit.MONTH
    ),
    **dict.fromkeys(["year", "years", "vuosi", "vuotta", "vuoden", "år"], Unit.YEAR),
}
_ADVERBS = {
    **dict.fromkeys(["daily", "päivittäin", "dagligen"], Unit.DAY),
    **dict.fromkeys(["weekly", "viikoittain", "viikottain", "veckovis"], Unit.WEEK),
    **dict.fromkeys(["monthly", "kuukausittain", "månatligen", "månadsvis"], Unit.MONTH),
    **dict.fromkeys(["yearly", "annually", "vuosittain", "årligen"], Unit.YEAR),
}
_EACH = {"joka", "varje", "var", "every"}
_COUNTS = {"toinen": 2, "other": 2, "varannan": 2, "kahden": 2, "kolmen": 3, "neljän": 4}
# Behind a word for "every" only: alone, the second week may be the month's.
_NTH = {"kolmas": 3, "neljäs": 4, "second": 2, "third": 3, "fourth": 4, "tredje": 3, "fjärde": 4}
_PARITIES = {
    **dict.fromkeys(["even", "parilliset", "parillinen", "jämna"], Parity.EVEN),
    **dict.fromkeys(["odd", "parittomat", "pariton", "udda"], Parity.ODD),
}
_WEEKS = {"weeks", "week", "viikot", "viikko", "veckor"}
_ORDINAL = re.compile(r"(?:([1-5])(?:st|nd|rd|th|\.|:a|:e)|(last|viimeinen|sista))\s+(\S+)")
_DAY = re.compile(r"(?:day|päivä|dag)\s+(\d{1,2})")


def parse_every(text: str) -> Every:
    """How often: `week`, `2 weeks`, `even weeks`, `joka toinen viikko`, `varannan vecka`."""
    words = text.lower().split()
    if len(words) == 1 and words[0] in _ADVERBS:
        return Every(count=1, unit=_ADVERBS[words[0]])
    counts = _COUNTS
    if len(words) > 1 and words[0] in _EACH:
        words, counts = words[1:], {**_COUNTS, **_NTH}
    elif len(words) > 1 and words[-1] == "välein":
        words = words[:-1]
    if len(words) == 2 and words[0] in _PARITIES and words[1] in _WEEKS:
        return Every(count=1, unit=Unit.WEEK, parity=_PARITIES[words[0]])
    count = _count(words[0], counts) if len(words) == 2 else 1
    if count is None or len(words) not in (1, 2) or words[-1] not in _UNITS:
        raise Refused("not-every", value=text)
    return Every(count=count, unit=_UNITS[words[-1]])


def _count(word: str, counts: dict[str, int]) -> int | None:
    """1–366 from digits, or from one of `counts`."""
    if word in counts:
        return counts[word]
    if not word.isascii() or not word.isdigit() or len(word) > 3:
        return None
    return int(word) if 1 <= int(word) <= 366 else None


def parse_on(text: str) -> tuple[On, ...]:
    """One entry of `on`: weekdays (ranges too), an ordinal weekday, a day of the month."""
    words = " ".join(text.lower().split())
    if words in {"last day", "viimeinen päivä", "sista dagen"}:
        return (OnDay(-1),)
    if words in {"last weekday", "viimeinen arkipäivä", "sista vardagen"}:
        return (OnLastWeekday(),)
    try:
        if match := _DAY.fullmatch(words):
            day = int(match[1])
            if 1 <= day <= 31:
                return (OnDay(day),)
        elif match := _ORDINAL.fullmatch(words):
            return (OnWeekday(parse_weekday(match[3]), int(match[1]) if match[1] else -1),)
        else:
            return tuple(OnWeekday(day) for day in parse_weekdays(words))
    except Refused:
        pass
    raise Refused("not-on", value=text)


@dataclass(frozen=True, slots=True)
class OnType:
    """One entry or a list of entries, flattened, each once."""

    name: str = "on"

    def read(self, node: Node, at: str, report: Report) -> tuple[On, ...]:
        """In written order."""
        found = ListOf(Single("on", parse_on)).read(node, at, report)
        return tuple(dict.fromkeys(on for group in found for on in group))


SPAN = Record(
    "span",
    DateSpan,
    (
        Field(key="from", type=DATE, required=True, example="2026-12-21"),
        Field(key="to", type=DATE, example="2027-01-06"),
        Field(key="reason", type=LINE, is_phrase=True, example="Joulutauko"),
    ),
)


_SKIPS = {
    **{rule.value: rule for rule in HolidaySkip},
    **dict.fromkeys(("pyhät", "juhlapyhät", "helgdagar"), HolidaySkip.PUBLIC_HOLIDAYS),
    **dict.fromkeys(("aatot", "aftnar"), HolidaySkip.EVES),
}


@dataclass(frozen=True, slots=True)
class SkipType:
    """A date, a span with a reason, `public-holidays` or `eves`."""

    name: str = "skip"

    def read(self, node: Node, at: str, report: Report) -> DateSpan | HolidaySkip | None:
        """A span of days or a rule for holidays."""
        if isinstance(node, Mapping):
            span: DateSpan | None = SPAN.read(node, at, report)
            return span
        if isinstance(node, Scalar) and node.text[:1].isalpha():
            rule = _SKIPS.get(node.text.lower())
            if rule is None:
                report.add(node.line, at, "not-a-skip", value=node.text)
            return rule
        if isinstance(node, Sequence):
            report.add(node.line, at, "not-one-value")
            return None
        day = DATE.read(node, at, report)
        return None if day is None else DateSpan(from_=day)


CHANGE = Record(
    "change",
    Change,
    (
        Field(key="date", type=DATE, required=True, example="2026-11-05"),
        Field(key="start", type=NEW_START, example='"14:00"'),
        Field(key="end", type=END, example='"16:00"'),
        Field(key="place", type=Reference("place"), example="kylatalo"),
        Field(key="room", type=SLUG, example="ryhmahuone"),
        Field(key="cancelled", type=YES_NO, example="yes"),
        Field(key="reason", type=LINE, is_phrase=True, example="Vetäjä on sairaana."),
    ),
)

REPEAT = Record(
    "repeat",
    Repeat,
    (
        Field(key="every", type=Single("every", parse_every), required=True, example="2 weeks"),
        Field(key="on", type=OnType(), example="[mon, thu]"),
        Field(key="until", type=DATE, example="2027-05-31"),
        Field(key="times", type=COUNT, example="10"),
        Field(key="skip", type=ListOf(SkipType()), example="[2026-12-24, public-holidays]"),
        Field(key="extra", type=ListOf(MOMENT), example="[2026-12-13 14:00]"),
        Field(key="changes", type=ListOf(CHANGE), example="[{date: 2026-11-05, cancelled: yes}]"),
    ),
)
