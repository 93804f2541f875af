"""Findings by name: whoever merges knows places and people, not the ids in files."""

from collections.abc import Mapping
from dataclasses import replace

from kohtaamo.content.source.keys import thing_key
from kohtaamo.model.network import Network
from kohtaamo.problems.problem import Problem

# Where another event is named by its file alone.
_BY_FILE = frozenset({"organiser-at-two-places", "room-clash", "room-turnaround"})


def with_names(problem: Problem, network: Network) -> Problem:
    """The problem with the names of places, rooms, organisers and the other event in its values.

    The veil is over it already: of a closed group it holds no file and no organiser any more.
    """
    values = dict(problem.values)
    for key, text in problem.values.items():
        if key == "place" and text in network.places:
            values[key] = network.places[text].name
        elif key == "room":
            values[key] = _room(text, network)
        elif key == "rooms" and text:
            values[key] = _rooms(text, problem.values["room"], network)
        elif key == "allowed":
            values[key] = ", ".join(_organiser(each, network) for each in text.split(", "))
        elif key == "other" and problem.code in _BY_FILE:
            values[key] = _event(text, network)
    return replace(problem, values=values)


def of_the_touched(problem: Problem, touched: Mapping[str, str], network: Network) -> Problem:
    """A clash of rooms as that of the touched event, when the other one is not touched.

    `touched` are the paths of touched files by their keys.
    """
    other = problem.values.get("other", "")
    folder, _, slug = thing_key(other).partition("/")
    is_swapped = thing_key(problem.path) not in touched and thing_key(other) in touched
    if problem.code not in ("room-clash", "room-turnaround") or not is_swapped:
        return problem
    event = network.events.get(slug) if folder == "events" else None
    if event is None:
        return problem
    values = {
        **problem.values,
        "other": problem.path,
        "first": problem.values["second"],
        "second": problem.values["first"],
        # What would be free for the other one may not be for this one.
        "free": "",
        "rooms": "",
    }
    origin = event.origin
    return replace(problem, path=origin.path, line=origin.line("room"), field="room", values=values)


def pair_of(problem: Problem) -> frozenset[str]:
    """The keys of the two files that a problem is about."""
    return frozenset(thing_key(each) for each in (problem.path, problem.values.get("other", "")))


def _room(text: str, network: Network) -> str:
    slug, slash, room_id = text.partition("/")
    place = network.places.get(slug)
    room = place.room(room_id) if place and slash else None
    return f"{room.name}, {place.name}" if place and room else text


def _rooms(lines: str, room: str, network: Network) -> str:
    """Other rooms of the place of a room, each line with the name for the id."""
    place = network.places.get(room.partition("/")[0])
    names = {each.id: each.name for each in place.rooms} if place else {}
    rooms = (line.rpartition("=") for line in lines.splitlines())
    return "\n".join(f"{names.get(each, each)}={capacity}" for each, _, capacity in rooms)


def _organiser(slug: str, network: Network) -> str:
    return network.organisers[slug].name if slug in network.organisers else slug


def _event(path: str, network: Network) -> str:
    folder, _, slug = thing_key(path).partition("/")
    event = network.events.get(slug) if folder == "events" else None
    return f"{path} ({event.title})" if event and not event.is_closed else path
