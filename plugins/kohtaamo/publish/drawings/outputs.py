"""The files of all drawings: a picture for each place and one for the network, and the icons."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from kohtaamo.addresses import Addresses, drawing_file
from kohtaamo.listings.edition import Edition
from kohtaamo.model.place import Place
from kohtaamo.model.translation import said
from kohtaamo.publish.output import Output
from kohtaamo.publish.pictures.kept import NO_PICTURES, KeptPictures

# Their names at the top of the site, where programs ask for them.
TOUCH_ICON, FAVICON = "apple-touch-icon.png", "favicon.ico"
# One drawing takes as long as so many pages.
_WEIGHT = 20


def drawing_outputs(
    edition: Edition, static: Path, kept: KeptPictures = NO_PICTURES
) -> Iterator[Output]:
    """Each drawing; `static` is that of the theme, whose colours and mark they have.

    Their words are in the network's first language: one picture serves all languages, and most
    that stands on it is a name.
    """
    first = edition.first_language
    addresses = Addresses(edition.words[first], is_first=True)
    colours = cache(partial(_colours, static))
    own = partial(_of_network, edition)
    yield Output(drawing_file(addresses.front), partial(_made, own, colours, kept), "drawing", ())
    for slug in edition.known.places:
        yield Output(
            drawing_file(addresses.place(slug)),
            partial(_made, partial(_of_place, edition, slug), colours, kept),
            "drawing",
            (("drawing", slug),),
            weight=_WEIGHT,
        )
    yield Output(TOUCH_ICON, partial(_touch_icon, static), TOUCH_ICON, ())
    yield Output(FAVICON, partial(_favicon, static), FAVICON, ())


def _of_place(edition: Edition, slug: str) -> tuple[str, str, str]:
    place = edition.network.places[slug]
    return slug, said(place, "name", edition.first_language).text, _municipality(edition, place)


def _municipality(edition: Edition, place: Place) -> str:
    """Where it is; of a place that travels nothing: it is in several."""
    term = edition.network.vocabularies["municipalities"].get(place.municipality)
    if place.stops or term is None:
        return ""
    return term.label.said(edition.first_language).text


def _of_network(edition: Edition) -> tuple[str, str, str]:
    identity = edition.network.identity
    language = edition.first_language
    name, area = said(identity, "name", language), said(identity, "area", language)
    return identity.id, name.text, area.text


def _made(
    words: Callable[[], tuple[str, str, str]],
    colours: Callable[[], Mapping[str, str]],
    kept: KeptPictures,
) -> bytes:
    # Most builds draw nothing: what draws takes a while to load.
    from kohtaamo.publish.drawings.card import Card, card_bytes  # noqa: PLC0415

    slug, name, under = words()
    recipe = f"{(slug, name, under)} {sorted(colours().items())}"
    found = sha256(recipe.encode("utf-8", "surrogatepass")).hexdigest()
    known = kept.find(found)
    if known is None:
        known = card_bytes(Card(slug=slug, name=name, under=under), colours())
        kept.keep(found, known)
    return known


def _colours(static: Path) -> Mapping[str, str]:
    from kohtaamo.publish.drawings.colours import colours_of  # noqa: PLC0415 - as above

    return colours_of(static)


def _touch_icon(static: Path) -> bytes:
    from kohtaamo.publish.drawings.icons import touch_icon  # noqa: PLC0415 - as above

    return touch_icon(static)


def _favicon(static: Path) -> bytes:
    from kohtaamo.publish.drawings.icons import favicon  # noqa: PLC0415 - as above

    return favicon(static)
