"""Texts, names and links of the network as one language's pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from kohtaamo.addresses import Addresses
from kohtaamo.listings.edition import Edition
from kohtaamo.model.network import Network
from kohtaamo.model.translation import Label, Said, Translated, said, said_within
from kohtaamo.publish.pages.moments import SaidDates
from kohtaamo.publish.pages.site import Site
from kohtaamo.publish.pages.texts import NO_TEXT, Link, Rich, Text
from kohtaamo.schedule.public_holidays import holiday_language, holiday_name
from kohtaamo.text.languages import broader, html_tag
from kohtaamo.words.names import language_name
from kohtaamo.words.sorting import sort_key
from kohtaamo.words.words import Words

# The vocabularies whose terms are listings of their own, by kind of listing.
VOCABULARY_OF = {
    "municipality": "municipalities",
    "audience": "audiences",
    "topic": "topics",
    "need": "needs",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who reads in `words.tag`; `siblings` are the addresses of all languages, by tag.

    `dates` and what is written into `links` are the same on every page: each is made once.
    """

    site: Site
    words: Words
    siblings: Mapping[str, Addresses]
    dates: SaidDates = field(init=False, repr=False, compare=False)
    links: dict[tuple[str, str], Link] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "dates", SaidDates(self.words))

    @property
    def edition(self) -> Edition:
        return self.site.edition

    @property
    def network(self) -> Network:
        return self.site.edition.network

    @property
    def language(self) -> str:
        return self.words.tag

    @property
    def addresses(self) -> Addresses:
        return self.siblings[self.words.tag]

    def text(self, said_text: Said) -> Text:
        """A text with `lang` only when it is in another language than the page."""
        if said_text.language == self.language or not said_text.text:
            return Text(said_text.text)
        return Text(said_text.text, self.lang_of(said_text.language))

    def lang_of(self, tag: str) -> str:
        """The HTML `lang` of a language tag."""
        words = self.edition.words.get(tag)
        return words.html if words else html_tag(tag)

    def language_name(self, tag: str) -> str:
        """A language's name in the page's language, else its own name for itself, else its tag."""
        own = self.edition.words.get(tag)
        name = language_name(self.words, tag)
        return name or self.words.quoted(own("language.name") if own else tag, tag)

    def quoted(self, said_text: Said) -> str:
        """A text as part of a sentence, or in an attribute: it says its language itself."""
        return self.words.quoted(said_text.text, said_text.language)

    def holiday(self, day: date) -> Text:
        """The name of a public holiday, in another language where the page's has none for it."""
        tag = holiday_language(self.language)
        name = holiday_name(day, tag) or ""
        return Text(name) if tag in broader(self.language) else self.text(Said(name, tag))

    def field(self, thing: Translated, name: str) -> Text:
        """A field of a thing, translated where somebody has."""
        return self.text(said(thing, name, self.language))

    def own(self, thing: Translated, text: str | None) -> Text:
        """A text within a field of a thing, translated where somebody has."""
        return self.text(said_within(thing, text, self.language)) if text else NO_TEXT

    def rich(self, thing: Translated, top: int = 3) -> Rich:
        """The Markdown text of a thing as HTML, its highest heading at level `top`."""
        body = said(thing, "text", self.language)
        return Rich(self.site.html(body.text, top), self.text(body).lang)

    def label(self, label: Label) -> Text:
        """A vocabulary's word."""
        return self.text(label.said(self.language))

    def term(self, vocabulary: str, key: str) -> Text:
        """The label of a term; an id that the vocabulary does not know stays as it is."""
        term = self.network.vocabularies[vocabulary].get(key)
        return self.label(term.label) if term else Text(key)

    def link(self, address: str) -> str:
        """An address of ours as a link within the site."""
        return self.site.base + address

    def listing_link(self, kind: str, key: str, text: Text) -> Link:
        """A link to a listing."""
        return Link(self.link(self.addresses.listing(kind, key)), text)

    def term_link(self, kind: str, key: str) -> Link:
        """A link to the listing of a vocabulary term, by its label."""
        link = self.links.get((kind, key))
        if link is None:
            link = self.listing_link(kind, key, self.term(VOCABULARY_OF[kind], key))
            self.links[kind, key] = link
        return link

    def organiser_link(self, slug: str) -> Link:
        """A link to an organiser's page, by its name."""
        link = self.links.get(("organiser", slug))
        if link is None:
            name = self.text(self.edition.known.organisers[slug].name_in(self.language))
            link = Link(self.link(self.addresses.organiser(slug)), name)
            self.links["organiser", slug] = link
        return link

    def place_link(self, slug: str) -> Link:
        """A link to a place's page, by its name."""
        link = self.links.get(("place", slug))
        if link is None:
            name = self.text(self.edition.known.places[slug].name_in(self.language))
            link = Link(self.link(self.addresses.place(slug)), name)
            self.links["place", slug] = link
        return link

    def day(self, value: date | datetime, style: str = "date") -> str:
        """A date in the page's language."""
        return self.dates.day(value, style)

    def order(self, text: Text) -> tuple[tuple[int, ...], str]:
        """The alphabetical order of the page's language."""
        return sort_key(self.words, text.text)
