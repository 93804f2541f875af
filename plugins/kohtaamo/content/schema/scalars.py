"""Types of single values: text, dates, times, numbers, addresses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache, partial
from typing import Any

from kohtaamo.content.source.tree import Node, Scalar
from kohtaamo.problems.problem import Refused, Report
from kohtaamo.text.addresses import parse_email, parse_phone, parse_url, parse_url_template
from kohtaamo.text.booleans import parse_boolean
from kohtaamo.text.characters import clean_block, clean_line
from kohtaamo.text.dates import parse_date, parse_moment
from kohtaamo.text.durations import parse_duration
from kohtaamo.text.languages import EASY_FINNISH, parse_language
from kohtaamo.text.numbers import parse_decimal, parse_integer
from kohtaamo.text.slugs import check_slug
from kohtaamo.text.times import parse_minutes, parse_time
from kohtaamo.text.weekdays import parse_weekdays


@dataclass(frozen=True, slots=True)
class Single:
    """One scalar read by a pure function that raises `Refused` for what it cannot read."""

    name: str
    parse: Callable[[str], Any]

    def read(self, node: Node, at: str, report: Report) -> Any:
        """The parsed value; None after reporting."""
        if not isinstance(node, Scalar):
            report.add(node.line, at, "not-one-value")
            return None
        try:
            return self.parse(node.text)
        except Refused as refused:
            report.refuse(_line_of(refused, node), at, refused)
            return None


def _line_of(refused: Refused, node: Scalar) -> int:
    """The line of the file that is at fault: in a text of many lines, the one that was named."""
    if node.text_line and "row" in refused.values:
        return node.text_line + int(refused.values["row"]) - 1
    return node.line


def parse_new_start(text: str) -> time | date | datetime:
    """A changed start: a time of day on the same date, or another date, or a full local moment."""
    return _parse_clock_or_moment(text, parse_time)


@lru_cache(maxsize=1_024)
def parse_end(text: str) -> time | date | datetime:
    """An end: a time of day on the start's date, or a date, or a full local moment.

    `24:00`, the midnight that ends the day, is `time(0, 0)`; a bare `00:00` is refused, because
    an end not after its start never means the next day.
    """
    return _parse_clock_or_moment(text, _parse_closing_time)


def _parse_closing_time(text: str) -> time:
    minutes = parse_minutes(text, end=True)
    if minutes == 0:
        raise Refused("end-at-zero", value=text.strip())
    return time(minutes // 60 % 24, minutes % 60)


def _parse_clock_or_moment(text: str, parse_clock: Callable[[str], time]) -> time | date | datetime:
    """The clock's own refusal is said when the text is a time, else the moment's."""
    try:
        return parse_clock(text)
    except Refused as no_clock:
        try:
            return parse_moment(text, end=parse_clock is _parse_closing_time)
        except Refused as no_moment:
            if no_clock.code != "not-a-time":
                raise no_clock from None
            if no_moment.code == "not-a-moment":
                raise Refused("not-an-end", value=text.strip()) from None
            raise


def parse_slug(text: str) -> str:
    """A reference to another file or term by its slug."""
    check_slug(text, frozenset())
    return text


def parse_interface_language(text: str) -> str:
    """The tag of a language in which pages are written; easy Finnish is `selko`."""
    return EASY_FINNISH if text.strip().lower() == EASY_FINNISH else parse_language(text)


LINE = Single("line", partial(clean_line, limit=300))
SHORT = Single("short", partial(clean_line, limit=100))
BLOCK = Single("block", clean_block)
DATE = Single("date", parse_date)
MOMENT = Single("moment", parse_moment)
NEW_START = Single("new-start", parse_new_start)
END = Single("end", parse_end)
OPENS = Single("time", parse_minutes)
CLOSES = Single("closing-time", partial(parse_minutes, end=True))
DAYS = Single("weekdays", parse_weekdays)
DURATION = Single("duration", parse_duration)
YES_NO = Single("yes-no", parse_boolean)
SLUG = Single("slug", parse_slug)
URL = Single("url", parse_url)
URL_TEMPLATE = Single("url-template", parse_url_template)
EMAIL = Single("email", parse_email)
PHONE = Single("phone", parse_phone)
LANGUAGE = Single("language", parse_language)
INTERFACE_LANGUAGE = Single("interface-language", parse_interface_language)
MINUTES = Single("minutes", partial(parse_integer, minimum=0, maximum=1440))
COUNT = Single("count", partial(parse_integer, minimum=1, maximum=100_000))
AGE = Single("age", partial(parse_integer, minimum=0, maximum=120))
EUROS = Single("euros", partial(parse_decimal, minimum=0, maximum=100_000))
LATITUDE = Single("latitude", partial(parse_decimal, minimum=-90, maximum=90))
LONGITUDE = Single("longitude", partial(parse_decimal, minimum=-180, maximum=180))
