"""The sample's own pictures of its places: `python -m tests.sample.drawings` draws them anew."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from .houses import family_van, house_of_many, lamp_in_the_window, winter_hut
from .rooms import living_room, long_table, play_room, telephone
from .sheet import Sheet

# By file in content/images/.
DRAWINGS: Mapping[str, Callable[[], Sheet]] = {
    "roihankadun-olohuone.png": living_room,
    "kiertava-perhetupa.png": family_van,
    "levin-kausitupa.png": winter_hut,
    "perhetupa-kieppi.png": play_room,
    "yhteinen-poyta.png": long_table,
    "kumppanuustalo.png": house_of_many,
    "kansalaisten-olohuone.png": lamp_in_the_window,
    "linja-auki.png": telephone,
}


def draw_all(folder: Path) -> None:
    """Draw each into `folder`; the same drawing is the same file every time."""
    for name, drawing in DRAWINGS.items():
        drawing().save(folder / name)


if __name__ == "__main__":
    draw_all(Path(sys.argv[1] if len(sys.argv) > 1 else "content/images"))
