"""One notice of the board → its entry in feeds."""

from collections.abc import Iterator
from dataclasses import replace

from kohtaamo.ids import item_id, urn
from kohtaamo.listings.changes import changed_at, published_at
from kohtaamo.listings.edition import Edition
from kohtaamo.model.notice import Notice
from kohtaamo.model.translation import Said, said
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.feeds.entry import (
    Entry,
    in_language,
    paragraph,
    paragraph_with_links,
    told_apart,
)
from kohtaamo.publish.feeds.event import html_language, picture_part
from kohtaamo.publish.pictures.picture import picture_of
from kohtaamo.publish.texts.html import to_html
from kohtaamo.publish.texts.plain import first_paragraph
from kohtaamo.publish.wording.event import address_line
from kohtaamo.publish.wording.facts import contact_line, organiser_names
from kohtaamo.words.dates import day


def notice_entry(edition: Edition, notice: Notice, language: str) -> Entry:
    """The notice as its file says it."""
    words = edition.words[language]
    title, summary = said(notice, "title", language), said(notice, "summary", language)
    text = said(notice, "text", language)
    until = Said(words("feeds.until", date=day(words, notice.until)), language)
    short = summary or replace(text, text=first_paragraph(text.text)) or until
    names = organiser_names(edition, notice.organisers, language)
    identity = item_id(edition.network.identity.id, "notice", notice.slug, notice.formerly)
    picture = picture_of(edition, notice, language)
    return Entry(
        id=urn(identity),
        title=title.text,
        language=html_language(edition, title.language),
        around=words.html,
        url=edition.site_url + addresses_in(edition, language).notice(notice.slug),
        published=published_at(edition, notice),
        updated=told_apart(changed_at(edition, notice), identity),
        summary=short.text,
        summary_language=html_language(edition, short.language),
        html="".join(
            (
                in_language(
                    paragraph([summary.text]), html_language(edition, summary.language), words.html
                ),
                picture_part(edition, picture, words.html),
                in_language(
                    to_html(text.text, base=edition.site_url),
                    html_language(edition, text.language),
                    words.html,
                ),
                paragraph_with_links(_facts(edition, notice, language, names)),
            )
        ),
        categories=_categories(edition, notice, language),
        authors=names,
        picture=picture,
    )


def _facts(
    edition: Edition, notice: Notice, language: str, names: tuple[str, ...]
) -> Iterator[str]:
    """Until when it holds, who has put it up, where it is, and whom to ask."""
    words = edition.words[language]
    yield words("feeds.until", date=day(words, notice.until))
    if names:
        yield words.several("feeds.notice_from", len(names), names=", ".join(names))
    where = _where(edition, notice, language)
    if where:
        yield words("feeds.where", where=where)
    yield contact_line(notice, language)
    yield notice.url or ""


def _where(edition: Edition, notice: Notice, language: str) -> str:
    """The place with its address, else the municipalities that it is for."""
    place = edition.network.places.get(notice.place or "")
    if place is not None:
        parts = (said(place, "name", language), address_line(place, place.address, language))
        return ", ".join(part.text for part in parts if part)
    terms = edition.network.vocabularies["municipalities"]
    known = (terms[key] for key in notice.municipalities if key in terms)
    return ", ".join(term.label.said(language).text for term in known)


def _categories(edition: Edition, notice: Notice, language: str) -> tuple[str, ...]:
    term = edition.network.vocabularies["notice-kinds"].get(notice.kind)
    return (term.label.said(language).text,) if term is not None else ()
