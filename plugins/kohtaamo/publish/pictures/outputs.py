"""The files of all pictures that something shows."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from kohtaamo.addresses import image_file
from kohtaamo.listings.edition import Edition
from kohtaamo.model.event import Event
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.place import Place
from kohtaamo.publish.output import Output
from kohtaamo.publish.pictures.jpeg import written_anew


def picture_outputs(edition: Edition, images: Path) -> Iterator[Output]:
    """Each picture once, in the order of its name; `images` is the folder that holds them.

    What only a closed group names, or nobody, stays where it is.
    """
    for file in sorted(_shown(edition)):
        yield Output(image_file(file), partial(written_anew, images / file))


def _shown(edition: Edition) -> frozenset[str]:
    network = edition.network
    things: tuple[Event | Organiser | Place, ...] = (
        *network.places.values(),
        *network.organisers.values(),
        *(event for event in network.events.values() if not event.is_closed),
    )
    return frozenset(image.file for thing in things for image in thing.images)
