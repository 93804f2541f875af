"""Each touched thing as it was and as it is; one that was renamed is still the same."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from kohtaamo.content.source.keys import thing_key
from kohtaamo.content.source.layout import THINGS
from kohtaamo.model.event import Event
from kohtaamo.model.network import Network
from kohtaamo.model.notice import Notice
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.place import Place
from kohtaamo.problems.problem import Problem
from kohtaamo.review.touched import Contribution, Side

Thing = Event | Notice | Organiser | Place
# Pages are the maintainers'.
KINDS = {folder: kind for folder, kind in THINGS.items() if kind != "page"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One thing before and after; None where there is none.

    `key` is that of its file now, of what is gone as it was, and `path` one of its touched files as
    the forge shows it.
    `is_unread` when there is a file that nobody can read.
    """

    key: str
    path: str
    kind: str
    old: Thing | None
    new: Thing | None
    is_unread: bool = False

    @property
    def things(self) -> tuple[Thing, ...]:
        return tuple(each for each in (self.old, self.new) if each is not None)

    @property
    def is_closed(self) -> bool:
        """True when it is or was a closed group: nothing but room and time may be told."""
        return any(isinstance(each, Event) and each.is_closed for each in self.things)


def pairs_of(contribution: Contribution) -> tuple[Pair, ...]:
    """The touched events, places, organisers and notices, by kind and key.

    A thing under a new name is known by its first name, or by what the comparison of identities
    takes for the same, and a closed group that stands where and
    when an open event stood, or the other way round, counts as the same.
    """
    paths = {thing_key(path): path for path in sorted(contribution.files, reverse=True)}
    every = [
        _pair(contribution, key, path)
        for key, path in sorted(paths.items())
        if key.partition("/")[0] in KINDS and key.partition("/")[2]
    ]
    # What is no file of a thing at all is named by its problems alone.
    found = [
        each for each in every if each.things or each.is_unread or each.key in contribution.secret
    ]
    fresh = {_identity(each): each for each in found if each.old is None and each.new is not None}
    gone = [each for each in found if each.new is None and not each.is_unread]
    heirs = {each.key: heir for each in gone if (heir := fresh.get(_identity(each))) is not None}
    heirs |= _renamed(contribution.lost, gone, fresh.values(), set(heirs))
    heirs |= _exchanged(gone, fresh.values(), set(heirs))
    taken = {heir.key for heir in heirs.values()}
    joined = [
        replace(each, key=heirs[each.key].key, new=heirs[each.key].new)
        if each.key in heirs
        else each
        for each in found
        if each.key not in taken
    ]
    return tuple(joined)


def _pair(contribution: Contribution, key: str, path: str) -> Pair:
    folder, _, slug = key.partition("/")
    kind = KINDS[folder]
    old = _things(contribution.before.network, kind).get(slug)
    new = _things(contribution.after.network, kind).get(slug)
    is_unread = new is None and slug in contribution.after.slugs[kind]
    shown = contribution.path(path)
    return Pair(key=key, path=shown, kind=kind, old=old, new=new, is_unread=is_unread)


def _things(network: Network, kind: str) -> Mapping[str, Thing]:
    things: Mapping[str, Thing] = getattr(network, f"{kind}s")
    return things


def _identity(pair: Pair) -> tuple[str, str]:
    """Kind and first name; of what nobody could read, its present name."""
    thing = pair.new or pair.old
    first = (*thing.formerly, thing.slug)[0] if thing else pair.key.partition("/")[2]
    return pair.kind, first


def _renamed(
    lost: Iterable[Problem], gone: Iterable[Pair], fresh: Iterable[Pair], settled: AbstractSet[str]
) -> dict[str, Pair]:
    """Things that lost their name without a word of the old one, by the old key."""
    by_identity = {_identity(each): each for each in gone if each.key not in settled}
    by_key = {each.key: each for each in fresh}
    found: dict[str, Pair] = {}
    for problem in lost:
        heir = by_key.get(thing_key(problem.path))
        if problem.code != "renamed-without-formerly" or heir is None:
            continue
        old = by_identity.get((heir.kind, problem.values["old"]))
        if old is not None:
            found[old.key] = heir
    return found


def _exchanged(
    gone: Iterable[Pair], fresh: Iterable[Pair], settled: AbstractSet[str]
) -> dict[str, Pair]:
    """Open events that became closed ones in another file, and the reverse, by the old key."""
    by_mark: dict[object, Pair] = {}
    for each in fresh:
        for mark in _marks(each.new):
            by_mark.setdefault(mark, each)
    found: dict[str, Pair] = {}
    for each in gone:
        for mark in _marks(each.old):
            heir = by_mark.get(mark)
            if each.key in settled or heir is None or heir.is_closed == each.is_closed:
                continue
            if heir not in found.values():
                found[each.key] = heir
    return found


def _marks(thing: Thing | None) -> Iterator[object]:
    if isinstance(thing, Event) and thing.place is not None:
        yield thing.start, thing.place


def readable(side: Side, keys: AbstractSet[str]) -> Iterator[Event]:
    """The events of one side among these keys that could be read."""
    for key in sorted(keys):
        folder, _, slug = key.partition("/")
        if folder == "events" and slug in side.network.events:
            yield side.network.events[slug]
