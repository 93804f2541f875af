"""The guide to the checker's messages: every code with what it says, means and asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.problems.explanations import MessageGuide, message_guide
from kohtaamo.publish.output import GUIDE, NETWORK
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.guide_languages import guide_languages, has_guide
from kohtaamo.publish.pages.listing import section_link
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import Link, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagesView:
    """`subjects` lead to the parts of the page; `lang` is that of the codes."""

    head: Head
    subjects: tuple[Link, ...]
    guide: MessageGuide
    lang: str


def guide_messages_pages(context: PageContext) -> Iterator[Page]:
    """One page for all messages; no day changes it."""
    if has_guide(context):
        yield Page(
            at=lambda addresses: addresses.guide("messages"),
            make=partial(_view, context),
            subjects=(GUIDE, NETWORK),
            changed=context.site.changed_network,
            languages=guide_languages(context),
        )


def _view(context: PageContext) -> MessagesView:
    # Most builds make no such page, and need no sentences.
    from kohtaamo.problems.catalogue import load_catalogue  # noqa: PLC0415

    guide = message_guide(load_catalogue(context.language))
    lead = context.words("reference.messages.lead")
    return MessagesView(
        head=Head(
            title=Text(context.words("reference.messages.title")),
            description=lead,
            trail=(section_link(context, "guide"),),
            lead=Text(lead),
        ),
        subjects=tuple(Link(f"#about-{each.key}", Text(each.title)) for each in guide.subjects),
        guide=guide,
        lang="en" if context.language != "en" else "",
    )
