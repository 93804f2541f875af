from datetime import timedelta

import pytest

from kohtaamo.text.durations import parse_duration


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1 h 30 min", 90),
        ("1h30min", 90),
        ("90 min", 90),
        ("90 minuuttia", 90),
        ("1,5 h", 90),
        ("1.5 tuntia", 90),
        ("2 t", 120),
        ("1 tunti", 60),
        ("2 timmar", 120),
        ("45 minuter", 45),
        ("2 d", 2880),
        ("2 pv", 2880),
        ("2 päivää", 2880),
        ("1 vrk 2 h", 1560),
        ("0,5 h", 30),
        ("366 d", 527040),
    ],
)
def test_a_duration_in_whole_minutes(text, minutes):
    assert parse_duration(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "90",
        "1:30",
        "PT90M",
        "30 min 1 h",
        "1 h 1 h",
        "-1 h",
        "1,33 h",
        "noin tunti",
        "2 viikkoa",
    ],
)
def test_what_is_no_duration(refusal, text):
    assert refusal(parse_duration, text) == ("not-a-duration", {"value": text})


def test_nothing_lasts_no_time(refusal):
    assert refusal(parse_duration, "0 min") == ("duration-not-positive", {"value": "0 min"})


def test_nothing_lasts_more_than_a_year(refusal):
    values = {"value": "367 d", "limit": "366 d"}
    assert refusal(parse_duration, "367 d") == ("duration-too-long", values)


def test_a_very_long_text_is_refused_at_once(refusal):
    text = "1 d" + " " * 60_000 + "x"
    assert refusal(parse_duration, text) == ("not-a-duration", {"value": text})
