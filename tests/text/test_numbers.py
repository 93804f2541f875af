from decimal import Decimal

import pytest

from kohtaamo.text.numbers import parse_decimal, parse_integer


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("12", 12),
        ("012", 12),
        ("1 000", 1000),
        ("1\u00a0000", 1000),
        ("-5", -5),
        ("−5", -5),
    ],
)
def test_a_whole_number(text, number):
    assert parse_integer(text, -10, 1000) == number


@pytest.mark.parametrize("text", ["", "noin 20", "20 hlö", "1,5", "1e3", "0x10", "²", "٣", "1 00"])
def test_what_is_no_whole_number(refusal, text):
    assert refusal(parse_integer, text, 0, 100) == ("not-a-whole-number", {"value": text})


@pytest.mark.parametrize("text", ["-1", "101", "999999999999"])
def test_both_limits_are_named(refusal, text):
    values = {"value": text, "minimum": "0", "maximum": "100"}
    assert refusal(parse_integer, text, 0, 100) == ("number-out-of-range", values)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4", "4"),
        ("4,50", "4.50"),
        ("4.5", "4.5"),
        ("-29,123456", "-29.123456"),
        ("1 000,5", "1000.5"),
    ],
)
def test_a_decimal_number_with_comma_or_point(text, number):
    read = parse_decimal(text, Decimal(-180), 10_000)
    assert (read, str(read)) == (Decimal(number), number)


@pytest.mark.parametrize("text", ["", "5 €", "4,", ",5", "1.000,50", "NaN", "Infinity", "1e9"])
def test_what_is_no_number(refusal, text):
    assert refusal(parse_decimal, text, 0, 100) == ("not-a-number", {"value": text})


def test_a_decimal_number_out_of_range(refusal):
    values = {"value": "90,1", "minimum": "-90", "maximum": "90"}
    assert refusal(parse_decimal, "90,1", -90, 90) == ("number-out-of-range", values)
