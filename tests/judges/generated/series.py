"""One series of the dice: when it is, what is left out, added and changed, written as a file."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from tests.judges.generated.rules import FORMS, Rule

ONE_DAY = timedelta(days=1)
# First and last day on which a series may begin, and how often one does.
ERAS = (
    (10, date(2025, 1, 1), date(2026, 7, 31)),
    (55, date(2026, 8, 1), date(2026, 12, 10)),
    (25, date(2026, 12, 11), date(2027, 10, 31)),
    (10, date(2027, 11, 25), date(2028, 6, 30)),
)
EVENING = ("21:15", "22:00", "23:00", "23:30", "23:45", "0:00", "0:30")
CHANGING = ("2:00", "2:30", "2:45", "3:00", "3:15", "3:30", "3:45", "4:00", "4:30")
LENGTHS = (15, 45, 60, 90, 120, 180, 240)
NIGHTS = (60, 150, 240, 480, 600, 1440, 2880)
PLACES = ("aseman-tupa", "kirkonkylan-talo", "lahden-olohuone", "salon-paja")


@dataclass
class Written:
    """What the head of one file says; moments are local."""

    rule: Rule
    first: date
    dates: list[date]
    times: int | None
    all_day: bool
    clock: time = time(0)
    length: timedelta | None = None
    skips: list[str] = field(default_factory=list)
    skipped: set[date] = field(default_factory=set)
    extras: list[str] = field(default_factory=list)
    extra_days: set[date] = field(default_factory=set)
    changes: list[dict[str, str]] = field(default_factory=list)

    def start_on(self, day: date) -> datetime:
        return datetime.combine(day, self.clock)


def a_series(dice: Random, number: int) -> tuple[str, tuple[date, ...]]:
    """The text of the `number`th file, and the dates of its rule, before anything is left out."""
    rule = list(FORMS.values())[number % len(FORMS)](dice)
    said = _when(dice, rule)
    _add_times(dice, said)
    _add_skips(dice, said)
    if dice.random() < 0.25:
        _add_extras(dice, said)
    if dice.random() < 0.5:
        _add_changes(dice, said)
    return _file(dice, number, said), tuple(said.dates)


def _when(dice: Random, rule: Rule) -> Written:
    (_, earliest, latest), *_ = dice.choices(ERAS, [era[0] for era in ERAS])
    first = rule.first or earliest + timedelta(days=dice.randrange((latest - earliest).days))
    # With `on`, the rule begins on the first day that it names.
    first = next(
        day for day in (first + timedelta(days=each) for each in range(400)) if rule.has(day, day)
    )
    wanted = dice.choice([2, 3, 5, 9, 14, 30] if rule.is_short else [1, 2, 5, 13, 26, 52])
    years = 12 if rule.unit == "year" else 1
    dates = list(rule.dates(first, first + timedelta(days=500 * years)))[:wanted]
    times = len(dates) if dice.random() < 0.5 else None
    return Written(rule, first, dates, times, all_day=not rule.at_night and dice.random() < 0.15)


def _add_times(dice: Random, said: Written) -> None:
    if said.all_day:
        said.length = ONE_DAY * dice.choice([0, 0, 1, 3])
        return
    pool = dice.random()
    if said.rule.at_night:
        said.clock = _clock(dice.choice(CHANGING))
    elif pool < 0.6:
        said.clock = time(dice.randrange(7, 20), dice.choice([0, 15, 30, 45]))
    else:
        said.clock = _clock(dice.choice(EVENING if pool < 0.8 else CHANGING))
    if dice.random() < 0.9:
        minutes = dice.choice(LENGTHS if 4 < said.clock.hour < 21 else NIGHTS)
        said.length = timedelta(minutes=minutes)


def _clock(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def is_missing(moment: datetime) -> bool:
    """03:00–03:59 on the last Sunday of March."""
    last_sunday = moment.month == 3 and moment.day > 24 and moment.weekday() == 6
    return last_sunday and moment.hour == 3


def _add_skips(dice: Random, said: Written) -> None:
    """Nights without the hour are left out, as the checks ask; others are, as the dice will."""
    for day in said.dates:
        start = said.start_on(day)
        if not said.all_day and (
            is_missing(start) or is_missing(start + (said.length or 0 * ONE_DAY))
        ):
            said.skips.append(_date(dice, day))
            said.skipped.add(day)
    if dice.random() < 0.3 and len(said.dates) > 2:
        for day in dice.sample(said.dates, dice.choice([1, 1, 2])):
            said.skips.append(_date(dice, day))
            said.skipped.add(day)
    if dice.random() < 0.2 and len(said.dates) > 6:
        first = dice.choice(said.dates)
        last = first + timedelta(days=dice.randrange(1, 21))
        said.skips.append(f"{{from: {_date(dice, first)}, to: {_date(dice, last)}, reason: Tauko}}")
        said.skipped.update(day for day in said.dates if first <= day <= last)
    for holidays, share in (("public-holidays", 0.2), ("eves", 0.1)):
        if dice.random() < share:
            said.skips.append(holidays)


def _add_extras(dice: Random, said: Written) -> None:
    for _ in range(dice.choice([1, 2])):
        day = dice.choice(said.dates) + timedelta(days=dice.randrange(0, 12))
        taken = {*said.dates, *said.extra_days} - said.skipped
        if day in taken:
            continue
        own = f" {dice.randrange(8, 20)}:{dice.choice(['00', '15', '40'])}"
        said.extras.append(_date(dice, day) + ("" if said.all_day or dice.random() < 0.5 else own))
        said.extra_days.add(day)


def _add_changes(dice: Random, said: Written) -> None:
    days = sorted({*said.dates, *said.extra_days} - said.skipped)
    for day in dice.sample(days, min(len(days), dice.choice([1, 1, 2, 4]))):
        kinds = [_cancelled, _elsewhere, _other_date]
        if not said.all_day:
            kinds += [_other_time, _other_end]
        change = dice.choice(kinds)(dice, said, day)
        said.changes.append({"date": _date(dice, day), **change})


def _cancelled(dice: Random, _: Written, __: date) -> dict[str, str]:
    return {"cancelled": "yes", **({"reason": "Vetäjä sairastui"} if dice.random() < 0.5 else {})}


def _elsewhere(dice: Random, _: Written, __: date) -> dict[str, str]:
    return {"place": dice.choice(PLACES)}


def _other_time(dice: Random, _: Written, __: date) -> dict[str, str]:
    hour = dice.randrange(6, 18)
    end = {"end": f"{hour + 2}:30"} if dice.random() < 0.5 else {}
    return {"start": f"klo {hour}", **end}


def _other_end(dice: Random, said: Written, day: date) -> dict[str, str]:
    end = said.start_on(day) + timedelta(minutes=dice.choice([20, 75, 200]))
    return {"end": _moment(dice, end)}


def _other_date(dice: Random, said: Written, day: date) -> dict[str, str]:
    """Near by, or a long way off, now and then out of what calendars cover."""
    new = day + timedelta(days=dice.choice([-2, -1, 1, 2, 3, 40, 200]))
    if said.all_day:
        return {"start": _date(dice, new)}
    return {"start": _moment(dice, datetime.combine(new, time(dice.randrange(7, 20), 5)))}


def _date(dice: Random, day: date) -> str:
    return dice.choice([day.isoformat(), f"{day.day}.{day.month}.{day.year}"])


def _moment(dice: Random, moment: datetime) -> str:
    clock = f"{moment.hour}:{moment.minute:02}"
    return dice.choice([f"{moment.date()} {clock}", f"{_date(dice, moment.date())} klo {clock}"])


def _file(dice: Random, number: int, said: Written) -> str:
    lines = [f"title: Sarja {number}", *_start_and_end(dice, said), *_where(dice, said)]
    lines += ["organisers: [kerho]", *_status(dice), "published: 2026-10-01", "repeat:"]
    lines.append(f"  every: {said.rule.every}")
    if said.rule.on:
        words = [named.words for named in said.rule.on]
        lines.append(f"  on: {words[0] if len(words) == 1 else '[' + ', '.join(words) + ']'}")
    if said.times is None:
        lines.append(f"  until: {_date(dice, said.dates[-1])}")
    else:
        lines.append(f"  times: {said.times}")
    for key, values in (("skip", said.skips), ("extra", said.extras)):
        if values:
            lines += [f"  {key}:", *(f"    - {each}" for each in dict.fromkeys(values))]
    if said.changes:
        lines.append("  changes:")
        lines += [
            "    - {" + ", ".join(f"{key}: {value}" for key, value in change.items()) + "}"
            for change in said.changes
        ]
    return "---\n" + "\n".join(lines) + "\n---\nTervetuloa mukaan.\n"


def _start_and_end(dice: Random, said: Written) -> list[str]:
    if said.all_day:
        days = said.length or timedelta()
        end = [f"end: {_date(dice, said.first + days)}"] if days else []
        return [f"start: {_date(dice, said.first)}", "all_day: yes", *end]
    start = said.start_on(said.first)
    lines = [f"start: {_moment(dice, start)}"]
    if said.length is None:
        return lines
    end = start + said.length
    if dice.random() < 0.5:
        same_day = end.date() == start.date()
        return [*lines, f"end: {end:%H:%M}" if same_day else f"end: {_moment(dice, end)}"]
    return [*lines, f"duration: {said.length // timedelta(minutes=1)} min"]


def _where(dice: Random, said: Written) -> list[str]:
    if not any("place" in change for change in said.changes) and dice.random() < 0.2:
        return ['online: {url: "https://example.fi/etana"}']
    return [f"place: {dice.choice(PLACES)}"]


def _status(dice: Random) -> list[str]:
    status = dice.choices(["", "cancelled", "postponed", "moved"], [92, 4, 2, 2])[0]
    return [f"status: {status}", "reason: Tila on remontissa."] if status else []
