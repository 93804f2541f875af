"""What makers of records may use, in one language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kohtaamo.addresses import Addresses
from kohtaamo.listings.edition import Edition
from kohtaamo.model.network import Network
from kohtaamo.model.terms import Term
from kohtaamo.model.translation import Said, Translated, said
from kohtaamo.publish.found import monday_of
from kohtaamo.publish.pages.moments import SaidDates
from kohtaamo.publish.texts.plain import to_plain
from kohtaamo.words.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The words, addresses and dates of one language of an edition, and its week's `monday`."""

    edition: Edition
    monday: date
    words: Words
    addresses: Addresses
    dates: SaidDates

    @property
    def language(self) -> str:
        return self.words.tag

    @property
    def index(self) -> str:
        """The language of the index, as browsers read it from the page."""
        return self.words.html.lower()

    @property
    def network(self) -> Network:
        return self.edition.network

    def own(self, text: str) -> Said:
        """A text in our words."""
        return Said(text, self.language)

    def kind(self, name: str) -> str:
        """What a thing is, in a word."""
        return self.words(f"search.kind.{name}")

    def texts_of(self, thing: Translated) -> tuple[Said, ...]:
        """The summary and the text of a thing, as plain text."""
        summary, text = said(thing, "summary", self.language), said(thing, "text", self.language)
        plain = Said(to_plain(text.text, says_addresses=False), text.language) if text else text
        return tuple(each for each in (summary, plain) if each)

    def terms(self, vocabulary: str, keys: Iterable[str]) -> Iterator[Said]:
        """The labels of terms, and how they are said of people and places."""
        known = self.network.vocabularies[vocabulary]
        for key in keys:
            if key in known:
                yield from self.forms(known[key])

    def forms(self, term: Term) -> Iterator[Said]:
        """All ways in which a term is said."""
        for label in (term.label, term.in_, term.for_):
            if text := label.said(self.language):
                yield text

    def akin(self, terms: Iterable[tuple[str, Iterable[str]]]) -> tuple[Said, ...]:
        """Other words by which people look for terms, by vocabulary and key."""
        known = self.network.vocabularies
        said = (known[name][key].also for name, keys in terms for key in keys if key in known[name])
        return tuple(text for label in said if (text := label.said(self.language)))

    def labels(self, vocabulary: str, keys: Iterable[str]) -> Iterator[Said]:
        """The labels of terms alone."""
        known = self.network.vocabularies[vocabulary]
        for key in keys:
            if key in known and (text := known[key].label.said(self.language)):
                yield text

    def organisers(self, slugs: Iterable[str]) -> Iterator[Said]:
        """Their names."""
        known = self.edition.known.organisers
        return (known[slug].name_in(self.language) for slug in slugs if slug in known)


def make_speaker(edition: Edition, tag: str) -> Speaker:
    """The speaker of a language of the network."""
    words = edition.words[tag]
    return Speaker(
        edition=edition,
        monday=monday_of(edition.today),
        words=words,
        addresses=Addresses(words, tag == edition.first_language),
        dates=SaidDates(words),
    )
