"""Closed groups stay closed: the repository can be read by anyone, so their files say nothing."""

import re
from collections.abc import Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import problem_at
from kohtaamo.model.event import Event
from kohtaamo.model.place import Place
from kohtaamo.problems.problem import Problem

# What a reservation needs is place, room and times; each of these may tell who meets, and why.
TELLING = (
    "title",
    "summary",
    "text",
    "organisers",
    "part_of",
    "audiences",
    "topics",
    "needs",
    "ages",
    "first_visit",
    "price",
    "registration",
    "contact",
    "images",
    "reason",
    "location",
    "online",
    "phone",
    "formerly",
    "languages",
)
# Words that a file name may hold without saying anything, beside those of place and room.
_NEUTRAL = """
varaus varattu varaukset suljettu ryhma sisainen yksityinen tila huone sali kerho viikko kuukausi
aamu paiva ilta maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai ma ti ke to pe
la su tammi helmi maalis huhti touko kesa heina elo syys loka marras joulu kevat syksy talvi
bokning bokad bokat stangd grupp intern privat rum lokal vecka manad morgon dag kvall mandag tisdag
onsdag torsdag fredag lordag sondag var host vinter sommar reserved reservation booking booked busy
closed group private room week month morning day evening monday tuesday wednesday thursday friday
saturday sunday mon tue wed thu fri sat sun spring summer autumn winter
"""
# `varaus1`, `ryhma-b`: numbers and single letters tell nothing either.
_COUNTER = re.compile(r"[a-z]?[0-9]*")


def check_closed_groups(draft: Draft, _today: date) -> Iterator[Problem]:
    """A closed event has a place and a room, and neither texts nor a name that tells who meets."""
    for event in draft.network.events.values():
        if event.is_closed:
            yield from _reserves(event, draft.network.places.get(event.place or ""))
            yield from _tells(event)
            yield from _telling_name(event)
            yield from _translated(event)


def _reserves(event: Event, place: Place | None) -> Iterator[Problem]:
    if event.place is None:
        yield problem_at(event.origin, "access", "closed-without-place")
    elif event.room is None and (place is None or place.rooms):
        yield problem_at(event.origin, "access", "closed-without-room")


def _tells(event: Event) -> Iterator[Problem]:
    told = [key for key in TELLING if getattr(event, key)]
    if told:
        yield problem_at(event.origin, told[0], "closed-tells", keys=", ".join(told))


def _telling_name(event: Event) -> Iterator[Problem]:
    neutral = set(_NEUTRAL.split()).union(
        *(_words(slug) for slug in (event.place, event.room) if slug)
    )
    telling = [
        word
        for word in _words(event.slug)
        if word.rstrip("0123456789") not in neutral and not _COUNTER.fullmatch(word)
    ]
    if telling:
        yield problem_at(event.origin, "", "closed-name-tells", words=", ".join(telling))


def _translated(event: Event) -> Iterator[Problem]:
    for translation in event.translations.values():
        yield problem_at(translation.origin, "", "closed-translated")


def _words(slug: str) -> list[str]:
    return slug.split("-")
