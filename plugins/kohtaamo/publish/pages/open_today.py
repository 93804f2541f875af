"""Where one can go right away: the places that are open on the day of the build, and when."""

from collections.abc import Iterator
from dataclasses import dataclass

from kohtaamo.model.place import Place
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.place_hours import DayLine, day_line
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.schedule.opening import DayHours, day_hours

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
    today = context.day(context.edition.today, "on_weekday")
    left = len(found) - MOST_PLACES
    return OpenToday(
        title=context.words("site.open_today.title", date=today),
        places=tuple(found[:MOST_PLACES]),
        more=context.words.several("site.open_today.more", left) if left > 0 else "",
        all=Link(
            context.link(context.addresses.section("places")),
            Text(context.words("site.open_today.all")),
        ),
    )


def _open_places(context: PageContext) -> Iterator[OpenPlace]:
    for place in context.network.places.values():
        day = day_hours(place, context.edition.today)
        if day.spans:
            yield OpenPlace(
                place=context.place_link(place.slug),
                municipality=context.term("municipalities", _municipality(place, day)),
                hours=day_line(context, place, day),
            )


def _municipality(place: Place, day: DayHours) -> str:
    stop = place.stop(day.spans[0].stop)
    return stop.municipality if stop else place.municipality
