"""One file of the content folder → its own problems, as a check of the whole folder says them.

Only what those problems may depend on is read: the names of all files, the network, its
vocabularies, and a few other files. Which ones, each function below says with its reason.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from kohtaamo.content.build.built import Built
from kohtaamo.content.build.draft import build_network
from kohtaamo.content.defaults import default_vocabularies
from kohtaamo.content.load import (
    Reserved,
    build_source,
    draft_of,
    first_language,
    load,
    own_words,
    problems_of,
    slugs_of,
)
from kohtaamo.content.rules.links import linked
from kohtaamo.content.rules.network import SAMPLE_NETWORK_ID
from kohtaamo.content.rules.walk import references
from kohtaamo.content.schema.choices import Reference
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.files import SourceFile, find_files
from kohtaamo.content.source.layout import LANGUAGE, NETWORK, THINGS, VOCABULARY
from kohtaamo.content.source.private import may_be_closed
from kohtaamo.content.source.read import read_bytes
from kohtaamo.content.source.walk import problem
from kohtaamo.model.event import Event
from kohtaamo.model.network import Network
from kohtaamo.model.notice import Notice
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.translation import Translation
from kohtaamo.problems.problem import Problem, Refused
from kohtaamo.schedule.rooms import takes_rooms
from kohtaamo.text.links import links_in
from kohtaamo.words.load import words_of
from kohtaamo.words.words import Words

_KINDS_OF_THINGS = frozenset(THINGS.values())
_PAGE = THINGS["pages"]
_SLUG = re.compile(rb"[a-z0-9-]+")
_ESCAPE = b"\\"


def check_file(root: Path, path: str, *, today: date, reserved: Reserved) -> tuple[Problem, ...]:
    """The problems of the file at `path`, relative to `root`, and of the folders that hold it.

    They are those that `load` gives with the same arguments for these paths.
    """
    found, misplaced = find_files(root, reserved)
    folder = _Folder(found)
    source = next((each for each in found if each.path == path), None)
    if source is not None:
        folder.build_around(source)
    built = tuple(folder.built)
    network = build_network(built, default_vocabularies())
    if source is not None and _concerns_all(source, network):
        problems = load(root, today=today, reserved=reserved).problems
    else:
        words: Mapping[str, Words] = {}
        if source is not None and folder.has_addresses(source):
            words = words_of(network.identity.languages, own_words(built))
        draft = draft_of(found, built, network, reserved, words)
        problems = problems_of(draft, built, misplaced, today)
    # A name that cannot be shown is told with escapes.
    paths = {path, problem(path, "").path, *map(str, PurePosixPath(path).parents)}
    return tuple(each for each in problems if each.path in paths)


def _concerns_all(source: SourceFile, network: Network) -> bool:
    """True where what is said of a file depends on any other: see `no-terms` and `sample-id`."""
    if source.kind == VOCABULARY:
        return not network.vocabularies[source.slug]
    return source.kind == NETWORK and network.identity.id == SAMPLE_NETWORK_ID


class _Folder:
    """The files of a content folder, and what has been built of them."""

    def __init__(self, found: Collection[SourceFile]) -> None:
        self._found = found
        self._language = first_language(found)
        self._known = slugs_of(found)
        self._built: dict[str, Built] = {}
        self._by_slug: dict[tuple[str, str], list[SourceFile]] = {}
        for each in found:
            self._by_slug.setdefault((each.kind, each.slug), []).append(each)

    @property
    def built(self) -> Iterator[Built]:
        """What has been built, by path."""
        return (self._built[each.path] for each in self._found if each.path in self._built)

    def build_around(self, source: SourceFile) -> None:
        """Build a file and all that its problems may depend on."""
        kinds = {NETWORK, VOCABULARY}
        self._build([source])
        if source.kind in {NETWORK, LANGUAGE} or self.has_addresses(source):
            # Which languages there are, and the words of their addresses.
            kinds.add(LANGUAGE)
        self._build(each for each in self._found if each.kind in kinds or each is source)
        if source.kind in _KINDS_OF_THINGS:
            for item in self._things(source.kind, source.slug):
                self._build_names(source.kind, item)
                self._build_where(item)
                if isinstance(item, Event):
                    self._build_chain(item)
                    self._build_rooms(item)

    def has_addresses(self, source: SourceFile) -> bool:
        """True of pages, whose own may be those of a section, and where a text may have links."""
        item = self._built[source.path].item
        return source.kind == _PAGE or (item is not None and _has_links(item))

    def _build(self, sources: Iterable[SourceFile]) -> None:
        for each in sources:
            if each.path not in self._built:
                self._built[each.path] = build_source(each, self._language)

    def _things(self, kind: str, slug: str | None) -> list[Any]:
        """The values of a thing: of several files with one slug, the rules take the last."""
        files = self._by_slug.get((kind, slug or ""), [])
        self._build(files)
        built = (self._built[each.path] for each in files if each.language is None)
        return [each.item for each in built if each.item is not None]

    def _build_names(self, kind: str, item: Any) -> None:
        """Whatever may claim its former names, or was once called what it refers to in vain."""
        sought = {kind: set(item.formerly)}
        for _, pointer, slug in references(KINDS[kind], item):
            if isinstance(pointer, Reference) and slug not in self._known[pointer.kind]:
                sought.setdefault(pointer.kind, set()).add(slug)
        names = {
            name
            for _, link in linked(item)
            if not link.host
            for name in link.path.split("/")
            if name
        }
        for of_kind, known in self._known.items():
            sought.setdefault(of_kind, set()).update(names - known)
        for of_kind, slugs in sought.items():
            if slugs:
                self._build(each for each, data in self._texts(of_kind) if _mentions(data, slugs))
        if names:
            self._build(each for each, data in self._texts("event") if _is_private(data))

    def _build_where(self, item: Any) -> None:
        """Its places: of an event hours, rooms, stops; of all others too, who may be there."""
        for place in _places(item):
            self._things("place", place)

    def _build_chain(self, event: Event) -> None:
        """The events that it is part of or replaced by, and theirs, as far as that leads."""
        waiting, seen = [event], {event.slug}
        while waiting:
            each = waiting.pop()
            for slug in {each.part_of, each.replaced_by} - seen:
                seen.add(slug or "")
                waiting.extend(self._things("event", slug))

    def _build_rooms(self, event: Event) -> None:
        """The events that may take its rooms, and the parts that make umbrellas of them or of it.

        An umbrella takes no room itself.
        """
        if not takes_rooms(event):
            return
        places = _places(event)
        slugs = {event.slug}
        parts: list[tuple[SourceFile, bytes]] = []
        for source, data in self._texts("event"):
            if _mentions(data, places):
                slugs.add(source.slug)
            if b"part_of" in data or _ESCAPE in data:
                parts.append((source, data))
        for source, data in parts:
            if _ESCAPE in data or not slugs.isdisjoint(map(bytes.decode, _SLUG.findall(data))):
                slugs.add(source.slug)
        for slug in slugs:
            self._things("event", slug)

    def _texts(self, kind: str) -> Iterator[tuple[SourceFile, bytes]]:
        """The originals of a kind with their bytes; nobody refers to what cannot be opened."""
        for each in self._found:
            if each.kind == kind and each.language is None:
                with suppress(Refused):
                    yield each, read_bytes(each)


def _places(item: Any) -> set[str]:
    if isinstance(item, Organiser):
        return set(item.places)
    if isinstance(item, Notice):
        return {item.place} if item.place else set()
    if not isinstance(item, Event):
        return set()
    changes = item.repeat.changes if item.repeat else ()
    return {place for place in (item.place, *(each.place for each in changes)) if place}


def _has_links(item: Any) -> bool:
    """True when a text leads to an address of the portal; of a translation, its own text."""
    if isinstance(item, Translation):
        return any(not link.host for link in links_in(item.values.get("text", "")))
    return any(not link.host for _, link in linked(item))


def _is_private(data: bytes) -> bool:
    """True when a file may be of a closed group, which has no address."""
    return b"access" in data or _ESCAPE in data or may_be_closed(data)


def _mentions(data: bytes, slugs: Iterable[str]) -> bool:
    """True when any of the slugs may be written in a file: in quotes, letters may be escaped."""
    return any(slug.encode() in data for slug in slugs) or _ESCAPE in data
