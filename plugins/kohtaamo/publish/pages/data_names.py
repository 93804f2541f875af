"""What things are called in data for search engines: the same on every page, in every language.

A page that speaks of another thing says little of it and names it by its `@id`; the thing's own
page says the rest under the same name.
"""

from kohtaamo.publish.html.json_ld import Thing
from kohtaamo.publish.pages.reader import Reader


def event_names(reader: Reader, slug: str) -> Thing:
    """The name of an event for programs, and its page in the reader's language."""
    first = reader.siblings[reader.edition.first_language]
    return _names(reader, first.event(slug), "event", reader.addresses.event(slug))


def place_names(reader: Reader, slug: str) -> Thing:
    """The same of a place."""
    first = reader.siblings[reader.edition.first_language]
    return _names(reader, first.place(slug), "place", reader.addresses.place(slug))


def organisation_names(reader: Reader, slug: str) -> Thing:
    """The same of an organiser."""
    first = reader.siblings[reader.edition.first_language]
    return _names(reader, first.organiser(slug), "organisation", reader.addresses.organiser(slug))


def _names(reader: Reader, first: str, kind: str, own: str) -> Thing:
    start = reader.edition.site_url
    return {"@id": f"{start}{first}#{kind}", "url": start + own}
