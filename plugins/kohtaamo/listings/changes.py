"""When a thing last changed: what DTSTAMP, LAST-MODIFIED, SEQUENCE and feed dates are made of."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from kohtaamo.listings.edition import Edition
from kohtaamo.model.event import Event
from kohtaamo.model.notice import Notice
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.page import Page
from kohtaamo.model.place import Place

Item = Event | Notice | Organiser | Page | Place

# SEQUENCE counts seconds from here: it survives squashing and only grows (RFC 5545 §3.8.7.4).
SEQUENCE_ZERO = datetime(2020, 1, 1, tzinfo=UTC)


def changed_at(edition: Edition, item: Item) -> datetime:
    """The newest landing (aware, UTC) of the item's file, its translations, place and organisers.

    Outside a repository, or before the file is committed: `published`, else today, at midnight.
    """
    own = edition.changed.get(item.origin.path)
    if own is None:
        return _midnight(announced(edition, item))
    others = (edition.changed.get(path) for path in _paths_beside(edition, item))
    return max([own, *(moment for moment in others if moment is not None)])


def announced(edition: Edition, item: Item) -> date:
    """When the item was announced: its `published`, else today; never when it takes place."""
    published = item.published if isinstance(item, Event | Notice) else None
    return published or edition.today


def published_at(edition: Edition, item: Item) -> datetime:
    """`published` as a moment, never after the last change."""
    if isinstance(item, Event | Notice) and item.published is not None:
        return min(_midnight(item.published), changed_at(edition, item))
    return changed_at(edition, item)


def sequence(changed: datetime) -> int:
    """SEQUENCE of a change, in seconds since 2020-01-01T00:00Z."""
    return max(0, int((changed - SEQUENCE_ZERO).total_seconds()))


def _paths_beside(edition: Edition, item: Item) -> Iterable[str]:
    for translation in item.translations.values():
        yield translation.origin.path
    if isinstance(item, Event | Notice):
        place = edition.network.places.get(item.place or "")
        if place is not None:
            yield place.origin.path
        for slug in item.organisers:
            if slug in edition.network.organisers:
                yield edition.network.organisers[slug].origin.path


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
