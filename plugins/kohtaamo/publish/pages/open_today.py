"""Where one can go right away: the places that are open on the day of the build, and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.model.place import Place
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.open_now import OpenNow, open_now_view
from kohtaamo.publish.pages.place_hours import DayLine, day_line
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.publish.wording.open_now import open_now_in_short
from kohtaamo.schedule.moments import ONE_DAY
from kohtaamo.schedule.opening import DayHours, day_hours
from kohtaamo.words.dates import day

MOST_PLACES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlace:
    """A place and its hours of the day; `municipality` is that of its stop when it travels.

    `open_now` is what a script may say of it.
    """

    place: Link
    municipality: Text
    hours: DayLine
    open_now: OpenNow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenToday:
    """By municipality, then by name; `more` says how many others there are, "" when none."""

    iso: str
    title: str
    places: tuple[OpenPlace, ...]
    more: str
    all: Link


def open_today(context: PageContext) -> OpenToday:
    """The places that have said that they are open today; whoever has said nothing is not here."""
    found = sorted(_open_places(context), key=partial(_order, context))
    left = len(found) - MOST_PLACES
    return OpenToday(
        iso=context.edition.today.isoformat(),
        title=_title(context),
        places=tuple(_open_place(context, *each) for each in found[:MOST_PLACES]),
        more=context.words.several("site.open_today.more", left) if left > 0 else "",
        all=Link(
            context.link(context.addresses.section("places")),
            Text(context.words("site.open_today.all")),
        ),
    )


def _title(context: PageContext) -> str:
    """`Auki tänään tiistaina 1.12.`: the day in the language of the words around it."""
    words = context.words.speaker("site.open_today.title")
    said = words("site.open_today.title", date=day(words, context.edition.today, "on_weekday"))
    return context.words.quoted(said, words.tag)


def _open_places(context: PageContext) -> Iterator[tuple[Place, DayHours]]:
    for place in context.network.places.values():
        hours = day_hours(place, context.edition.today)
        if hours.spans:
            yield place, hours


def _order(context: PageContext, open_place: tuple[Place, DayHours]) -> tuple[object, ...]:
    place, hours = open_place
    name = context.place_link(place.slug).text
    return context.order(_municipality(context, place, hours)), context.order(name)


def _open_place(context: PageContext, place: Place, hours: DayHours) -> OpenPlace:
    # The list is made anew every night: a script has something to say on that day and the next.
    states = context.site.open_states(place.slug, hours.day, hours.day + ONE_DAY)
    return OpenPlace(
        place=context.place_link(place.slug),
        municipality=_municipality(context, place, hours),
        hours=day_line(context, place, hours),
        open_now=open_now_view(context, place, states, open_now_in_short),
    )


def _municipality(context: PageContext, place: Place, day: DayHours) -> Text:
    stop = place.stop(day.spans[0].stop)
    return context.term("municipalities", stop.municipality if stop else place.municipality)
