"""Where a page lies, for search engines: its trail from the front page, as schema.org has it."""

from collections.abc import Callable
from urllib.parse import urlsplit

from markupsafe import Markup

from kohtaamo.publish.html.json_ld import json_ld
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.page import NO_HTML, Head
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.text.runs import plain


def trail_maker(context: PageContext) -> Callable[[Head], Markup]:
    """A maker of trails: the front page, what leads to the page, the page itself.

    Pages without a trail of their own have none, nor those of which programs are told nothing.
    """
    front = Link(context.link(context.addresses.front), Text(context.words("site.front")))
    parts = urlsplit(context.edition.site_url)
    host = f"{parts.scheme}://{parts.netloc}"

    def trail(head: Head) -> Markup:
        if not head.trail or head.is_discreet:
            return NO_HTML
        steps = [
            {"name": plain(each.text.text), "item": host + each.href}
            for each in (front, *head.trail)
        ]
        return json_ld(
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": number, **step}
                    for number, step in enumerate((*steps, {"name": plain(head.title.text)}), 1)
                ],
            }
        )

    return trail
