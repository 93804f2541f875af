"""Whom one can call: phone lines of places, or else the network itself; a number comes first."""

from collections.abc import Iterator
from dataclasses import dataclass

from kohtaamo.listings.in_use import is_over, opens_on
from kohtaamo.model.place import Place, Remote
from kohtaamo.publish.pages.contact import PhoneView, phone_view, readable_url
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.staffed import staffed_hours
from kohtaamo.publish.pages.texts import NO_TEXT, Link, Text, unbroken

# On the page of a need: who wants to talk needs one number, not all.
MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkLine:
    """Who answers, at which number, or where on the web; `place` is None for the network's own.

    `hours` is a whole sentence, said only of lines that are nothing but a line: when a house is
    open, nobody may be at the phone. `note` is as the place has written it.
    """

    place: Link | None
    role: Text = NO_TEXT
    phone: PhoneView | None
    online: Link | None = None
    hours: str = ""
    note: Text = NO_TEXT


def phone_lines(context: PageContext) -> tuple[TalkLine, ...]:
    """A few numbers for who wants to talk: lines first, then houses with a line, by name.

    Without any the network's own number, as it stands in the foot of every page.
    """
    found = tuple(line for line in lines_of_places(context) if line.phone)[:MOST]
    return found or tuple(_own(context))


def lines_of_places(context: PageContext) -> Iterator[TalkLine]:
    """Every place that can be joined from afar, by phone or on the web, once it is opened.

    At a line that is not open yet, or not any more, nobody answers.
    """
    places = context.network.places.values()
    open_ones = [each for each in places if each.remote and _is_open(context, each)]
    open_ones.sort(key=lambda each: (_has_door(each), _name(context, each)))
    return (_line(context, each, each.remote) for each in open_ones if each.remote)


def _is_open(context: PageContext, place: Place) -> bool:
    known, today = context.edition.known.places[place.slug], context.edition.today
    return not is_over(known, today) and opens_on(known, today) is None


def _name(context: PageContext, place: Place) -> tuple[object, ...]:
    return context.order(context.place_link(place.slug).text)


def _has_door(place: Place) -> bool:
    return place.address is not None or bool(place.stops)


def _line(context: PageContext, place: Place, remote: Remote) -> TalkLine:
    is_line = remote.phone and not _has_door(place)
    hours = staffed_hours(context, place) if is_line else ""
    return TalkLine(
        place=context.place_link(place.slug),
        phone=phone_view(remote.phone),
        online=Link(remote.url, Text(readable_url(remote.url))) if remote.url else None,
        hours=unbroken(context.words("needs.answered", hours=hours)) if hours else "",
        note=context.own(place, remote.note),
    )


def _own(context: PageContext) -> Iterator[TalkLine]:
    """The network's coordinator, who is there for whoever does not know whom to ask."""
    identity = context.network.identity
    for who in (identity.coordinator, identity.contact):
        if who is not None and who.phone:
            role = context.own(identity, who.role)
            yield TalkLine(place=None, role=role, phone=phone_view(who.phone))
            return
