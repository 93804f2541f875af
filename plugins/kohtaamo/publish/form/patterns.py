"""How texts are read, as patterns that browsers of 2019 understand."""

import re
from collections.abc import Mapping
from typing import Any

from kohtaamo.text import addresses, characters, date_slips, dates, durations, numbers, slugs, times
from kohtaamo.text.booleans import NO, YES
from kohtaamo.text.folding import DASHES
from kohtaamo.text.identity_codes import CHECKS
from kohtaamo.text.languages import TAG

# Where the parts of a date and of a moment stand: the day alone, and what follows it.
_MOMENT = rf"({re.sub(r'[(](?![?])', '(?:', dates.DATE)})(?:[Tt]|,?\s+)(\S.*)"
# A joiner between two signs that join: emoji, or letters of scripts that are written with joiners.
_JOINED = (
    "[\\u0600-\\u109f\\u1780-\\u18af][\\u200c\\u200d]"
    "|[\\u00a9-\\u3299\\ufe0f\\u{1f000}-\\u{1faff}]\\u200d[\\u2190-\\u2bff\\u{1f000}-\\u{1faff}]"
)


def patterns() -> Mapping[str, list[str]]:
    """By name: the source of a pattern and its flags. Whole texts have to match."""
    return {
        "date": _plain(dates.DATE),
        "moment": _plain(_MOMENT),
        "no_year": _of(date_slips.NO_YEAR),
        "time": _of(times.TIME),
        "two_times": _of(times.TWO_TIMES),
        "duration": _of(durations.DURATION),
        "integer": _of(numbers.INTEGER),
        "decimal": _of(numbers.DECIMAL),
        "slug": _of(slugs.SLUG),
        "language": _of(TAG),
        "local": _of(addresses.LOCAL_PART),
        "label": ["[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?", ""],
        "phone": _of(addresses.PHONE),
        "bare_host": _of(addresses.BARE_HOST),
        "refused_in_url": _of(addresses.REFUSED_IN_URL),
        "forbidden": [_escaped(characters.FORBIDDEN.pattern), "gu"],
        "joined": [_JOINED, "u"],
    }


def limits() -> Mapping[str, Any]:
    """Numbers and words that readers of texts know."""
    return {
        "years": [dates.FIRST_YEAR, dates.LAST_YEAR],
        "longest": durations.LONGEST.days,
        "longest_url": addresses.LONGEST_URL,
        "broken": dict(characters.BROKEN),
        "dashes": DASHES.replace("-", "\\-"),
        "checks": CHECKS,
        "yes": sorted(YES),
        "no": sorted(NO),
    }


def _of(pattern: re.Pattern[str]) -> list[str]:
    return _plain(pattern.pattern, "i" if pattern.flags & re.IGNORECASE else "")


def _plain(source: str, flags: str = "") -> list[str]:
    return [re.sub(r"\(\?P<\w+>", "(", source), flags]


def _escaped(source: str) -> str:
    r"""The same with `\u{…}` for what lies beyond the first plane, as the flag `u` wants it."""
    source = re.sub(r"\\U([0-9a-f]{8})", lambda found: f"\\u{{{int(found[1], 16):x}}}", source)
    return "".join(each if ord(each) < 0x10000 else f"\\u{{{ord(each):x}}}" for each in source)
