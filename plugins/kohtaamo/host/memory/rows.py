"""What is known of a network, as rows of JSON and back."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kohtaamo.listings.facts import Basics, Facts, ListingKey

Row = list[Any]
_LISTINGS, _VISITS, _PUBLISHED = map(Facts._fields.index, ("listings", "visits", "published"))


def row_of(facts: Facts) -> Row:
    """An event's facts as plain values; a listing is `kind/key`."""
    row = facts._asdict()
    row["listings"] = ["/".join(key) for key in facts.listings]
    row["visits"] = [[place, ["/".join(key) for key in keys]] for place, keys in facts.visits]
    row["published"] = facts.published.isoformat() if facts.published else None
    return list(row.values())


def facts_in(rows: Iterable[Row]) -> Mapping[str, Facts]:
    """The facts of many events by slug; ValueError and the like for rows of another form."""
    keys: dict[str, ListingKey] = {}

    def key_of(written: str) -> ListingKey:
        if written not in keys:
            kind, _, key = written.partition("/")
            keys[written] = (kind, key)
        return keys[written]

    found: dict[str, Facts] = {}
    for row in rows:
        row[_LISTINGS] = tuple(map(key_of, row[_LISTINGS]))
        row[_VISITS] = tuple((place, tuple(map(key_of, each))) for place, each in row[_VISITS])
        if row[_PUBLISHED]:
            row[_PUBLISHED] = date.fromisoformat(row[_PUBLISHED])
        facts = Facts._make(row)
        found[facts.slug] = facts
    return found


def tell_the_same(one: Basics | Facts, other: Basics | Facts) -> bool:
    """True when both are one row: what is recalled holds lists where there were tuples."""
    return json.dumps(one, default=str) == json.dumps(other, default=str)


def basics_in(rows: Iterable[Row]) -> Mapping[str, Basics]:
    """Basics by slug."""
    return {basics.slug: basics for basics in map(Basics._make, rows)}
