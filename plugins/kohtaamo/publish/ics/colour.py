"""The colour that a calendar proposes for itself, so that one can tell it from others."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Colour:
    """`name` is one of CSS 3, as COLOR has it (RFC 7986 §5.9); `code` the same as `#RRGGBB`."""

    name: str
    code: str


# Of all colours of CSS 3, eight that lie far apart for every kind of colour vision (CIELAB
# distance 24 or more, also as protanopes, deuteranopes and tritanopes see them), that stand out
# from a white page by 3:1 (WCAG 1.4.11) and bear black or white text at 4.5:1 (WCAG 1.4.3).
PALETTE = (
    Colour("seagreen", "#2E8B57"),
    Colour("indigo", "#4B0082"),
    Colour("chocolate", "#D2691E"),
    Colour("blue", "#0000FF"),
    Colour("maroon", "#800000"),
    Colour("lightslategray", "#778899"),
    Colour("magenta", "#FF00FF"),
    Colour("darkslategray", "#2F4F4F"),
)


def colour_of(identity: UUID) -> Colour:
    """The colour of what a calendar is about, by its identity.

    Somebody who follows three places sees three colours in one week, without having chosen any;
    with eight colours two of the three are sometimes alike, and every client lets people choose
    another. The identity outlives names and addresses, so the colour does not change one day
    because a place was renamed or another one was added to the network.

    Events have no COLOR of their own: it would win over the calendar's, and the calendars that
    one follows could no longer be told apart. What a colour could say of an event (cancelled, for
    whom) stands in words, as it has to (WCAG 1.4.1).
    """
    return PALETTE[identity.int % len(PALETTE)]
