"""What keeps people away from a place as a whole: it is not open yet, or it is over."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from kohtaamo.listings.in_use import is_listed, municipalities_on, opens_on
from kohtaamo.model.place import Place
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.page import NO_HTML
from kohtaamo.publish.pages.texts import Link
from kohtaamo.publish.wording.place import over_words

# As many can be compared; the municipality's page has them all.
_MOST_PLACES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class OverView:
    """`says` is one or two sentences; `near` leads on from a place that `is_over`."""

    says: str
    is_over: bool
    near: tuple[Link, ...] = ()


def place_over(context: PageContext, place: Place, *, with_near: bool = True) -> Markup:
    """All of it as HTML; nothing for a place to which one may come by its hours."""
    basics, today = context.edition.known.places[place.slug], context.edition.today
    opens = opens_on(basics, today)
    if not municipalities_on(basics, today):
        says = over_words(context.edition, place.slug, context.language)
        near = tuple(_near(context, place)) if with_near else ()
        view = OverView(says=says, is_over=True, near=near)
    elif opens is not None:
        date = context.day(opens, "on_weekday_year")
        view = OverView(says=context.words("site.place.opens", date=date), is_over=False)
    else:
        return NO_HTML
    return context.rows.fragments.component("place-over")(view, context.words)


def is_over(context: PageContext, place: Place) -> bool:
    """True when nobody has to know any more when it is open, and how one gets there."""
    return not is_listed(context.edition, place.slug)


def _near(context: PageContext, place: Place) -> Iterable[Link]:
    """The places of its municipalities by name, then the pages of these municipalities."""
    places_in = context.site.places_in
    slugs = {slug for key in place.municipalities for slug in places_in.get(key, ())}
    links = sorted(map(context.place_link, slugs), key=lambda link: context.order(link.text))
    yield from links[:_MOST_PLACES]
    yield from (context.term_link("municipality", key) for key in place.municipalities)
