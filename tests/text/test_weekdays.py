import pytest

from kohtaamo.text.weekdays import parse_weekday, parse_weekdays


@pytest.mark.parametrize(
    ("number", "names"),
    [
        (0, "mon Monday ma maanantai maanantaisin må mån måndag mandag MA ma."),
        (1, "tue tues Tuesday ti tiistai tiistaisin tis tisdag"),
        (2, "wed Wednesday ke keskiviikko keskiviikkoisin on ons onsdag"),
        (3, "thu thurs Thursday to torstai torstaisin tor tors torsdag"),
        (4, "fri Friday pe perjantai perjantaisin fr fre fredag"),
        (5, "sat Saturday la lauantai lauantaisin lö lör lördag lordag"),
        (6, "sun Sunday su sunnuntai sunnuntaisin sö sön söndag"),
    ],
)
def test_a_weekday_in_three_languages(number, names):
    assert [parse_weekday(name) for name in names.split()] == [number] * len(names.split())


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon", (0,)),
        ("mon-fri", (0, 1, 2, 3, 4)),
        ("ma–pe", (0, 1, 2, 3, 4)),
        ("ma - pe", (0, 1, 2, 3, 4)),
        ("mån—fre", (0, 1, 2, 3, 4)),
        ("mon, wed", (0, 2)),
        ("ke, ma", (0, 2)),
        ("ma ja ke", (0, 2)),
        ("tis och tors", (1, 3)),
        ("ti/to", (1, 3)),
        ("ma-ke, pe", (0, 1, 2, 4)),
        ("ma, ma", (0,)),
        ("pe-su", (4, 5, 6)),
        ("fri-mon", (0, 4, 5, 6)),
        ("su-ma", (0, 6)),
        ("ma-ma", (0,)),
        ("joka päivä", (0, 1, 2, 3, 4, 5, 6)),
        ("Varje dag", (0, 1, 2, 3, 4, 5, 6)),
        ("daily", (0, 1, 2, 3, 4, 5, 6)),
        ("ma, ke,", (0, 2)),
    ],
)
def test_lists_and_ranges_give_each_day_once_in_order(text, days):
    assert parse_weekdays(text) == days


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", ""),
        ("arkisin", "arkisin"),
        ("ma, kes", "kes"),
        ("ma-", "ma-"),
        ("-pe", "-pe"),
        ("ma-ke-pe", "ke-pe"),
        ("ma 9-17", "ma 9"),
        ("1", "1"),
    ],
)
def test_the_part_at_fault_is_named(refusal, text, part):
    assert refusal(parse_weekdays, text) == ("not-a-weekday", {"value": part})


def test_an_english_range_is_not_read_as_three_finnish_days(refusal):
    assert refusal(parse_weekdays, "mon to fri") == ("not-a-weekday", {"value": "mon to fri"})


def test_a_very_long_text_is_refused_at_once(refusal):
    text = "ma" + " " * 60_000 + "x"
    assert refusal(parse_weekdays, text) == ("not-a-weekday", {"value": text})
