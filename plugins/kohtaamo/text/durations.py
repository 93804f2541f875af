"""How long something lasts, as people write it."""

import re
from datetime import timedelta
from decimal import Decimal

from kohtaamo.problems.problem import Refused

LONGEST = timedelta(days=366)

_LONGEST_TEXT = 60
_NUMBER = r"([0-9]{1,5}(?:[.,][0-9]{1,3})?)"
DURATION = re.compile(
    rf"(?:{_NUMBER}\s*(?:d|days?|pv|päivä|päivää|vrk|vuorokausi|vuorokautta|dag|dagar|dygn)\.?)?"
    rf"\s*(?:{_NUMBER}\s*(?:h|hours?|hrs?|t|tunti|tuntia|tim|timme|timmar)\.?)?"
    rf"\s*(?:{_NUMBER}\s*(?:min|mins|m|minutes?|minuutti|minuuttia|minut|minuter)\.?)?",
    re.IGNORECASE,
)
_MINUTES = (24 * 60, 60, 1)


def parse_duration(text: str) -> timedelta:
    """`1 h 30 min`, `90 min`, `1,5 h`, `2 d` as whole minutes, more than none.

    Refused: `not-a-duration`, `duration-not-positive`, `duration-too-long` (over 366 days).
    """
    text = text.strip()
    match = DURATION.fullmatch(text) if len(text) <= _LONGEST_TEXT else None
    if match is None or not any(match.groups()):
        raise Refused("not-a-duration", value=text)
    minutes = sum(
        Decimal(number.replace(",", ".")) * factor
        for number, factor in zip(match.groups(default="0"), _MINUTES, strict=True)
    )
    if minutes != int(minutes):
        raise Refused("not-a-duration", value=text)
    length = timedelta(minutes=int(minutes))
    if not length:
        raise Refused("duration-not-positive", value=text)
    if length > LONGEST:
        raise Refused("duration-too-long", value=text, limit=f"{LONGEST.days} d")
    return length
