"""A room's calendar: when it is taken, and nothing else (contract §2 and §4).

Every span is told alike, whether an open event or a closed group takes the room: by time, identity
and one word. Even DTSTAMP is the place's, because the day on which a group's file changed tells of
the group; LAST-MODIFIED and SEQUENCE are left out for the same reason.
"""

from collections.abc import Iterable, Iterator

from kohtaamo.ids import busy_id, room_id
from kohtaamo.listings.changes import changed_at
from kohtaamo.listings.edition import Edition
from kohtaamo.model.place import Place, Room
from kohtaamo.model.translation import said
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.ics.block import Block
from kohtaamo.publish.ics.calendar import Head, header
from kohtaamo.publish.ics.cut import Cut, cut_of
from kohtaamo.publish.ics.lines import ZONED, digits, escaped, line, utc_moment
from kohtaamo.schedule.rooms import BusySpan


def room_address(edition: Edition, place: str, room: str) -> str:
    """`/paikat/<slug>/rooms/<id>.ics`, in the first language only: it holds one word."""
    return f"{addresses_in(edition, edition.first_language).place(place)}rooms/{room}.ics"


def cut_room(edition: Edition, place: Place, room: Room, spans: Iterable[BusySpan]) -> Cut:
    """What the calendar of one room holds.

    A room that is taken three times a day has more busy times than a calendar may hold. Its page
    has to say from when on it only looks free.
    """
    words = edition.words[edition.first_language]
    addresses = addresses_in(edition, edition.first_language)
    name = said(place, "name", edition.first_language).text
    head = header(
        Head(
            name=words("feeds.room", room=room.name, place=name),
            page=edition.site_url + addresses.room(place.slug, room.id),
            source=edition.site_url + room_address(edition, place.slug, room.id),
            identity=room_id(edition.network.identity.id, _first_slug(place), room.id),
        )
    )
    return cut_of(head, _blocks(edition, place, room, _one_a_start(spans)), edition.today)


def _first_slug(place: Place) -> str:
    return (*place.formerly, place.slug)[0]


def _one_a_start(spans: Iterable[BusySpan]) -> list[BusySpan]:
    """The longest span of each start: two would have one identity."""
    longest = {span.start: span for span in sorted(spans, key=lambda span: span.sort_key)}
    return list(longest.values())


def _blocks(
    edition: Edition, place: Place, room: Room, spans: Iterable[BusySpan]
) -> Iterator[Block]:
    network, named = edition.network.identity.id, _first_slug(place)
    summary = line("SUMMARY:" + escaped(edition.words[edition.first_language]("feeds.busy")))
    before = b"BEGIN:VEVENT\r\n" + summary + b"DTSTART" + ZONED.encode()
    stamp = f"DTSTAMP:{utc_moment(changed_at(edition, place))}\r\n"
    after = "\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\n"
    for span in spans:
        # DTEND has to be later than DTSTART (RFC 5545 §3.8.2.2).
        end = ""
        if span.end is not None and span.end > span.start:
            end = f"DTEND{ZONED}{digits(span.end)}\r\n"
        uid = busy_id(network, named, room.id, span.start)
        rest = f"{digits(span.start)}\r\n{end}{stamp}UID:{uid}{after}"
        yield Block(body=before + rest.encode(), events=1, day=span.start.date())
