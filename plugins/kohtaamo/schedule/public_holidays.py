"""The Finnish public holidays, and the two eves that people keep as holidays without being such.

For the years from 2010 to 2100 the statutes' rules stand here: to load the `holidays` package takes
half as long as to load everything of ours. Tests hold dates and names against it, so that a new
statute is noticed; other years are asked of it. It counts Midsummer Eve and Christmas Eve as public
holidays. The statutes do not.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from dateutil.easter import easter

from kohtaamo.text.languages import broader

# Interface language → locale of the holidays package; any other language gets the Finnish names.
LOCALES = {"fi": "fi", "sv": "sv_FI", "en": "en_US"}
# In these years the holidays follow one another in this order; in 2008 two fell on one day.
BY_RULE = range(2010, 2101)
_NAMES = {
    "fi": (
        *("Uudenvuodenpäivä", "Loppiainen", "Pitkäperjantai", "Pääsiäispäivä"),
        *("Toinen pääsiäispäivä", "Vappu", "Helatorstai", "Helluntaipäivä", "Juhannuspäivä"),
        *("Pyhäinpäivä", "Itsenäisyyspäivä", "Joulupäivä", "Tapaninpäivä"),
    ),
    "sv": (
        *("Nyårsdagen", "Trettondag", "Långfredagen", "Påskdagen", "Annandag påsk"),
        *("Första maj", "Kristi himmelsfärdsdag", "Pingst", "Midsommardagen"),
        *("Alla helgons dag", "Självständighetsdagen", "Juldagen", "Annandag jul"),
    ),
    "en": (
        *("New Year's Day", "Epiphany", "Good Friday", "Easter Sunday", "Easter Monday"),
        *("May Day", "Ascension Day", "Pentecost", "Midsummer Day", "All Saints' Day"),
        *("Independence Day", "Christmas Day", "Second Day of Christmas"),
    ),
}
_OF_ANY_OTHER = "fi"
_SATURDAY = 5


def public_holidays(years: Iterable[int], language: str = "fi") -> Mapping[date, str]:
    """The statutory public holidays of these years, in date order, with their names."""
    return _of_years(tuple(sorted(set(years))), language)


def holiday_name(day: date, language: str = "fi") -> str | None:
    """The public holiday's name, or None on any other day."""
    return _of_year(day.year, language).get(day)


def holiday_language(language: str) -> str:
    """The language in which readers of `language` get the names: easy Finnish the Finnish ones."""
    return next((tag for tag in broader(language) if tag in LOCALES), _OF_ANY_OTHER)


def eves(years: Iterable[int]) -> frozenset[date]:
    """Midsummer Eve (the Friday of 19–25 June) and Christmas Eve of these years."""
    return frozenset(day for year in years for day in _eves_of(year))


def _eves_of(year: int) -> tuple[date, date]:
    earliest = date(year, 6, 19)
    friday = 19 + (4 - earliest.weekday()) % 7
    return date(year, 6, friday), date(year, 12, 24)


@lru_cache(maxsize=256)
def _of_years(years: tuple[int, ...], language: str) -> Mapping[date, str]:
    return MappingProxyType(
        {day: name for year in years for day, name in _of_year(year, language).items()}
    )


@lru_cache(maxsize=256)
def _of_year(year: int, language: str) -> Mapping[date, str]:
    if year in BY_RULE:
        names = _NAMES[holiday_language(language)]
        return MappingProxyType(dict(zip(_days_of(year), names, strict=True)))
    # Imported on first use: it brings 300 modules and 0.07 s that nearly every build can spare.
    from holidays import country_holidays  # noqa: PLC0415

    found = country_holidays("FI", years=year, language=LOCALES[holiday_language(language)])
    not_statutory = _eves_of(year)
    return MappingProxyType({day: found[day] for day in sorted(found) if day not in not_statutory})


def _days_of(year: int) -> tuple[date, ...]:
    """The holidays of a year in their order, which is that of their names."""
    sunday = easter(year)
    return (
        *(date(year, 1, 1), date(year, 1, 6)),
        *(sunday - timedelta(2), sunday, sunday + timedelta(1)),
        *(date(year, 5, 1), sunday + timedelta(39), sunday + timedelta(49)),
        *(_saturday_from(date(year, 6, 20)), _saturday_from(date(year, 10, 31))),
        *(date(year, 12, 6), date(year, 12, 25), date(year, 12, 26)),
    )


def _saturday_from(day: date) -> date:
    return day + timedelta((_SATURDAY - day.weekday()) % 7)
