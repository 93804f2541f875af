from datetime import time

import pytest

from kohtaamo.text.times import parse_minutes, parse_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18:00", time(18, 0)),
        ("08:00", time(8, 0)),
        ("8:05", time(8, 5)),
        ("17.00", time(17, 0)),
        ("klo 17", time(17, 0)),
        ("Klo 9:30", time(9, 30)),
        ("klo. 9.30", time(9, 30)),
        ("kl. 17", time(17, 0)),
        ("kl 17.15", time(17, 15)),
        ("kello 7", time(7, 0)),
        ("9", time(9, 0)),
        ("9.30", time(9, 30)),
        ("18:00:00", time(18, 0)),
        ("0:00", time(0, 0)),
        (" 23.59 ", time(23, 59)),
    ],
)
def test_a_time_of_day_as_people_write_it(text, expected):
    assert parse_time(text) == expected
    assert parse_minutes(text) == expected.hour * 60 + expected.minute


@pytest.mark.parametrize("text", ["24:00", "24", "24.01", "25", "9:60", "99.99"])
def test_a_time_that_no_clock_shows(refusal, text):
    assert refusal(parse_time, text) == ("no-such-time", {"value": text})


@pytest.mark.parametrize(
    "text", ["", "9.5", "1800", "6 pm", "18:00:30", "aamulla", "-9", "9,30", "１８:００"]
)
def test_what_is_no_time(refusal, text):
    assert refusal(parse_time, text) == ("not-a-time", {"value": text})


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("18-20", "18", "20"),
        ("klo 9.30–11", "klo 9.30", "11"),
        ("10:00 — klo 12", "10:00", "klo 12"),
    ],
)
def test_two_times_in_one_field_are_told_apart(refusal, text, start, end):
    values = {"value": text, "start": start, "end": end}
    assert refusal(parse_time, text) == ("two-times", values)


@pytest.mark.parametrize("text", ["24:00", "24.00", "klo 24"])
def test_closing_at_midnight_is_1440_minutes(refusal, text):
    assert parse_minutes(text, end=True) == 1440
    assert refusal(parse_minutes, text) == ("no-such-time", {"value": text})


def test_nothing_closes_after_midnight_as_24_something(refusal):
    assert refusal(parse_minutes, "24:30", end=True) == ("no-such-time", {"value": "24:30"})
