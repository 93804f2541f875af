"""Which addresses the portal of a network has, and which of them one may have meant.

Of what a thing, a term or a page of the network's own has there, all is known. Of what follows from
the day (months, further pages of a listing) and of what the program brings along, nothing is said.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kohtaamo.addresses import Addresses
from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import FOLDERS, items_of
from kohtaamo.text.suggestions import nearest

_FEEDS = ("calendar.ics", "rss.xml", "atom.xml", "feed.json")
# By section (the key of its address word), the calendars and feeds below the page of one of its
# things or terms; the rooms of a place have theirs below `rooms/`.
SUBSCRIBED: Mapping[str, tuple[str, ...]] = {
    "events": ("event.ics",),
    "places": (*_FEEDS, "hours.ics"),
    "notices": (),
    **dict.fromkeys(("organisers", "municipalities", "audiences", "topics", "needs"), _FEEDS),
}
# Beside things, below a section itself; by the facts a script narrows the list of events.
_OF_ALL = {"events": (*_FEEDS, "facts.json"), "notices": _FEEDS}
_SUBSCRIBED = re.compile(r"(?!rooms/).*\.(?:ics|xml|json)")
_PAGES = "pages"
_STATED = ("about", "privacy")
# Words that stand only below another one.
_BELOW = frozenset({"rooms", "page"})
# Beside pages, what the program and its theme bring.
_OURS = frozenset({"theme", "images", "api", "schema", "admin", "pagefind"})
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Portal:
    """The addresses of a network as far as it could be built; faulty files count as there."""

    draft: Draft

    def has(self, path: str) -> bool:
        """False when nothing is at a path, with or without a slash at its end."""
        addresses, names = self._read(path)
        if not names or names[0] in _OURS or (len(names) == 1 and "." in names[0]):
            return True
        section = _sections(addresses).get(names[0])
        if section is None or (section in _STATED and len(names) > 1):
            return names[1:] == [] and self._is_page(addresses, names[0])
        if section not in SUBSCRIBED or len(names) == 1:
            return True
        if names[1] in self._names[section]:
            file = "/".join(names[2:])
            return file in SUBSCRIBED[section] or not _SUBSCRIBED.fullmatch(file)
        return _is_of_section(addresses, section, names[1])

    def nearest(self, path: str) -> str:
        """The address that was probably meant, of a page; "" where none is near."""
        addresses, names = self._read(path)
        if len(names) == 1:
            found = nearest(names[0], (*_sections(addresses), *self._present[_PAGES]))
            return addresses.page(found) if found else ""
        for section in self._meant(addresses, names[0]):
            slugs = self._present[section]
            found = names[1] if names[1] in slugs else nearest(names[1], sorted(slugs))
            if found:
                return addresses.under(section, found)
        return ""

    def _read(self, path: str) -> tuple[Addresses, list[str]]:
        """The language that a path is of, and its names below the front page of that."""
        words, first = self.draft.words, self.draft.network.identity.first_language
        names = [name for name in path.split("/") if name]
        if names and names[-1] == "index.html":
            names.pop()
        if names and names[0] != first and names[0] in words:
            return Addresses(words=words[names[0]], is_first=False), names[1:]
        return Addresses(words=words[first], is_first=True), names

    def _is_page(self, addresses: Addresses, name: str) -> bool:
        """The texts about the network and on privacy have a word of their own in each language."""
        first = self.draft.words[self.draft.network.identity.first_language]
        stated = {first(f"addresses.{word}") for word in _STATED}
        return name in self._names[_PAGES] and (addresses.is_first or name not in stated)

    def _meant(self, addresses: Addresses, word: str) -> Iterator[str]:
        """The sections that a word may stand for: in its language, in another one, misspelt."""
        own = _sections(addresses)
        others = (
            _sections(Addresses(words=words, is_first=True)) for words in self.draft.words.values()
        )
        found = [own.get(word), *(each.get(word) for each in others)]
        found.append(own.get(nearest(word, own) or ""))
        yield from (each for each in dict.fromkeys(found) if each and each in SUBSCRIBED)

    @cached_property
    def _present(self) -> Mapping[str, frozenset[str]]:
        """By section, and for pages, the names that are now: closed groups have no page."""
        known, closed = self.draft.known, self.draft.closed
        things = {folder: known.get(kind, frozenset()) for kind, folder in FOLDERS.items()}
        terms = self.draft.network.vocabularies
        return {
            **{name: frozenset(terms.get(name, ())) for name in SUBSCRIBED},
            **things,
            "events": things["events"] - closed,
        }

    @cached_property
    def _names(self) -> Mapping[str, frozenset[str]]:
        """The same with all former names, whose addresses lead on to the present ones."""
        network = self.draft.network
        named = {
            **{name: tuple(terms.values()) for name, terms in network.vocabularies.items()},
            **{folder: items_of(network, kind) for kind, folder in FOLDERS.items()},
        }
        return {
            name: slugs | _former(named.get(name, ()), self.draft.closed)
            for name, slugs in self._present.items()
        }


def _former(items: Iterable[Any], closed: AbstractSet[str]) -> frozenset[str]:
    """What items were called before; nothing of closed groups, which never had a page."""
    open_ones = (each for each in items if getattr(each, "slug", "") not in closed)
    return frozenset(name for each in open_ones for name in each.formerly)


def _sections(addresses: Addresses) -> Mapping[str, str]:
    """The keys of address words by their words, as they stand first in an address."""
    prefix = "addresses."
    keys = (key.removeprefix(prefix) for key in addresses.words.texts if key.startswith(prefix))
    return {
        addresses.words(prefix + key): key
        for key in keys
        if key not in _BELOW and not key.startswith("guide_")
    }


def _is_of_section(addresses: Addresses, section: str, name: str) -> bool:
    """Its further pages, of events also years, calendars and feeds of all, of notices feeds."""
    if section == "events" and _YEAR.fullmatch(name):
        return True
    return name in _OF_ALL.get(section, ()) or name == addresses.words("addresses.page")
