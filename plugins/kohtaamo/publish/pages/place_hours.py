"""A place's opening hours: this week and the next by date, the usual week, what is coming."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from kohtaamo.model.place import HolidayHours, Hours, Place, Season
from kohtaamo.publish.about_listing import own_languages, own_or_first
from kohtaamo.publish.ics.hours import hours_address
from kohtaamo.publish.osm.file import MEDIA_TYPE, hours_text_address
from kohtaamo.publish.pages.feeds import FeedView
from kohtaamo.publish.pages.follow import CalendarWays, calendar_ways, reach
from kohtaamo.publish.pages.hours_words import (
    WEEK,
    SpanLine,
    WeekdayLine,
    open_words,
    period,
    said_reason,
    week,
)
from kohtaamo.publish.pages.moments import Moments
from kohtaamo.publish.pages.open_now import OpenNow, open_now_view
from kohtaamo.publish.pages.place_coming import NEAR, ComingLine, coming_lines
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.site import DAYS_SHOWN
from kohtaamo.publish.pages.texts import NO_TEXT, Text, unbroken
from kohtaamo.schedule.opening import DayHours, OpenSpan, day_hours, is_as_usual


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """One day; `closed` is said when there are no spans, `why` names exception and holiday."""

    day: Moments
    spans: tuple[SpanLine, ...]
    closed: str
    why: tuple[Text, ...]
    is_special: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonView:
    """A season's week and when it holds; `is_far` when it begins later than the holidays said."""

    name: Text
    dates: str
    days: tuple[WeekdayLine, ...]
    is_far: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursView:
    """`modes` explains the words of the hours that this place uses; `holidays` is one sentence.

    `in_use` says from when to when a pop-up place is open at all. `looks_ahead` is true from Friday
    on, when the next week is what people come for. `calendar` holds the same hours, None for a
    place that has said none; `reach` says how far it holds them, if not all. `open_now` is what a
    script may say while these two weeks last.
    """

    this_week: tuple[DayLine, ...]
    next_week: tuple[DayLine, ...]
    looks_ahead: bool
    usual: tuple[WeekdayLine, ...]
    seasons: tuple[SeasonView, ...]
    coming: tuple[ComingLine, ...]
    modes: tuple[str, ...]
    holidays: str
    in_use: str
    open_now: OpenNow | None
    calendar: CalendarWays | None
    reach: str


def hours_view(reader: Reader, place: Place) -> HoursView:
    """All hours of a place, from Monday of this week on."""
    monday = reader.site.monday
    lines = [
        day_line(reader, place, day_hours(place, monday + timedelta(days=number)))
        for number in range(DAYS_SHOWN)
    ]
    return HoursView(
        this_week=tuple(lines[:WEEK]),
        next_week=tuple(lines[WEEK:]),
        looks_ahead=reader.site.looks_ahead,
        usual=week(reader, place, place.hours),
        seasons=tuple(_seasons(reader, place)),
        coming=coming_lines(reader, place, monday + timedelta(days=DAYS_SHOWN)),
        modes=_modes(reader, place),
        holidays=_holidays(reader, place),
        in_use=period(reader, place.open_from, place.open_until),
        open_now=_open_now(reader, place),
        calendar=hours_calendar(reader, place.slug),
        reach=_reach(reader, place.slug),
    )


def _open_now(reader: Reader, place: Place) -> OpenNow | None:
    """What a script may say while the days last that are shown."""
    first = reader.site.monday
    last = first + timedelta(days=DAYS_SHOWN - 1)
    return open_now_view(reader, place, reader.site.open_states(place.slug, first, last))


def hours_calendar(reader: Reader, slug: str) -> CalendarWays | None:
    """A place's opening hours to subscribe to, None when it says none at all, not even past ones.

    It has a calendar of them in any case: an address that is subscribed to goes on serving. In the
    reader's language, or in the first one where the place is not translated.
    """
    place = reader.edition.known.places[slug]
    if not place.has_hours:
        return None
    address = hours_address(reader.edition, slug, _language(reader, slug))
    name = reader.words("hours_calendar.name", place=place.name_in(reader.language).text)
    return calendar_ways(reader, address, name)


def hours_text_link(reader: Reader, place: Place) -> tuple[FeedView, ...]:
    """The same hours for maps: for programs alone, so that residents meet no name of a format."""
    if not reader.edition.known.places[place.slug].has_hours:
        return ()
    href, name = reader.link(hours_text_address(reader.edition, place.slug)), "OpenStreetMap"
    return (FeedView(href=href, media_type=MEDIA_TYPE, label=name, title=name),)


def _reach(reader: Reader, slug: str) -> str:
    if not reader.edition.known.places[slug].has_hours:
        return ""
    return reach(reader, reader.site.parts.places.hours_until(slug, _language(reader, slug)))


def _language(reader: Reader, slug: str) -> str:
    place = reader.edition.known.places[slug]
    return own_or_first(reader.language, own_languages(reader.edition, place))


def day_line(reader: Reader, place: Place, day: DayHours) -> DayLine:
    """One day's hours in words, and why they are out of the ordinary."""
    words = reader.words
    closed = (
        "" if day.spans else words("site.hours.unknown" if day.unknown else "site.hours.closed")
    )
    return DayLine(
        day=Moments(day.day.isoformat(), reader.day(day.day, "on_weekday")),
        spans=tuple(_span_line(reader, place, span) for span in day.spans),
        closed=closed,
        why=tuple(_why(reader, place, day)),
        is_special=_is_special(place, day),
    )


def _span_line(reader: Reader, place: Place, span: OpenSpan) -> SpanLine:
    stop = place.stop(span.stop)
    return SpanLine(
        hours=unbroken(open_words(reader, span.mode, span.start, span.end)),
        stop=reader.own(place, stop.name) if stop else NO_TEXT,
        note=reader.own(place, span.note),
    )


def _why(reader: Reader, place: Place, day: DayHours) -> Iterator[Text]:
    """The holiday's name, the exception's reason, the season's name: each once."""
    if day.holiday is not None:
        yield reader.holiday(day.day) or Text(day.holiday)
    reasons = [day.closed_reason, *(span.reason for span in day.spans)]
    seasons = (span.season for span in day.spans)
    for said in dict.fromkeys(each for each in (*reasons, *seasons) if each):
        yield said_reason(reader, place, day.day, said)


def _is_special(place: Place, day: DayHours) -> bool:
    """True when something is to be seen: other hours than usual, or a reason that was given."""
    if not day.is_exception and day.holiday is None:
        return False
    reasons = (day.closed_reason, *(span.reason for span in day.spans))
    return any(reasons) or not is_as_usual(place, day)


def _seasons(reader: Reader, place: Place) -> Iterator[SeasonView]:
    """Seasons that are not over."""
    for season in place.seasons:
        if season.to >= reader.edition.today:
            yield SeasonView(
                name=reader.own(place, season.name),
                dates=period(reader, season.from_, season.to),
                days=_days_in(season, week(reader, place, season.hours)),
                is_far=season.from_ > reader.site.monday + NEAR,
            )


def _days_in(season: Season, days: tuple[WeekdayLine, ...]) -> tuple[WeekdayLine, ...]:
    """Of a season shorter than a week only the weekdays that it has."""
    length = (season.to - season.from_).days + 1
    kept = {
        (season.from_ + timedelta(days=number)).weekday() for number in range(min(length, WEEK))
    }
    return tuple(line for weekday, line in enumerate(days) if weekday in kept)


def _modes(reader: Reader, place: Place) -> tuple[str, ...]:
    """What the words of the hours mean, for each mode that the place has."""
    found: Iterable[Hours] = (
        *place.hours,
        *(hours for season in place.seasons for hours in season.hours),
        *(hours for stop in place.stops for hours in stop.hours),
    )
    modes = dict.fromkeys(hours.mode for hours in found)
    return tuple(reader.words(f"site.mode.{mode.value}") for mode in modes)


def _holidays(reader: Reader, place: Place) -> str:
    """What the place says of public holidays."""
    if place.holiday_hours is None:
        return reader.words("site.holidays.unknown")
    if isinstance(place.holiday_hours, HolidayHours):
        return reader.words(f"site.holidays.{place.holiday_hours.value}")
    return reader.words("site.holidays.hours")
