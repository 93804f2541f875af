from datetime import date

import pytest

from kohtaamo.text.dates import parse_date, parse_moment


@pytest.mark.parametrize(
    "text", ["2026-09-07", "2026-9-7", "7.9.2026", "07.09.2026", "7. 9. 2026", " 7.9.2026 "]
)
def test_a_date_is_iso_or_finnish(text):
    assert parse_date(text) == date(2026, 9, 7)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31.4.2026", "no-such-date"),
        ("2026-02-29", "no-such-date"),
        ("2026-13-01", "no-such-date"),
        ("0.9.2026", "no-such-date"),
        ("7.9.", "date-without-year"),
        ("7.9", "date-without-year"),
        ("9/7/2026", "not-a-date"),
        ("20260907", "not-a-date"),
        ("2026-W37-1", "not-a-date"),
        ("huomenna", "not-a-date"),
        ("٧.٩.٢٠٢٦", "not-a-date"),
        ("", "not-a-date"),
    ],
)
def test_what_is_no_date_is_refused_as_written(refusal, text, code):
    assert refusal(parse_date, text) == (code, {"value": text})


@pytest.mark.parametrize("text", ["1.1.1999", "31.12.2101", "0000-01-01", "7.9.0026"])
def test_a_year_far_away_is_a_slip_of_the_finger(refusal, text):
    values = {"value": text, "first": "2000", "last": "2100"}
    assert refusal(parse_date, text) == ("date-too-far", values)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-09-07", "2026-09-07"),
        ("7.9.2026", "2026-09-07"),
        ("2026-09-07 18:00", "2026-09-07 18:00:00"),
        ("2026-09-07T18:00", "2026-09-07 18:00:00"),
        ("2026-09-07t18:00:00", "2026-09-07 18:00:00"),
        ("2026-09-07 08:05", "2026-09-07 08:05:00"),
        ("7.9.2026 klo 9", "2026-09-07 09:00:00"),
        ("7.9.2026 18.00", "2026-09-07 18:00:00"),
        ("7.9.2026 klo 9.30", "2026-09-07 09:30:00"),
        ("7.9.2026, klo 9.30", "2026-09-07 09:30:00"),
        ("7.9.2026 kl. 9.30", "2026-09-07 09:30:00"),
        ("2026-09-07 00:00", "2026-09-07 00:00:00"),
    ],
)
def test_a_moment_is_a_date_with_or_without_a_local_time(text, moment):
    assert str(parse_moment(text)) == moment


def test_midnight_at_the_end_of_a_day_is_an_end_only(refusal):
    assert str(parse_moment("2026-12-31 24:00", end=True)) == "2027-01-01 00:00:00"
    assert refusal(parse_moment, "2026-12-31 24:00") == ("no-such-time", {"value": "24:00"})


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("2026-09-07T18:00Z", "2026-09-07 21:00"),
        ("2026-12-07T18:00:00Z", "2026-12-07 20:00"),
        ("2026-09-07T18:00:00.000+03:00", "2026-09-07 18:00"),
        ("2026-09-07 18:00 +0000", "2026-09-07 21:00"),
        ("2026-09-07 23:30-05:00", "2026-09-08 07:30"),
        ("2026-09-07 18:00 UTC", "2026-09-07 21:00"),
        ("7.9.2026 18.00+02", "2026-09-07 19:00"),
    ],
)
def test_a_time_with_a_zone_shows_the_local_time_to_write(refusal, text, local):
    expected = ("time-with-offset", {"value": text, "local": local})
    assert refusal(parse_moment, text) == expected


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("2026-02-30 18:00", "no-such-date", {"value": "2026-02-30"}),
        ("31.4.2026 klo 18", "no-such-date", {"value": "31.4.2026"}),
        ("2026-09-07 25:00", "no-such-time", {"value": "25:00"}),
        ("2026-09-07 18:61", "no-such-time", {"value": "18:61"}),
        ("7.9.", "date-without-year", {"value": "7.9."}),
        ("2026-09-07 illalla", "not-a-moment", {"value": "2026-09-07 illalla"}),
        ("2026-09-07T18:00:30", "not-a-moment", {"value": "2026-09-07T18:00:30"}),
        ("2026-09-07T18:00+99:99", "not-a-moment", {"value": "2026-09-07T18:00+99:99"}),
        ("18:00", "not-a-moment", {"value": "18:00"}),
        ("", "not-a-moment", {"value": ""}),
        (
            "7.9.2026 klo 18–20",
            "two-times",
            {"value": "klo 18–20", "start": "klo 18", "end": "20"},
        ),
    ],
)
def test_what_is_no_moment_is_refused(refusal, text, code, values):
    assert refusal(parse_moment, text) == (code, values)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("keskiviikko 5.11.2026 klo 17", "5.11.2026 klo 17"),
        ("5.11.26", "5.11.2026"),
        ("to 5.11.26 klo 17", "5.11.2026 klo 17"),
        ("5. marraskuuta 2026", "5.11.2026"),
        ("5 november 2026", "5.11.2026"),
    ],
)
def test_a_date_in_letters_is_told_in_digits(refusal, text, suggestion):
    expected = ("date-written-otherwise", {"value": text, "suggestion": suggestion})
    assert refusal(parse_moment, text) == expected


@pytest.mark.parametrize("text", ["24.12.2026, 31.12.2026", "24.12. ja 31.12."])
def test_several_dates_in_one_value(refusal, text):
    assert refusal(parse_date, text) == ("several-dates", {"value": text})
    assert refusal(parse_moment, text) == ("several-dates", {"value": text})


@pytest.mark.parametrize("text", ["24.12.2026-6.1.2027", "24.12. – 6.1.2027"])
def test_a_span_in_one_value(refusal, text):
    expected = {"value": text, "suggestion": "{from: 24.12.2026, to: 6.1.2027}"}
    assert refusal(parse_date, text) == ("span-in-one-value", expected)
