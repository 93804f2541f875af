"""In which languages calendars and feeds tell of a thing."""

from collections.abc import Iterable, Mapping

from kohtaamo.listings.changes import Item, keys_of
from kohtaamo.listings.facts import Basics, Facts
from kohtaamo.model.translation import languages_of

EverTranslated = Mapping[str, frozenset[str]]


def told_in(item: Item, translated: EverTranslated) -> frozenset[str]:
    """Those in which it can be read, and those in which it once could.

    Whoever follows a calendar in Swedish goes on getting it when the translation is taken away:
    in the language that is left. `translated` is that of `Edition`.
    """
    once = (translated.get(key, frozenset()) for key in keys_of(item))
    own = item.languages if isinstance(item, Basics | Facts) else languages_of(item)
    return frozenset(own).union(*once)


def all_told_in(items: Iterable[Item], translated: EverTranslated) -> frozenset[str]:
    """The same of several things together."""
    return frozenset[str]().union(*(told_in(item, translated) for item in items))
