"""What the page of a need says beside its events: whom to call, how events and places got there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kohtaamo.listings.fitting import NEEDS, place_fits
from kohtaamo.listings.in_use import is_listed
from kohtaamo.model.fitting import EventRule, PlaceRule
from kohtaamo.model.place import Place
from kohtaamo.publish.pages.cards import PlaceCard, place_card
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.staffed import staffed_hours
from kohtaamo.publish.pages.talk import TalkLine, phone_lines
from kohtaamo.publish.pages.texts import Link, Text, unbroken
from kohtaamo.publish.wording.fitting import rule_words

# Of more places only the municipalities are named, each with how many of its places fit.
MOST_PLACES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenView:
    """What brings something onto the page: a whole sentence, or one that several `rules` end."""

    said: str
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedView:
    """`way` leads to the places, None without any; of many, `towns` stand for the cards."""

    talk: tuple[TalkLine, ...]
    chosen: ChosenView
    way: Link | None
    places_chosen: ChosenView
    places: tuple[PlaceCard, ...]
    towns: tuple[Link, ...]


def need_view(context: PageContext, key: str) -> NeedView:
    """A need with the places that its rules find, by name."""
    need, words = context.network.vocabularies[NEEDS][key], context.words
    # No night within a week makes another list.
    since = context.site.monday
    fitting = [
        place
        for place in context.network.places.values()
        if is_listed(context.edition, place.slug) and place_fits(place, need.places, since)
    ]
    is_many = len(fitting) > MOST_PLACES
    way = Link("#places", Text(words.several("needs.to_places", len(fitting))))
    return NeedView(
        talk=phone_lines(context),
        chosen=_chosen(context, "needs.events", need.events),
        way=way if fitting else None,
        places_chosen=_chosen(context, "needs.places", need.places),
        places=() if is_many else _cards(context, fitting),
        towns=_towns(context, fitting) if is_many else (),
    )


def _chosen(context: PageContext, at: str, rules: Sequence[EventRule | PlaceRule]) -> ChosenView:
    """The rules in the words of one language, whatever it has to borrow."""
    words = context.words.speaker("needs.")
    said = tuple(rule_words(words, context.network, rule) for rule in rules)

    def quoted(text: str) -> str:
        return context.words.quoted(text, words.tag)

    if len(said) > 1:
        return ChosenView(said=quoted(words(f"{at}.several")), rules=tuple(map(quoted, said)))
    if said:
        return ChosenView(said=quoted(words(f"{at}.one", rule=said[0])))
    return ChosenView(said=quoted(words(f"{at}.none")))


def _cards(context: PageContext, places: Sequence[Place]) -> tuple[PlaceCard, ...]:
    cards = (_card(context, each) for each in places)
    return tuple(sorted(cards, key=lambda card: context.order(card.place.text)))


def _card(context: PageContext, place: Place) -> PlaceCard:
    """With the municipality, for whoever knows no address, and when somebody is there."""
    hours = staffed_hours(context, place)
    key = "needs.staffed" if place.address or place.stops else "needs.answered"
    card = place_card(context, place, place.municipality)
    towns = (context.term("municipalities", each) for each in place.municipalities)
    return replace(
        card,
        towns=tuple(each for each in towns if each.text not in card.where.text),
        stops=(),
        staffed=unbroken(context.words(key, hours=hours)) if hours else "",
    )


def _towns(context: PageContext, places: Sequence[Place]) -> tuple[Link, ...]:
    counts = Counter(town for place in places for town in place.municipalities)
    links = (
        replace(
            context.term_link("municipality", town),
            note=context.words.several("needs.count", count),
        )
        for town, count in counts.items()
    )
    return tuple(sorted(links, key=lambda link: context.order(link.text)))
