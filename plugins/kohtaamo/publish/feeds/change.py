"""One declared change → its entry in the feed of changes."""

from dataclasses import replace
from html import escape

from kohtaamo.ids import change_id, urn
from kohtaamo.listings.changes import changed_at, landed_at
from kohtaamo.listings.declared import Declared
from kohtaamo.listings.edition import Edition
from kohtaamo.model.event import Event
from kohtaamo.model.translation import said
from kohtaamo.publish.about_event import coordinates, identity, page_url
from kohtaamo.publish.feeds.entry import Entry, Takes, paragraph, sentences, told_apart
from kohtaamo.publish.feeds.event import html_language, picture_part
from kohtaamo.publish.pictures.picture import picture_of
from kohtaamo.publish.wording.change import change_lines
from kohtaamo.publish.wording.declared import (
    dates_name,
    dates_of,
    headline,
    occurrence_of,
    replacement,
)
from kohtaamo.publish.wording.event import repeats, where
from kohtaamo.publish.wording.facts import categories, organiser_names


def change_entry(edition: Edition, declared: Declared, language: str) -> Entry:
    """What has changed, with when and where it is now; nothing in it depends on the day.

    It is announced when the event's own file lands: a change has no date of its own, and what its
    place or organiser changes announces nothing.
    """
    words = edition.words[language]
    event = edition.network.events[declared.event]
    own = change_id(identity(edition, event), declared.named, declared.kind.value)
    changed = changed_at(edition, event)
    now = occurrence_of(event, declared)
    place = where(edition, event, now, language)
    lines = (
        *change_lines(edition, event, now, language),
        f"{dates_name(words, now)}: {dates_of(edition, event, declared, language)}",
        words("feeds.where", where=place) if place else "",
    )
    name = headline(edition, declared, language)
    # Not that of the place which a date has left.
    picture = picture_of(edition, replace(event, place=now.place), language)
    return Entry(
        id=urn(own),
        title=name.text,
        language=html_language(edition, name.language),
        around=words.html,
        url=page_url(edition, event, language),
        published=landed_at(edition, event),
        updated=told_apart(changed, own),
        summary=sentences(filter(None, lines)),
        summary_language=words.html,
        html=paragraph(lines)
        + _links(edition, event, declared, language)
        + picture_part(edition, picture, words.html),
        categories=categories(edition, event, language),
        authors=organiser_names(edition, event.organisers, language),
        takes=Takes(
            start=now.start,
            end=now.end,
            where=place,
            geo=coordinates(edition, event, now),
            repeats=repeats(edition, event, language) if declared.date is None else "",
        ),
        picture=picture,
    )


def _links(edition: Edition, event: Event, declared: Declared, language: str) -> str:
    """The event's page, then that of the event that takes its place."""
    lines = [_link(edition, event, language)]
    instead = replacement(edition, event, declared)
    if instead is not None:
        begun = escape(edition.words[language]("site.event.instead"), quote=False)
        lines.append(f"{begun} {_link(edition, instead, language)}")
    return "".join(f"<p>{line}</p>\n" for line in lines)


def _link(edition: Edition, event: Event, language: str) -> str:
    """By the title, which may be in another language than the words around it."""
    title = said(event, "title", language)
    lang = html_language(edition, title.language)
    marked = "" if lang == edition.words[language].html else f' lang="{escape(lang)}"'
    url = escape(page_url(edition, event, language))
    return f'<a href="{url}"{marked}>{escape(title.text, quote=False)}</a>'
