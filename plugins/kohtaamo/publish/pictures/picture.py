"""The picture of a thing, as everything that names one needs it."""

from dataclasses import dataclass

from kohtaamo.addresses import image_address
from kohtaamo.listings.edition import Edition
from kohtaamo.model.common import Image
from kohtaamo.model.event import Event
from kohtaamo.model.notice import Notice
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.place import Place
from kohtaamo.model.translation import Said, Translated, said_within

# Every picture leaves the house written anew as this, whatever came in.
MEDIA_TYPE = "image/jpeg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """`url` is absolute; `alt` says in its own language what is to be seen."""

    url: str
    alt: Said
    credit: str = ""
    media_type: str = MEDIA_TYPE


def picture_of(
    edition: Edition, item: Event | Notice | Organiser | Place, language: str
) -> Picture | None:
    """The first picture of a thing; of an event or notice without one, that of its place.

    None where there is neither, and for closed groups, of which nothing is shown.
    """
    if isinstance(item, Event) and item.is_closed:
        return None
    own = () if isinstance(item, Notice) else item.images
    if own:
        return _picture(edition, item, own[0], language)
    slug = item.place if isinstance(item, Event | Notice) else None
    place = edition.network.places.get(slug or "")
    return _picture(edition, place, place.images[0], language) if place and place.images else None


def _picture(edition: Edition, thing: Translated, image: Image, language: str) -> Picture:
    return Picture(
        url=edition.site_url + image_address(image.file),
        alt=said_within(thing, image.alt, language),
        credit=said_within(thing, image.credit or "", language).text,
    )
