"""What stands around every page's content: head, menu, language switch, foot."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from kohtaamo.model.translation import said
from kohtaamo.publish.pages.content_addresses import content_address
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.feeds import FeedView
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.text.zone import HELSINKI

MENU = ("events", "places", "audiences", "topics", "needs", "notices")
FOOT = ("changes", "organisers", "municipalities", "afar", "subscribe")


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """`lang` serves `lang` and `hreflang`; the name is in that language itself."""

    href: str
    lang: str
    name: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class MenuLink:
    """`is_current` is for the section that the page belongs to; `is_here` for its own page."""

    href: str
    name: str
    is_current: bool
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Addresses in `canonical` and `alternates` are absolute, all others within the site."""

    lang: str
    direction: str
    title: str
    head: Head
    canonical: str
    alternates: tuple[LanguageLink, ...]
    stylesheet: str
    feeds: tuple[FeedView, ...]
    network: Link
    is_front: bool
    menu: tuple[MenuLink, ...]
    languages: tuple[LanguageLink, ...]
    foot: tuple[Link, ...]
    email: str
    updated: str


def frame_maker(context: PageContext, style_address: str) -> Callable[[Page, Head], Frame]:
    """A maker of frames; what all pages of a language have alike is made once."""
    identity = context.network.identity
    name = said(identity, "name", context.language)
    email = identity.contact.email or "" if identity.contact else ""
    home = Link(context.link(context.addresses.front), context.text(name))
    stylesheet = context.site.base + style_address
    foot = _foot(context)
    targets = {key: context.addresses.section(key) for key in MENU}

    @cache
    def menu(section: str, here: str) -> tuple[MenuLink, ...]:
        return tuple(_menu_link(context, key, section, here) for key in MENU)

    def frame(page: Page, head: Head) -> Frame:
        address = page.at(context.addresses)
        is_front = address == context.addresses.front
        here = next((key for key, target in targets.items() if target == address), "")
        return Frame(
            lang=context.words.html,
            direction=context.words("language.direction"),
            title=name.text if is_front else _title(context, head, name.text),
            head=head,
            canonical=context.edition.site_url + address,
            alternates=_languages(context, page, context.edition.site_url)
            if page.is_indexed
            else (),
            stylesheet=stylesheet,
            feeds=head.feeds,
            network=home,
            is_front=is_front,
            menu=menu(head.section, here),
            languages=_languages(context, page, context.site.base),
            foot=foot,
            email=email,
            updated=_updated(context, page.changed),
        )

    return frame


def _title(context: PageContext, head: Head, network: str) -> str:
    title = head.title.text
    if head.state:
        title = context.words("wording.prefixed", state=head.state, title=title)
    return context.words("site.page_title", title=title, network=network)


def _languages(context: PageContext, page: Page, start: str) -> tuple[LanguageLink, ...]:
    at = page.elsewhere or page.at
    return tuple(
        LanguageLink(
            start + at(addresses),
            addresses.words.html,
            addresses.words("language.name"),
            tag == context.language,
        )
        for tag, addresses in context.siblings.items()
    )


def _menu_link(context: PageContext, key: str, section: str, here: str) -> MenuLink:
    target = context.link(context.addresses.section(key))
    name = context.words(f"site.section.{key}")
    return MenuLink(target, name, is_current=key == section, is_here=key == here)


def _foot(context: PageContext) -> tuple[Link, ...]:
    words, addresses = context.words, context.addresses
    sections = (
        Link(context.link(addresses.section(key)), Text(words(f"site.section.{key}")))
        for key in FOOT
    )
    about = Link(context.link(addresses.section("about")), Text(words("site.section.about")))
    statement = Link(
        context.link(addresses.section("accessibility")), Text(words("site.section.accessibility"))
    )
    others = (
        Link(context.link(at(addresses)), context.field(page, "title"))
        for slug, page in context.network.pages.items()
        if (at := content_address(context.edition, slug)) is not None
    )
    return (*sections, *others, about, statement)


def _updated(context: PageContext, changed: datetime | None) -> str:
    """When the site was built, or when the page's content last changed, as a local date."""
    if changed is None:
        return context.words("site.foot.built", date=context.day(context.edition.today))
    day = changed.astimezone(UTC).astimezone(HELSINKI)
    return context.words("site.foot.changed", date=context.day(day))
