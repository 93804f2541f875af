"""What every page has, whatever its type."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from markupsafe import Markup

from kohtaamo.addresses import Addresses
from kohtaamo.publish.output import EVERYTHING, Subject
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.feeds import FeedView
from kohtaamo.publish.pages.texts import NO_TEXT, Link, Text

NO_HTML = Markup("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """`state` is said before the title ("PERUTTU"); `section` is the key of its menu item.

    `where` tells its name in tabs, bookmarks and search results from others that are called alike.

    `thing` is what the page is about, as the form knows it: folder and slug, of
    all but places behind the municipality.

    `trail` leads from the front page to this page, both left out; `notes` are said under the title.
    `urgent` is what has to be said before all else, and finished. `lead` says in a sentence what
    the page is about; `art` is drawn beside it, and says nothing. `data` says it to programs
    (`kohtaamo.publish.html.json_ld`); of what `is_discreet` they are told nothing, not even where
    it lies. `scripts` are the modules of the theme that have something to do on the page, by name.
    With a shared address the drawing of the place `drawing_of` is shown, else that of the network.
    """

    title: Text
    state: str = ""
    where: Text = NO_TEXT
    thing: str = ""
    description: str = ""
    section: str = ""
    trail: tuple[Link, ...] = ()
    feeds: tuple[FeedView, ...] = ()
    notes: tuple[str, ...] = ()
    urgent: Markup = NO_HTML
    lead: Text = NO_TEXT
    art: Markup = NO_HTML
    scripts: tuple[str, ...] = ()
    data: Markup = NO_HTML
    drawing_of: str = ""
    is_discreet: bool = False


class View(Protocol):
    """What a template shows; each page type has fields of its own beside the head."""

    @property
    def head(self) -> Head: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, not made yet: `at` gives its address in every language, `make` what it shows.

    `changed` is when its content last changed; None for pages that say when the site was built.
    `elsewhere` is where other languages lie when they have no such page; `languages` are those that
    have it, by tag, where not all have. `subjects` are those of its output. With `is_preview` it is
    for those alone who work on the site.
    """

    at: Callable[[Addresses], str]
    make: Callable[[], View]
    subjects: tuple[Subject, ...] = (EVERYTHING,)
    changed: datetime | None = None
    elsewhere: Callable[[Addresses], str] | None = None
    is_preview: bool = False
    languages: frozenset[str] | None = None

    @property
    def is_indexed(self) -> bool:
        """Pages without siblings (404) are not for search engines."""
        return self.elsewhere is None

    def is_in(self, tag: str) -> bool:
        """True when a language of the network has this page."""
        return self.languages is None or tag in self.languages

    def in_language(self, addresses: Addresses) -> str:
        """Where another language has this page, or what it has instead."""
        if self.elsewhere is not None:
            return self.elsewhere(addresses)
        return self.at(addresses) if self.is_in(addresses.words.tag) else addresses.front


@dataclass(frozen=True, slots=True)
class PageType:
    """`template` is a file of the theme; `pages` lists the type's pages in one language.

    With `is_preview` only builds that publish nothing make them, in the network's first language;
    no menu, no sitemap and no search engine leads to them.
    """

    template: str
    pages: Callable[[PageContext], Iterable[Page]]
    is_preview: bool = False


def as_preview(page: Page) -> Page:
    """The same page for those who see a preview; other languages have their front page instead."""
    return replace(page, is_preview=True, elsewhere=lambda addresses: addresses.front)
