"""What an occurrence says of itself."""

from datetime import date, datetime

import pytest

from kohtaamo.schedule.occurrence import Occurrence, State

at = datetime.fromisoformat


def test_days_that_are_touched() -> None:
    evening = Occurrence(
        event="tanssit",
        start=at("2026-12-05 20:00"),
        end=at("2026-12-06 00:00"),
        by_rule=at("2026-12-05 20:00"),
    )
    days = Occurrence(
        event="kohtaamispaikkapaivat",
        start=date(2027, 4, 2),
        end=date(2027, 4, 3),
        by_rule=date(2027, 4, 2),
    )
    assert (evening.all_day, days.all_day) == (False, True)
    assert (evening.first_day, evening.last_day) == (date(2026, 12, 5), date(2026, 12, 5))
    assert (days.first_day, days.last_day) == (date(2027, 4, 2), date(2027, 4, 3))


@pytest.mark.parametrize(
    ("state", "takes_place"),
    [
        (State.CONFIRMED, True),
        (State.MOVED, True),
        (State.CANCELLED, False),
        (State.POSTPONED, False),
    ],
)
def test_whether_anybody_should_come(state: State, takes_place: bool) -> None:
    start = at("2026-12-05 20:00")
    occurrence = Occurrence(event="tanssit", start=start, end=None, by_rule=start, state=state)
    assert occurrence.takes_place is takes_place


def test_order_is_by_start_then_all_day_first_then_slug() -> None:
    def named(slug: str, start: datetime | date) -> Occurrence:
        return Occurrence(event=slug, start=start, end=None, by_rule=start)

    expected = ["talkoot", "ystavanpaiva", "kahvila-yolla", "ajanviete", "kerho"]
    found = [
        named("kerho", at("2026-12-05 10:00")),
        named("kahvila-yolla", at("2026-12-05 00:00")),
        named("talkoot", date(2026, 12, 4)),
        named("ajanviete", at("2026-12-05 10:00")),
        named("ystavanpaiva", date(2026, 12, 5)),
    ]
    assert [each.event for each in sorted(found, key=lambda each: each.sort_key)] == expected
