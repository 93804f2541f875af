"""What pages, calendars and feeds say of a place that is over."""

from datetime import date

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.in_use import over_since
from kohtaamo.words.dates import day
from kohtaamo.words.words import Words


def over_words(edition: Edition, slug: str, language: str) -> str:
    """`Paikka ei ole enää käytössä. Se suljettiin …`; "" of any other place."""
    last = over_since(edition.known.places[slug], edition.today)
    return ended_words(edition.words[language], last, edition.today)


def ended_words(words: Words, last: date | None, today: date) -> str:
    """The same of a place whose last day is known; "" while it is not over."""
    if last is None or last >= today:
        return ""
    return words("wording.place_over", date=day(words, last, "on_weekday_year"))
