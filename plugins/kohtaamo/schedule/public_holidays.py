"""The Finnish public holidays, and the two eves that people keep as holidays without being such.

The dates and names come from the `holidays` package, which counts Midsummer Eve and Christmas Eve
as public holidays. The statutes do not.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from kohtaamo.text.languages import broader

# Interface language → locale of the holidays package; any other language gets the Finnish names.
LOCALES = {"fi": "fi", "sv": "sv_FI", "en": "en_US"}
_OF_ANY_OTHER = "fi"


def public_holidays(years: Iterable[int], language: str = "fi") -> Mapping[date, str]:
    """The statutory public holidays of these years, in date order, with their names."""
    return {
        day: name for year in sorted(set(years)) for day, name in _of_year(year, language).items()
    }


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
def _of_year(year: int, language: str) -> Mapping[date, str]:
    # Imported on first use: it brings 300 modules and 0.07 s that an unchanged build can spare.
    from holidays import country_holidays  # noqa: PLC0415

    found = country_holidays("FI", years=year, language=LOCALES[holiday_language(language)])
    not_statutory = _eves_of(year)
    return MappingProxyType({day: found[day] for day in sorted(found) if day not in not_statutory})
