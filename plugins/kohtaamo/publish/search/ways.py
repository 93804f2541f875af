"""What leads to many things: listings of terms, the network's own pages, the main sections."""

from collections.abc import Iterator

from kohtaamo.listings.edition import Edition
from kohtaamo.model.translation import Said, said
from kohtaamo.publish.found import found_events
from kohtaamo.publish.pages.content_addresses import content_address
from kohtaamo.publish.pages.reader import VOCABULARY_OF
from kohtaamo.publish.search.record import FIRST, LAST, Record
from kohtaamo.publish.search.speaker import Speaker

# The key of a section, and the words with which its page begins.
_SECTIONS = {
    "events": "",
    "places": "site.places.intro",
    "municipalities": "site.municipalities.intro",
    "audiences": "site.audiences.intro",
    "topics": "site.topics.intro",
    "needs": "site.needs.intro",
    "afar": "wording.holds.afar",
    "changes": "changes.intro",
    "notices": "site.notices.intro",
    "organisers": "site.organisers.intro",
    "subscribe": "",
    "about": "",
    "accessibility": "",
}
_CALLED = frozenset(
    {"events", "places", "afar", "changes", "notices", "organisers", "subscribe", "about"}
)


def found_terms(edition: Edition) -> tuple[tuple[str, str], ...]:
    """Kind and key of the listings of terms with anything in them; of municipalities all."""
    facts = edition.facts
    filled = {key for slug in found_events(edition) for key in facts[slug].listings}
    return tuple(
        (kind, key)
        for kind, vocabulary in VOCABULARY_OF.items()
        for key in edition.network.vocabularies[vocabulary]
        if kind == "municipality" or (kind, key) in filled
    )


def term_record(speaker: Speaker, kind: str, key: str) -> Record:
    """The record of a term's listing."""
    term = speaker.network.vocabularies[VOCABULARY_OF[kind]][key]
    text = term.text.said(speaker.language)
    return Record(
        address=speaker.addresses.listing(kind, key),
        language=speaker.index,
        tag=speaker.language,
        kind=speaker.kind(kind),
        title=term.label.said(speaker.language),
        rank=FIRST if kind == "municipality" else LAST,
        texts=(text,) if text else (),
        called=(*speaker.forms(term), *speaker.akin([(VOCABULARY_OF[kind], (key,))])),
    )


def page_records(speaker: Speaker) -> Iterator[Record]:
    """The network's own pages; the text of the about page is the section's."""
    for slug, page in speaker.network.pages.items():
        at = content_address(speaker.edition, slug)
        address = at(speaker.addresses) if at else speaker.addresses.section("about")
        yield Record(
            address=address,
            language=speaker.index,
            tag=speaker.language,
            kind=speaker.kind("page"),
            title=said(page, "title", speaker.language),
            texts=speaker.texts_of(page),
        )


def section_records(speaker: Speaker) -> Iterator[Record]:
    """The main sections, by their names; and what stands first on the front page."""
    for key, intro in _SECTIONS.items():
        words = speaker.words
        yield Record(
            address=speaker.addresses.section(key),
            language=speaker.index,
            tag=speaker.language,
            kind=speaker.kind("page"),
            title=speaker.own(words(f"site.section.{key}")),
            called=_called(speaker, key) if key in _CALLED else (),
            texts=(speaker.own(words(intro)),) if intro else (),
        )
    yield Record(
        address=f"{speaker.addresses.front}#today",
        language=speaker.index,
        tag=speaker.language,
        kind=speaker.kind("page"),
        title=speaker.own(speaker.words("search.today")),
        called=_called(speaker, "today"),
    )


def _called(speaker: Speaker, section: str) -> tuple[Said, ...]:
    """Other words by which people look for a main section."""
    return (speaker.own(speaker.words(f"search.called.{section}")),)
