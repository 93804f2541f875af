"""The facets of all events as one file, in no language: by these, lists are narrowed in a browser.

What a list holds stands on its pages; here stands only which of its events are where, for whom,
about what. No closed group is in it and no event for members, as in lists.
"""

import json
from collections.abc import Iterator
from functools import partial

from kohtaamo.addresses import Addresses
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facets import of_the_week
from kohtaamo.publish.found import monday_of
from kohtaamo.publish.output import FACETS, Output

FACTS_FILE = "facts.json"


def facts_address(edition: Edition) -> str:
    """`/tapahtumat/facts.json`, the same for all languages."""
    return Addresses(edition.words[edition.first_language], True).section("events") + FACTS_FILE


def facts_outputs(edition: Edition) -> Iterator[Output]:
    """The one file."""
    path = facts_address(edition).lstrip("/")
    yield Output(path, partial(facts_file, edition), FACTS_FILE, (FACETS,))


def facts_file(edition: Edition) -> bytes:
    """`{"events": [slugs], "facets": {"topic/music": [places in that list, from 0], …}}`.

    Of every event that is not over before this week: it changes with events and with weeks only.
    """
    told = of_the_week(edition.facts, monday_of(edition.today).toordinal())
    found: dict[str, list[int]] = {}
    for number, facets in enumerate(told.values()):
        for facet in facets:
            found.setdefault(facet, []).append(number)
    facts = {"events": list(told), "facets": dict(sorted(found.items()))}
    return (json.dumps(facts, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
