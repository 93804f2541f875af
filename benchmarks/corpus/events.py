"""Events: three in ten are series, nothing is booked twice, and most keep to opening hours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.corpus.days import FIRST, LAST, ORDINALS, TODAY, Rhythm
from benchmarks.corpus.dice import Dice
from benchmarks.corpus.entry import Entry
from benchmarks.corpus.head import Value
from benchmarks.corpus.municipalities import slug
from benchmarks.corpus.places import Place
from benchmarks.corpus.series import SERIES_STARTS, repeat
from benchmarks.corpus.texts import line, text
from benchmarks.corpus.words import QUALITIES, REASONS, ROOMS, STREETS, THEMES

SERIES_PERCENT = 30
_DAYS = (LAST - FIRST).days + 1


@dataclass(frozen=True, slots=True)
class Slot:
    """A room (or the house at large, which is never full) on a weekday, for an hour and a half."""

    room: str
    weekday: int
    hour: int


def slots(place: Place) -> list[Slot]:
    """The slots of a week, two hours apart, so that turnaround times fit in between."""
    return [
        Slot(room, weekday, hour)
        for weekday in range(6 if place.saturdays else 5)
        for hour in ((10, 12, 14) if weekday == 5 else (9, 11, 13, 15, 17))
        for room, *_ in ROOMS
    ]


def events(place: Place, number: int, first: int) -> Iterator[Entry]:
    """So many events of a place, numbered from `first` on."""
    dice = Dice("events", place.slug)
    free = slots(place)
    single: set[tuple[Slot, date]] = set()
    # Series first: they take their slot for good, at most two thirds of the week.
    series = round(number * SERIES_PERCENT / 100)
    for each in range(number):
        about = dict(_about(place, dice))
        rhythm = None
        if each < series:
            slot = free.pop(dice.below(len(free))) if len(free) > 20 else None
            slot = slot or Slot("", dice.below(5), 9 + dice.below(9))
            rhythm = _rhythm(slot, dice)
            fields = _series(place, slot, rhythm, about, dice)
        else:
            fields = _single(place, free, single, about, dice)
        yield Entry(
            slug=slug(f"{about['title']}-{place.municipality}-{first + each}"),
            municipality=place.municipality,
            fields=fields,
            text=text(dice),
            rhythm=rhythm,
        )


def _about(place: Place, dice: Dice) -> Iterator[tuple[str, Value]]:
    theme, topics, audiences, needs = dice.one(THEMES)
    yield "title", f"{theme}, {dice.one(QUALITIES)} hetki" if dice.happens(50) else theme
    yield "organisers", dice.some(place.organisers, 2 if dice.happens(15) else 1)
    yield "summary", line(dice)
    yield "audiences", list(audiences)
    yield "topics", list(topics)
    yield "needs", list(needs)
    yield "drop_in", "yes" if dice.happens(60) else ""
    yield "alone_ok", "yes" if dice.happens(70) else ""
    yield "first_visit", line(dice) if dice.happens(60) else ""
    yield "price", _price(dice)
    yield "languages", ["fi", "en"] if dice.happens(10) else ["fi"]


def _price(dice: Dice) -> Value:
    thrown = dice.below(10)
    if thrown < 7:
        return "free"
    if thrown < 9:
        return [{"amount": str(1 + dice.below(9)), "for": "kahvi ja pulla"}]
    return "Vapaaehtoinen kahviraha"


def _rhythm(slot: Slot, dice: Dice) -> Rhythm:
    weeks = dice.one((1, 1, 1, 1, 2, 2, 0, 0))
    return Rhythm(weeks, dice.below(len(ORDINALS)), slot.weekday)


def _series(
    place: Place, slot: Slot, rhythm: Rhythm, about: Mapping[str, Value], dice: Dice
) -> dict[str, Value]:
    start = dice.one(SERIES_STARTS)
    days = rhythm.dates(start, start + timedelta(days=120))
    first = next(day for day in days if place.free_for(day))
    return {
        **about,
        "start": f"{first.isoformat()} {slot.hour:02}:00",
        "end": f"{slot.hour + 1:02}:30",
        "place": place.slug,
        "room": slot.room,
        "published": (min(first, TODAY) - timedelta(days=10 + dice.below(20))).isoformat(),
        "repeat": repeat(place, rhythm, first, slot.hour, dice),
    }


def _single(
    place: Place,
    free: list[Slot],
    taken: set[tuple[Slot, date]],
    about: Mapping[str, Value],
    dice: Dice,
) -> dict[str, Value]:
    slot, day = _free_slot(place, free, taken, dice)
    start = {"start": f"{day.isoformat()} {slot.hour:02}:00", "end": f"{slot.hour + 1:02}:30"}
    announced = min(day, TODAY) - timedelta(days=7 + dice.below(40))
    return {
        **about,
        **start,
        **_where(place, slot, dice),
        **_registration(day, dice),
        **(_cancelled(dice) if day > TODAY and dice.happens(2) else {}),
        "published": announced.isoformat(),
    }


def _free_slot(
    place: Place, free: list[Slot], taken: set[tuple[Slot, date]], dice: Dice
) -> tuple[Slot, date]:
    """A slot of a week that no series has, on a date on which nobody has it yet."""
    while True:
        slot = dice.one(free)
        day = FIRST + timedelta(days=dice.below(_DAYS))
        day += timedelta(days=slot.weekday - day.weekday())
        if (slot, day) not in taken and FIRST <= day <= LAST and place.free_for(day):
            taken.add((slot, day))
            return slot, day


def _where(place: Place, slot: Slot, dice: Dice) -> dict[str, Value]:
    thrown = dice.below(100)
    if thrown < 8:
        street = f"{dice.one(STREETS)} {1 + dice.below(40)}"
        name = dice.one(("Koulun sali", "Kirjasto", "Seurantalo", "Urheilukenttä"))
        address = {"street": street, "town": place.town}
        return {"location": {"name": name, "municipality": place.municipality, "address": address}}
    online = {"online": {"url": f"https://example.fi/{place.slug}/etana"}} if thrown < 12 else {}
    return {"place": place.slug, "room": slot.room if thrown < 75 else "", **online}


def _registration(day: date, dice: Dice) -> dict[str, Value]:
    if not dice.happens(25):
        return {}
    by = (day - timedelta(days=3)).isoformat()
    registration = {"by": by, "email": "ilmoittaudu@example.fi", "capacity": "12"}
    return {"registration": registration, "drop_in": ""}


def _cancelled(dice: Dice) -> dict[str, Value]:
    return {"status": "cancelled", "reason": dice.one(REASONS)}
