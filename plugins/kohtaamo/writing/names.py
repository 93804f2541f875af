"""What people call places, organisers and terms → the ids that files refer to them by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kohtaamo.content.schema.choices import Choice, Reference, TermOf
from kohtaamo.content.schema.field import Field, Type
from kohtaamo.content.schema.forms import CanHostType
from kohtaamo.content.schema.many import ListOf, YesNoMap
from kohtaamo.content.source.tree import Node, Scalar
from kohtaamo.model.network import Network
from kohtaamo.review.values import plain_words
from kohtaamo.text.folding import fold
from kohtaamo.text.suggestions import nearest
from kohtaamo.words.words import Words

# No more are listed at once.
MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`exact` is the id that was meant without doubt; `near` are those that may have been."""

    exact: str | None = None
    near: tuple[str, ...] = ()


# What is named by an id within the event's place.
_INSIDE = frozenset({"room", "stop"})


def names_of(
    field: Field, nodes: Mapping[str, Node], network: Network, words: Words
) -> Mapping[str, str]:
    """The ids that may stand in a field, or in a list of it, with their names.

    Those of rooms and stops belong to the place among the answers given so far (`nodes`).
    """
    if field.key in _INSIDE:
        place = nodes.get("place")
        known = network.places.get(place.text) if isinstance(place, Scalar) else None
        inside = getattr(known, f"{field.key}s") if known else ()
        return {each.id: each.name for each in inside}
    kind = field.type.item if isinstance(field.type, ListOf) else field.type
    return names_for(
        Reference("organiser") if isinstance(kind, CanHostType) else kind, network, words
    )


def names_for(kind: Type, network: Network, words: Words) -> Mapping[str, str]:
    """What may stand in a field of this type and what each is called; nothing where all may."""
    match kind:
        case Reference():
            things = getattr(network, f"{kind.kind}s")
            title = "title" if kind.kind in ("event", "notice") else "name"
            open_to_all = (each for each in things.values() if not getattr(each, "is_closed", None))
            return {
                each.slug: ", ".join((getattr(each, title), *_towns(each, network, words)))
                for each in open_to_all
            }
        case TermOf() | YesNoMap():
            terms = network.vocabularies[kind.vocabulary].values()
            return {term.id: term.label.said(words.tag).text for term in terms}
        case Choice():
            return {each.value: plain_words(words, each) for each in kind.options}
    return {}


def _towns(thing: Any, network: Network, words: Words) -> Iterator[str]:
    """The only municipality of a place or an organiser, where the network has several of them."""
    terms = network.vocabularies["municipalities"]
    towns: tuple[str, ...] = getattr(thing, "municipalities", ())
    if not towns and hasattr(thing, "municipality"):
        towns = (thing.municipality,)
    if len(terms) > 1 and len(towns) == 1 and towns[0] in terms:
        yield terms[towns[0]].label.said(words.tag).text


def find(text: str, names: Mapping[str, str]) -> Found:
    """The id that `text` stands for: an id, a name, its number in the list, or a part of a name.

    A part of a name is never enough without asking; a misspelt id or name is near.
    """
    if text in names:
        return Found(exact=text)
    wanted = fold(" ".join(text.split()))
    if not wanted:
        return Found()
    same = [
        each
        for each, name in names.items()
        # What a municipality stands behind is a name without it too.
        if wanted in (fold(each), fold(name), fold(name).rpartition(", ")[0])
    ]
    if len(same) == 1:
        return Found(exact=same[0])
    listed = list(names)
    if wanted.isdecimal() and 1 <= int(wanted) <= len(listed) <= MOST:
        return Found(exact=listed[int(wanted) - 1])
    parts = [
        each
        for each, name in names.items()
        if wanted in fold(name) or wanted in each.replace("-", " ") or wanted in each
    ]
    if parts:
        return Found(near=tuple(same or sorted(parts, key=lambda each: _rank(wanted, each, names))))
    guess = nearest(text, names, {name: each for each, name in names.items()})
    return Found(near=(guess,) if guess else ())


def _rank(wanted: str, each: str, names: Mapping[str, str]) -> tuple[bool, str]:
    """Names that begin with it come first."""
    return (not fold(names[each]).startswith(wanted), fold(names[each]))
