"""A place's rows of weekly hours, and how they lie to each other in a week without end."""

from collections.abc import Iterator, Sequence

from kohtaamo.model.place import Hours, Place

DAY = 24 * 60
WEEK = 7 * DAY

Rows = Sequence[Hours]


def rows_of(place: Place) -> Iterator[tuple[str, Rows]]:
    """Every list of hours in a place's file, with its field: what stands in one holds at once."""
    yield "hours", place.hours
    for index, season in enumerate(place.seasons):
        yield f"seasons[{index}].hours", season.hours
    for index, exception in enumerate(place.exceptions):
        yield f"exceptions[{index}].hours", exception.hours
    for index, stop in enumerate(place.stops):
        yield f"stops[{index}].hours", stop.hours
    if isinstance(place.holiday_hours, tuple):
        yield "holiday_hours", place.holiday_hours


def minutes_apart(begun: int, one: Hours, day: int, other: Hours) -> int:
    """Minutes from when `one` begins on weekday `begun` to when `other` next begins on `day`."""
    return (day * DAY + other.from_ - begun * DAY - one.from_) % WEEK


def clock(hours: Hours) -> str:
    """`9:00–16:00`, as contributors write it."""
    first, last = (divmod(minutes, 60) for minutes in (hours.from_, hours.to))
    return f"{first[0]}:{first[1]:02d}–{last[0]}:{last[1]:02d}"
