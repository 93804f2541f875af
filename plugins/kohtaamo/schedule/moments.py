"""Moments of local time: a date for what takes all day, a date and time for the rest."""

from datetime import date, datetime, time, timedelta

# Europe/Helsinki wall-clock time without a zone. (Every datetime is a date too, for Python.)
Moment = date | datetime

ONE_DAY = timedelta(days=1)
INSTANT = timedelta(microseconds=1)


def day_of(moment: Moment) -> date:
    """The local date of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def clock_of(moment: Moment) -> datetime:
    """The moment itself, or the midnight on which a whole day begins."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.min)


def ending_at(end: time, start: datetime) -> datetime:
    """The end that a time of day means: on the start's date; 00:00 is its 24:00.

    Any other time before the start's comes out before it: an event never runs over midnight
    unless its end is written with a date.
    """
    following = ONE_DAY if end == time.min else timedelta(0)
    return datetime.combine(start.date(), end) + following


def last_day_of(start: Moment, end: Moment | None) -> date:
    """The last local date that is touched: what ends at midnight does not touch the next day.

    Whole days are included; what has no known end touches the day of its start.
    """
    if end is None:
        return day_of(start)
    last = day_of(end)
    # Most begin and end on one day, and are as good as said by that.
    if not isinstance(end, datetime) or last == day_of(start) or end <= clock_of(start):
        return last
    return (end - INSTANT).date()
