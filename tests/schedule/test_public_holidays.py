"""The statutory list, without the eves that people keep as holidays."""

from datetime import date

import pytest
from holidays import country_holidays

from kohtaamo.schedule.public_holidays import (
    BY_RULE,
    LOCALES,
    eves,
    holiday_name,
    public_holidays,
)


@pytest.mark.parametrize(("language", "locale"), LOCALES.items())
def test_the_rules_give_what_the_package_gives(language: str, locale: str) -> None:
    """A change of the statutes comes with a new release of the package."""
    known = country_holidays("FI", years=BY_RULE, language=locale)
    expected = {day: known[day] for day in sorted(known) if day not in eves(BY_RULE)}

    assert list(public_holidays(BY_RULE, language).items()) == list(expected.items())


def test_other_years_are_those_of_the_package() -> None:
    # Ascension Day fell on May Day.
    assert holiday_name(date(2008, 5, 1)) == "Helatorstai; Vappu"


def test_the_statutory_holidays_of_a_year_in_order() -> None:
    assert {day.isoformat(): name for day, name in public_holidays([2026]).items()} == {
        "2026-01-01": "Uudenvuodenpäivä",
        "2026-01-06": "Loppiainen",
        "2026-04-03": "Pitkäperjantai",
        "2026-04-05": "Pääsiäispäivä",
        "2026-04-06": "Toinen pääsiäispäivä",
        "2026-05-01": "Vappu",
        "2026-05-14": "Helatorstai",
        "2026-05-24": "Helluntaipäivä",
        "2026-06-20": "Juhannuspäivä",
        "2026-10-31": "Pyhäinpäivä",
        "2026-12-06": "Itsenäisyyspäivä",
        "2026-12-25": "Joulupäivä",
        "2026-12-26": "Tapaninpäivä",
    }


def test_thirteen_holidays_in_each_year_and_the_years_in_order() -> None:
    days = list(public_holidays([2028, 2026, 2027, 2027]))
    assert [day.year for day in days] == [2026] * 13 + [2027] * 13 + [2028] * 13
    assert days == sorted(days)


def test_midsummer_eve_and_christmas_eve() -> None:
    assert eves([2026, 2027]) == {
        date(2026, 6, 19),
        date(2026, 12, 24),
        date(2027, 6, 25),
        date(2027, 12, 24),
    }


def test_midsummer_eve_is_the_day_before_midsummer_day() -> None:
    for year in range(2000, 2101):
        midsummer = next(
            day
            for day, name in public_holidays([year]).items()
            if day.month == 6 and name == "Juhannuspäivä"
        )
        assert date(year, 6, midsummer.day - 1) in eves([year])


def test_names_in_the_readers_language() -> None:
    midsummer = date(2026, 6, 20)
    assert holiday_name(midsummer) == "Juhannuspäivä"
    assert holiday_name(midsummer, "sv") == "Midsommardagen"
    assert holiday_name(midsummer, "en") == "Midsummer Day"
    assert holiday_name(midsummer, "se") == "Juhannuspäivä"
    assert holiday_name(date(2026, 6, 19)) is None
    assert holiday_name(date(2026, 6, 22)) is None
