"""The pictures that a contribution adds, changes or removes."""

from collections.abc import Iterator

from kohtaamo.content.source.layout import FIXED, IMAGE
from kohtaamo.model.network import Network
from kohtaamo.review.markdown import plain
from kohtaamo.review.touched import Contribution
from kohtaamo.review.veil import Veil
from kohtaamo.words.words import Words


def picture_lines(contribution: Contribution, veil: Veil, words: Words) -> Iterator[str]:
    """A line each, by path; the name of one that only a closed group shows stays unsaid."""
    hidden = _of_closed(contribution, veil)
    for path, touch in sorted(contribution.files.items()):
        folder, _, name = path.partition("/")
        if FIXED.get(folder) == IMAGE:
            shown = plain(contribution.path(path))
            if name in hidden:
                shown = words("review.picture.hidden")
            what = words("review.picture.name")
            yield "- " + words(f"review.touch.{touch.value}", path=shown, what=what)


def _of_closed(contribution: Contribution, veil: Veil) -> frozenset[str]:
    networks = (contribution.before.network, contribution.after.network)
    shown = {image for network in networks for image in _shown(network, veil, is_hidden=False)}
    hidden = {image for network in networks for image in _shown(network, veil, is_hidden=True)}
    return frozenset(hidden - shown)


def _shown(network: Network, veil: Veil, *, is_hidden: bool) -> Iterator[str]:
    """The pictures that files show which are under the veil, or which are not."""
    for things in (network.events, network.places, network.organisers):
        for thing in things.values():
            if thing.images and veil.covers(thing.origin.path) is is_hidden:
                yield from (image.file for image in thing.images)
