"""The dates of the calendars, read by another recurrence engine, are the dates of the pages.

recurring-ical-events knows nothing of ours: it reads the files.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import recurring_ical_events  # type: ignore[import-untyped]  # ships no types
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.make import make_edition
from kohtaamo.model.common import DateSpan
from kohtaamo.model.event import Event
from kohtaamo.model.network import Identity, Network
from kohtaamo.model.origin import Origin
from kohtaamo.model.repeat import (
    Change,
    Every,
    HolidaySkip,
    On,
    OnDay,
    OnLastWeekday,
    OnWeekday,
    Parity,
    Repeat,
    Unit,
)
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.formats import feed_outputs
from kohtaamo.schedule.doubts import crowded_dates
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.recurrence import is_on_rule
from kohtaamo.schedule.series import plan
from kohtaamo.schedule.windows import calendar_window
from kohtaamo.schedule.zone import HELSINKI, is_missing_hour
from kohtaamo.words.load import words_of
from tests.often import often

TODAY = date(2026, 12, 1)
ONE_DAY = timedelta(days=1)
VOCABULARIES = ("municipalities", "audiences", "topics", "needs")

# Start, end, and whether it is off: what people go by.
Date = tuple[str, str, bool]
Lint = Callable[[bytes], list[str]]


def read(body: bytes, first: date, last: date) -> list[Date]:
    """What the other engine finds in a calendar between two days, both included."""
    calendar = icalendar.Calendar.from_ical(body)
    # Asked for dates, the engine forgets a night that began before the first one.
    start, end = (datetime.combine(day, time(), HELSINKI) for day in (first, last + ONE_DAY))
    found = recurring_ical_events.of(calendar).between(start, end)
    return sorted(
        (_told(each["DTSTART"].dt), _told(each.end), each["STATUS"] == "CANCELLED")
        for each in found
    )


def _told(moment: date) -> str:
    if isinstance(moment, datetime):
        return moment.astimezone(HELSINKI).strftime("%Y-%m-%d %H:%M")
    return moment.isoformat()


def ours(dates: Iterable[Occurrence]) -> list[Date]:
    """Our dates in the same form: the end of whole days is the day after the last one."""
    told = []
    for each in dates:
        end = each.end if each.end is not None else each.start
        if not isinstance(end, datetime):
            end += ONE_DAY
        told.append((_told_local(each.start), _told_local(end), not each.takes_place))
    return sorted(told)


def _told_local(moment: date) -> str:
    form = "%Y-%m-%d %H:%M" if isinstance(moment, datetime) else "%Y-%m-%d"
    return moment.strftime(form)


def expected(edition: Edition, event: Event, first: date, last: date) -> list[Date]:
    """A date that is off leaves the day after; when all have left, its own file says so of all."""
    every = occurrences(plan(event), first, last)
    here = [each for each in every if each.takes_place or each.last_day >= edition.today]
    return ours(here or every)


def test_every_event_of_the_files(any_edition: Edition, any_calendars: Mapping[str, bytes]) -> None:
    edition = any_edition
    first, last = calendar_window(edition.today)
    different = {}
    for slug, event in edition.network.events.items():
        if event.is_closed or slug in edition.umbrellas or not edition.occurrences[slug]:
            continue
        own = addresses_in(edition, edition.first_language).event(slug).removeprefix("/")
        body = any_calendars[f"{own}event.ics"]
        here, there = expected(edition, event, first, last), read(body, first, last)
        if here != there:
            different[slug] = (here, there)

    assert different == {}


def test_the_listing_of_all_events_holds_the_same_dates(
    edition: Edition, calendars: Mapping[str, bytes]
) -> None:
    first, last = calendar_window(edition.today)
    (everything,) = (each for each in edition.listings if each.kind == "all")
    gone = {"mennyt-peruttu"}
    shown = [slug for slug in everything.events if slug not in edition.umbrellas | gone]
    events = [edition.network.events[slug] for slug in shown]
    dates = sorted(each for event in events for each in expected(edition, event, first, last))

    assert read(calendars["tapahtumat/calendar.ics"], first, last) == dates
    assert "jasenten-ilta" not in shown
    assert len(dates) > 100


def test_an_event_beyond_the_window_is_in_its_own_file_alone(
    calendars: Mapping[str, bytes],
) -> None:
    day = date(2028, 6, 1)

    assert read(calendars["tapahtumat/kaukana/event.ics"], day, day) == [
        ("2028-06-01 12:00", "2028-06-01 18:00", False)
    ]
    assert read(calendars["tapahtumat/calendar.ics"], day, day) == []


def test_a_night_ends_when_the_clock_says_so(calendars: Mapping[str, bytes]) -> None:
    """22:00–06:00 over both clock changes: seven hours in spring, nine in autumn."""
    body = calendars["tapahtumat/yovahti/event.ics"]

    assert read(body, date(2026, 10, 25), date(2026, 10, 25)) == [
        ("2026-10-24 22:00", "2026-10-25 06:00", False)
    ]
    assert read(body, date(2027, 3, 28), date(2027, 3, 28)) == [
        ("2027-03-27 22:00", "2027-03-28 06:00", False)
    ]
    # Engines that give each date the exact length of the first one are told of those two nights.
    assert body.count(b"RECURRENCE-ID;TZID=Europe/Helsinki:20261024T220000\r\n") == 1
    assert body.count(b"RECURRENCE-ID;TZID=Europe/Helsinki:20270327T220000\r\n") == 1
    assert body.count(b"BEGIN:VEVENT") == 3


WEEKDAYS = st.integers(0, 6)
ORDINALS = st.sampled_from([1, 2, 3, 4, 5, -1])
EVERY = st.one_of(
    st.builds(Every, count=st.integers(1, 3), unit=st.sampled_from(Unit), parity=st.none()),
    st.builds(
        Every, count=st.just(1), unit=st.just(Unit.WEEK), parity=st.sampled_from(list(Parity))
    ),
)
MONTHLY_ON: st.SearchStrategy[On] = st.one_of(
    st.builds(OnWeekday, WEEKDAYS, ORDINALS),
    st.builds(OnDay, st.one_of(st.integers(1, 31), st.just(-1))),
    st.builds(OnLastWeekday),
)
WEEKLY_ON: st.SearchStrategy[On] = st.builds(OnWeekday, WEEKDAYS)
SKIPS = st.lists(
    st.one_of(
        st.sampled_from(list(HolidaySkip)),
        st.builds(
            lambda first, days: DateSpan(from_=first, to=first + timedelta(days=days)),
            st.dates(date(2026, 11, 1), date(2027, 10, 1)),
            st.integers(0, 20),
        ),
    ),
    max_size=2,
).map(tuple)


@st.composite
def repeats(draw: st.DrawFn) -> Repeat:
    every = draw(EVERY)
    by_month = every.unit in (Unit.MONTH, Unit.YEAR)
    ons = draw(st.lists(MONTHLY_ON if by_month else WEEKLY_ON, max_size=3, unique=True))
    times = draw(st.one_of(st.none(), st.integers(1, 40)))
    until = None if times else draw(st.dates(date(2027, 1, 1), date(2028, 3, 1)))
    return Repeat(every=every, on=tuple(ons), times=times, until=until, skip=draw(SKIPS))


@st.composite
def series(draw: st.DrawFn) -> Event:
    """A series as the checks let it pass: on its rule, changed where it has dates."""
    repeat = draw(repeats())
    first = draw(st.dates(date(2026, 10, 1), date(2027, 2, 28)))
    near = (first + timedelta(days=days) for days in range(366))
    first = next((day for day in near if is_on_rule(repeat, day)), first)
    assume(is_on_rule(repeat, first))
    all_day = draw(st.booleans())
    clock = time(draw(st.integers(0, 23)), draw(st.sampled_from([0, 15, 30])))
    hours = draw(st.one_of(st.none(), st.integers(1, 30)))
    length = (
        None
        if hours is None
        else timedelta(days=hours % 3 + 1)
        if all_day
        else timedelta(hours=hours)
    )
    event = Event(
        slug="sarja",
        title="Sarja",
        start=first if all_day else datetime.combine(first, clock),
        duration=length,
        all_day=all_day,
        repeat=repeat,
        published=date(2026, 9, 1),
        written_in="fi",
        origin=Origin("events/sarja.md"),
    )
    return draw(changed(event))


@st.composite
def changed(draw: st.DrawFn, event: Event) -> Event:
    assert event.repeat is not None
    kept = plan(event).kept
    assume(kept)
    days = draw(st.lists(st.sampled_from(kept), max_size=3, unique=True))
    changes = []
    for day in days:
        start = datetime.combine(day, time(draw(st.integers(5, 20)), 30)) + timedelta(
            days=draw(st.integers(-1, 1))
        )
        cancelled = draw(st.booleans())
        changes.append(Change(date=day, cancelled=cancelled, start=None if cancelled else start))
    extra = draw(st.lists(st.dates(date(2026, 11, 5), date(2027, 11, 20)), max_size=2, unique=True))
    return replace(event, repeat=replace(event.repeat, changes=tuple(changes), extra=tuple(extra)))


def edition_of(event: Event) -> Edition:
    network = Network(
        identity=Identity(
            id="testi",
            name="Testi",
            languages=("fi",),
            written_in="fi",
            origin=Origin("network.yml"),
        ),
        vocabularies={name: {} for name in VOCABULARIES},
        events={event.slug: event},
    )
    return make_edition(
        network,
        today=TODAY,
        site_url="https://example.fi",
        changed={f"events/{event.slug}": datetime(2026, 11, 1, tzinfo=UTC)},
        words=words_of(("fi",)),
    )


@settings(derandomize=True, deadline=None, max_examples=often(120, 400))
@given(event=series())
def test_every_series_that_can_be_written(event: Event, lint: Lint) -> None:
    every = occurrences(plan(event))
    moments = [moment for each in every for moment in (each.start, each.end)]
    clocks = [moment for moment in moments if isinstance(moment, datetime)]
    assume(not crowded_dates(every) and not any(map(is_missing_hour, clocks)))
    edition = edition_of(event)
    first, last = calendar_window(TODAY)
    output = next(each for each in feed_outputs(edition) if each.path == "tapahtumat/calendar.ics")
    body = output.render()

    assert lint(body) == []
    assert read(body, first, last) == expected(edition, event, first, last)
