"""The page that a server shows for an address that leads nowhere: one file, all languages."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.publish.output import NETWORK
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.figures import empty_nest
from kohtaamo.publish.pages.listing import section_link
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.words.words import Words

ADDRESS = "/404.html"
WAYS_ON = ("search", "events", "places", "notices")


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLanguage:
    """The same in a few words, in another language of the network."""

    lang: str
    message: str
    front: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """Where to go from here."""

    head: Head
    ways_on: tuple[Link, ...]
    others: tuple[OtherLanguage, ...]


def not_found_pages(context: PageContext) -> Iterator[Page]:
    """In the network's first language only."""
    if context.language == context.edition.first_language:
        yield Page(
            at=lambda addresses: ADDRESS,
            make=partial(_view, context),
            subjects=(NETWORK,),
            changed=context.site.changed_network,
            elsewhere=lambda addresses: addresses.front,
        )


def _view(context: PageContext) -> NotFoundView:
    words = context.words
    message = words("site.not_found.message")
    return NotFoundView(
        head=Head(
            title=Text(words("site.not_found.title")),
            description=message,
            lead=Text(message),
            art=empty_nest(context, ADDRESS),
        ),
        ways_on=tuple(section_link(context, key) for key in WAYS_ON),
        others=tuple(
            OtherLanguage(
                lang=addresses.words.html,
                message=addresses.words("site.not_found.message"),
                front=Link(context.link(addresses.front), Text(_front(addresses.words))),
            )
            for tag, addresses in context.siblings.items()
            if tag != context.language
        ),
    )


def _front(words: Words) -> str:
    """Easy Finnish calls it what Finnish does: the language's name tells them apart."""
    return f"{words('site.front')} ({words('language.name')})"
