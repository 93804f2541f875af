"""All dates of one month, day by day."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.addresses import Addresses
from kohtaamo.publish.html.scripts import OF_DAYS
from kohtaamo.publish.output import of_month
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.events_block import DayView, Pager, day_view, make_pager
from kohtaamo.publish.pages.listing import of_page_number, section_link
from kohtaamo.publish.pages.moments import month_name
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import Link, Text, capital

Month = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """`before` and `after` are the neighbouring months with dates, None where there is none."""

    head: Head
    days: tuple[DayView, ...]
    pager: Pager
    before: Link | None
    after: Link | None


def month_pages(context: PageContext) -> Iterator[Page]:
    """From this month on, each month of the window that has dates."""
    if ("all", "") not in context.site.scope.listings:
        return
    for month, outline in context.site.month_outlines.items():
        for number in range(1, outline.pages + 1):
            yield Page(
                at=partial(_address, month, number),
                make=partial(_view, context, month, number),
                subjects=(of_month(*month, number),),
                changed=outline.changed,
            )


def _address(month: Month, number: int, addresses: Addresses) -> str:
    return addresses.paged(addresses.month(*month), number)


def _view(context: PageContext, month: Month, number: int) -> MonthView:
    plan = context.site.months[month]
    name = month_name(context.words, month)
    title = context.words("site.month.title", month=name)
    description = context.words("site.month.description", month=name)
    if number > 1:
        title = context.words("site.listing.page_title", title=title, number=number)
    return MonthView(
        head=Head(
            title=Text(title),
            description=of_page_number(context, description, number),
            section="events",
            trail=(section_link(context, "events"),),
            scripts=OF_DAYS,
        ),
        days=tuple(day_view(context, group) for group in plan.groups(number)),
        pager=make_pager(context, context.addresses.month(*month), plan.pages, number),
        before=_neighbour(context, month, -1),
        after=_neighbour(context, month, 1),
    )


def _neighbour(context: PageContext, month: Month, step: int) -> Link | None:
    months = tuple(context.site.months)
    at = months.index(month) + step
    if not 0 <= at < len(months):
        return None
    name = capital(month_name(context.words, months[at]))
    return Link(context.link(context.addresses.month(*months[at])), Text(name))
