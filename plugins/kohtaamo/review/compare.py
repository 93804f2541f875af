"""Two editions of one network → every identity that would be lost, reused or go backwards.

A calendar or feed reader knows a thing by its identity alone. One that is gone vanishes from
phones without a word; one that another thing takes over puts a stranger into old subscriptions;
one that goes back in time is not believed.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime

from kohtaamo.content.rules.network import SAMPLE_NETWORK_ID
from kohtaamo.content.rules.rule import problem_at, written
from kohtaamo.problems.problem import Problem, in_order
from kohtaamo.review.identities import Identities, Kind
from kohtaamo.review.lost import folded, lost
from kohtaamo.text.zone import HELSINKI

_NOTHING: AbstractSet[str] = frozenset()


def compare(
    older: Identities,
    newer: Identities,
    deleted: Mapping[str, str],
    unread: AbstractSet[str] = _NOTHING,
) -> tuple[Problem, ...]:
    """What whoever subscribed to `older` would notice of `newer`, in order of file and line.

    `deleted` holds the titles of things that were deleted before `older`, by `thing_key`;
    `unread` the keys of files whose errors are to be mended first. Paths are those of the newer
    content; a file that is gone is named as it was.
    """
    if older.network_id != newer.network_id:
        return tuple(_other_network(older, newer, unread))
    return in_order(
        (
            *lost(older, newer, unread),
            *_fewer_dates(older, newer),
            *_reused(older, newer, deleted),
            *_overwritten(older, newer),
            *_backwards(older, newer),
        )
    )


def _other_network(
    older: Identities, newer: Identities, unread: AbstractSet[str]
) -> Iterator[Problem]:
    """One error for all identities; none where nothing was published under the older id.

    That is so of the sample's id, and where there was no `network.yml` that could be read.
    """
    was_published = older.network_id != SAMPLE_NETWORK_ID and older.origin.lines
    if was_published and "network" not in unread:
        yield problem_at(newer.origin, "id", "network-id-changed", old=older.network_id)


def _fewer_dates(older: Identities, newer: Identities) -> Iterator[Problem]:
    """Dates that left as single events, still to come, on whose days the series has none now."""
    for identity, old in older.things.items():
        new = newer.things.get(identity)
        if new is None:
            continue
        gone = sorted(
            day
            for each, day in old.dates.items()
            if each not in new.dates and day not in new.days and day >= newer.today
        )
        if gone:
            first, count = gone[0].isoformat(), str(len(gone))
            yield problem_at(new.origin, "repeat", "dates-vanish", first=first, count=count)


def _reused(older: Identities, newer: Identities, deleted: Mapping[str, str]) -> Iterator[Problem]:
    """Things under a name that was another one's, now gone; the same one may come back.

    A known thing under a new name counts too, for its address would be the other one's.
    """
    taken = {*deleted, *(thing.key for thing in newer.things.values())}
    names = {(thing.kind, thing.slug) for thing in older.things.values()}
    for identity, new in newer.things.items():
        if (new.kind, new.slug) in names or new.key not in deleted:
            continue
        if identity in older.things and new.slug in older.things[identity].formerly:
            continue
        title = deleted[new.key]
        if folded(title) != folded(new.title):
            number = next(each for each in range(2, 10_000) if f"{new.key}-{each}" not in taken)
            yield problem_at(
                new.origin,
                "",
                "slug-used-before",
                slug=new.slug,
                title=title or new.slug,
                suggestion=f"{new.slug}-{number}",
            )


def _overwritten(older: Identities, newer: Identities) -> Iterator[Problem]:
    """Files of an event in which another seems to stand: with another title, time and place.

    Each of these may change, all of them too; so it only warns.
    """
    for identity, old in older.things.items():
        new = newer.things.get(identity)
        if new is None or new.kind is not Kind.EVENT or old.slug != new.slug:
            continue
        if (
            old.start != new.start
            and old.place != new.place
            and folded(old.title) != folded(new.title)
        ):
            yield problem_at(new.origin, "title", "another-event", title=old.title)


def _backwards(older: Identities, newer: Identities) -> Iterator[Problem]:
    """Things whose last change would lie before the published one: history has older dates now.

    It only warns: nobody is told anything wrong before the next change, which mends it, and
    whoever contributes one file cannot mend the history of all.
    """
    for identity, old in older.things.items():
        new = newer.things.get(identity)
        if new is None or old.sequence is None or new.sequence is None:
            continue
        if new.sequence < old.sequence and old.changed and new.changed:
            yield problem_at(
                new.origin,
                "",
                "change-goes-backwards",
                old=_local(old.changed),
                new=_local(new.changed),
            )


def _local(moment: datetime) -> str:
    return written(moment.astimezone(HELSINKI))
