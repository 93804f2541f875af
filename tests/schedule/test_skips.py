"""Dates that are left out, with the reason that people read."""

from datetime import date

from kohtaamo.model.common import DateSpan
from kohtaamo.model.repeat import Every, HolidaySkip, Repeat, Skip, Unit
from kohtaamo.schedule.recurrence import rule_dates
from kohtaamo.schedule.skips import Reason, skipped_dates, unmatched_skips

PUBLIC_HOLIDAYS, EVES = HolidaySkip.PUBLIC_HOLIDAYS, HolidaySkip.EVES
THURSDAYS = date(2026, 12, 3)


def _span(first: str, last: str | None = None, reason: str | None = None) -> DateSpan:
    return DateSpan(
        from_=date.fromisoformat(first),
        to=None if last is None else date.fromisoformat(last),
        reason=reason,
    )


def _weekly(*skip: Skip) -> Repeat:
    """Weekly from the given start until the end of May 2027."""
    return Repeat(every=Every(count=1, unit=Unit.WEEK), until=date(2027, 5, 31), skip=skip)


def _skipped(first: date, *skip: Skip) -> dict[str, Reason]:
    repeat = _weekly(*skip)
    found = skipped_dates(repeat, rule_dates(repeat, first))
    return {day.isoformat(): reason for day, reason in found.items()}


def test_a_single_date_and_a_span_with_a_reason() -> None:
    skips = (_span("2027-02-25"), _span("2026-12-18", "2027-01-06", "Joulutauko"))
    assert _skipped(THURSDAYS, *skips) == {
        "2026-12-24": "Joulutauko",
        "2026-12-31": "Joulutauko",
        "2027-02-25": "",
    }


def test_both_ends_of_a_span_are_included() -> None:
    assert list(_skipped(THURSDAYS, _span("2026-12-10", "2026-12-17"))) == [
        "2026-12-10",
        "2026-12-17",
    ]


def test_public_holidays_are_not_the_eves() -> None:
    # Ascension Day 6.5.2027 is a Thursday, and so is Christmas Eve 2026.
    assert _skipped(THURSDAYS, PUBLIC_HOLIDAYS) == {"2027-05-06": PUBLIC_HOLIDAYS}
    assert _skipped(THURSDAYS, EVES) == {"2026-12-24": EVES}
    assert _skipped(THURSDAYS, EVES, PUBLIC_HOLIDAYS) == {
        "2026-12-24": EVES,
        "2027-05-06": PUBLIC_HOLIDAYS,
    }


def test_a_reason_in_words_wins_over_a_kind_of_holiday_and_that_over_none() -> None:
    first = date(2026, 12, 4)
    assert _skipped(first, PUBLIC_HOLIDAYS, _span("2026-12-25", None, "Joulu")) == {
        "2026-12-25": "Joulu",
        "2027-01-01": PUBLIC_HOLIDAYS,
        "2027-03-26": PUBLIC_HOLIDAYS,
    }
    assert _skipped(first, _span("2026-12-25"), PUBLIC_HOLIDAYS)["2026-12-25"] is PUBLIC_HOLIDAYS


def test_skips_that_match_no_date_of_the_rule() -> None:
    repeat = _weekly(
        _span("2026-12-24"),
        _span("2026-12-25"),
        PUBLIC_HOLIDAYS,
        _span("2027-06-01", "2027-08-31", "Kesätauko"),
        _span("2027-01-01", "2027-01-06"),
    )
    assert unmatched_skips(repeat, rule_dates(repeat, THURSDAYS)) == (1, 3, 4)


def test_holidays_that_match_no_date_are_no_mistake() -> None:
    repeat = Repeat(
        every=Every(count=1, unit=Unit.WEEK), until=date(2027, 2, 1), skip=(PUBLIC_HOLIDAYS, EVES)
    )
    dates = rule_dates(repeat, date(2027, 1, 12))
    assert unmatched_skips(repeat, dates) == ()
    assert skipped_dates(repeat, dates) == {}
