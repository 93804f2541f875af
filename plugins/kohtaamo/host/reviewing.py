"""A contribution to the content folder, from git and the disk: everything that a review needs."""

from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from kohtaamo.content.source.keys import thing_key
from kohtaamo.host.both_sides import Sides, read_both
from kohtaamo.host.forge.laying import left_out_of
from kohtaamo.host.older import closed_among, deleted_before, find_base
from kohtaamo.host.touched import touched_since
from kohtaamo.host.workers import beside
from kohtaamo.listings.changes import keys_of
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.make import make_edition
from kohtaamo.model.network import Network
from kohtaamo.problems.problem import Problem
from kohtaamo.review.compare import compare
from kohtaamo.review.identities import Identities, identities_of
from kohtaamo.review.touched import Contribution, Side, Touch, faulty_keys, undated_keys
from kohtaamo.text.identity_codes import hide_identity_codes

# When things landed is not asked: what a contribution changes has not landed yet.
_ONCE = datetime(2020, 1, 1, tzinfo=UTC)
_EVENTS = "events/"
_ORPHAN = "translation-without-original"


def contribution_since(
    root: Path, commit: str, today: date, whole: str | None = None
) -> Contribution:
    """What the content folder `root` and its repository change, compared with `commit`.

    That is where the present line of history left the one of `commit`, as forges do it. `whole` is
    the contribution of which only content was laid over `commit`: the rest is told of too. Refused:
    what `find_base` and `read_both` refuse.
    """
    base = find_base(root, commit)
    touched = touched_since(root, base)
    unlaid = left_out_of(root, whole) if whole else {}
    added = {thing_key(path) for path, each in touched.files.items() if each is Touch.ADDED}
    # Git looks through the whole history for names that were used before.
    deleted = beside(partial(deleted_before, root, base, added)) if added else dict[str, str]
    sides = read_both(root, base, touched.files, today)
    keys = {thing_key(path) for path in touched.files}
    lost = _lost(sides, keys, deleted(), today)
    return Contribution(
        before=sides.before,
        after=sides.after,
        files=touched.files,
        outside={**touched.outside, **{path: each.touch for path, each in unlaid.items()}},
        repositories=touched.repositories
        | {path for path, each in unlaid.items() if each.is_repository},
        folder=touched.folder,
        lost=tuple(map(_without_codes, lost)),
        secret=sides.secret
        | _closed(sides.before.network)
        | _closed(sides.after.network)
        | closed_among(root, whole or "", touched.folder, unlaid),
        is_uncommitted=touched.is_uncommitted,
    )


def _lost(
    sides: Sides, keys: AbstractSet[str], deleted: Mapping[str, str], today: date
) -> tuple[Problem, ...]:
    """What the comparison of identities finds among what was touched.

    Of files with errors nothing is said: what could not be read is not gone.
    """
    if not keys:
        return ()
    undated = undated_keys((*sides.before.problems, *sides.after.problems))
    events = _events_near(keys, sides) - undated
    older, newer = (_identities(side, events, today) for side in (sides.before, sides.after))
    # A translation that is left without its original does not keep anybody from reading that.
    unread = faulty_keys(each for each in sides.after.problems if each.code != _ORPHAN)
    return compare(older, newer, deleted, unread)


def _events_near(keys: AbstractSet[str], sides: Sides) -> set[str]:
    """The touched events, and those that these make umbrellas, or parts of umbrellas."""
    near = {key for key in keys if key.startswith(_EVENTS)}
    for network in (sides.before.network, sides.after.network):
        for slug, event in network.events.items():
            if event.part_of is not None:
                pair = {f"{_EVENTS}{slug}", f"{_EVENTS}{event.part_of}"}
                if not pair.isdisjoint(keys):
                    near |= pair
    return near


def _identities(side: Side, events: Collection[str], today: date) -> Identities:
    """Those of all places, organisers, notices and terms, and of some events, by key."""
    chosen = {
        slug: event for slug, event in side.network.events.items() if f"{_EVENTS}{slug}" in events
    }
    network = replace(side.network, events=chosen)
    return identities_of(_edition(network, side, today))


def _edition(network: Network, side: Side, today: date) -> Edition:
    return make_edition(
        network,
        today=today,
        site_url="",
        changed=dict.fromkeys(_keys(network), _ONCE),
        words=side.words,
    )


def _keys(network: Network) -> Iterator[str]:
    for kind in ("events", "places", "organisers", "notices"):
        for thing in getattr(network, kind).values():
            yield from keys_of(thing)


def _closed(network: Network) -> frozenset[str]:
    return frozenset(
        thing_key(event.origin.path) for event in network.events.values() if event.is_closed
    )


def _without_codes(problem: Problem) -> Problem:
    """An old title may hold a personal identity code, which no message repeats."""
    values = {name: hide_identity_codes(value) for name, value in problem.values.items()}
    return replace(problem, values=values)
