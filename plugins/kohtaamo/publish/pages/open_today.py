"""Where one can go right away: the places that are open on the day of the build, and when."""

from collections.abc import Iterator
from dataclasses import dataclass

from kohtaamo.model.place import Place
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.place_hours import DayLine, day_line
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.schedule.opening import DayHours, day_hours
from kohtaamo.words.dates import day

MOST_PLACES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlace:
    """A place and its hours of the day; `municipality` is that of its stop when it travels."""

    place: Link
    municipality: Text
    hours: DayLine


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenToday:
    """By municipality, then by name; `more` says how many others there are, "" when none."""

    title: str
    places: tuple[OpenPlace, ...]
    more: str
    all: Link


def open_today(context: PageContext) -> OpenToday:
    """The places that have said that they are open today; whoever has said nothing is not here."""
    found = sorted(
        _open_places(context),
        key=lambda each: (context.order(each.municipality), context.order(each.place.text)),
    )
    left = len(found) - MOST_PLACES
    return OpenToday(
        title=_title(context),
        places=tuple(found[:MOST_PLACES]),
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


def _open_places(context: PageContext) -> Iterator[OpenPlace]:
    for place in context.network.places.values():
        hours = day_hours(place, context.edition.today)
        if hours.spans:
            yield OpenPlace(
                place=context.place_link(place.slug),
                municipality=context.term("municipalities", _municipality(place, hours)),
                hours=day_line(context, place, hours),
            )


def _municipality(place: Place, day: DayHours) -> str:
    stop = place.stop(day.spans[0].stop)
    return stop.municipality if stop else place.municipality
