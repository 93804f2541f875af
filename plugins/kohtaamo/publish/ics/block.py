"""What enters or leaves a calendar as a whole: one VEVENT, or a series with its overrides."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """`body` holds `events` components; `day` is the date nearest to the day of the edition."""

    body: bytes
    events: int
    day: date


# A block as JSON holds it: body, events, day.
Stored = tuple[str, int, str]


def stored(block: Block) -> Stored:
    """The block as plain values; `restored` makes the same block of them."""
    return block.body.decode(), block.events, block.day.isoformat()


def restored(values: Stored) -> Block:
    """The block that was stored; ValueError or TypeError for values that none is made of."""
    body, events, day = values
    return Block(body=body.encode(), events=int(events), day=date.fromisoformat(day))


# Google takes no calendar above 1 MB, and shows no more than some thousand events (contract §5.6).
MOST_BYTES = 900_000
MOST_EVENTS = 1_000


def nearest(days: Iterable[date], today: date) -> date:
    """Of some days, today or the next to come; the last one when all are past."""
    ordered = sorted(days)
    return next((day for day in ordered if day >= today), ordered[-1])


def within_limits(
    blocks: Iterable[Block], today: date, spent: int
) -> tuple[tuple[Block, ...], date | None]:
    """The blocks that one calendar may hold, in their own order, and how far it is complete.

    `spent` are the bytes that the rest of the calendar takes. What is farthest from today is left
    out first; a block that is too large for what is left takes no other block with it. The date is
    the last one before which nothing is missing, None when nothing is.
    """
    every = tuple(blocks)
    size, count = spent + sum(len(each.body) for each in every), sum(each.events for each in every)
    if size <= MOST_BYTES and count <= MOST_EVENTS:
        return every, None
    by_distance = sorted(range(len(every)), key=lambda at: (abs(every[at].day - today), at))
    kept: set[int] = set()
    size, count = spent, 0
    for at in by_distance:
        larger, more = size + len(every[at].body), count + every[at].events
        if larger > MOST_BYTES or more > MOST_EVENTS:
            continue
        size, count = larger, more
        kept.add(at)
    left_out = (each.day for at, each in enumerate(every) if at not in kept)
    return (
        tuple(each for at, each in enumerate(every) if at in kept),
        complete_until(left_out, today),
    )


def made_within_limits(
    planned: Iterable[tuple[date, Callable[[], Block]]], today: date, spent: int
) -> tuple[tuple[Block, ...], date | None]:
    """The same of blocks of one component each, by day; none is made that may not be kept."""
    every = tuple(planned)
    by_distance = sorted(range(len(every)), key=lambda at: (abs(every[at][0] - today), at))
    chosen = sorted(by_distance[:MOST_EVENTS])
    kept, until = within_limits((every[at][1]() for at in chosen), today, spent)
    beyond = complete_until((every[at][0] for at in by_distance[MOST_EVENTS:]), today)
    return kept, min(filter(None, (until, beyond)), default=None)


def complete_until(left_out: Iterable[date], today: date) -> date | None:
    """The day before the first of those days that is still to come."""
    ahead = min((day for day in left_out if day >= today), default=None)
    return None if ahead is None else ahead - timedelta(days=1)
