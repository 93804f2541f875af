"""One event, a series too, → its entry in feeds."""

from dataclasses import dataclass, replace

from kohtaamo.ids import urn
from kohtaamo.listings.changes import changed_at, published_at
from kohtaamo.listings.edition import Edition
from kohtaamo.model.event import Event, Status
from kohtaamo.model.translation import Said, said
from kohtaamo.publish.about_event import coordinates, identity, page_url
from kohtaamo.publish.feeds.entry import (
    Entry,
    Takes,
    in_language,
    paragraph,
    paragraph_with_links,
    picture_html,
    sentences,
    told_apart,
)
from kohtaamo.publish.pictures.picture import Picture, picture_of
from kohtaamo.publish.texts.html import to_html
from kohtaamo.publish.texts.plain import first_paragraph
from kohtaamo.publish.wording.change import change_lines
from kohtaamo.publish.wording.event import repeats, summary, title, where
from kohtaamo.publish.wording.facts import categories, facts, organiser_names
from kohtaamo.schedule.changes import occurrence_at
from kohtaamo.schedule.moments import day_of
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.series import Series, plan
from kohtaamo.words.dates import when
from kohtaamo.words.words import Words


def event_entry(edition: Edition, event: Event, language: str) -> Entry:
    """The event as its file says it: nothing in it depends on the day of the edition."""
    series = plan(event)
    about = _About(
        edition=edition,
        event=event,
        language=language,
        series=series,
        first=_first(series),
    )
    own = identity(edition, event)
    said_title, short = title(edition, event, language), _summary(about)
    return Entry(
        id=urn(own),
        title=said_title.text,
        language=html_language(edition, said_title.language),
        around=about.words.html,
        url=page_url(edition, event, language),
        published=published_at(edition, event),
        updated=told_apart(changed_at(edition, event), own),
        summary=short.text,
        summary_language=html_language(edition, short.language),
        html=_html(about),
        categories=categories(edition, event, language),
        authors=organiser_names(edition, event.organisers, language),
        takes=Takes(
            start=about.first.start,
            end=about.first.end,
            where=where(edition, event, about.first, language),
            geo=coordinates(edition, event, about.first),
            repeats=repeats(edition, event, language),
        ),
        picture=picture_of(edition, event),
    )


def html_language(edition: Edition, tag: str) -> str:
    """The HTML `lang` of a language tag."""
    words = edition.words.get(tag)
    return words.html if words else tag


def picture_part(edition: Edition, picture: Picture | None, around: str) -> str:
    """The picture, its words marked with their language where that is not the one around them."""
    if picture is None:
        return ""
    return in_language(picture_html(picture), html_language(edition, picture.alt.language), around)


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """`first` is the first date, that of a series as it was planned or changed."""

    edition: Edition
    event: Event
    language: str
    series: Series
    first: Occurrence

    @property
    def words(self) -> Words:
        return self.edition.words[self.language]


def _first(series: Series) -> Occurrence:
    kept = series.kept or series.dates
    return occurrence_at(series, series.start_on(kept[0]) if kept else series.event.start)


def _summary(about: _About) -> Said:
    """The summary, else the beginning of the text, else when and where."""
    written = summary(about.edition, about.event, about.language)
    text = said(about.event, "text", about.language)
    begun = replace(text, text=first_paragraph(text.text))
    return written or begun or Said(sentences(_when_and_where(about)), about.language)


def _when_and_where(about: _About) -> tuple[str, ...]:
    event, first, words = about.event, about.first, about.words
    dates = repeats(about.edition, event, about.language) or when(words, first.start, first.end)
    place = where(about.edition, event, None if event.repeat else first, about.language)
    lines = (words("feeds.when", when=dates), words("feeds.where", where=place) if place else "")
    return tuple(line for line in lines if line)


def _html(about: _About) -> str:
    edition, event, language = about.edition, about.event, about.language
    around = about.words.html
    short, text = summary(edition, event, language), said(event, "text", language)
    is_one_change = event.repeat is None or event.status is not Status.CONFIRMED
    return "".join(
        (
            paragraph(change_lines(edition, event, about.first, language)) if is_one_change else "",
            paragraph(_when_and_where(about)),
            in_language(paragraph([short.text]), html_language(edition, short.language), around),
            picture_part(edition, picture_of(edition, event), around),
            in_language(
                to_html(text.text, base=edition.site_url),
                html_language(edition, text.language),
                around,
            ),
            paragraph_with_links(facts(edition, event, language)),
            _changed_dates(about),
        )
    )


def _changed_dates(about: _About) -> str:
    """A list of the dates of a series that its file changes, with what has changed in each."""
    series = about.series
    if not series.changes or about.event.is_off:
        return ""
    items = []
    for each in occurrences(series):
        if day_of(each.by_rule) in series.changes:
            changes = change_lines(about.edition, about.event, each, about.language)
            items.append(paragraph((when(about.words, each.start, each.end), *changes)).strip())
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>\n" if items else ""
