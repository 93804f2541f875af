"""Closed groups stay closed: the repository can be read by anyone, so their files say nothing."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import problem_at
from kohtaamo.content.schema.event import EVENT
from kohtaamo.model.common import DateSpan
from kohtaamo.model.event import Event
from kohtaamo.model.place import Place
from kohtaamo.problems.problem import Problem

# What a reservation needs: place, room and times, and what says nothing of a group. Every other
# field may tell who meets, and why; a new one too.
_NEEDED = frozenset(
    {
        *("start", "end", "duration", "all_day", "repeat", "place", "stop", "room", "setup"),
        *("teardown", "access", "attendance", "status", "published", "written_in", "sample"),
    }
)
TELLING = tuple(field.attribute for field in EVENT.fields if field.key not in _NEEDED)
_NOTHING: tuple[object, ...] = (None, (), "", {})
# Words that a file name may hold without saying anything, beside those of place and room.
_NEUTRAL = """
varaus varattu varaukset varauskalenteri suljettu suljetut ryhma ryhmat sisainen sisaiset yksityinen
yksityiset toistuvat sarjat kaikki muut tila huone sali kerho viikko kuukausi vuosi aamu paiva ilta
maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai ma ti ke to pe la su tammi helmi
maalis huhti touko kesa heina elo syys loka marras joulu kevat syksy talvi bokning bokad bokat
stangd bokningar slutna slutet grupper grupp intern privat serier rum lokal vecka manad morgon dag
kvall mandag tisdag onsdag torsdag fredag lordag sondag var host vinter sommar reserved reservation
reservations booking bookings booked busy closed groups group private series room week month morning
day evening monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
spring summer autumn winter
"""
_NEUTRAL_WORDS = frozenset(_NEUTRAL.split())
# `varaus1`, `ryhma-b`: numbers and single letters tell nothing either.
_COUNTER = re.compile(r"[a-z]?[0-9]*")


def check_closed_groups(draft: Draft, _today: date) -> Iterator[Problem]:
    """A closed event has a place and a room, and neither texts nor a name that tells who meets."""
    towns = _words_of(draft.network.vocabularies["municipalities"])
    for event in draft.network.events.values():
        if event.is_closed:
            yield from _reserves(event, draft.network.places.get(event.place or ""))
            yield from _tells(event)
            yield from _telling_name(event)
            yield from _telling_folders(event, towns)
            yield from _translated(event)


def _reserves(event: Event, place: Place | None) -> Iterator[Problem]:
    if event.place is None:
        yield problem_at(event.origin, "access", "closed-without-place")
    elif event.room is None and (place is None or place.rooms):
        yield problem_at(event.origin, "access", "closed-without-room")


def _tells(event: Event) -> Iterator[Problem]:
    told = [key for key in TELLING if getattr(event, key) not in _NOTHING]
    told += _reasons(event)
    if told:
        yield problem_at(event.origin, told[0], "closed-tells", keys=", ".join(told))


def _reasons(event: Event) -> Iterator[str]:
    """Why a date is left out or changed; which ones, anybody may know."""
    if event.repeat is not None:
        skips = (skip for skip in event.repeat.skip if isinstance(skip, DateSpan))
        if any(skip.reason for skip in skips):
            yield "repeat.skip.reason"
        if any(change.reason for change in event.repeat.changes):
            yield "repeat.changes.reason"


def _telling_name(event: Event) -> Iterator[Problem]:
    telling = _telling_words(event.slug, _words_of((event.place, event.room)))
    if telling:
        yield problem_at(event.origin, "", "closed-name-tells", words=", ".join(telling))


def _telling_folders(event: Event, towns: AbstractSet[str]) -> Iterator[Problem]:
    """Folders of municipalities, places and rooms tell no more than the reservation does."""
    known = towns | _words_of((event.place, event.room))
    _, *folders, _ = event.origin.path.split("/")
    telling = [folder for folder in folders if _telling_words(folder.lower(), known)]
    if telling:
        yield problem_at(event.origin, "", "closed-folder-tells", words=", ".join(telling))


def _telling_words(name: str, known: AbstractSet[str]) -> list[str]:
    """The words of a name that say more than a number, a weekday, or what is `known` anyway."""
    return [
        word
        for word in _words(name)
        if not _COUNTER.fullmatch(word)
        if word not in known
        if word.rstrip("0123456789") not in _NEUTRAL_WORDS | known
    ]


def _translated(event: Event) -> Iterator[Problem]:
    for translation in event.translations.values():
        yield problem_at(translation.origin, "", "closed-translated")


def _words_of(slugs: Iterable[str | None]) -> frozenset[str]:
    return frozenset(word for slug in slugs if slug for word in _words(slug))


def _words(name: str) -> list[str]:
    return re.split(r"[-_ ]+", name)
