"""What every peer is told of an event and a place: its front matter, the same for all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote

import segno

from benchmarks.corpus.days import BREAK, TODAY, closed_days, within
from benchmarks.corpus.entry import Entry
from benchmarks.corpus.network import Made
from benchmarks.corpus.places import Place
from benchmarks.peers.labels import LANGUAGES, USUAL, WEEKDAYS, labels
from benchmarks.peers.moments import bookings, moments

URL = "http://127.0.0.1:8000"
NAME = "Koko maan olohuoneet"
Fields = dict[str, Any]
# This week and the next, in days from Monday on.
_WEEKS = range(7), range(7, 14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A page to write: its front matter and its Markdown text."""

    slug: str
    municipality: str
    fields: Fields
    text: str


def events(made: Made) -> Iterator[Told]:
    """Every event."""
    hosts = {place.municipality: place for place in made.hosts}
    homes = {entry.municipality: entry for entry in made.places}
    for entry in made.events:
        place, home = hosts[entry.municipality], homes[entry.municipality]
        fields = _event(entry, place, home)
        yield Told(slug=entry.slug, municipality=entry.municipality, fields=fields, text=entry.text)


def _event(entry: Entry, place: Place, home: Entry) -> Fields:
    own: Any = entry.fields
    rooms: Any = home.fields["rooms"]
    room = next((each["name"] for each in rooms if each["id"] == own.get("room")), "")
    found = {
        "title": own["title"],
        "date": own["published"],
        "summary": own["summary"],
        "place": own.get("place", ""),
        "room": room,
        "location": own.get("location", ""),
        "online": own.get("online", {}).get("url", ""),
        "organisers": own["organisers"],
        "audiences": own["audiences"],
        "topics": own["topics"],
        "needs": own["needs"],
        "drop_in": bool(own["drop_in"]),
        "alone_ok": bool(own["alone_ok"]),
        "first_visit": own["first_visit"] or home.fields["first_visit"],
        "price": _prices(own["price"]),
        "free": own["price"] == "free",
        "languages": " ja ".join(LANGUAGES[each] for each in own["languages"]),
        "registration": own.get("registration", ""),
        "cancelled": "status" in own,
        "reason": own.get("reason", ""),
        **moments(entry, place),
    }
    return {key: value for key, value in found.items() if value not in ("", [], False)}


def _prices(price: Any) -> list[str]:
    if isinstance(price, str):
        return ["Maksuton" if price == "free" else price]
    return [f"{each['amount']} € {each['for']}" for each in price]


def places(made: Made) -> Iterator[Told]:
    """Every place."""
    events_of: dict[str, list[Entry]] = {}
    for entry in made.events:
        events_of.setdefault(entry.municipality, []).append(entry)
    for place, entry in zip(made.hosts, made.places, strict=True):
        fields = _place(place, entry) | {
            "rooms": _rooms(entry, place, events_of.get(entry.municipality, []))
        }
        yield Told(slug=place.slug, municipality=place.municipality, fields=fields, text=entry.text)


def _place(place: Place, entry: Entry) -> Fields:
    own: Any = entry.fields
    address, spot = own["address"], own["coordinates"]
    lat, lon = spot["lat"], spot["lon"]
    where = quote(f"{address['street']}, {address['town']}")
    monday = TODAY - timedelta(days=TODAY.weekday())
    return {
        "title": own["name"],
        "date": own["checked"],
        "summary": own["summary"],
        "municipality": {"id": place.municipality, "name": place.town},
        **address,
        "map": f"https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}",
        "journey": f"https://opas.matka.fi/reitti/-/{where}::{lat},{lon}",
        "lat": lat,
        "lon": lon,
        "getting_there": own["getting_there"],
        "first_visit": own["first_visit"],
        "phone": own["contact"]["phone"],
        "email": own["contact"]["email"],
        "weeks": [[_day(place, monday + timedelta(days=each)) for each in week] for week in _WEEKS],
        "usual": [{"day": USUAL[each], "open": _usual(place, each)} for each in range(7)],
        "summer": [{"day": USUAL[each], "open": _summer(each)} for each in range(7)]
        if place.summers
        else [],
        "exceptions": list(_exceptions(place)),
        "terms_of_use": own["booking"]["terms"],
        "facilities": [labels("facilities")[each] for each in own["facilities"]],
        "premises": _premises(own["accessibility"]),
        "premises_note": own["accessibility_note"],
        "audiences": own["audiences"],
        "languages": " ja ".join(LANGUAGES[each] for each in own["languages"]),
        "organisers": own["organisers"],
        "maintained_by": own["maintained_by"],
        "qr": _qr(place),
    }


def _premises(said: Mapping[str, str]) -> Fields:
    """What is there, what is not, and what nobody has said."""
    names = labels("accessibility")
    return {
        "yes": [names[key] for key, each in said.items() if each == "yes"],
        "no": [names[key] for key, each in said.items() if each == "no"],
        "unknown": [name for key, name in names.items() if key not in said],
    }


def _usual(place: Place, weekday: int) -> list[str]:
    if weekday == 5:
        return ["omatoimi 10–16"] if place.saturdays else []
    return ["avoinna 9–15", "omatoimi 15–20"] if weekday < 5 else []


def _summer(weekday: int) -> list[str]:
    return ["avoinna 10–14"] if weekday in {1, 2, 3} else []


def _day(place: Place, day: date) -> Fields:
    closed = day in closed_days()
    return {
        "date": day.isoformat(),
        "day": f"{WEEKDAYS[day.weekday()]} {day.day}.{day.month}.",
        "open": [] if closed else _usual(place, day.weekday()),
        "why": "Pyhäpäivä" if closed else "",
    }


def _exceptions(place: Place) -> Iterator[str]:
    after = TODAY + timedelta(days=13)
    days = [day for day in closed_days() if within(day, (after, TODAY + timedelta(days=60)))]
    for day in sorted(days):
        yield f"{WEEKDAYS[day.weekday()]} {day.day}.{day.month}.: suljettu (pyhäpäivä)"
    if place.breaks:
        first, last = (f"{day.day}.{day.month}.{day.year}" for day in BREAK)
        yield f"{first}–{last}: suljettu (Talo on kiinni välipäivät)"


def _rooms(entry: Entry, place: Place, entries: Sequence[Entry]) -> list[Fields]:
    taken = list(bookings(entries, place))
    rooms: Any = entry.fields["rooms"]
    return [
        {
            "name": room["name"],
            "capacity": room["capacity"],
            "equipment": room["equipment"],
            "price": room["price"],
            "taken": [each for each in taken if each["room"] == room["id"]],
        }
        for room in rooms
    ]


def _qr(place: Place) -> str:
    """The path of a QR code's dots, which leads a telephone to the page."""
    code = segno.make(f"{URL}/paikat/{place.slug}/#seuraa", error="m", micro=False)
    drawn = code.svg_inline(omitsize=True)
    return str(drawn.partition(' d="')[2].partition('"')[0])


def organisers(made: Made) -> Mapping[str, Fields]:
    """What other pages say of organisers, by slug."""
    found = {}
    for entry in made.organisers:
        own: Any = entry.fields
        found[entry.slug] = {"name": own["name"], **own["contact"]}
    return found


def terms() -> Mapping[str, Mapping[str, str]]:
    """The labels of audiences, topics and needs, by id."""
    return {kind: labels(kind) for kind in ("audiences", "topics", "needs")}
