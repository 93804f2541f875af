"""By what a list of events can be narrowed: links to other lists, and a form for scripts.

Both offer only what a coming event of the list has: whatever is chosen, the list itself says so.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kohtaamo.listings.facets import NARROWED
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.months import Month, has_any
from kohtaamo.publish.html.scripts import OF_LISTS
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.foremost import MOST, MOST_MONTHS, MOST_TOWNS
from kohtaamo.publish.pages.indexes import INDEXES
from kohtaamo.publish.pages.moments import month_name
from kohtaamo.publish.pages.narrow_form import NarrowForm, narrow_form
from kohtaamo.publish.pages.reader import VOCABULARY_OF
from kohtaamo.publish.pages.texts import Link, Text, capital

# The question that a kind of listing answers; easy pages ask only the first and the last.
_QUESTIONS = {"audience": "whom", "topic": "what", "need": "why"}


@dataclass(frozen=True, slots=True)
class Way:
    """A question and the pages that answer it."""

    name: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrow:
    """`ways` are for whoever has no scripts, `form` takes their place; easy pages have none."""

    ways: tuple[Way, ...]
    form: NarrowForm | None


def narrow_view(context: PageContext, listing: Listing, level: int) -> Narrow | None:
    """What stands above the dates of a listing's first page; None where there is no choice.

    `level` is that of the headings of days.
    """
    found, events = context.site.agenda.offer(listing)
    if listing.kind not in NARROWED or not events:
        return None
    months = [month for month, on in context.site.dates_in.items() if has_any(listing, on)]
    # What every event has, is no choice.
    choices = Counter({key: count for key, count in found.items() if count < events})
    is_easy = context.words.is_easy
    return Narrow(
        ways=tuple(way for way in _ways(context, listing, found, months) if way.links),
        form=None if is_easy else narrow_form(context, listing, choices, months, level),
    )


def scripts_of(narrow: Narrow | None) -> tuple[str, ...]:
    """The scripts that the form needs."""
    return OF_LISTS if narrow is not None and narrow.form is not None else ()


def _ways(
    context: PageContext, listing: Listing, found: Counter[str], months: list[Month]
) -> Iterator[Way]:
    words = context.words
    afar = () if listing.kind == "afar" else _afar(context, found)
    yield Way(words("site.way.where"), (*_towns(context, found), *afar))
    yield Way(words("site.way.when"), (_today(context), *_months(context, months[:MOST_MONTHS])))
    for kind, question in _QUESTIONS.items():
        if kind == "need" or not words.is_easy:
            yield Way(words(f"site.way.{question}"), _foremost(context, kind, found))


def _towns(context: PageContext, found: Counter[str]) -> tuple[Link, ...]:
    towns = [
        context.term_link("municipality", key) for key in _keys(context, "municipality", found)
    ]
    if len(towns) > MOST_TOWNS:
        return (_section(context, "municipalities", "site.section.municipalities"),)
    return tuple(sorted(towns, key=lambda link: context.order(link.text)))


def _afar(context: PageContext, found: Counter[str]) -> tuple[Link, ...]:
    """From home, where some event of the list can be taken part in so."""
    is_offered = found["way/online"] or found["way/phone"]
    return (_section(context, "afar", "site.section.afar"),) if is_offered else ()


def _today(context: PageContext) -> Link:
    front = context.link(context.addresses.front)
    return Link(f"{front}#today", Text(context.words("search.today")))


def _months(context: PageContext, months: list[Month]) -> Iterator[Link]:
    for month in months:
        href = context.link(context.addresses.month(*month))
        yield Link(href, Text(capital(month_name(context.words, month))))


def _foremost(context: PageContext, kind: str, found: Counter[str]) -> tuple[Link, ...]:
    """The terms that most events of the list have, as their vocabulary has them, then all."""
    keys = _keys(context, kind, found)
    chosen = sorted(keys, key=lambda key: -found[f"{kind}/{key}"])[:MOST]
    links = tuple(context.term_link(kind, key) for key in keys if key in chosen)
    if len(keys) <= MOST:
        return links
    section = INDEXES[kind]
    return (*links, _section(context, section, f"site.{section}.all"))


def _section(context: PageContext, section: str, name: str) -> Link:
    return Link(context.link(context.addresses.section(section)), Text(context.words(name)))


def _keys(context: PageContext, kind: str, found: Counter[str]) -> list[str]:
    vocabulary = context.network.vocabularies[VOCABULARY_OF[kind]]
    return [key for key in vocabulary if f"{kind}/{key}" in found]
