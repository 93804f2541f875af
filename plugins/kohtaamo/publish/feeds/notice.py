"""One notice of the board → its entry in feeds."""

from kohtaamo.ids import item_id, urn
from kohtaamo.listings.changes import changed_at, published_at
from kohtaamo.listings.edition import Edition
from kohtaamo.model.notice import Notice
from kohtaamo.model.translation import said
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.feeds.entry import Entry, in_language, paragraph, told_apart
from kohtaamo.publish.feeds.event import html_language
from kohtaamo.publish.texts.html import to_html
from kohtaamo.publish.texts.plain import first_paragraph
from kohtaamo.publish.wording.facts import contact_line, organiser_names
from kohtaamo.words.dates import day


def notice_entry(edition: Edition, notice: Notice, language: str) -> Entry:
    """The notice as its file says it."""
    words = edition.words[language]
    title, summary = said(notice, "title", language), said(notice, "summary", language)
    text = said(notice, "text", language)
    until = words("feeds.until", date=day(words, notice.until))
    identity = item_id(edition.network.identity.id, "notice", notice.slug, notice.formerly)
    return Entry(
        id=urn(identity),
        title=title.text,
        language=html_language(edition, title.language),
        url=edition.site_url + addresses_in(edition, language).notice(notice.slug),
        published=published_at(edition, notice),
        updated=told_apart(changed_at(edition, notice), identity),
        summary=summary.text or first_paragraph(text.text) or until,
        html="".join(
            (
                in_language(
                    paragraph([summary.text]), html_language(edition, summary.language), words.html
                ),
                in_language(
                    to_html(text.text, base=edition.site_url),
                    html_language(edition, text.language),
                    words.html,
                ),
                paragraph([until, contact_line(notice.contact), notice.url or ""]),
            )
        ),
        categories=_categories(edition, notice, language),
        authors=organiser_names(edition, notice.organisers, language),
    )


def _categories(edition: Edition, notice: Notice, language: str) -> tuple[str, ...]:
    term = edition.network.vocabularies["notice-kinds"].get(notice.kind)
    return (term.label.said(language).text,) if term is not None else ()
