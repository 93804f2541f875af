"""One event, a series too, → its entry in feeds."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kohtaamo.ids import urn
from kohtaamo.listings.edition import Edition
from kohtaamo.model.event import Status
from kohtaamo.model.translation import Said, said
from kohtaamo.publish.about_event import coordinates
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
from kohtaamo.publish.gist import Gist
from kohtaamo.publish.pictures.picture import Picture, picture_of
from kohtaamo.publish.texts.html import to_html, with_base
from kohtaamo.publish.texts.plain import first_paragraph
from kohtaamo.publish.wording.change import change_lines
from kohtaamo.publish.wording.event import repeats, title, where
from kohtaamo.publish.wording.facts import organiser_names
from kohtaamo.schedule.changes import occurrence_at
from kohtaamo.schedule.moments import day_of
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.series import Series
from kohtaamo.words.dates import when
from kohtaamo.words.words import Words


def entry_of(gist: Gist, html_of: Callable[[str], str] = to_html) -> Entry:
    """The event as its file says it: nothing in it depends on the day of the edition.

    `html_of` is `to_html` without a base, or something that remembers what that gave for the page.
    """
    edition, event, language = gist.edition, gist.event, gist.language
    about = _about(gist)
    said_title, short = title(edition, event, language), _summary(about)
    return Entry(
        id=urn(gist.identity),
        title=said_title.text,
        language=html_language(edition, said_title.language),
        around=about.words.html,
        url=gist.url,
        published=gist.announced,
        updated=told_apart(gist.changed, gist.identity),
        summary=short.text,
        summary_language=html_language(edition, short.language),
        html=_html(about, html_of),
        categories=gist.categories,
        authors=organiser_names(edition, event.organisers, language),
        takes=Takes(
            start=about.first.start,
            end=about.first.end,
            where=about.where,
            geo=coordinates(edition, event, about.first),
            repeats=about.repeats,
        ),
        picture=about.picture,
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
    """`first` is the first date, that of a series as it was planned or changed.

    `where` is said of that date, `repeats` of the rule.
    """

    gist: Gist
    words: Words
    first: Occurrence
    where: str
    repeats: str
    picture: Picture | None


def _about(gist: Gist) -> _About:
    edition, event, language = gist.edition, gist.event, gist.language
    first = _first(gist.series)
    return _About(
        gist=gist,
        words=edition.words[language],
        first=first,
        where=where(edition, event, first, language),
        repeats=repeats(edition, event, language),
        picture=picture_of(edition, event, language),
    )


def _first(series: Series) -> Occurrence:
    kept = series.kept or series.dates
    return occurrence_at(series, series.start_on(kept[0]) if kept else series.event.start)


def _summary(about: _About) -> Said:
    """The summary, else the beginning of the text, else when and where."""
    gist = about.gist
    if gist.summary:
        return gist.summary
    text = said(gist.event, "text", gist.language)
    begun = replace(text, text=first_paragraph(text.text))
    return begun or Said(sentences(_when_and_where(about)), gist.language)


def _when_and_where(about: _About) -> tuple[str, ...]:
    gist, first, words = about.gist, about.first, about.words
    dates = about.repeats or when(words, first.start, first.end)
    place = about.where
    if gist.event.repeat:
        place = where(gist.edition, gist.event, None, gist.language)
    lines = (words("feeds.when", when=dates), words("feeds.where", where=place) if place else "")
    return tuple(line for line in lines if line)


def _html(about: _About, html_of: Callable[[str], str]) -> str:
    gist = about.gist
    edition, event, language = gist.edition, gist.event, gist.language
    around = about.words.html
    short, text = gist.summary, said(event, "text", language)
    is_one_change = event.repeat is None or event.status is not Status.CONFIRMED
    return "".join(
        (
            paragraph(change_lines(edition, event, about.first, language)) if is_one_change else "",
            paragraph(_when_and_where(about)),
            in_language(paragraph([short.text]), html_language(edition, short.language), around),
            picture_part(edition, about.picture, around),
            in_language(
                with_base(html_of(text.text), edition.site_url),
                html_language(edition, text.language),
                around,
            ),
            paragraph_with_links(gist.facts),
            _changed_dates(about),
        )
    )


def _changed_dates(about: _About) -> str:
    """A list of the dates of a series that its file changes, with what has changed in each."""
    gist = about.gist
    series = gist.series
    if not series.changes or gist.event.is_off:
        return ""
    items = []
    for each in occurrences(series):
        if day_of(each.by_rule) in series.changes:
            changes = change_lines(gist.edition, gist.event, each, gist.language)
            items.append(paragraph((when(about.words, each.start, each.end), *changes)).strip())
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>\n" if items else ""
