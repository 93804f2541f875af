"""One file to be written: its path in the output folder and how its bytes are made."""

from collections.abc import Callable
from dataclasses import dataclass

# What an output tells of, as a kind and the names within it: `("event", "joululaulut")`,
# `("listing", "place", "kirjasto")`.
Subject = tuple[str, ...]

EVERYTHING: Subject = ("everything",)
TODAY: Subject = ("today",)
NETWORK: Subject = ("network",)
PLACES: Subject = ("places",)
ORGANISERS: Subject = ("organisers",)


def of_event(slug: str) -> Subject:
    """One event, with the place and the organisers that it names."""
    return ("event", slug)


def of_listing(kind: str, key: str) -> Subject:
    """A listing with all that it lists, and the place, organiser or term whose listing it is."""
    return ("listing", kind, key)


@dataclass(frozen=True, slots=True)
class Output:
    """`path` is relative, with forward slashes; `render` is pure: the same bytes at every call.

    `kind` is the name of its template, or of the file itself. `subjects` are all that it tells of,
    its own first: as long as none of them changes, nor what all outputs share (settings, words,
    theme, `network.yml`), its bytes are the same.
    """

    path: str
    render: Callable[[], bytes]
    kind: str
    subjects: tuple[Subject, ...] = (EVERYTHING,)
