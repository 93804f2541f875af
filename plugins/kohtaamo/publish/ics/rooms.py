"""A room's calendar: when it is taken, and nothing else (contract §2 and §4).

Every span is told alike, whether an open event or a closed group takes the room: by time, identity
and one word. Even DTSTAMP is the place's, because the day on which a group's file changed tells of
the group; LAST-MODIFIED and SEQUENCE are left out for the same reason.
"""

from collections.abc import Iterable, Mapping

from icalendar import Event as Component

from kohtaamo.ids import busy_id, room_id
from kohtaamo.listings.changes import changed_at
from kohtaamo.listings.edition import Edition
from kohtaamo.model.place import Place, Room
from kohtaamo.model.translation import said
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.ics.block import Block, within_limits
from kohtaamo.publish.ics.calendar import Head, header
from kohtaamo.publish.ics.cut import Cut
from kohtaamo.publish.ics.vevent import Text, zoned
from kohtaamo.schedule.rooms import BusySpan, busy_rooms
from kohtaamo.schedule.windows import whole_months

Busy = Mapping[tuple[str, str], tuple[BusySpan, ...]]


def busy_in_window(edition: Edition) -> Busy:
    """When each room is taken in the months of the calendar window, by place and room."""
    return busy_rooms(edition.network.events.values(), *whole_months(edition.today))


def room_address(edition: Edition, place: str, room: str) -> str:
    """`/paikat/<slug>/rooms/<id>.ics`, in the first language only: it holds one word."""
    return f"{addresses_in(edition, edition.first_language).place(place)}rooms/{room}.ics"


def cut_room(edition: Edition, place: Place, room: Room, spans: Iterable[BusySpan]) -> Cut:
    """What the calendar of one room holds.

    A room that is taken three times a day has more busy times than a calendar may hold. Its page
    has to say from when on it only looks free.
    """
    words = edition.words[edition.first_language]
    name = said(place, "name", edition.first_language).text
    head = header(
        Head(
            name=words("feeds.room", room=room.name, place=name),
            page=edition.site_url + addresses_in(edition, edition.first_language).place(place.slug),
            source=edition.site_url + room_address(edition, place.slug, room.id),
            identity=room_id(edition.network.identity.id, _first_slug(place), room.id),
        )
    )
    blocks = [_block(edition, place, room, span) for span in _one_a_start(spans)]
    kept, until = within_limits(blocks, edition.today, len(head))
    return Cut(head=head, blocks=kept, until=until)


def _first_slug(place: Place) -> str:
    return (*place.formerly, place.slug)[0]


def _one_a_start(spans: Iterable[BusySpan]) -> list[BusySpan]:
    """The longest span of each start: two would have one identity."""
    longest = {span.start: span for span in sorted(spans, key=lambda span: span.sort_key)}
    return list(longest.values())


def _block(edition: Edition, place: Place, room: Room, span: BusySpan) -> Block:
    component = Component()
    uid = busy_id(edition.network.identity.id, _first_slug(place), room.id, span.start)
    component.add("uid", str(uid))
    component.add("dtstamp", changed_at(edition, place))
    component.add("dtstart", zoned(span.start))
    if span.end is not None and span.end > span.start:
        component.add("dtend", zoned(span.end))
    component.add("summary", Text(edition.words[edition.first_language]("feeds.busy")))
    component.add("transp", "OPAQUE")
    return Block(body=component.to_ical(), events=1, day=span.start.date())
