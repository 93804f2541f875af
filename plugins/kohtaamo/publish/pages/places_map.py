"""The drawn overview of all places: where they lie to each other, each a numbered link."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kohtaamo.model.common import Coordinates
from kohtaamo.model.place import Place
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.schematic import (
    RADIUS,
    WIDTH,
    Label,
    Point,
    Spot,
    labelled,
    laid_out,
)
from kohtaamo.publish.pages.texts import Text
from kohtaamo.schedule.in_use import stops_left


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A circle that leads to a place; `number` is the one it has in the list.

    `name` is that of the place, with the stop's for one that travels.
    """

    at: Point
    number: int
    href: str
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesMap:
    """In units of the drawing; labels are names of municipalities, `langs` their languages."""

    width: int
    height: int
    radius: int
    pins: tuple[Pin, ...]
    labels: tuple[Label, ...]
    langs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Found:
    place: Place
    stop: str | None
    municipality: str
    spot: Spot


def places_map(reader: Reader, numbers: Mapping[str, int]) -> PlacesMap | None:
    """The map of the places that say where they are; `numbers` by slug.

    None where a drawing would tell nothing: of fewer than two, or too many to be told apart.
    """
    places = reader.network.places
    found = [each for slug in numbers for each in _spots(places[slug], reader.edition.today)]
    points, height = laid_out([each.spot for each in found])
    if not points:
        return None
    pins = (
        Pin(
            at=point,
            number=numbers[each.place.slug],
            href=reader.place_link(each.place.slug).href,
            name=_name(reader, each),
        )
        for point, each in zip(points, found, strict=True)
    )
    names = dict(_names(reader, found))
    return PlacesMap(
        width=WIDTH,
        height=height,
        radius=RADIUS,
        pins=tuple(sorted(pins, key=lambda pin: pin.number)),
        labels=labelled(points, ((name.text, at) for name, at in names.items()), height),
        langs={name.text: name.lang for name in names},
    )


def is_on_map(place: Place, today: date) -> bool:
    """True when the place, or a stop to which it still comes, says where it is."""
    return any(_spots(place, today))


def _spots(place: Place, today: date) -> Iterator[_Found]:
    """Its own, and those of the stops that are not over."""
    if place.coordinates is not None:
        yield _Found(place, None, place.municipality, _spot(place.coordinates))
    for stop in stops_left(place, today):
        if stop.coordinates is not None:
            yield _Found(place, stop.name, stop.municipality, _spot(stop.coordinates))


def _spot(coordinates: Coordinates) -> Spot:
    return Spot(float(coordinates.lat), float(coordinates.lon))


def _name(reader: Reader, found: _Found) -> Text:
    name = reader.place_link(found.place.slug).text
    if found.stop is None:
        return name
    return Text(f"{name.text}: {reader.own(found.place, found.stop).text}", name.lang)


def _names(reader: Reader, found: Sequence[_Found]) -> Iterator[tuple[Text, list[int]]]:
    """Every municipality with the numbers of its spots, in order of their first one."""
    by_municipality: dict[str, list[int]] = {}
    for number, each in enumerate(found):
        by_municipality.setdefault(each.municipality, []).append(number)
    for key, numbers in by_municipality.items():
        yield reader.term("municipalities", key), numbers
