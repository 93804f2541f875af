"""The form that narrows a list of events: what it asks, and what its script has to know.

Names of fields and values are the same in every language: they stand in addresses.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from kohtaamo.listings.agenda import last_near_day
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.months import Month
from kohtaamo.publish.facts_file import facts_address
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.follow import anchor
from kohtaamo.publish.pages.moments import month_name
from kohtaamo.publish.pages.reader import VOCABULARY_OF
from kohtaamo.publish.pages.texts import Text, capital
from kohtaamo.words.plurals import FURTHER

# By legend, the kinds of facets that are chosen from a list.
_CHOICES = {
    "where": ("municipality", "place", "way", "accessibility"),
    "when": (),
    "who": ("audience", "topic", "need", "language"),
}
_SWITCHES = ("free", "drop_in", "alone")
_WAYS = ("site", "online", "phone")
# Not offered: beside "any", nobody could tell what choosing everyone asks for.
_EVERYONE = "audience/everyone"
# What stands for a number in sentences that a script finishes.
NUMBER = "#"
_DAYS = ("today", "tomorrow", "week", "weekend")
# Listings that a narrower list can be fetched from, and followed.
_WITH_LISTING = frozenset({*VOCABULARY_OF, "place"})


@dataclass(frozen=True, slots=True)
class Option:
    """A choice and what it is called."""

    value: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One field; without `options` it is to be ticked. `at` is where its listings lie, or ""."""

    name: str
    label: str
    options: tuple[Option, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class AskGroup:
    """Fields that belong together; with `has_day` a day may be given too."""

    legend: str
    asks: tuple[Ask, ...]
    has_day: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NarrowForm:
    """What a script has to know besides stands in attributes of the element.

    `own` is the listing's own facet, "" for all events; `near` the last day until which it tells of
    every date, if it is not `folded`; `months` lie below `at`, events in the first language below
    `files`; `counts` are the forms of "3 events" and "4 dates", by CLDR's names.
    """

    level: int
    groups: tuple[AskGroup, ...]
    facts: str
    own: str
    near: str
    is_folded: bool
    at: str
    files: str
    follow: str
    counts: tuple[tuple[str, str, str], ...]


def narrow_form(
    context: PageContext, listing: Listing, found: Counter[str], months: list[Month], level: int
) -> NarrowForm:
    """The form of a list by what is `found` in it; `level` is that of the headings of days."""
    facts = facts_address(context.edition)
    dated = context.site.agenda.of_listing(listing)
    return NarrowForm(
        level=level,
        groups=tuple(_groups(context, found, months)),
        facts=context.link(facts),
        own="" if listing.kind == "all" else f"{listing.kind}/{listing.key}",
        near=last_near_day(context.edition.today).isoformat(),
        is_folded=any(each.is_folded for each in dated),
        at=context.link(context.addresses.section("events")),
        files=context.link(facts.rpartition("/")[0] + "/"),
        follow=anchor(context),
        counts=tuple(chain(_counts(context, "events"), _counts(context, "dates"))),
    )


def _groups(context: PageContext, found: Counter[str], months: list[Month]) -> Iterator[AskGroup]:
    words = context.words
    for legend, kinds in _CHOICES.items():
        asks = [_choice(context, kind, found) for kind in kinds]
        if legend == "when":
            asks = [Ask(name="when", label=words("narrow.by.when"), options=_when(context, months))]
        kept = tuple(ask for ask in asks if ask.options)
        if kept:
            yield AskGroup(words(f"narrow.group.{legend}"), kept, has_day=legend == "when")
    switches = tuple(
        Ask(name=key, label=words(f"narrow.{key}")) for key in _SWITCHES if f"{key}/" in found
    )
    if switches:
        yield AskGroup(words("narrow.group.more"), switches)


def _choice(context: PageContext, kind: str, found: Counter[str]) -> Ask:
    at = ""
    if kind in _WITH_LISTING:
        at = context.link(context.addresses.listing(kind, "x")).removesuffix("x/")
    return Ask(
        name=kind,
        label=context.words(f"narrow.by.{kind}"),
        options=tuple(_options(context, kind, found)),
        at=at,
    )


def _options(context: PageContext, kind: str, found: Counter[str]) -> Iterable[Option]:
    """Names in alphabetical order, terms as their vocabulary has them."""
    keys = [
        key.partition("/")[2] for key in found if key.startswith(f"{kind}/") and key != _EVERYONE
    ]
    options = [Option(key, _text(context, kind, key)) for key in keys]
    if kind in {"municipality", "place", "language"}:
        return sorted(options, key=lambda option: context.order(option.text))
    order = list(_WAYS if kind == "way" else context.network.vocabularies[_vocabulary(kind)])
    return sorted(options, key=lambda option: order.index(option.value))


def _text(context: PageContext, kind: str, key: str) -> Text:
    if kind == "place":
        return context.place_link(key).text
    if kind == "language":
        return Text(context.language_name(key))
    if kind == "way":
        return Text(context.words(f"narrow.way.{key}"))
    return context.term(_vocabulary(kind), key)


def _vocabulary(kind: str) -> str:
    return VOCABULARY_OF.get(kind, kind)


def _when(context: PageContext, months: list[Month]) -> tuple[Option, ...]:
    days = (Option(key, Text(context.words(f"narrow.days.{key}"))) for key in _DAYS)
    named = (
        Option(f"{year:04d}-{month:02d}", Text(capital(month_name(context.words, (year, month)))))
        for year, month in months
    )
    return (*days, *named)


def _counts(context: PageContext, what: str) -> Iterator[tuple[str, str, str]]:
    """Each form that the language has: of what, its name, and the text with `#` in it."""
    texts = context.words.texts
    for form in ("one", *FURTHER, "many"):
        key = f"site.count.{what}.{form}"
        if key in texts:
            yield what, form, context.words(key, count=NUMBER)
