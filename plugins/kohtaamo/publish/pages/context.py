"""What makers of pages may use, in one language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from jinja2 import Environment

from kohtaamo.addresses import Addresses
from kohtaamo.listings.edition import Edition
from kohtaamo.publish.html.spoken import spoken, turned
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.rows import Rows, make_rows
from kohtaamo.publish.pages.site import Site
from kohtaamo.text.languages import direction_of
from kohtaamo.words.spoken import with_languages


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContext(Reader):
    """A reader with the finished rows of events: each is made once for a language.

    `environment` has the templates of the theme.
    """

    rows: Rows
    environment: Environment


def make_context(
    site: Site, language: str, siblings: Mapping[str, Addresses], environment: Environment
) -> PageContext:
    """The context of one language's pages."""
    words = site.edition.words[language]
    reader = Reader(site=site, words=words, siblings=siblings)
    return PageContext(
        site=site,
        words=words,
        siblings=siblings,
        rows=make_rows(reader, environment),
        environment=environment,
    )


def saying_languages(edition: Edition) -> Edition:
    """The same edition with words for HTML, which say in which language they are."""
    words = {tag: with_languages(each) for tag, each in edition.words.items()}
    return replace(edition, words=words)


def finisher(edition: Edition) -> Callable[[str], str]:
    """The last step of every page: marked texts say their language, and turn where they have to.

    Only where something is written from right to left a page is asked for its directions.
    """
    known = edition.known
    things = (known.events, known.places, known.organisers, known.notices)
    tags = {tag for each in things for thing in each.values() for tag in thing.languages}
    directions = {direction_of(tag) for tag in tags}
    directions |= {words("language.direction") for words in edition.words.values()}
    return (lambda html: turned(spoken(html))) if "rtl" in directions else spoken


def siblings_of(site: Site) -> Mapping[str, Addresses]:
    """The addresses of every language of the network, its first language without prefix."""
    edition = site.edition
    return {
        tag: Addresses(edition.words[tag], tag == edition.first_language)
        for tag in edition.languages
    }
