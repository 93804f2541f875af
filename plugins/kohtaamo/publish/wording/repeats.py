"""A recurrence rule in words: `joka tiistai`, `kuukauden ensimmäinen keskiviikko`."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from babel.lists import format_list

from kohtaamo.model.repeat import Every, On, OnDay, OnLastWeekday, OnWeekday, Repeat, Unit
from kohtaamo.schedule.recurrence import named_days
from kohtaamo.words.dates import day
from kohtaamo.words.words import Words

ALL_WEEK = frozenset(range(7))
MONDAY_TO_FRIDAY = frozenset(range(5))


def rule_words(words: Words, repeat: Repeat, first: date) -> str:
    """The rule alone, without hours and end; `first` is the date of the event's own start."""
    every, ons = repeat.every, named_days(repeat, first)
    if every.unit is Unit.YEAR:
        return _yearly(words, every, ons, first) if repeat.on else _every(words, every, "year")
    weekdays = _plain_weekdays(ons)
    if weekdays is not None and (every.unit is Unit.WEEK or _is_each(every)):
        return _weekly(words, every, weekdays)
    if every.unit is Unit.MONTH:
        return _every(words, every, "month", days=_of_month(words, ons))
    plain_every = _every(words, every, "day") if every.unit is Unit.DAY else None
    if plain_every is not None and not ons:
        return plain_every
    days = _of_month(words, ons)
    if plain_every is None:
        return _every(words, every, "week", days=days)
    return words("wording.with_days", every=plain_every, days=days)


def joined(words: Words, parts: Iterable[str]) -> str:
    """Several things as the language lists them: `a, b ja c`."""
    return _listed(tuple(parts), words.locale)


@lru_cache(maxsize=1_000)
def _listed(parts: tuple[str, ...], locale: str) -> str:
    """A pure function of its arguments; most lists are of few weekdays or languages."""
    return format_list(parts, locale=locale)


def _every(words: Words, every: Every, unit: str, **values: str) -> str:
    """The interval of a rule; even and odd weeks have words of their own."""
    if every.parity is not None:
        step = every.parity.value
    else:
        step = str(every.count) if every.count <= 3 else "n"
    return words(f"wording.every.{unit}.{step}", count=every.count, **values)


def _is_each(every: Every) -> bool:
    return every.count == 1 and every.parity is None


def _plain_weekdays(ons: Sequence[On]) -> tuple[int, ...] | None:
    """The weekdays in order when `on` names only those, without ordinals."""
    found = {on.weekday for on in ons if isinstance(on, OnWeekday) and on.nth is None}
    return tuple(sorted(found)) if found and len(found) == len(set(ons)) else None


def _weekly(words: Words, every: Every, weekdays: tuple[int, ...]) -> str:
    if len(weekdays) == 1:
        name = words(f"wording.weekday.{weekdays[0]}")
        names = words(f"wording.weekdays.{weekdays[0]}")
        return _every(words, every, "weekday", weekday=name, weekdays=names)
    if _is_each(every) and set(weekdays) == ALL_WEEK:
        return words("wording.every.day.1")
    if _is_each(every) and set(weekdays) == MONDAY_TO_FRIDAY:
        return words("wording.all_weekdays")
    days = joined(words, (words(f"wording.weekdays.{weekday}") for weekday in weekdays))
    return _every(words, every, "week", days=days)


def _yearly(words: Words, every: Every, ons: Sequence[On], first: date) -> str:
    month = day(words, first, "of_month")
    days = words("wording.of_named_month", month=month, days=_named(words, ons))
    return words("wording.with_days", every=_every(words, every, "year"), days=days)


def _of_month(words: Words, ons: Sequence[On]) -> str:
    return words("wording.of_month", days=_named(words, ons))


def _named(words: Words, ons: Sequence[On]) -> str:
    """The days of a month that `ons` name, ordinals of one weekday together."""
    parts: list[str] = []
    for weekday in dict.fromkeys(on.weekday for on in ons if isinstance(on, OnWeekday)):
        nths = [on.nth for on in ons if isinstance(on, OnWeekday) and on.weekday == weekday]
        parts.append(_nth_weekday(words, weekday, nths))
    numbers = sorted(on.day for on in ons if isinstance(on, OnDay) and on.day > 0)
    if numbers:
        ordinals = words("wording.ordinals").split()
        days = joined(words, (ordinals[number - 1] for number in numbers))
        parts.append(words("wording.day_of_month", days=days))
    if OnDay(-1) in ons:
        parts.append(words("wording.last_day"))
    if OnLastWeekday() in ons:
        parts.append(words("wording.last_weekday"))
    return joined(words, parts)


def _nth_weekday(words: Words, weekday: int, nths: Sequence[int | None]) -> str:
    if None in nths:
        return words(f"wording.weekdays.{weekday}")
    return words(
        "wording.nth_weekday",
        nths=joined(words, (words(f"wording.nth.{nth}") for nth in nths)),
        weekday=words(f"wording.weekday_of_month.{weekday}"),
    )
