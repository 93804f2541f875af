"""Places: one in every municipality, open in one of a few ways."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.corpus.days import BREAK, SUMMER, closed_days, within
from benchmarks.corpus.dice import Dice
from benchmarks.corpus.entry import Entry
from benchmarks.corpus.head import Value
from benchmarks.corpus.municipalities import slug
from benchmarks.corpus.texts import line, text
from benchmarks.corpus.words import PLACES, ROOMS, STREETS

FACILITIES = ("coffee", "kitchen", "wifi", "computer", "books", "board-games", "parking", "yard")
PREMISES = (
    "step-free-entrance",
    "automatic-door",
    "step-free-inside",
    "accessible-toilet",
    "accessible-parking",
    "sturdy-chairs",
    "induction-loop",
    "assistance-dogs",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What events need to know of a place, and its number, which settles all the rest."""

    number: int
    slug: str
    name: str
    municipality: str
    town: str
    organisers: Sequence[str]

    @property
    def saturdays(self) -> bool:
        """Whether it is open on Saturdays, from 10 to 16."""
        return self.number % 3 != 1

    @property
    def summers(self) -> bool:
        """Whether its summer hours are short, and its series pause."""
        return self.number % 2 == 0

    @property
    def breaks(self) -> bool:
        """Whether it is closed between Christmas and New Year."""
        return self.number % 4 == 0

    def free_for(self, day: date) -> bool:
        """Whether events may be held on that day."""
        if day in closed_days() or (self.breaks and within(day, BREAK)):
            return False
        return not (self.summers and within(day, SUMMER))


def places(
    found: Sequence[tuple[str, str]], organisers: Mapping[str, Sequence[str]]
) -> Sequence[Place]:
    """A place in each municipality, hosted by the organisers there."""
    made = []
    for number, (municipality, town) in enumerate(found):
        name = f"{town} {PLACES[number % len(PLACES)]}"
        place = Place(
            number=number,
            slug=slug(name),
            name=name,
            municipality=municipality,
            town=town,
            organisers=organisers[municipality],
        )
        made.append(place)
    return made


def place_entry(place: Place) -> Entry:
    """A place with all that its file says."""
    dice = Dice("place", place.slug)
    phone = f"010 123 {place.number:04}"
    mail = f"{place.slug}@example.fi"
    street = f"{dice.one(STREETS)} {1 + dice.below(40)}"
    postcode = f"{place.number * 300 + 100:05}"
    lat, lon = 60 + dice.below(80_000) / 10_000, 22 + dice.below(70_000) / 10_000
    fields: dict[str, Value] = {
        "name": place.name,
        "municipality": place.municipality,
        "summary": line(dice),
        "address": {"street": street, "postcode": postcode, "town": place.town},
        "coordinates": {"lat": f"{lat:.4f}", "lon": f"{lon:.4f}"},
        "contact": {"role": "Hyvinvointisihteeri", "phone": phone, "email": mail},
        **_hours(place),
        "rooms": _rooms(),
        "can_host": "ask",
        "booking": {"phone": phone, "email": mail, "terms": line(dice)},
        "facilities": dice.some(FACILITIES, 5),
        "accessibility": {each: dice.one(("yes", "yes", "no")) for each in PREMISES[:6]},
        "accessibility_note": line(dice),
        "getting_there": line(dice),
        "audiences": ["everyone", *dice.some(("families", "elderly", "jobseekers"), 2)],
        "languages": dice.one((["fi"], ["fi", "sv"], ["fi", "en"])),
        "first_visit": line(dice),
        "maintained_by": place.organisers[0],
        "organisers": list(place.organisers),
        "checked": "2026-11-02",
    }
    return Entry(slug=place.slug, municipality=place.municipality, fields=fields, text=text(dice))


def _hours(place: Place) -> dict[str, Value]:
    week: list[Value] = [
        {"days": "mon-fri", "from": "9:00", "to": "15:00", "mode": "staffed"},
        {"days": "mon-fri", "from": "15:00", "to": "20:00", "mode": "self-service"},
    ]
    if place.saturdays:
        week.append({"days": "sat", "from": "10:00", "to": "16:00", "mode": "self-service"})
    summer: Value = {
        "from": SUMMER[0].isoformat(),
        "to": SUMMER[1].isoformat(),
        "name": "Kesäajat",
        "hours": [{"days": "tue-thu", "from": "10:00", "to": "14:00", "mode": "staffed"}],
    }
    closed = {
        "from": BREAK[0].isoformat(),
        "to": BREAK[1].isoformat(),
        "closed": "yes",
        "reason": "Talo on kiinni välipäivät",
    }
    return {
        "hours": week,
        "seasons": [summer] if place.summers else [],
        "exceptions": [{"date": "2026-12-24", "closed": "yes", "reason": "Jouluaatto"}]
        + ([closed] if place.breaks else []),
        "holiday_hours": "closed",
    }


def _rooms() -> list[Value]:
    return [
        {
            "id": key,
            "name": name,
            "capacity": capacity,
            "equipment": equipment,
            "bookable": "yes",
            "price": "Maksuton",
            "turnaround": "15",
        }
        for key, name, equipment, capacity in ROOMS
    ]
