"""Facts about one event that every format needs alike."""

from datetime import date
from uuid import UUID

from kohtaamo.addresses import Addresses
from kohtaamo.ids import item_id
from kohtaamo.listings.edition import Edition
from kohtaamo.model.common import Coordinates
from kohtaamo.model.event import Event
from kohtaamo.model.place import Place
from kohtaamo.schedule.occurrence import Occurrence


def identity(edition: Edition, event: Event) -> UUID:
    """What calendars and feeds know the event by."""
    return item_id(edition.network.identity.id, "event", event.slug, event.formerly)


def page_url(edition: Edition, event: Event, language: str) -> str:
    """The absolute address of the event's page in a language."""
    return edition.site_url + addresses_in(edition, language).event(event.slug)


def addresses_in(edition: Edition, language: str) -> Addresses:
    """The addresses of one of the network's languages."""
    return Addresses(edition.words[language], language == edition.first_language)


def coordinates(edition: Edition, event: Event, occurrence: Occurrence) -> Coordinates | None:
    """Where the place, or its stop, of one date of an event is, if that is known."""
    place = edition.network.places.get(occurrence.place or "")
    return None if place is None else coordinates_of(place, occurrence.stop)


def coordinates_of(place: Place, stop_id: str | None) -> Coordinates | None:
    """Where the place or one of its stops is; a stop that does not say is nowhere else."""
    stop = place.stop(stop_id)
    return place.coordinates if stop is None else stop.coordinates


def has_left(occurrence: Occurrence, today: date) -> bool:
    """A cancelled or postponed date leaves calendars and feeds the day after (contract §2)."""
    return not occurrence.takes_place and occurrence.last_day < today
