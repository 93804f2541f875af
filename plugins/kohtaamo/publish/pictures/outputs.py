"""The files of all pictures that something shows."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path

from kohtaamo.addresses import image_file
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Basics, Facts
from kohtaamo.publish.output import Output
from kohtaamo.publish.pictures.kept import NO_PICTURES, KeptPictures
from kohtaamo.publish.pictures.original import Original
from kohtaamo.publish.pictures.size import WIDTHS

# One file of a picture takes as long as so many pages.
_WEIGHT = 30


def picture_outputs(
    edition: Edition, images: Path, kept: KeptPictures = NO_PICTURES
) -> Iterator[Output]:
    """Each picture in all its files, in the order of its name; `images` is the folder with them.

    What only a closed group names, or nobody, stays where it is. A narrow picture leaves in all
    widths too, the wider ones being as wide as it is: so no address depends on what a file holds.
    """
    # The files of one picture are made one after another.
    original = lru_cache(maxsize=1)(lambda file: Original(images / file))
    for file in sorted(_shown(edition)):
        for width in (None, *WIDTHS):
            yield Output(
                image_file(file, width),
                partial(_written_anew, original, file, width, kept),
                "picture",
                (("picture", file),),
                weight=_WEIGHT,
            )


def _written_anew(
    original: Callable[[str], Original], file: str, width: int | None, kept: KeptPictures
) -> bytes:
    return original(file).written_anew(width, kept)


def _shown(edition: Edition) -> frozenset[str]:
    known = edition.known
    shown = (facts for facts in known.events.values() if not facts.is_closed)
    things: Iterable[Basics | Facts] = chain(
        known.places.values(), known.organisers.values(), shown
    )
    return frozenset(file for thing in things for file in thing.images)
