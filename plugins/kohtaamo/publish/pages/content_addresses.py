"""Where the network's own pages lie."""

from collections.abc import Callable

from kohtaamo.addresses import Addresses
from kohtaamo.listings.edition import Edition


def content_address(edition: Edition, slug: str) -> Callable[[Addresses], str] | None:
    """The address of a page; None for the text of the about page, which is made anyway.

    The privacy page has an address word of its own in every language.
    """
    if slug == statement_slug(edition, "about"):
        return None
    if slug == statement_slug(edition, "privacy"):
        return lambda addresses: addresses.section("privacy")
    return lambda addresses: addresses.page(slug)


def statement_slug(edition: Edition, statement: str) -> str:
    """The slug of a page that has an address word: `tietoa`, `tietosuoja` in a Finnish network."""
    return edition.words[edition.first_language](f"addresses.{statement}")
