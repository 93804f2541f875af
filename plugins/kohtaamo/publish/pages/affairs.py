"""The network's own affairs: who belongs to it, when it meets, what it has decided."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from kohtaamo.publish.pages.contact import ContactView, contact_view, keeper_link
from kohtaamo.publish.pages.content_addresses import content_address
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.members import next_rows
from kohtaamo.publish.pages.texts import Link, Text

# A longer list is the list of all places, which each municipality has too.
MOST_MEMBERS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A place, who keeps it where the place says so, and whom to ask by their role."""

    place: Link
    keeper: Link | None
    contact: ContactView


@dataclass(frozen=True, slots=True, kw_only=True)
class TownMembers:
    """A municipality and the places in it, both in alphabetical order."""

    town: Link
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """A page of a decision; `date` as its page says it."""

    page: Link
    date: str
    iso: str
    summary: Text


def members(context: PageContext) -> tuple[TownMembers, ...]:
    """The places in use by municipality; none where they are too many for one page.

    A place that travels stands in each municipality to which it still comes.
    """
    places_in = context.site.places_in
    if len({slug for slugs in places_in.values() for slug in slugs}) > MOST_MEMBERS:
        return ()
    towns = (
        TownMembers(
            town=context.term_link("municipality", key),
            members=tuple(
                sorted(
                    (_member(context, slug) for slug in slugs),
                    key=lambda member: context.order(member.place.text),
                )
            ),
        )
        for key, slugs in places_in.items()
        if slugs
    )
    return tuple(sorted(towns, key=lambda each: context.order(each.town.text)))


def _member(context: PageContext, slug: str) -> Member:
    place = context.network.places[slug]
    return Member(
        place=context.place_link(slug),
        keeper=keeper_link(context, place),
        contact=contact_view(context, place, place.contact),
    )


def meetings(context: PageContext) -> tuple[Markup, ...]:
    """The next date of everything that the network itself organises, for members too.

    What is part of a larger event is told there.
    """
    own = context.network.identity.organiser
    if own is None:
        return ()
    facts = context.edition.facts
    return next_rows(
        context,
        (
            each.slug
            for each in facts.values()
            if own in each.organisers and not each.is_closed and each.part_of not in facts
        ),
    )


def decisions(context: PageContext) -> tuple[DecisionLine, ...]:
    """All pages with a date on which they were decided, newest first."""
    dated = [(page.decided, slug) for slug, page in context.network.pages.items() if page.decided]
    return tuple(_line(context, slug, day) for day, slug in sorted(dated, reverse=True))


def _line(context: PageContext, slug: str, day: date) -> DecisionLine:
    page, at = context.network.pages[slug], content_address(context.edition, slug)
    href = context.link(at(context.addresses)) if at else ""
    return DecisionLine(
        page=Link(href, context.field(page, "title")),
        date=context.day(day, "date"),
        iso=day.isoformat(),
        summary=context.field(page, "summary"),
    )
