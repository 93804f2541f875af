"""The files of all pictures that something shows."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from kohtaamo.addresses import image_file
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Basics, Facts
from kohtaamo.publish.output import Output


def picture_outputs(edition: Edition, images: Path) -> Iterator[Output]:
    """Each picture once, in the order of its name; `images` is the folder that holds them.

    What only a closed group names, or nobody, stays where it is.
    """
    for file in sorted(_shown(edition)):
        render = partial(_written_anew, images / file)
        yield Output(image_file(file), render, "picture", (("picture", file),))


def _written_anew(file: Path) -> bytes:
    # Only networks with pictures need what decodes them.
    from kohtaamo.publish.pictures.jpeg import written_anew  # noqa: PLC0415

    return written_anew(file)


def _shown(edition: Edition) -> frozenset[str]:
    known = edition.known
    shown = (facts for facts in known.events.values() if not facts.is_closed)
    things: Iterable[Basics | Facts] = chain(
        known.places.values(), known.organisers.values(), shown
    )
    return frozenset(file for thing in things for file in thing.images)
