"""What makers of pages may use, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment

from kohtaamo.addresses import Addresses
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.rows import Rows, make_rows
from kohtaamo.publish.pages.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContext(Reader):
    """A reader with the finished rows of events: each is made once for a language."""

    rows: Rows


def make_context(
    site: Site, language: str, siblings: Mapping[str, Addresses], environment: Environment
) -> PageContext:
    """The context of one language's pages."""
    words = site.edition.words[language]
    reader = Reader(site=site, words=words, siblings=siblings)
    return PageContext(
        site=site, words=words, siblings=siblings, rows=make_rows(reader, environment)
    )


def siblings_of(site: Site) -> Mapping[str, Addresses]:
    """The addresses of every language of the network, its first language without prefix."""
    edition = site.edition
    return {
        tag: Addresses(edition.words[tag], tag == edition.first_language)
        for tag in edition.languages
    }
