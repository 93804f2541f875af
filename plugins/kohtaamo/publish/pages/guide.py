"""The first page of the contributors' guide: what one can write, and what messages mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.publish.output import GUIDE, NETWORK
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.guide_languages import guide_languages, has_guide
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import Link, Text

# What most people come to write first.
_ORDER = ("event", "place", "organiser", "notice", "page", "term", "network")


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideView:
    """`kinds` are the kinds of files, the commonest first."""

    head: Head
    kinds: tuple[Link, ...]
    messages: Link


def guide_pages(context: PageContext) -> Iterator[Page]:
    """One page, in the languages in which the guide is whole; no day changes it."""
    if has_guide(context):
        yield Page(
            at=lambda addresses: addresses.section("guide"),
            make=partial(_view, context),
            subjects=(GUIDE, NETWORK),
            changed=context.site.changed_network,
            languages=guide_languages(context),
        )


def _view(context: PageContext) -> GuideView:
    words = context.words
    lead = words("reference.start.lead")
    return GuideView(
        head=Head(title=Text(words("site.section.guide")), description=lead, lead=Text(lead)),
        kinds=tuple(
            _link(context, kind, words(f"reference.write.{kind}"))
            for kind in sorted(KINDS, key=_ORDER.index)
        ),
        messages=_link(context, "messages", words("reference.messages.title")),
    )


def _link(context: PageContext, page: str, title: str) -> Link:
    return Link(context.link(context.addresses.guide(page)), Text(title))
