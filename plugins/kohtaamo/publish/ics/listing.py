"""A listing or one event → its calendar file."""

from collections.abc import Iterator
from datetime import date

from kohtaamo.listings.listing import Listing
from kohtaamo.model.event import Event, is_part
from kohtaamo.publish.about_event import page_url
from kohtaamo.publish.ics.block import Block
from kohtaamo.publish.ics.calendar import Head, header
from kohtaamo.publish.ics.cut import Cut, calendar_of, cut_of
from kohtaamo.publish.ics.event import all_blocks
from kohtaamo.publish.ics.near import is_heavy
from kohtaamo.publish.parts import Parts
from kohtaamo.publish.wording.event import title

EVENT_FILE = "event.ics"


def listing_calendar(parts: Parts, listing: Listing, language: str) -> bytes:
    """All that the calendar window holds of a listing, as far as a calendar file may hold it."""
    return calendar_of(parts.cut(listing.kind, listing.key, language))


def calendar_cut(parts: Parts, listing: Listing, language: str) -> date | None:
    """The last day up to which a listing's calendar is complete; None when nothing was left out.

    Its page has to say so: whoever subscribes sees no later single events.
    """
    facts = parts.edition.facts
    if not listing.guests and not is_heavy(facts[slug] for slug in listing.events):
        return None
    return parts.cut(listing.kind, listing.key, language).until


def event_calendar(parts: Parts, event: Event, language: str) -> bytes:
    """The calendar file of one event."""
    return calendar_of(event_cut(parts, event, language))


def event_cut(parts: Parts, event: Event, language: str) -> Cut:
    """What the calendar file of one event holds; it is named as the event is."""
    edition = parts.edition
    url = page_url(edition, event, language)
    name = title(edition, event, language).text
    head = header(Head(name=name, page=url, source=url + EVENT_FILE))
    blocks = [block for each in _told_of(parts, event) for block in _own(parts, each, language)]
    return cut_of(head, blocks, edition.today)


def _told_of(parts: Parts, event: Event) -> Iterator[str]:
    """The event itself; of an umbrella its parts, those for members only if it is for members."""
    if event.slug not in parts.edition.umbrellas:
        yield event.slug
        return
    for slug, facts in parts.edition.facts.items():
        if facts.part_of == event.slug and is_part(facts, event):
            yield slug


def _own(parts: Parts, slug: str, language: str) -> tuple[Block, ...]:
    edition = parts.edition
    return parts.blocks(slug, language) or all_blocks(
        edition, edition.network.events[slug], language
    )
