"""Rooms of which nobody knows when they are free, because who takes them has been left out."""

import re
from collections.abc import Container, Iterable
from dataclasses import replace

from kohtaamo.content.build.built import Built
from kohtaamo.content.source.files import SourceFile
from kohtaamo.content.source.layout import THINGS
from kohtaamo.content.source.read import read_bytes
from kohtaamo.model.place import Place
from kohtaamo.problems.problem import Refused

_EVENT = THINGS["events"]
# What faulty files say of it is read as far as it goes: nothing else is known of them.
_PLACES = re.compile(r"\bplace:\s*[\"']?([\w-]+)")
_ELSEWHERE = re.compile(r"^(?:location|online|phone):", re.MULTILINE)


def without_free_times(
    left: Iterable[Built], leaving: Iterable[SourceFile], gone: Container[str]
) -> tuple[Built, ...]:
    """What is left, with no word about booking a room that a leaving event may have taken.

    `gone` are the keys of all things that have left (`thing_key`). An event of which it cannot be
    read where it is held may be in any room.
    """
    left = tuple(left)
    slugs = {each.slug for each in left if isinstance(each.item, Place)}
    taken: set[str] = set()
    for each in leaving:
        if each.kind == _EVENT and each.language is None:
            text = _text(each)
            places = set(_PLACES.findall(text))
            is_known = all(place in slugs or f"places/{place}" in gone for place in places)
            is_told = places or _ELSEWHERE.search(text)
            taken |= places if is_known and is_told else slugs
    return tuple(_unsaid(each) if each.slug in taken else each for each in left)


def _text(source: SourceFile) -> str:
    try:
        return read_bytes(source).decode("utf-8", "replace")
    except Refused:
        return ""


def _unsaid(built: Built) -> Built:
    """A place of whose rooms nobody says that they can be booked; anything else as it is."""
    place = built.item
    if not isinstance(place, Place):
        return built
    rooms = (replace(room, bookable=room.bookable and None) for room in place.rooms)
    return replace(built, item=replace(place, rooms=tuple(rooms)))
