"""A listing: a selection of events (or notices) that has an address, a calendar and feeds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """`kind` is a name of the listing table, `key` the slug or term id within it ("" for all).

    `events` are slugs in slug order: open events only, those with a date in the calendar window.
    `notices` are slugs of notices still on the board, newest first.
    """

    kind: str
    key: str
    events: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
