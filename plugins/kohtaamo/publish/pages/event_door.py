"""Who lets one in: what an event's page says of the place's staff, and of a first visit.

A place's own text about a first visit (`somebody at the desk shows you around`) is true when its
staff is there. So an event borrows it only when each of its next dates lies in staffed hours, and
says whose text it is; in self-service hours the page says that nobody of the staff is there.
"""

from dataclasses import dataclass
from itertools import islice

from kohtaamo.model.event import Event
from kohtaamo.publish.pages.event_when import FIRST_DATES
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.site import Site
from kohtaamo.publish.pages.texts import NO_TEXT, Text
from kohtaamo.schedule.staffing import Staffing, staffing

_NOTHING_KNOWN = Staffing()


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorView:
    """Nobody of the place is there: on which dates, and how one gets in.

    `is_told` when the event says more of a first visit; else one has to ask.
    """

    alone: str
    ways_in: tuple[Text, ...]
    is_told: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstVisit:
    """`title` names the place when the text is the place's and not the event's own."""

    title: str
    text: Text


def staff_at(site: Site, event: Event) -> Staffing:
    """Who is there on the event's next dates: those that its page shows at once."""
    if event.place is None or event.is_off or event.all_day:
        return _NOTHING_KNOWN
    coming = (each for each in site.dates(event.slug) if each.takes_place)
    return staffing(islice(coming, FIRST_DATES), event.place, site.spans_on)


def door_view(reader: Reader, event: Event, staff: Staffing) -> DoorView | None:
    """What is to be said of the door; None when somebody of the place is there, or may be."""
    if not staff.alone:
        return None
    words, places = reader.words, reader.network.places
    notes = (reader.own(places[place], note) for place, note in staff.alone if note)
    return DoorView(
        alone=words("site.door.alone" if staff.is_alone else "site.door.sometimes"),
        ways_in=tuple(dict.fromkeys(notes)),
        is_told=event.first_visit is not None,
    )


def first_visit(reader: Reader, event: Event, staff: Staffing) -> FirstVisit | None:
    """The event's own text, else the place's where its staff is there all the while."""
    own = reader.field(event, "first_visit")
    if own:
        return FirstVisit(title=reader.words("site.first_visit"), text=own)
    place = reader.network.places.get(event.place or "")
    text = reader.field(place, "first_visit") if place is not None and staff.always else NO_TEXT
    if place is None or not text:
        return None
    name = reader.quoted(reader.edition.known.places[place.slug].name_in(reader.language))
    return FirstVisit(title=reader.words("site.first_visit_at", place=name), text=text)
