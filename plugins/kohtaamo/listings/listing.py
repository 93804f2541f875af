"""A listing: a selection of events (or notices) that has an address, a calendar and feeds."""

from collections.abc import Sequence
from dataclasses import dataclass

from kohtaamo.listings.declared import Declared
from kohtaamo.schedule.occurrence import Occurrence


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """`kind` is a name of the listing table, `key` the slug or term id within it ("" for all).

    `events` are slugs in slug order: open events only, those with a date in the calendar window.
    `guests` are single dates that a change brings here from elsewhere, by event and start: of
    series that are not among `events`, closed groups and umbrella events left out. `notices` are
    slugs of notices still on the board, newest first; `changes` are declared changes, the next
    first. `languages` are those in which anything can be read that belongs here, on whatever day:
    an address that somebody follows must not come and go with the days.

    `announced` are the slugs of everything that belongs or comes here on whatever day, past or far
    ahead (of changes: of the events that declare any); `told` are those that are not over: what
    feeds tell of, as soon as it is known.
    """

    kind: str
    key: str
    events: tuple[str, ...] = ()
    guests: tuple[Occurrence, ...] = ()
    notices: tuple[str, ...] = ()
    changes: Sequence[Declared] = ()
    languages: frozenset[str] = frozenset()
    announced: tuple[str, ...] = ()
    told: Sequence[str] = ()
