"""The whole network: every file by its path."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus.dice import Dice
from benchmarks.corpus.entry import Entry
from benchmarks.corpus.events import events
from benchmarks.corpus.head import Value, block
from benchmarks.corpus.municipalities import municipalities, terms
from benchmarks.corpus.organisers import notices, organiser_entries, organisers
from benchmarks.corpus.places import Place, place_entry, places
from benchmarks.corpus.sizes import Size
from benchmarks.corpus.texts import text

PAGES = (("tietoa", "Tietoa verkostosta"), ("tietosuoja", "Tietosuoja"), ("mukaan", "Mukaan"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Everything there is: what the files of every kind say, and what events know of places."""

    municipalities: Sequence[tuple[str, str]]
    hosts: Sequence[Place]
    pages: Sequence[Entry]
    places: Sequence[Entry]
    organisers: Sequence[Entry]
    events: Sequence[Entry]
    notices: Sequence[Entry]


def make(size: Size) -> Made:
    """A network of that size."""
    found = municipalities(size.places)
    dealt = organisers(found, size.organisers)
    hosts = places(found, {key: [name for name, _ in each] for key, each in dealt.items()})
    return Made(
        municipalities=found,
        hosts=hosts,
        pages=[_page(key, title) for key, title in PAGES],
        places=[place_entry(place) for place in hosts],
        organisers=list(organiser_entries(dealt, hosts)),
        events=list(_events(size, hosts)),
        notices=list(notices(hosts, size.notices)),
    )


def _events(size: Size, hosts: Sequence[Place]) -> Iterator[Entry]:
    for place in hosts:
        first = place.number * size.events // size.places
        after = (place.number + 1) * size.events // size.places
        yield from events(place, after - first, first)


def _page(key: str, title: str) -> Entry:
    written = text(Dice("page", key), words=200)
    return Entry(slug=key, municipality="", fields={"title": title}, text=written)


def files(made: Made) -> Iterator[tuple[str, str]]:
    """Every file of a network as (path, text)."""
    yield "network.yml", block(_network())
    yield "vocabularies/municipalities.yml", _terms(terms(made.municipalities))
    for entry in made.pages:
        yield f"pages/{entry.slug}.md", entry.written
    for kind in ("places", "organisers", "events", "notices"):
        for entry in getattr(made, kind):
            yield f"{kind}/{entry.municipality}/{entry.slug}.md", entry.written


def write(made: Made, folder: Path) -> int:
    """Write the network into the folder and return how many files it has."""
    number = 0
    for number, (path, written) in enumerate(files(made), start=1):  # noqa: B007 - returned
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written.encode())
    return number


def _terms(found: list[Value]) -> str:
    """A vocabulary's file."""
    lines = block({"terms": found}).splitlines()[1:]
    return "".join(f"{line.removeprefix('  ')}\n" for line in lines)


def _network() -> dict[str, Value]:
    mail = "verkosto@example.fi"
    return {
        "id": "mittausverkosto",
        "name": "Koko maan olohuoneet",
        "area": "Suomi",
        "languages": ["fi"],
        "coordinator": {
            "role": "Pesävahti",
            "from": "2026-04-10",
            "until": "2027-04-09",
            "email": mail,
            "phone": "010 123 0001",
        },
        "contact": {"role": "Verkoston posti", "email": mail, "phone": "010 123 0002"},
        "licence": "CC BY 4.0",
        "links": {
            "map": "https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}",
            "journey": "https://opas.matka.fi/reitti/-/{address}::{lat},{lon}",
        },
        "accessibility_statement": {
            "status": "partial",
            "failing": ["Järjestäjien omat sivut eivät aina ole saavutettavia."],
            "assessed": "2026-10-15",
            "by": "Verkoston oma arvio",
            "feedback": mail,
            "unit": "Verkoston pesävahti",
        },
    }
