"""What was meant by a text that is no date: dates as people write them in letters."""

import re

from kohtaamo.problems.problem import Refused
from kohtaamo.text.weekdays import parse_weekday

# One line a month, January first, in Finnish (with its endings), Swedish and English.
_MONTHS = (
    "tammikuu tammikuuta tammikuun januari january jan",
    "helmikuu helmikuuta helmikuun februari february feb",
    "maaliskuu maaliskuuta maaliskuun mars march mar",
    "huhtikuu huhtikuuta huhtikuun april apr",
    "toukokuu toukokuuta toukokuun maj may",
    "kesäkuu kesäkuuta kesäkuun juni june jun",
    "heinäkuu heinäkuuta heinäkuun juli july jul",
    "elokuu elokuuta elokuun augusti august aug",
    "syyskuu syyskuuta syyskuun september sep sept",
    "lokakuu lokakuuta lokakuun oktober october okt oct",
    "marraskuu marraskuuta marraskuun november nov",
    "joulukuu joulukuuta joulukuun december dec",
)
_NUMBERS = {name: str(month) for month, line in enumerate(_MONTHS, 1) for name in line.split()}
_LONGEST = 100

_DAY = r"[0-9]{1,2}\.\s?[0-9]{1,2}\."
_ONE = rf"(?:{_DAY}\s?(?:[0-9]{{4}})?|[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}})"
NO_YEAR = re.compile(r"[0-9]{1,2}\.\s?[0-9]{1,2}\.?(?:\s+(?:klo|kl\.?)?\s*[0-9].*)?")
_SHORT_YEAR = re.compile(rf"({_DAY})\s?([0-9]{{2}})(?![0-9.:])(.*)")
_WEEKDAY = re.compile(r"([^\W\d]+)\.?,?\s+([0-9].*)")
_MONTH = re.compile(r"([0-9]{1,2})\.?\s+([^\W\d]+)\s+([0-9]{4})(.*)")
_SEVERAL = re.compile(rf"{_ONE}(?:\s*(?:,|;|\bja\b|\boch\b|\band\b|&)\s*{_ONE})+")
_SPAN = re.compile(rf"({_ONE})\s*(?:–|—|-|/|\.\.\.?)\s*({_ONE})")


def not_a_date(text: str) -> Refused:
    """Why `text` is no date, alone or with a time, and how to write it.

    `several-dates`, `span-in-one-value`, `date-written-otherwise`, `date-without-year` (`7.9.`,
    `7.9. klo 17`); `not-a-date` for all else.
    """
    if len(text) > _LONGEST:
        return Refused("not-a-date", value=text)
    if _SEVERAL.fullmatch(text):
        return Refused("several-dates", value=text)
    if span := _SPAN.fullmatch(text):
        suggestion = f"{{from: {_with_year(span[1], span[2])}, to: {span[2]}}}"
        return Refused("span-in-one-value", value=text, suggestion=suggestion)
    suggestion = _in_digits(text)
    if suggestion != text:
        return Refused("date-written-otherwise", value=text, suggestion=suggestion)
    code = "date-without-year" if NO_YEAR.fullmatch(text) else "not-a-date"
    return Refused(code, value=text)


def _with_year(first: str, last: str) -> str:
    """The first day of a span with the year of its last, or the one before."""
    numbers = [re.findall("[0-9]+", each) for each in (first, last)]
    if len(numbers[0]) != 2 or len(numbers[1]) != 3 or "-" in last:
        return first
    year = int(numbers[1][2])
    return f"{first.rstrip()}{year - (int(numbers[0][1]) > int(numbers[1][1]))}"


def _in_digits(text: str) -> str:
    """The date without its weekday, its month as a number, its year with four digits."""
    if (match := _WEEKDAY.fullmatch(text)) and _is_weekday(match[1]):
        text = match[2]
    if (match := _MONTH.fullmatch(text)) and match[2].lower() in _NUMBERS:
        text = f"{match[1]}.{_NUMBERS[match[2].lower()]}.{match[3]}{match[4]}"
    if match := _SHORT_YEAR.fullmatch(text):
        text = f"{match[1]}20{match[2]}{match[3]}"
    return text


def _is_weekday(word: str) -> bool:
    try:
        parse_weekday(word)
    except Refused:
        return False
    return True
