"""A drawn nest for whatever has no picture: the same slug has the same nest for ever.

Nests are put together from a few strands, eggs and backgrounds, so that a page of a hundred of
them packs well; colours belong to the style sheet.
"""

from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain

# In pairs that lean to the right and to the left; all lie within the bowl.
_STRANDS = (
    ("M14 54Q42 60 64 83", "M106 54Q78 60 56 83"),
    ("M11 49Q62 58 89 76", "M109 49Q58 58 31 76"),
    ("M28 58Q78 58 103 65", "M92 58Q42 58 17 65"),
    ("M17 63Q44 68 76 82", "M103 63Q76 68 44 82"),
)
_RIMS = (
    ("M9 48C38 64 82 64 113 47", "M7 51C42 64 80 60 110 53"),
    ("M7 51C42 64 80 60 110 53", "M113 51C78 64 40 60 10 53"),
    ("M113 51C78 64 40 60 10 53", "M12 46C42 62 84 66 109 50"),
    ("M12 46C42 62 84 66 109 50", "M9 48C38 64 82 64 113 47"),
)
# Centre and radius of each.
_EGGS = (
    ((44, 47, 11), (62, 44, 13), (80, 48, 10)),
    ((38, 48, 9), (54, 45, 12), (72, 46, 11), (86, 49, 8)),
    ((49, 45, 13), (74, 46, 12)),
    ((34, 49, 8), (47, 46, 10), (62, 44, 12), (77, 47, 10), (89, 49, 7)),
    ((46, 48, 10), (61, 43, 12), (76, 47, 11)),
)
_LEAVES = (
    "M110 47C107 35 113 27 118 24 119 35 116 43 110 47ZM10 48C4 40 3 30 7 23 13 31 14 41 10 48Z"
)
# Sun, moon, two hills, a house, snow.
_SKIES = (
    "M92 12a12 12 0 1 0 .1 0Z",
    "M60 8a35 35 0 1 0 .1 0Z",
    "M0 42Q30 20 60 38T120 32V90H0Z",
    "M0 56Q44 22 120 48V90H0Z",
    "M60 5L110 42V90H10V42Z",
    "M20 18a4 4 0 1 0 .1 0M96 12a5 5 0 1 0 .1 0M40 10a3 3 0 1 0 .1 0M106 32a3 3 0 1 0 .1 0Z",
    "",
)
COLOURS = 4


@dataclass(frozen=True, slots=True)
class Egg:
    """An ellipse; `colour` is one of the four of the style sheet."""

    colour: int
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Nest:
    """Paths in a box of 120 × 90, `ground` one of four; no sky means leaves at the rim."""

    ground: int
    sky: str
    leaves: str
    eggs: tuple[Egg, ...]
    dark: str
    light: str


def nest_of(slug: str) -> Nest:
    """The nest of a thing: a pure function of its slug."""
    ground, eggs, turn, sky, missing, side, rim, _ = blake2b(slug.encode(), digest_size=8).digest()
    pairs = [pair for number, pair in enumerate(_STRANDS) if number != missing % len(_STRANDS)]
    rims, above = _RIMS[rim % len(_RIMS)], _SKIES[sky % len(_SKIES)]
    dark, light = (
        "".join(chain((pair[(side + leaning) % 2] for pair in pairs), (rims[leaning],)))
        for leaning in (0, 1)
    )
    return Nest(
        ground=ground % COLOURS + 1,
        sky=above,
        leaves="" if above else _LEAVES,
        eggs=tuple(
            Egg((turn + number) % COLOURS + 1, x, y, radius, radius * 6 // 5)
            for number, (x, y, radius) in enumerate(_EGGS[eggs % len(_EGGS)])
        ),
        dark=dark,
        light=light,
    )
