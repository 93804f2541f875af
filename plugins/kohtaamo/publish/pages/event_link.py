"""A link from one page to another event."""

from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.texts import Link


def event_link(context: PageContext, slug: str | None) -> Link | None:
    """By the event's title; None where it has no page, as closed groups have none."""
    if slug is None or slug not in context.site.coming:
        return None
    title = context.field(context.network.events[slug], "title")
    return Link(context.link(context.addresses.event(slug)), title)
