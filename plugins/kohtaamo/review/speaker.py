"""What every part of a review needs to say something: the words, and what slugs stand for."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kohtaamo.model.network import Network
from kohtaamo.publish.wording.repeats import joined
from kohtaamo.review.markdown import plain
from kohtaamo.words.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """`words` are those of the reader, `network` tells the names behind slugs.

    `hidden` are the slugs of closed groups. All that is returned may stand in Markdown.
    """

    words: Words
    network: Network
    hidden: AbstractSet[str] = frozenset()

    def name(self, kind: str, slug: str) -> str:
        """What a place, organiser or event is called; its slug when there is none."""
        if kind == "event" and slug in self.hidden:
            return self.words("review.booking.name")
        thing = getattr(self.network, f"{kind}s").get(slug)
        if thing is None:
            return plain(slug)
        return plain(thing.title if kind == "event" else thing.name)

    def term(self, vocabulary: str, term_id: str) -> str:
        """The label of a term, its id when there is none."""
        term = self.network.vocabularies.get(vocabulary, {}).get(term_id)
        return plain(term.label.said(self.words.tag).text) if term else plain(term_id)

    def listed(self, parts: list[str], most: int) -> str:
        """At most so many, and then how many more."""
        if len(parts) > most + 1:
            rest = self.words.several("review.more", len(parts) - most)
            parts = [*parts[:most], rest]
        return joined(self.words, parts)


def label(words: Words, record: str, key: str) -> str:
    """What a field is called."""
    return words(f"fields.{record}.{key}.label")


def filled(parts: Mapping[str, str]) -> str:
    """Names and what they have to say; of those without anything nothing."""
    return ", ".join(f"{name}: {text}" for name, text in parts.items() if text)
