"""Organisers, spread over the municipalities, and the notices they put up."""

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.corpus.dice import Dice
from benchmarks.corpus.entry import Entry
from benchmarks.corpus.head import Value
from benchmarks.corpus.municipalities import slug
from benchmarks.corpus.places import Place
from benchmarks.corpus.texts import line, text
from benchmarks.corpus.words import ORGANISERS

NOTICES = ("volunteers", "premises-offered", "premises-wanted", "trainee", "training", "news")


def organisers(
    found: Sequence[tuple[str, str]], number: int
) -> Mapping[str, Sequence[tuple[str, str]]]:
    """So many organisers as (slug, name), dealt out to the municipalities in turn."""
    dealt: dict[str, list[tuple[str, str]]] = {key: [] for key, _ in found}
    for each in range(number):
        key, town = found[each % len(found)]
        turn = each // len(found)
        what = ORGANISERS[turn % len(ORGANISERS)][0]
        name = f"{town} {what}" + (f" {1 + turn // len(ORGANISERS)}" if turn >= 10 else "")
        dealt[key].append((slug(name), name))
    return dealt


def organiser_entries(
    dealt: Mapping[str, Sequence[tuple[str, str]]], found: Sequence[Place]
) -> Iterator[Entry]:
    """Every organiser, municipality by municipality."""
    for place in found:
        for turn, (key, name) in enumerate(dealt[place.municipality]):
            yield _organiser(key, name, turn, place)


def _organiser(key: str, name: str, turn: int, place: Place) -> Entry:
    dice = Dice("organiser", key)
    _, kind, sector = ORGANISERS[turn % len(ORGANISERS)]
    phone = f"010 124 {dice.below(10_000):04}"
    fields: dict[str, Value] = {
        "name": name,
        "class": kind,
        "sector": sector,
        "municipalities": [place.municipality],
        "summary": line(dice),
        "contact": {"role": "Sihteeri", "phone": phone, "email": f"{key}@example.fi"},
        "url": f"https://example.fi/{key}",
        "places": [place.slug],
        "looks_for": dice.some(("premises", "people", "members", "money"), 2),
        "audiences": ["everyone"],
        "topics": dice.some(("company", "crafts", "exercise", "music", "advice"), 2),
        "languages": ["fi"],
        "checked": "2026-11-01",
    }
    return Entry(
        slug=key,
        municipality=place.municipality,
        fields=fields,
        text=text(dice, words=60),
    )


def notices(found: Sequence[Place], number: int) -> Iterator[Entry]:
    """So many notices, spread over the places."""
    for each in range(number):
        place = found[each * len(found) // number]
        dice = Dice("notice", each)
        kind = NOTICES[each % len(NOTICES)]
        fields: dict[str, Value] = {
            "title": f"Ilmoitus {each + 1}: {line(dice)}",
            "kind": kind,
            "until": f"2027-0{1 + dice.below(6)}-15",
            "municipalities": [place.municipality],
            "organisers": [dice.one(place.organisers)],
            "place": place.slug,
            "summary": line(dice),
            "contact": {"role": "Sihteeri", "email": "ilmoitukset@example.fi"},
            "audiences": ["volunteers"],
            "published": f"2026-11-{1 + dice.below(28):02}",
            "languages": ["fi"],
        }
        yield Entry(
            slug=f"{kind}-{each + 1}",
            municipality=place.municipality,
            fields=fields,
            text=text(dice, words=60),
        )
