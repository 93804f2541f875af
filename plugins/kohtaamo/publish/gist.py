"""What calendars and feeds say alike of an event, put together once for both."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kohtaamo.listings.changes import changed_at, published_at
from kohtaamo.listings.edition import Edition
from kohtaamo.model.event import Event
from kohtaamo.model.translation import Said
from kohtaamo.publish.about_event import identity, page_url
from kohtaamo.publish.wording.event import summary
from kohtaamo.publish.wording.facts import categories, facts
from kohtaamo.schedule.series import Series, plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """An event in one language: `url` is its page's, absolute; `announced` and `changed` are UTC.

    `summary` is as written, perhaps empty; `facts` are lines of plain text.
    """

    edition: Edition
    event: Event
    language: str
    identity: UUID
    url: str
    series: Series
    announced: datetime
    changed: datetime
    summary: Said
    facts: tuple[str, ...]
    categories: tuple[str, ...]


def gist_of(edition: Edition, event: Event, language: str) -> Gist:
    """The gist of an event; its text is not looked into."""
    known = edition.facts[event.slug]
    return Gist(
        edition=edition,
        event=event,
        language=language,
        identity=identity(edition, event),
        url=page_url(edition, event, language),
        series=plan(event),
        announced=published_at(edition, known),
        changed=changed_at(edition, known),
        summary=summary(edition, event, language),
        facts=facts(edition, event, language),
        categories=categories(edition, event, language),
    )
