"""An entry as plain values that JSON holds, and back: what a build remembers of the one before."""

from datetime import date, datetime
from decimal import Decimal

from kohtaamo.model.common import Coordinates
from kohtaamo.model.translation import Said
from kohtaamo.publish.feeds.entry import Entry, Takes
from kohtaamo.publish.pictures.picture import Picture
from kohtaamo.schedule.moments import Moment

_TEXTS = (
    "id",
    "title",
    "language",
    "around",
    "url",
    "summary",
    "summary_language",
    "html",
)
StoredTakes = tuple[str, str | None, str, tuple[str, str] | None, str]
StoredPicture = tuple[str, str, str, str, str]
StoredEntry = tuple[
    tuple[str, ...],
    tuple[str, str],
    tuple[str, ...],
    tuple[str, ...],
    StoredTakes | None,
    StoredPicture | None,
]


def stored(entry: Entry) -> StoredEntry:
    """Texts, published and updated, categories, authors, times, picture."""
    return (
        tuple(getattr(entry, name) for name in _TEXTS),
        (entry.published.isoformat(), entry.updated.isoformat()),
        entry.categories,
        entry.authors,
        None if entry.takes is None else _stored_takes(entry.takes),
        None if entry.picture is None else _stored_picture(entry.picture),
    )


def restored(values: StoredEntry) -> Entry:
    """The entry that was stored; ValueError or TypeError for values that none is made of."""
    texts, (published, updated), categories, authors, takes, picture = values
    return Entry(
        **dict(zip(_TEXTS, texts, strict=True)),
        published=datetime.fromisoformat(published),
        updated=datetime.fromisoformat(updated),
        categories=tuple(categories),
        authors=tuple(authors),
        takes=None if takes is None else _takes(takes),
        picture=None if picture is None else _picture(picture),
    )


def _stored_takes(takes: Takes) -> StoredTakes:
    end, geo = takes.end, takes.geo
    return (
        takes.start.isoformat(),
        None if end is None else end.isoformat(),
        takes.where,
        None if geo is None else (str(geo.lat), str(geo.lon)),
        takes.repeats,
    )


def _takes(values: StoredTakes) -> Takes:
    start, end, where, geo, repeats = values
    return Takes(
        start=_moment(start),
        end=None if end is None else _moment(end),
        where=where,
        geo=None if geo is None else Coordinates(lat=Decimal(geo[0]), lon=Decimal(geo[1])),
        repeats=repeats,
    )


def _moment(text: str) -> Moment:
    """A whole day has no time of day."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _stored_picture(picture: Picture) -> StoredPicture:
    alt = picture.alt
    return picture.url, alt.text, alt.language, picture.credit, picture.media_type


def _picture(values: StoredPicture) -> Picture:
    url, alt, language, credit, media_type = values
    return Picture(url=url, alt=Said(alt, language), credit=credit, media_type=media_type)
