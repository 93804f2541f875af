"""One file to be written: its path in the output folder and how its bytes are made."""

from collections.abc import Callable
from dataclasses import dataclass

# The address of a page within the site, and the day (UTC, ISO) of its last change; None for
# pages of the day, which change daily.
Indexed = tuple[str, str | None]
# What an output tells of, as a kind and the names within it: `("event", "joululaulut", "page")`,
# `("listing", "place", "kirjasto", "feed")`.
Subject = tuple[str, ...]

EVERYTHING: Subject = ("everything",)
TODAY: Subject = ("today",)
NETWORK: Subject = ("network",)
FRONT: Subject = ("front",)
CARE: Subject = ("care",)
SEARCH: Subject = ("search",)
# What a search finds.
INDEX: Subject = ("index",)
PLACES: Subject = ("places",)
ORGANISERS: Subject = ("organisers",)
# The contributors' guide: nothing that anybody writes about things changes it.
GUIDE: Subject = ("guide",)
# By what events can be found: the facets of all of them.
FACETS: Subject = ("facets",)


# As what something is told of: the days that pass change a page, a calendar and a feed differently.
PAGE, CALENDAR, FEED = "page", "calendar", "feed"


def of_event(slug: str, told_as: str = PAGE) -> Subject:
    """One event, with the place and the organisers that it names."""
    return ("event", slug, told_as)


def of_listing(kind: str, key: str, told_as: str = PAGE) -> Subject:
    """A listing with all that it lists, and the place, organiser or term whose listing it is."""
    return ("listing", kind, key, told_as)


def of_page(kind: str, key: str, number: int) -> Subject:
    """One page of a listing: the dates that stand on it, and how many pages there are."""
    return ("page-of", kind, key, str(number))


def of_month(year: int, month: int, number: int) -> Subject:
    """One page of a month."""
    return ("month", str(year), str(month), str(number))


@dataclass(frozen=True, slots=True)
class Output:
    """`path` is relative, with forward slashes; `render` is pure: the same bytes at every call.

    `kind` is the name of its template, or of the file itself. `subjects` are all that it tells of,
    its own first: as long as none of them changes, nor what all outputs share (settings, words,
    theme, `network.yml`), its bytes are the same. `indexed` is its line in the sitemap, if any.
    In the time that it takes to make it, as many pages are made as its `weight` says.
    """

    path: str
    render: Callable[[], bytes]
    kind: str
    subjects: tuple[Subject, ...] = (EVERYTHING,)
    indexed: Indexed | None = None
    weight: int = 1
