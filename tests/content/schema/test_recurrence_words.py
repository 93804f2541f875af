"""How often, and what is skipped, in the words that people use."""

import pytest

from kohtaamo.content.schema.recurrence import parse_every
from kohtaamo.model.repeat import Every, Parity, Unit
from kohtaamo.problems.problem import Refused


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("joka viikko", 1, Unit.WEEK),
        ("viikoittain", 1, Unit.WEEK),
        ("joka toinen viikko", 2, Unit.WEEK),
        ("toinen viikko", 2, Unit.WEEK),
        ("kahden viikon välein", 2, Unit.WEEK),
        ("joka kolmas kuukausi", 3, Unit.MONTH),
        ("Kuukausittain", 1, Unit.MONTH),
        ("varannan vecka", 2, Unit.WEEK),
        ("var tredje vecka", 3, Unit.WEEK),
        ("every second month", 2, Unit.MONTH),
    ],
)
def test_how_often_as_people_say_it(text: str, count: int, unit: Unit) -> None:
    assert parse_every(text) == Every(count=count, unit=unit)


def test_every_week_of_one_kind() -> None:
    expected = Every(count=1, unit=Unit.WEEK, parity=Parity.EVEN)
    assert parse_every("joka parillinen viikko") == expected


@pytest.mark.parametrize("text", ["torstaisin", "joka toinen torstai", "second week", "joka", ""])
def test_days_and_doubtful_words_are_refused(text: str) -> None:
    with pytest.raises(Refused, match="not-every"):
        parse_every(text)
