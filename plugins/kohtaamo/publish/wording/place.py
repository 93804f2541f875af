"""What pages, calendars and feeds say of a place that is over."""

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.in_use import over_since
from kohtaamo.words.dates import day


def over_words(edition: Edition, slug: str, language: str) -> str:
    """`Paikka ei ole enää käytössä. Se suljettiin …`; "" of any other place."""
    last = over_since(edition.known.places[slug], edition.today)
    if last is None:
        return ""
    words = edition.words[language]
    return words("wording.place_over", date=day(words, last, "on_weekday_year"))
