"""What calendars and feeds are put together from, kept for the next build: a pack a municipality.

A pack is a file of the store: a line for each event and language, with a mark of all that the line
is made of, and the line is read only when somebody asks for that event. What is kept is never more
than a short way: with another mark, or none, it is made anew.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from kohtaamo.host.groups import Group, municipality_of
from kohtaamo.host.memory.memory import Memory
from kohtaamo.host.memory.state import PACK, Names, packs_in
from kohtaamo.host.memory.store import Store, as_json, digest
from kohtaamo.listings.edition import Edition
from kohtaamo.publish.feeds import stored as entries
from kohtaamo.publish.ics import block as blocks
from kohtaamo.publish.ics.cut import CALENDAR_FILE
from kohtaamo.publish.output import CALENDAR, FEED
from kohtaamo.publish.parts import EVENT, Kept, Parts
from kohtaamo.publish.profiles import Profile

# In the list of the store: of what all packs in it are made.
_STAMP = f"{PACK}stamp"
Lines = Mapping[bytes, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """`known` is what a build has made and remembers, by slug and language, `store` its JSON."""

    name: str
    told_as: str
    known: Callable[[Parts, str, str], Any]
    store: Callable[[Any], Any]
    restore: Callable[[Any], Any]


_BLOCKS = _Kind(
    name="blocks",
    told_as=CALENDAR,
    known=lambda parts, slug, language: parts.blocks.known(slug, language),
    store=lambda made: [blocks.stored(each) for each in made],
    restore=lambda rows: tuple(map(blocks.restored, rows)),
)
_ENTRY = _Kind(
    name="entry",
    told_as=FEED,
    known=lambda parts, slug, language: parts.entry.known(EVENT, slug, language),
    store=entries.stored,
    restore=entries.restored,
)


@dataclass(frozen=True, kw_only=True)
class Packs:
    """`names` are those of packs that were made of the same as `stamp` says: day, code, settings.

    `mark` gives the mark of an event, by slug and by what it is told of as. `kinds` are those that
    are kept.
    """

    store: Store
    names: Names
    stamp: str
    edition: Edition
    mark: Callable[[str, str], str]
    kinds: tuple[_Kind, ...]
    _read: dict[str, Lines] = field(default_factory=dict)

    @property
    def kept(self) -> Kept:
        """What makers of outputs may ask for."""
        return Kept(blocks=partial(self._find, _BLOCKS), entry=partial(self._find, _ENTRY))

    def now(self, kept: Names) -> Names:
        """The names of all packs of this build, of which it has `kept` some anew."""
        return {**self.names, **kept, _STAMP: self.stamp}

    def keep(self, parts: Parts, group: Group) -> Names:
        """Keep what was made for the events of a municipality; the names of its packs.

        Where there is no room the packs are done without.
        """
        names: dict[str, str] = {}
        if group.municipality:
            for kind in self.kinds:
                lines = dict([*self._still(kind, group), *self._made(kind, group, parts)])
                data = b"\n".join(b" ".join(each) for each in sorted(lines.items()))
                with suppress(OSError):
                    names[_name(kind, group.municipality)] = self.store.write_bytes(data)
        return names

    def _find(self, kind: _Kind, slug: str, language: str) -> Any:
        if not self.names or kind not in self.kinds:
            return None
        lines = self._lines(kind, municipality_of(self.edition.facts[slug]))
        mark, _, data = lines.get(_key(slug, language), b"").partition(b" ")
        if not mark or mark != self._mark(kind, slug):
            return None
        with suppress(ValueError, TypeError, AttributeError, ArithmeticError, RecursionError):
            return kind.restore(json.loads(data))
        return None

    def _still(self, kind: _Kind, group: Group) -> Iterator[tuple[bytes, bytes]]:
        """The lines of the last build that are as they would be made now."""
        facts = self.edition.facts
        for key, line in self._lines(kind, group.municipality).items():
            slug = key.partition(b"/")[0].decode()
            if slug in facts and line.startswith(self._mark(kind, slug) + b" "):
                yield key, line

    def _made(self, kind: _Kind, group: Group, parts: Parts) -> Iterator[tuple[bytes, bytes]]:
        for slug in group.events:
            for language in self.edition.languages:
                made = kind.known(parts, slug, language)
                if made is not None:
                    yield (
                        _key(slug, language),
                        b" ".join((self._mark(kind, slug), as_json(kind.store(made)))),
                    )

    def _mark(self, kind: _Kind, slug: str) -> bytes:
        return digest(self.mark(slug, kind.told_as).encode()).encode()

    def _lines(self, kind: _Kind, municipality: str) -> Lines:
        name = _name(kind, municipality)
        if name not in self._read:
            data = self.store.read_bytes(self.names.get(name, ""))
            rows = (line.partition(b" ") for line in data.split(b"\n")) if data else ()
            self._read[name] = {key: rest for key, _, rest in rows}
        return self._read[name]


def make_packs(
    edition: Edition,
    profile: Profile,
    memory: Memory,
    stamp: str,
    mark: Callable[[str, str], str],
) -> Packs:
    """The packs of an output folder.

    Of what only places have, nothing is kept: it is made of few events.
    """
    gathers = profile.gathers
    is_fed = any(map(gathers, ("rss.xml", "atom.xml", "feed.json")))
    return Packs(
        store=memory.store,
        names=packs_in(memory.names) if memory.names.get(_STAMP) == stamp else {},
        stamp=stamp,
        edition=edition,
        mark=mark,
        kinds=(*([_BLOCKS] if gathers(CALENDAR_FILE) else ()), *([_ENTRY] if is_fed else ())),
    )


def _name(kind: _Kind, municipality: str) -> str:
    return f"{PACK}{kind.name} {municipality}"


def _key(slug: str, language: str) -> bytes:
    return f"{slug}/{language}".encode()
