"""What stands around every page's content: head, menu, language switch, foot."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache, partial
from urllib.parse import quote

from markupsafe import Markup

from kohtaamo.model.translation import said, said_together
from kohtaamo.publish.html.scripts import FIRST
from kohtaamo.publish.html.styles import ICON
from kohtaamo.publish.pages.contact import PhoneView, phone_view
from kohtaamo.publish.pages.content_addresses import content_address
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.easy import EASY_MENU
from kohtaamo.publish.pages.feeds import FeedView
from kohtaamo.publish.pages.guide_languages import guide_link, tell_link
from kohtaamo.publish.pages.notes import language_notes
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.shared import SharedView, shared_maker
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.publish.pages.trail_data import trail_maker
from kohtaamo.text.runs import plain, run
from kohtaamo.text.zone import HELSINKI
from kohtaamo.words.words import Words

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


@dataclass(frozen=True, slots=True)
class Script:
    """With `is_first` a browser that knows how waits for it before it shows the page."""

    href: str
    is_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """Whom to tell of a mistake: by phone, or by a mail that names the page; "" for neither.

    `form` is the page with the form, which knows what the page is about.
    """

    asks: str
    form: str
    phone: PhoneView | None
    email: str
    mail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Addresses in `canonical` and `alternates` are absolute, all others within the site.

    `about_words` says how far the page's language can be trusted; the front page says it first.
    `menu` and `foot` are finished: pages of one section, or of all, have them alike.
    """

    lang: str
    direction: str
    is_easy: bool
    title: str
    head: Head
    is_preview: bool
    canonical: str
    alternates: tuple[LanguageLink, ...]
    shared: SharedView | None
    styles: tuple[str, ...]
    scripts: tuple[Script, ...]
    icon: str
    data: tuple[Markup, ...]
    feeds: tuple[FeedView, ...]
    network: Link
    is_front: bool
    menu: Markup
    search: MenuLink
    languages: tuple[LanguageLink, ...]
    foot: Markup
    mistake: Mistake | None
    about_words: tuple[str, ...]
    updated: str


def frame_maker(
    context: PageContext, styles: Sequence[str], scripts: Mapping[str, str]
) -> Callable[[Page, Head], Frame]:
    """A maker of frames, with the addresses of `styles`, and of `scripts` by name.

    What all pages of a language have alike is made once.
    """
    words = context.words
    network = context.quoted(said(context.network.identity, "name", context.language))
    sections = {context.addresses.section(key): key for key in (*menu_of(words), "search")}
    front, shared = context.addresses.front, shared_maker(context, network)
    menu, search, trail = _menus(context), _search(context), trail_maker(context)
    about_words, updated = language_notes(words), cache(partial(_updated, context))
    with_alike = _alike(context, styles)

    def frame(page: Page, head: Head) -> Frame:
        address = page.at(context.addresses)
        is_front, here = address == front, sections.get(address, "")
        head = _noted(head, about_words) if is_front else head
        title = network if is_front else _title(context, head)
        return with_alike(
            title=title if is_front else words("site.page_title", title=title, network=network),
            head=head,
            is_preview=page.is_preview,
            canonical=context.edition.site_url + address,
            alternates=_alternates(context, page) if page.is_indexed else (),
            shared=shared(page, head, title),
            scripts=_scripts(context, scripts, head.scripts),
            data=tuple(each for each in (head.data, trail(head)) if each),
            feeds=head.feeds,
            is_front=is_front,
            menu=menu(head.section, here),
            search=search(here),
            languages=_languages(context, page, context.site.base),
            mistake=_mistake(context, head),
            about_words=() if is_front else about_words,
            updated=updated(_local_day(page.changed) if page.changed else None),
        )

    return frame


def _alike(context: PageContext, styles: Sequence[str]) -> partial[Frame]:
    """A frame with what all pages of a language have alike, to be called with the rest."""
    words = context.words
    foot = context.rows.fragments.component("foot-ways")(_foot(context), _keeper(context), words)
    name = said(context.network.identity, "name", context.language)
    return partial(
        Frame,
        lang=words.html,
        direction=words("language.direction"),
        is_easy=words.is_easy,
        styles=tuple(context.site.base + each for each in styles),
        icon=context.link(f"/{ICON}"),
        network=Link(context.link(context.addresses.front), context.text(name)),
        foot=foot,
    )


def _scripts(
    context: PageContext, scripts: Mapping[str, str], names: Sequence[str]
) -> tuple[Script, ...]:
    return tuple(Script(context.link(scripts[each]), each in FIRST) for each in names)


def _noted(head: Head, notes: tuple[str, ...]) -> Head:
    return replace(head, notes=(*head.notes, *notes)) if notes else head


def menu_of(words: Words) -> tuple[str, ...]:
    """The sections of the main menu, by their keys."""
    return EASY_MENU if words.is_easy else MENU


def _menus(context: PageContext) -> Callable[[str, str], Markup]:
    """The main menu by the section of a page, and by the section whose first page it is or ""."""
    component = context.rows.fragments.component("menu")

    @cache
    def menu(section: str, here: str) -> Markup:
        links = tuple(_menu_link(context, key, section, here) for key in menu_of(context.words))
        return component(links, context.words)

    return menu


def _search(context: PageContext) -> Callable[[str], MenuLink]:
    """The link to the search page, by the section whose first page it stands on or ""."""
    return cache(partial(_menu_link, context, "search", ""))


def _title(context: PageContext, head: Head) -> str:
    """What and where; in which network is said elsewhere."""
    title = _marked(head.title)
    if head.state:
        title = context.words("wording.prefixed", state=head.state, title=title)
    if head.where:
        title = context.words("site.page_title", title=title, network=_marked(head.where))
    return title


def _marked(text: Text) -> str:
    return run(text.lang, text.text) if text.lang else text.text


def _alternates(context: PageContext, page: Page) -> tuple[LanguageLink, ...]:
    """The same page in every language that has it."""
    every = _languages(context, page, context.edition.site_url)
    tags = tuple(context.siblings)
    return tuple(link for tag, link in zip(tags, every, strict=True) if page.is_in(tag))


def _languages(context: PageContext, page: Page, start: str) -> tuple[LanguageLink, ...]:
    return tuple(
        LanguageLink(
            start + page.in_language(addresses),
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
        for key in (*FOOT, *(key for key in MENU if key not in menu_of(words)))
    )
    guide, tell = guide_link(context), tell_link(context)
    about = Link(context.link(addresses.section("about")), Text(words("site.section.about")))
    statement = Link(
        context.link(addresses.section("accessibility")), Text(words("site.section.accessibility"))
    )
    others = (
        Link(context.link(at(addresses)), context.field(page, "title"))
        for slug, page in context.network.pages.items()
        if not page.decided
        if (at := content_address(context.edition, slug)) is not None
    )
    return (*sections, *others, about, statement, *filter(None, (guide, tell)))


def _keeper(context: PageContext) -> Link | None:
    """Who keeps the network, leading to the page that says more; None when nobody is named."""
    identity = context.network.identity
    who = identity.coordinator
    if who is None:
        return None
    named = said_together(identity, (who.role, who.organisation), context.language)
    return Link(context.link(context.addresses.section("about")), context.text(named))


def _mistake(context: PageContext, head: Head) -> Mistake | None:
    """The mail's subject is the page's name."""
    who = context.network.identity.contact
    if who is None or not (who.email or who.phone):
        return None
    form = tell_link(context)
    return Mistake(
        asks=context.words("site.foot.mistake"),
        form=f"{form.href}?{head.thing}" if head.thing and form else "",
        phone=phone_view(who.phone),
        email=who.email or "",
        mail=f"mailto:{who.email}?subject={quote(plain(head.title.text), safe='')}",
    )


def _local_day(moment: datetime) -> date:
    return moment.astimezone(UTC).astimezone(HELSINKI).date()


def _updated(context: PageContext, changed: date | None) -> str:
    """When the site was built, or when the page's content last changed, as a local date."""
    if changed is None:
        return context.words("site.foot.built", date=context.day(context.edition.today))
    return context.words("site.foot.changed", date=context.day(changed))
