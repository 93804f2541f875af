"""What messengers and networks show of a page when somebody shares its address (ogp.me).

Only what those who read it do not find elsewhere: they take the language from the page, its kind is
theirs to guess, and its description has both names in one element.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from kohtaamo.addresses import Addresses, drawing_file
from kohtaamo.model.place import Place
from kohtaamo.model.translation import said
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.page import Head, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A drawn picture: `url` is absolute, `alt` says the words that stand on it."""

    url: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedView:
    """`title` says what and where, `network` whose page it is."""

    title: str
    network: str
    drawing: Drawing


def shared_maker(
    context: PageContext, network: str
) -> Callable[[Page, Head, str], SharedView | None]:
    """What is shown of a page with its title.

    None for what nobody finds otherwise: previews, lost pages, what is for members.
    """
    drawing = _drawing_maker(context)

    def shared(page: Page, head: Head, title: str) -> SharedView | None:
        if head.is_discreet or page.is_preview or not page.is_indexed:
            return None
        return SharedView(title=title, network=network, drawing=drawing(head.drawing_of))

    return shared


def _drawing_maker(context: PageContext) -> Callable[[str], Drawing]:
    """The drawing of a place by its slug, the network's by ""."""
    edition = context.edition
    first = context.siblings[edition.first_language]

    @cache
    def drawing(slug: str) -> Drawing:
        address = first.place(slug) if slug else first.front
        return Drawing(
            url=f"{edition.site_url}/{drawing_file(address)}",
            alt=_words(context, first, context.network.places[slug] if slug else None),
        )

    return drawing


def _words(context: PageContext, first: Addresses, place: Place | None) -> str:
    """The name on a drawing, which is in the network's first language."""
    thing = place or context.network.identity
    return context.quoted(said(thing, "name", first.words.tag))
