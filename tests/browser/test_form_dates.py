"""The dates that the form shows are those of the portal's own engine."""

from datetime import date, timedelta
from random import Random
from typing import Any

from kohtaamo.model.repeat import (
    Every,
    HolidaySkip,
    On,
    OnDay,
    OnLastWeekday,
    OnWeekday,
    Parity,
    Repeat,
    Unit,
)
from kohtaamo.publish.form.written import written
from kohtaamo.schedule.recurrence import is_on_rule, rule_dates
from kohtaamo.schedule.skips import skipped_dates
from tests.browser.form import Form
from tests.often import often

SEED = 20261201
DATES = """return given[0].map(({ every: often, on: ons, until, times, first, skip: entries }) => {
    const repeat = { every: every(often), on: ons.reduce((all, each) => all.concat(on(each)), []),
        until: until || undefined, times: times || undefined };
    const dates = ruleDates(repeat, numberOf(first));
    const left = new Set(entries.reduce((all, entry) => all.concat(matched(entry, dates)), []));
    const gone = dates.filter((each) => left.has(each));
    return [isOnRule(repeat, numberOf(first)), dates.map(isoOf), gone.map(isoOf)];
});"""


def _on(random: Random) -> On:
    kind = random.randrange(6)
    if kind < 2:
        return OnWeekday(random.randrange(7))
    if kind == 2:
        return OnWeekday(random.randrange(7), random.choice((1, 2, 3, 4, 5, -1)))
    if kind == 3:
        return OnDay(random.choice((1, 15, 28, 29, 30, 31, -1)))
    return OnLastWeekday() if kind == 4 else OnWeekday(random.randrange(7), random.randint(1, 5))


def _series(random: Random) -> tuple[Repeat, date]:
    first = date(2024, 1, 1) + timedelta(random.randrange(2_000))
    unit = random.choice((Unit.DAY, Unit.WEEK, Unit.WEEK, Unit.MONTH, Unit.MONTH, Unit.YEAR))
    parity = random.choice((None, None, Parity.EVEN, Parity.ODD)) if unit is Unit.WEEK else None
    count = 1 if parity else random.choice((1, 1, 2, 3, 5, 12))
    ons = tuple(_on(random) for _ in range(random.choice((0, 0, 1, 1, 2, 3))))
    is_timed = random.random() < 0.3
    repeat = Repeat(
        every=Every(count=count, unit=unit, parity=parity),
        on=tuple(dict.fromkeys(ons)),
        until=None if is_timed else first + timedelta(random.randrange(900)),
        times=random.randint(1, 40) if is_timed else None,
        skip=(HolidaySkip.PUBLIC_HOLIDAYS, HolidaySkip.EVES),
    )
    return repeat, first


def _asked(repeat: Repeat, first: date) -> dict[str, Any]:
    return {
        "every": written(repeat.every),
        "on": [written(each) for each in repeat.on],
        "until": written(repeat.until) if repeat.until else "",
        "times": repeat.times or 0,
        "first": written(first),
        "skip": [each.value for each in repeat.skip if isinstance(each, HolidaySkip)],
    }


def test_many_series_have_the_same_dates(form: Form) -> None:
    random = Random(SEED)  # noqa: S311 - the same series every time
    series = [_series(random) for _ in range(often(500, 40_000))]
    found = form.ask(DATES, [_asked(*each) for each in series])
    for (repeat, first), (is_on, dates, left) in zip(series, found, strict=True):
        own = rule_dates(repeat, first)
        told = _asked(repeat, first)
        assert (told, is_on) == (told, is_on_rule(repeat, first))
        assert (told, dates) == (told, [day.isoformat() for day in own])
        assert (told, left) == (told, [day.isoformat() for day in skipped_dates(repeat, own)])


def test_a_difference_is_noticed(form: Form) -> None:
    repeat = Repeat(every=Every(count=2, unit=Unit.WEEK), times=3)
    ((_, dates, _),) = form.ask(DATES, [_asked(repeat, date(2026, 12, 1))])
    assert dates == ["2026-12-01", "2026-12-15", "2026-12-29"]
    assert dates != [day.isoformat() for day in rule_dates(repeat, date(2026, 12, 2))]


def test_one_date_of_a_series_meets_the_change_of_clocks_by_itself(form: Form) -> None:
    """As `content/rules/clock_change.py` says it, of times of the date's own."""
    asked = """return given[0].map(([start, end, repeat]) => {
        const tree = { title: "A", start, end, repeat, place: "lautta", organisers: "martat" };
        return check("event", tree, data.rules, "2026-12-01", data.places).problems
            .map(({ at, code }) => at + " " + code);
    });"""
    series = {"every": "week", "until": "2027-04-11"}
    day = "2027-03-28"
    assert form.ask(
        asked,
        [
            ["2027-03-14 03:30", "04:30", series],
            ["2027-03-14 03:30", "04:30", {**series, "changes": [{"date": day, "start": "5"}]}],
            ["2027-03-14 13:00", "14:00", {**series, "changes": [{"date": day, "start": "3.30"}]}],
            ["2027-03-15 13:00", "14:00", {**series, "extra": [f"{day} 02:30"]}],
            [
                "2027-03-14 03:30",
                "04:30",
                {**series, "changes": [{"date": day, "cancelled": "yes", "reason": "Yö"}]},
            ],
        ],
    ) == [
        ["start missing-hour"],
        [],
        ["repeat.changes[0].start missing-hour"],
        ["end missing-hour"],
        [],
    ]
