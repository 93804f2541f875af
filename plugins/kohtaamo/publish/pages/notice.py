"""The page of one notice; it stays when the notice has run out, and says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from kohtaamo.addresses import Addresses
from kohtaamo.listings.changes import changed_at
from kohtaamo.model.notice import Notice, Task
from kohtaamo.model.translation import said
from kohtaamo.publish.html.scripts import OF_NOTICES
from kohtaamo.publish.pages.contact import ContactView, contact_view, readable_url
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.event_off import OffView
from kohtaamo.publish.pages.figures import nest
from kohtaamo.publish.pages.listing import section_link
from kohtaamo.publish.pages.notes import notes_of
from kohtaamo.publish.pages.page import NO_HTML, Head, Page
from kohtaamo.publish.pages.texts import Fact, Link, Rich, Text
from kohtaamo.publish.wording.repeats import joined
from kohtaamo.words.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """`until` is a whole phrase, `task` and the sentences of `terms` are about what one would do.

    `over` is what a script says instead of `until` when that day has passed. `ask` is whom one
    calls or writes to at once; nobody any more when it is over.
    """

    head: Head
    kind: Text
    ask: ContactView
    terms: tuple[str, ...]
    until: str
    until_iso: str
    over: str
    text: Rich
    task: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    municipalities: tuple[Link, ...]
    organisers: tuple[Link, ...]
    audiences: tuple[Link, ...]
    place: Link | None
    site: Link | None
    contact: ContactView


def notice_pages(context: PageContext) -> Iterator[Page]:
    """Every notice, on the board or not."""
    if "notice" not in context.site.scope.owners:
        return
    for slug, notice in context.network.notices.items():
        yield Page(
            at=partial(_address, slug),
            make=partial(_view, context, notice),
            subjects=(("notice", slug),),
            changed=changed_at(context.edition, notice),
        )


def _address(slug: str, addresses: Addresses) -> str:
    return addresses.notice(slug)


def _view(context: PageContext, notice: Notice) -> NoticeView:
    is_over = notice.until < context.edition.today
    last = context.day(notice.until)
    was_until = context.words("site.notice.was_until", date=last)
    url = notice.url or ""
    contact = contact_view(context, notice, notice.contact)
    return NoticeView(
        head=Head(
            title=context.field(notice, "title"),
            thing=f"{notice.municipalities[0]}/notices/{notice.slug}",
            description=context.quoted(said(notice, "summary", context.language)),
            section="notices",
            trail=(section_link(context, "notices"),),
            notes=notes_of(context, notice),
            urgent=_over(context) if is_over else NO_HTML,
            lead=context.field(notice, "summary"),
            art=nest(context, notice.place or next(iter(notice.organisers), notice.slug)),
            scripts=() if is_over else OF_NOTICES,
        ),
        kind=context.term("notice-kinds", notice.kind),
        until=was_until if is_over else context.words("site.notice.until", date=last),
        until_iso=notice.until.isoformat(),
        over=f"{context.words('site.notice.over')} {was_until}",
        ask=ContactView() if is_over else contact,
        terms=tuple(_terms(context.words, notice.task)) if notice.task else (),
        text=context.rich(notice, top=2),
        task=tuple(_task(context, notice)),
        facts=tuple(_facts(context, notice)),
        municipalities=tuple(
            context.term_link("municipality", key) for key in notice.municipalities
        ),
        organisers=tuple(context.organiser_link(slug) for slug in notice.organisers),
        audiences=tuple(context.term_link("audience", key) for key in notice.audiences),
        place=context.place_link(notice.place) if notice.place else None,
        site=Link(url, Text(readable_url(url))) if url else None,
        contact=contact,
    )


def _over(context: PageContext) -> Markup:
    off = OffView(whole=context.words("site.notice.over"))
    return context.rows.fragments.component("event-off")(off, context.words)


def _task(context: PageContext, notice: Notice) -> Iterator[Fact]:
    """How much time it takes."""
    if notice.task is not None and notice.task.time:
        yield Fact(context.words("site.task.time"), context.own(notice, notice.task.time))


def _facts(context: PageContext, notice: Notice) -> Iterator[Fact]:
    """In which languages one gets along."""
    if notice.languages:
        names = (context.language_name(tag) for tag in notice.languages)
        yield Fact(context.words("site.fact.languages"), Text(joined(context.words, names)))


def _terms(words: Words, task: Task) -> Iterator[str]:
    """What whoever thinks of taking on a task asks first."""
    if task.supported:
        yield words("site.task.supported")
    if task.remote is not None:
        yield words("site.task.from_home" if task.remote else "site.task.on_site")
    if task.min_age:
        yield words("site.task.min_age", count=task.min_age)
