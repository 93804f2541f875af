"""When a thing last changed: what DTSTAMP, LAST-MODIFIED, SEQUENCE and feed dates are made of."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time

from kohtaamo.content.source.keys import names_of, thing_key
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Basics, Facts
from kohtaamo.model.event import Event
from kohtaamo.model.notice import Notice
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.page import Page
from kohtaamo.model.place import Place

Item = Basics | Event | Facts | Notice | Organiser | Page | Place

# SEQUENCE counts seconds from here: it survives squashing and only grows (RFC 5545 §3.8.7.4).
SEQUENCE_ZERO = datetime(2020, 1, 1, tzinfo=UTC)
# The largest INTEGER (RFC 5545 §3.3.8); a commit from a clock far ahead would be above it.
SEQUENCE_MOST = 2_147_483_647


def changed_at(edition: Edition, item: Item) -> datetime:
    """The newest landing (aware, UTC) of the item, its places and organisers.

    An item has landed with each of its files, translations too, under each name that it ever had.
    The places of an event are its own and those to which changes move dates. Outside a
    repository, or before the file is committed: `published`, else today, at midnight.
    """
    own = _newest(edition, keys_of(item))
    if own is None:
        return landed_at(edition, item)
    beside = _newest(edition, _beside(edition, item))
    return own if beside is None else max(own, beside)


def landed_at(edition: Edition, item: Item) -> datetime:
    """The newest landing of the item's own files alone; before the first one, as `changed_at`."""
    return _newest(edition, keys_of(item)) or _midnight(announced(edition, item))


def network_changed_at(edition: Edition) -> datetime:
    """The newest landing of `network.yml`; where it has none, today at midnight, like all else."""
    key = thing_key(edition.network.identity.origin.path)
    return edition.changed.get(key) or _midnight(edition.today)


def announced(edition: Edition, item: Item) -> date:
    """The day on which the item was announced, as its file says it, else today."""
    return _published(item) or edition.today


def published_at(edition: Edition, item: Item) -> datetime:
    """When the item was announced, never when it takes place: its `published`, at midnight.

    Else its first landing, under whatever name: who mends a word announces nothing anew. Never
    after that, nor after the last change: a file is public from its first landing on.
    """
    changed, published = changed_at(edition, item), _published(item)
    first = min(filter(None, map(edition.begun.get, keys_of(item))), default=changed)
    said = first if published is None else _midnight(published)
    return min(said, first, changed)


def sequence(changed: datetime) -> int:
    """SEQUENCE of a change, in seconds since 2020-01-01T00:00Z."""
    return min(max(0, int((changed - SEQUENCE_ZERO).total_seconds())), SEQUENCE_MOST)


def _published(item: Item) -> date | None:
    return item.published if isinstance(item, Event | Facts | Notice) else None


def _newest(edition: Edition, keys: Iterable[str]) -> datetime | None:
    return max(filter(None, map(edition.changed.get, keys)), default=None)


def keys_of(item: Item) -> Sequence[str]:
    """Under which keys the item has landed: its name, and every name that it had before."""
    if isinstance(item, Basics | Facts):
        return item.names
    return names_of(item.origin.path, item.formerly)


def _beside(edition: Edition, item: Item) -> Iterator[str]:
    """The keys of the places and organisers that an event or notice tells of."""
    if isinstance(item, Event):
        item = edition.facts[item.slug]
    if isinstance(item, Facts):
        places = item.places
    elif isinstance(item, Notice):
        places = (item.place,) if item.place else ()
    else:
        return
    known = edition.known
    for slugs, things in ((places, known.places), (item.organisers, known.organisers)):
        for slug in slugs:
            if slug in things:
                yield from things[slug].names


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
