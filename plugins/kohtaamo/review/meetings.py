"""Which events are compared, and which of their dates take place at the same time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from kohtaamo.content.rules.event_times import is_readable
from kohtaamo.content.rules.rule import written
from kohtaamo.content.rules.uses import times
from kohtaamo.model.event import Event, umbrella_slugs
from kohtaamo.model.network import Network
from kohtaamo.review.dates import Shared
from kohtaamo.schedule.moments import INSTANT, clock_of
from kohtaamo.schedule.occurrence import Occurrence

Index = Mapping[str, Sequence[Event]]

# An event that meets more others is a mistake of another kind: the rest is not looked for.
MOST = 20


def told(shared: Shared) -> dict[str, str]:
    """Values for a sentence: when, the hours of the one and of the other, how often."""
    one, other = shared.first
    day = one.first_day
    return {
        "when": written(one.start),
        "day": written(day),
        "second": times(one.start, one.end, day),
        "first": times(other.start, other.end, day),
        "count": str(shared.count),
    }


def overlap(one: Occurrence, other: Occurrence) -> bool:
    """True when there is a moment at which both take place; whole days meet none."""
    if one.all_day or other.all_day:
        return False
    (begun, ended), (begun_too, ended_too) = _span(one), _span(other)
    return begun < ended_too and begun_too < ended


def apart(one: Occurrence, other: Occurrence) -> timedelta:
    """How long after the one the other begins, or before."""
    return abs(clock_of(one.start) - clock_of(other.start))


def lasts_longer(each: Occurrence, limit: timedelta) -> bool:
    """True when it goes on for longer than that."""
    begun, ended = _span(each)
    return ended - begun > limit


def by_key(network: Network, keys_of: Callable[[Event], Iterable[str]]) -> Index:
    """The events that may be compared, by each of their keys: few are near one another."""
    umbrellas = umbrella_slugs(network.events.values())
    found: dict[str, list[Event]] = defaultdict(list)
    for event in network.events.values():
        if may_be_compared(event) and event.slug not in umbrellas:
            for key in keys_of(event):
                found[key].append(event)
    return found


def neighbours(index: Index, keys: Iterable[str], event: Event) -> Iterator[Event]:
    """The other events that share a key, each once; of an event that is in no index none."""
    near = {other.slug: other for key in keys for other in index.get(key, ())}
    if near.pop(event.slug, None) is not None:
        yield from near.values()


def may_be_compared(event: Event) -> bool:
    """False for closed groups, for what is off as a whole, and for a start without a time."""
    return not event.is_closed and not event.is_off and is_readable(event)


def are_one_whole(one: Event, other: Event) -> bool:
    """True when one is a part of the other, or takes its place."""
    return other.slug in {one.part_of, one.replaced_by} or one.slug in {
        other.part_of,
        other.replaced_by,
    }


def share_umbrella(one: Event, other: Event) -> bool:
    """True for two parts of one umbrella event."""
    return one.part_of is not None and one.part_of == other.part_of


def _span(each: Occurrence) -> tuple[datetime, datetime]:
    """When nobody has said how long it lasts, an instant."""
    begun = clock_of(each.start)
    ended = begun + INSTANT if each.end is None else clock_of(each.end)
    return begun, max(ended, begun + INSTANT)
