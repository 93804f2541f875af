"""Places with any hours, seasons, exceptions and stops: more than a check would let through."""

from datetime import date, timedelta

from hypothesis import strategies as st

from kohtaamo.model.origin import Origin
from kohtaamo.model.place import HolidayHours, Hours, HoursException, Mode, Place, Season, Stop

FIRST, LAST = date(2026, 11, 1), date(2027, 12, 31)

DAYS = st.lists(st.integers(0, 6), max_size=7, unique=True).map(tuple)
DATES = st.dates(FIRST, LAST)
OPEN = st.builds(
    Hours,
    days=DAYS,
    from_=st.integers(0, 23).map(lambda hour: hour * 60),
    to=st.integers(1, 24).map(lambda hour: hour * 60),
    mode=st.sampled_from(Mode),
)
SOME = st.lists(OPEN, max_size=3).map(tuple)
SPANS = st.tuples(DATES, st.integers(0, 90)).map(lambda s: (s[0], s[0] + timedelta(days=s[1])))
SEASONS = st.builds(
    lambda span, some: Season(from_=span[0], to=span[1], name="Kausi", hours=some), SPANS, SOME
)
EXCEPTIONS = st.builds(
    lambda span, some: HoursException(from_=span[0], to=span[1], closed=not some, hours=some),
    SPANS,
    SOME,
)
STOPS = st.builds(
    lambda some, dates, span: Stop(
        id="a",
        name="A",
        municipality="x",
        hours=some,
        dates=dates,
        from_=None if dates else span[0],
        to=None if dates else span[1],
    ),
    SOME,
    st.lists(DATES, max_size=3).map(tuple),
    SPANS,
)
PLACES = st.builds(
    Place,
    slug=st.just("tupa"),
    name=st.just("Tupa"),
    municipality=st.just("x"),
    hours=SOME,
    seasons=st.lists(SEASONS, max_size=3).map(tuple),
    exceptions=st.lists(EXCEPTIONS, max_size=3).map(tuple),
    stops=st.lists(STOPS, max_size=1).map(tuple),
    holiday_hours=st.one_of(st.none(), st.sampled_from(HolidayHours), SOME),
    open_until=st.one_of(st.none(), DATES),
    written_in=st.just("fi"),
    origin=st.just(Origin("places/tupa.md")),
)
