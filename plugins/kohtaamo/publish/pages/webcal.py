"""Addresses that a calendar programme subscribes to when they are pressed."""

from kohtaamo.publish.pages.reader import Reader


def webcal(reader: Reader, address: str) -> str:
    """An address of the site under the scheme by which calendars keep up with changes.

    A plain link to a calendar is taken once and never asked again.
    """
    _, separator, rest = reader.edition.site_url.partition("://")
    return f"webcal{separator}{rest}{address}" if separator else reader.link(address)
