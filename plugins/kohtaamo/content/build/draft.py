"""What every file gave → the network as far as it could be built, and the slugs of the rest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kohtaamo.content.build.built import Built
from kohtaamo.content.source.layout import NETWORK, VOCABULARIES, VOCABULARY
from kohtaamo.model.network import Identity, Network
from kohtaamo.model.origin import Origin
from kohtaamo.model.terms import Term
from kohtaamo.model.translation import Translation
from kohtaamo.words.words import Words

ITEM_KINDS = ("place", "event", "organiser", "notice", "page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A network that the rules have not seen yet.

    `known` holds the slug of every file by kind, faulty files too, so that a reference to a
    faulty file is not called unknown. `images` are the files below `content/images/`;
    `interface_languages` the tags that have a words file; `reserved`, by kind, the slugs that the
    portal's own addresses use; `words` those of the network's languages; `closed` the slugs of
    closed groups, which have no address.
    """

    network: Network
    known: Mapping[str, frozenset[str]]
    images: frozenset[str] = frozenset()
    interface_languages: frozenset[str] = frozenset()
    reserved: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: Mapping[str, Words] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()


def build_network(built: Iterable[Built], defaults: Mapping[str, Iterable[Term]]) -> Network:
    """What could be built of all files, over the package's default vocabularies.

    Of several files with one slug the last counts. When `network.yml` itself could not be built,
    a nameless Finnish network stands in, so that all other checks still run.
    """
    built = tuple(built)
    items: dict[str, dict[str, Any]] = {kind: {} for kind in (NETWORK, *ITEM_KINDS)}
    translations: dict[tuple[str, str], dict[str, Translation]] = {}
    for each in built:
        if each.item is None or each.kind not in items:
            continue
        if each.language is None:
            items[each.kind][each.slug] = each.item
        else:
            translations.setdefault((each.kind, each.slug), {})[each.language] = each.item
    for (kind, slug), found in translations.items():
        if slug in items[kind]:
            items[kind][slug] = with_translations(items[kind][slug], found)
    return Network(
        identity=items[NETWORK].get(NETWORK) or nameless_network(),
        vocabularies=vocabularies_of(built, defaults),
        **{f"{kind}s": dict(sorted(items[kind].items())) for kind in ITEM_KINDS},
    )


def with_translations(item: Any, translations: Mapping[str, Translation]) -> Any:
    """A value of the model with its translations by language, in the order of their tags."""
    return replace(item, translations=dict(sorted(translations.items()))) if translations else item


def nameless_network() -> Identity:
    """Stands in for a `network.yml` that nobody could read."""
    origin = Origin("network.yml")
    return Identity(id="nameless", name="", languages=("fi",), written_in="fi", origin=origin)


def vocabularies_of(
    built: Iterable[Built], defaults: Mapping[str, Iterable[Term]]
) -> dict[str, dict[str, Term]]:
    """Defaults first, then the network's own terms: added, or in the place of the same id."""
    found = {name: {term.id: term for term in defaults.get(name, ())} for name in VOCABULARIES}
    for each in built:
        if each.kind == VOCABULARY:
            found[each.slug].update({term.id: term for term in each.terms})
    return found
