"""One event into one's own calendar: a file that is taken once, and how to get changes too."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from kohtaamo.model.event import Access, Event
from kohtaamo.publish.about_listing import own_languages, own_or_first
from kohtaamo.publish.formats import event_link
from kohtaamo.publish.ics.listing import event_cut
from kohtaamo.publish.ics.near import is_heavy
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.follow import at_block, reach
from kohtaamo.publish.pages.one_date import one_date_links
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCalendarView:
    """`label` says whether one date, all dates or a whole programme is taken.

    `one` leads to calendars on the web with one date: that of the event, or the next of a series
    alone, as `one_says`.
    `reach` says how far the file goes, where it does not hold everything. `follow` leads to the
    listings whose calendars keep up with changes of this event; it is finished: other events have
    the same.
    """

    href: str
    label: str
    one_says: str
    one: tuple[Link, ...]
    reach: str
    follow: Markup


def event_calendar_view(context: PageContext, event: Event) -> EventCalendarView | None:
    """The event's own file; None when there is nothing to come to."""
    if event.is_off or not context.site.dates(event.slug):
        return None
    return EventCalendarView(
        href=context.link(event_link(context.edition, event, context.language).address),
        label=_label(context, event),
        one_says=context.words("site.event.one_date" if event.repeat else "site.event.on_the_web"),
        one=_one_date(context, event),
        reach=reach(context, _until(context, event)),
        follow=context.rows.fragments.once(
            "event-follow",
            (event.access, event.place, event.organisers),
            lambda: tuple(_listings(context, event)),
        ),
    )


def _one_date(reader: Reader, event: Event) -> tuple[Link, ...]:
    if event.slug in reader.edition.umbrellas:
        return ()
    coming = (each for each in reader.site.dates(event.slug) if each.takes_place)
    following = next(coming, None)
    return one_date_links(reader, event, following) if following is not None else ()


def _until(reader: Reader, event: Event) -> date | None:
    if event.slug not in reader.edition.umbrellas and not is_heavy(
        (reader.edition.facts[event.slug],)
    ):
        return None
    language = own_or_first(reader.language, own_languages(reader.edition, event))
    return event_cut(reader.site.parts, event, language).until


def _label(reader: Reader, event: Event) -> str:
    if event.slug in reader.edition.umbrellas:
        return reader.words("subscribe.event.programme")
    if event.repeat is not None:
        return reader.words("subscribe.event.series")
    return reader.words("subscribe.event.one")


def _listings(reader: Reader, event: Event) -> Iterator[Link]:
    """The event's place and organisers; groups for members stand in no listing."""
    if event.access is Access.OPEN:
        if event.place is not None:
            yield at_block(reader, reader.place_link(event.place))
        for slug in event.organisers:
            yield at_block(reader, reader.organiser_link(slug))
