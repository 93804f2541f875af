"""Where an event is, in a few words: place and room, or its own place, or from afar."""

from kohtaamo.model.event import Event
from kohtaamo.review.markdown import plain
from kohtaamo.review.speaker import Speaker


def where_words(speaker: Speaker, event: Event) -> str:
    """`Asematalo, Odotussali`; `Simpeleen koulu, Rautjärvi; verkossa`."""
    on_site = _of_place(speaker, event) if event.place else _of_location(speaker, event)
    parts = [on_site]
    if event.online is not None:
        parts.append(speaker.words("wording.where.online"))
    if event.phone is not None:
        number = plain(event.phone.number)
        parts.append(speaker.words("wording.where.phone", number=number))
    return "; ".join(filter(None, parts))


def room_words(speaker: Speaker, event: Event) -> str:
    """Room and place alone, in that order: all that may be told of a closed group."""
    place = speaker.network.places.get(event.place or "")
    room = place.room(event.room) if place else None
    parts = [room.name if room else "", place.name if place else ""]
    return ", ".join(plain(part) for part in parts if part)


def _of_place(speaker: Speaker, event: Event) -> str:
    slug = event.place or ""
    place = speaker.network.places.get(slug)
    if place is None:
        return plain(slug)
    stop, room = place.stop(event.stop), place.room(event.room)
    parts = [place.name, stop.name if stop else "", room.name if room else ""]
    return ", ".join(plain(part) for part in parts if part)


def _of_location(speaker: Speaker, event: Event) -> str:
    location = event.location
    if location is None:
        return ""
    parts = [plain(location.name or "")]
    if location.address is not None:
        parts += [plain(location.address.street), plain(location.address.town or "")]
    if location.municipality and not (location.address and location.address.town):
        parts.append(speaker.term("municipalities", location.municipality))
    return ", ".join(filter(None, parts))
