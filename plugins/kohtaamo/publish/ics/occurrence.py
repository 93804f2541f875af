"""One date of an event → the VEVENT that tells of it alone."""

from dataclasses import dataclass
from uuid import UUID

from kohtaamo.ids import date_id
from kohtaamo.listings.edition import Edition
from kohtaamo.model.event import Event
from kohtaamo.model.translation import said
from kohtaamo.publish.about_event import coordinates
from kohtaamo.publish.gist import Gist
from kohtaamo.publish.ics.organiser import Organizer, organizer_of
from kohtaamo.publish.ics.vevent import Stamps, Vevent
from kohtaamo.publish.pictures.picture import Picture, picture_of
from kohtaamo.publish.texts.plain import shortened, to_plain
from kohtaamo.publish.wording.change import change_lines
from kohtaamo.publish.wording.event import occurrence_title, where
from kohtaamo.publish.wording.facts import contact_line
from kohtaamo.schedule.occurrence import Occurrence

# Of a long text, calendars get the beginning: a file may hold 900 kB, and the page has it all.
LONGEST_TEXT = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of all dates of an event, in one language.

    `paragraphs` are the plain text of the description; the address of the page is the last.
    """

    edition: Edition
    event: Event
    language: str
    identity: UUID
    stamps: Stamps
    url: str
    paragraphs: tuple[str, ...]
    categories: tuple[str, ...]
    contact: str
    organizer: Organizer | None
    picture: Picture | None


def tell(gist: Gist) -> Told:
    """Summary, text, facts and address of an event; its text is converted once for all dates."""
    edition, event, language = gist.edition, gist.event, gist.language
    return Told(
        edition=edition,
        event=event,
        language=language,
        identity=gist.identity,
        stamps=Stamps(created=gist.announced, changed=gist.changed),
        url=gist.url,
        paragraphs=(
            gist.summary.text,
            shortened(to_plain(said(event, "text", language).text, edition.site_url), LONGEST_TEXT),
            "\n".join(gist.facts),
            gist.url,
        ),
        categories=gist.categories,
        contact=contact_line(event, language),
        organizer=organizer_of(edition, event, language),
        # The picture of its place would be the same beside every event there.
        picture=picture_of(edition, event, language) if event.images else None,
    )


def single(told: Told, occurrence: Occurrence) -> Vevent:
    """A date as an event of its own; what has changed in it is said first.

    The only date of an event has the event's identity; a date of a series has its own, made of
    the series and of the day on which it would have begun by its rule.
    """
    edition, event, language = told.edition, told.event, told.language
    changes = "\n".join(change_lines(edition, event, occurrence, language))
    paragraphs = (part for part in (changes, *told.paragraphs) if part)
    return Vevent(
        uid=told.identity if event.repeat is None else date_id(told.identity, occurrence.by_rule),
        stamps=told.stamps,
        start=occurrence.start,
        end=occurrence.end,
        summary=occurrence_title(edition, event, occurrence, language).text,
        description="\n\n".join(paragraphs),
        location=where(edition, event, occurrence, language),
        url=told.url,
        geo=coordinates(edition, event, occurrence),
        categories=told.categories,
        contact=told.contact,
        organizer=told.organizer,
        picture=told.picture,
        is_cancelled=not occurrence.takes_place,
    )
