"""What a calendar file has to say, and what it may say, by our own occurrences and opening hours.

The file of an event holds the calendar window, from 30 days back to 12 months ahead, and all of an
event that has no date in it. What a series says beyond the window is not promised, but never wrong.
A cancelled date leaves the day after.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kohtaamo.ids import date_id, item_id
from kohtaamo.model.event import Event
from kohtaamo.model.place import Place
from kohtaamo.schedule.exported_rule import exported_rule
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.opening import open_spans
from kohtaamo.schedule.series import Series, plan
from kohtaamo.schedule.windows import calendar_window, whole_months
from tests.judges.engines.rows import Row, stamp


@dataclass(frozen=True)
class Expected:
    """`must` are the rows that have to be there, `may` all rows that are allowed to be.

    Each as often as it is counted: two cancelled dates of a series may have been on one day.
    Without `has_uids`, the identities are not compared.
    """

    must: Counter[Row]
    may: Counter[Row]
    has_uids: bool = True


def expected(event: Event, network_id: str, today: date) -> Expected:
    """The rows of an event's own calendar file on a day."""
    series = plan(event)
    every = occurrences(series)
    first, last = calendar_window(today)
    inside = [each for each in every if each.first_day <= last and first <= each.last_day]
    staying = [each for each in inside if not _has_left(each, today)]
    promised = staying or [each for each in every if not _has_left(each, today)]
    left = [each for each in inside if _has_left(each, today)] if staying else []

    def rows(dates: Iterable[Occurrence]) -> Counter[Row]:
        return Counter(_row(series, each, network_id) for each in dates)

    return Expected(must=rows(promised), may=rows(every) - rows(left))


def expected_hours(place: Place, today: date) -> Expected:
    """The opening hours of the months that the calendar window touches, no more and no less."""
    spans = open_spans(place, *whole_months(today))
    rows = Counter(Row("", stamp(span.start), stamp(span.end), False) for span in spans)
    return Expected(must=rows, may=rows, has_uids=False)


def _has_left(each: Occurrence, today: date) -> bool:
    return not each.takes_place and each.last_day < today


def _row(series: Series, each: Occurrence, network_id: str) -> Row:
    event = series.event
    uid = item_id(network_id, "event", event.slug, event.formerly)
    is_alone = each.is_extra or exported_rule(series) is None
    if event.repeat is not None and is_alone:
        uid = date_id(uid, each.by_rule)
    end = each.start if each.end is None else each.end
    if not isinstance(end, datetime):
        end += timedelta(days=1)
    return Row(str(uid), stamp(each.start), stamp(end), not each.takes_place)


def differences(file: str, ours: Expected, theirs: Iterable[Row]) -> Iterator[str]:
    """One sentence a difference: the file, the UID, the date, what we say and what they say."""
    found = Counter(theirs if ours.has_uids else (row._replace(uid="") for row in theirs))
    for row, count in sorted((ours.must - found).items()):
        instead = _nearest(row, found - ours.must)
        yield f"{file}: we say {_times(count, row)}; they say {instead or 'nothing of it'}"
    for row, count in sorted((found - ours.may).items()):
        yield f"{file}: they say {_times(count, row)}; we say nothing of it"


def _times(count: int, row: Row) -> str:
    return str(row) if count == 1 else f"{count} times {row}"


def _nearest(row: Row, others: Iterable[Row]) -> Row | None:
    """What may be meant: another row of the same identity, best on the same day."""
    same = sorted(each for each in others if each.uid == row.uid)
    return next(iter([each for each in same if each.start[:8] == row.start[:8]] or same), None)
