"""The pictures of a thing as its page shows them, and what is drawn where there is none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from kohtaamo.addresses import image_address
from kohtaamo.model.common import Image
from kohtaamo.model.event import Event
from kohtaamo.model.translation import Said, Translated, said_within
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.texts import Text
from kohtaamo.publish.pictures.size import WIDTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`width` and `height` in pixels, 0 when nobody knows them; `credit` is a whole phrase.

    `href` is that of the JPEG, for old browsers; `narrow` are the WebP files with their widths, as
    `srcset` wants them (HTML, 4.8.4.2.1).
    `is_late` is true of those further down the page: they load when somebody comes near; `is_aside`
    of one in the narrow column beside the facts.
    """

    href: str
    alt: Text
    credit: str = ""
    width: int = 0
    height: int = 0
    narrow: str = ""
    is_late: bool = False
    is_aside: bool = False


def figures(context: PageContext, thing: Translated, images: Sequence[Image]) -> tuple[Figure, ...]:
    """The pictures of a thing in written order."""
    return tuple(
        _figure(context, thing, image, is_late=number > 0) for number, image in enumerate(images)
    )


def figures_of_event(context: PageContext, event: Event) -> tuple[Figure, ...]:
    """An event's own pictures, else the first of its place."""
    place = context.network.places.get(event.place or "")
    if event.images or place is None:
        return figures(context, event, event.images)
    return figures(context, place, place.images[:1])


def nest(context: PageContext, slug: str) -> Markup:
    """The nest of a slug, drawn once for all pages of a language."""
    return context.rows.fragments.once("nest", (slug,), lambda: context.site.nest(slug))


def nest_of_event(context: PageContext, event: Event) -> Markup:
    """That of its place, which many pages show; elsewhere one of its own, which no other shows."""
    if event.place is not None:
        return nest(context, event.place)
    drawn = context.site.nest(event.slug)
    return context.rows.fragments.component("nest")(drawn, context.words)


def empty_nest(context: PageContext, slug: str) -> Markup:
    """The nest of a slug with nobody in it."""
    drawn = replace(context.site.nest(slug), eggs=())
    return context.rows.fragments.component("nest")(drawn, context.words)


def _figure(context: PageContext, thing: Translated, image: Image, *, is_late: bool) -> Figure:
    width, height = context.site.size(image.file) or (0, 0)
    credit = said_within(thing, image.credit or "", context.language)
    return Figure(
        href=context.link(image_address(image.file)),
        alt=context.own(thing, image.alt),
        credit=_credited(context, credit) if credit else "",
        width=width,
        height=height,
        narrow=_narrow(context, image.file, width),
        is_late=is_late,
    )


def _narrow(context: PageContext, file: str, width: int) -> str:
    """The files of a picture that are narrower than it, and the one that is as wide; "" of none."""
    if not width:
        return ""
    pairs = (*((each, each) for each in WIDTHS if each < width), (WIDTHS[-1], width))
    return ", ".join(
        f"{context.link(image_address(file, named))} {pixels}w" for named, pixels in pairs
    )


def _credited(context: PageContext, credit: Said) -> str:
    return context.words("site.picture.credit", credit=context.quoted(credit))
