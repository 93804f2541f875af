"""How much a calendar file may hold, and what is left out first."""

from datetime import date, timedelta

from kohtaamo.publish.ics.block import MOST_BYTES, MOST_EVENTS, Block, within_limits

TODAY = date(2026, 12, 1)


def block(days: int, *, size: int = 100, events: int = 1) -> Block:
    return Block(body=bytes(size), events=events, day=TODAY + timedelta(days=days))


def days_of(blocks: tuple[Block, ...]) -> list[int]:
    return [(each.day - TODAY).days for each in blocks]


def test_what_fits_stays_as_it_is() -> None:
    blocks = [block(days) for days in (300, -20, 5)]

    assert within_limits(blocks, TODAY, 1_000) == (tuple(blocks), None)


def test_the_farthest_events_are_left_out() -> None:
    blocks = [block(days) for days in reversed(range(1_005))]

    kept, until = within_limits(blocks, TODAY, 1_000)

    assert days_of(kept) == list(reversed(range(MOST_EVENTS)))
    assert until == TODAY + timedelta(days=999)


def test_the_file_stays_small_enough() -> None:
    blocks = [block(days, size=100_000) for days in (1, 200, -10, 50, 365, 3, 9, 20, 30, 40)]

    kept, until = within_limits(blocks, TODAY, 1_000)

    assert days_of(kept) == [1, -10, 50, 3, 9, 20, 30, 40]
    assert sum(len(each.body) for each in kept) + 1_000 <= MOST_BYTES
    assert until == TODAY + timedelta(days=199)


def test_a_series_counts_with_its_overrides() -> None:
    blocks = [block(1, events=600), block(2, events=400), block(3)]

    kept, until = within_limits(blocks, TODAY, 0)

    assert days_of(kept) == [1, 2]
    assert until == TODAY + timedelta(days=2)


def test_what_is_too_large_takes_nothing_else_with_it() -> None:
    blocks = [block(0, size=MOST_BYTES + 1), block(1, events=MOST_EVENTS + 1), block(2), block(3)]

    kept, until = within_limits(blocks, TODAY, 0)

    assert days_of(kept) == [2, 3]
    assert until == TODAY - timedelta(days=1)


def test_nothing_is_said_when_only_the_past_is_left_out() -> None:
    blocks = [block(-day, events=600) for day in (1, 2)]

    kept, until = within_limits(blocks, TODAY, 0)

    assert days_of(kept) == [-1]
    assert until is None
