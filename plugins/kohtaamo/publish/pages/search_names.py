"""Every name of a network from A to Ö, as the index of the search page has them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from kohtaamo.listings.in_use import is_active, municipalities_on
from kohtaamo.listings.table import municipalities_of
from kohtaamo.publish.few_events import are_few
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.moments import Moments
from kohtaamo.publish.pages.reader import VOCABULARY_OF
from kohtaamo.publish.pages.texts import Text
from kohtaamo.publish.wording.event import state_words
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.words.sorting import letter_of


@dataclass(frozen=True, slots=True)
class Name:
    """Where a name leads, and what it is; a next date tells an event from its namesakes."""

    href: str
    text: Text
    note: str
    when: Moments | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The names that begin alike, in alphabetical order; `key` marks the letter in the page.

    Where something else holds them together, `about` is a sentence about it.
    """

    name: str
    key: str
    names: tuple[Name, ...]
    about: str = ""


def letters(context: PageContext) -> tuple[Letter, ...]:
    """The letters that any name begins with, in the order of the language's alphabet."""
    names = chain(_terms(context), _places(context), _organisers(context), _events(context))
    found = sorted(names, key=lambda each: _order(context, each))
    return tuple(
        Letter(name=name, key=_key(name), names=tuple(same))
        for name, same in groupby(found, key=lambda each: letter_of(context.words, each.text.text))
    )


def _order(context: PageContext, name: Name) -> tuple[object, ...]:
    letter = letter_of(context.words, name.text.text)
    when = name.when.iso if name.when else ""
    return context.order(Text(letter)), context.order(name.text), name.note, when


def _key(letter: str) -> str:
    """An id that needs no escaping in an address: `letter-a`, `letter-e4`."""
    sign = letter[:1].lower()
    return f"letter-{sign if sign.isascii() and sign else format(ord(sign or ' '), 'x')}"


def _terms(context: PageContext) -> Iterator[Name]:
    """Municipalities, audiences and topics; needs are sentences, which nobody looks up."""
    for kind in ("municipality", "audience", "topic"):
        note = context.words(f"search.kind.{kind}")
        for key in context.network.vocabularies[VOCABULARY_OF[kind]]:
            if kind == "municipality" or context.site.counts[kind, key]:
                link = context.term_link(kind, key)
                yield Name(link.href, link.text, note)


def _places(context: PageContext) -> Iterator[Name]:
    """Those that are not over, and where they still come to."""
    for slug, place in context.edition.known.places.items():
        municipalities = municipalities_on(place, context.edition.today)
        if municipalities:
            link = context.place_link(slug)
            yield Name(link.href, link.text, _note(context, "place", municipalities))


def _organisers(context: PageContext) -> Iterator[Name]:
    """Those that are not over."""
    for slug, organiser in context.edition.known.organisers.items():
        if is_active(context.edition, slug):
            link = context.organiser_link(slug)
            yield Name(link.href, link.text, _note(context, "organiser", organiser.municipalities))


def _events(context: PageContext) -> Iterator[Name]:
    """Those with a date to come, unless there are too many to be read."""
    if not are_few(context.edition.known.events.values(), context.edition.today):
        return
    for slug in context.site.listings["all", ""].events:
        dates = context.site.coming[slug]
        if dates:
            yield _event(
                context, slug, next((each for each in dates if each.takes_place), dates[0])
            )


def _event(context: PageContext, slug: str, on: Occurrence) -> Name:
    """That it is off comes before what it is."""
    event = context.network.events[slug]
    note = _note(
        context, "event", municipalities_of(event, context.network) if event.on_site else ()
    )
    if not on.takes_place:
        state = state_words(context.words, on.state)
        note = context.words("wording.prefixed", state=state, title=note)
    href = context.link(context.addresses.event(slug))
    return Name(href, context.field(event, "title"), note, name_when(context, on))


def name_when(context: PageContext, on: Occurrence) -> Moments:
    """With its year: nothing around a name tells which 2.6. is meant."""
    return context.dates.moments(on, "on_weekday_year")


def _note(context: PageContext, kind: str, municipalities: tuple[str, ...]) -> str:
    """What it is, and where: a name alone may be anything's."""
    note = context.words(f"search.kind.{kind}")
    for key in municipalities:
        term = context.network.vocabularies["municipalities"].get(key)
        if term:
            name = context.quoted(term.label.said(context.language))
            note = context.words("search.note", first=note, then=name)
    return note
