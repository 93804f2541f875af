"""By what lists of events can be narrowed: listings that an event belongs to, and more about it.

A facet is named like a listing, `municipality/rautjarvi`; of what is only true or not the name is
all: `free/`. What is a listing of its own is decided by the table of listings, and nowhere else.
"""

from collections.abc import Collection, Iterator, Mapping

from kohtaamo.listings.facts import Facts

# Kinds of listings by which others are narrowed, as their pages ask for them; nobody asks for
# what is joined from afar, but its own list has to know what belongs in it.
OF_LISTINGS = ("municipality", "place", "audience", "topic", "need", "afar")

# Kinds of listings whose first page can be narrowed.
NARROWED = frozenset({"all", "municipality", "audience", "topic", "need", "afar"})


def facets_of(facts: Facts) -> Iterator[str]:
    """Every facet of an event."""
    for kind, key in facts.listings:
        if kind in OF_LISTINGS:
            yield f"{kind}/{key}"
    yield from facts.extras


def of_the_week(facts: Mapping[str, Facts], monday: int) -> Mapping[str, Collection[str]]:
    """The facets of every event that lists may show in the week that begins on a day, by slug.

    Of closed groups and members' events nothing; `monday` counts as `date.toordinal` does.
    """
    return {
        slug: tuple(facets_of(each)) for slug, each in facts.items() if is_of_the_week(each, monday)
    }


def is_of_the_week(facts: Facts, monday: int) -> bool:
    """True for an event that is open to all and not over before that week."""
    return facts.is_listed and any(end >= monday for _, end in reversed(facts.spans))
