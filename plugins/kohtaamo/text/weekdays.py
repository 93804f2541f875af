"""Weekdays in English, Finnish and Swedish, alone, in lists and in ranges."""

import re

from kohtaamo.problems.problem import Refused
from kohtaamo.text.folding import DASHES, fold

# One line a day, Monday first; compared without case and accents.
_NAMES = (
    "mon monday mondays ma maanantai maanantaisin maanantaina må mån måndag",
    "tue tues tuesday tuesdays ti tiistai tiistaisin tiistaina tis tisdag",
    "wed weds wednesday wednesdays ke keskiviikko keskiviikkoisin keskiviikkona on ons onsdag",
    "thu thur thurs thursday thursdays to torstai torstaisin torstaina tor tors torsdag",
    "fri friday fridays pe perjantai perjantaisin perjantaina fr fre fredag",
    "sat saturday saturdays la lauantai lauantaisin lauantaina lö lör lördag",
    "sun sunday sundays su sunnuntai sunnuntaisin sunnuntaina sö sön söndag",
)
_NUMBERS = {fold(name): day for day, names in enumerate(_NAMES) for name in names.split()}
_EVERY_DAY = {
    fold(words)
    for words in (
        "daily",
        "every day",
        "joka päivä",
        "päivittäin",
        "varje dag",
        "dagligen",
        "alla dagar",
    )
}
_LONGEST = 200
_DASH = re.compile(rf"\s*[{DASHES}]\s*")
# Blanks alone separate nothing: "mon to fri" is a range in English and three days in Finnish.
_BETWEEN = re.compile(r"\s*[,;/&+]\s*|\s+(?:ja|sekä|och|samt|and)\s+")


def parse_weekday(text: str) -> int:
    """The number of one weekday, 0 = Monday. Refused: `not-a-weekday`."""
    number = _NUMBERS.get(fold(text.strip().rstrip(".")))
    if number is None:
        raise Refused("not-a-weekday", value=text.strip())
    return number


def parse_weekdays(text: str) -> tuple[int, ...]:
    """Weekdays in order, each once: `mon-fri`, `ma–pe`, `ke, pe`, `fri-mon`, `joka päivä`.

    A range may run over the end of the week. Refused: `not-a-weekday` for the part at fault.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        raise Refused("not-a-weekday", value=text)
    if fold(text) in _EVERY_DAY:
        return tuple(range(7))
    days: set[int] = set()
    parts = _BETWEEN.split(_DASH.sub("-", text).rstrip(" ,;"))
    for part in parts:
        days.update(_range(part))
    return tuple(sorted(days))


def _range(part: str) -> set[int]:
    first, dash, last = part.partition("-")
    if dash and not (first.strip() and last.strip()):
        raise Refused("not-a-weekday", value=part)
    start = parse_weekday(first)
    end = parse_weekday(last) if dash else start
    return {(start + step) % 7 for step in range((end - start) % 7 + 1)}
