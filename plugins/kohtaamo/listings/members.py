"""Events for members: in no listing, calendar or feed; told of where somebody asks for them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from kohtaamo.listings.facts import Facts, ListingKey
from kohtaamo.model.event import Access

# Whoever belongs to an association looks at its page, or at that of the place where it meets.
ASKED_AT = frozenset({"place", "organiser"})


def members_events(
    facts: Iterable[Facts], umbrellas: Collection[str]
) -> Mapping[ListingKey, tuple[str, ...]]:
    """The slugs of the events for members of each place and each organiser that has any.

    An umbrella event has no times of its own; its parts are told of.
    """
    found: dict[ListingKey, list[str]] = defaultdict(list)
    for each in facts:
        if each.access == Access.MEMBERS and each.slug not in umbrellas:
            for key in each.listings:
                if key[0] in ASKED_AT:
                    found[key].append(each.slug)
    return {key: tuple(slugs) for key, slugs in found.items()}
