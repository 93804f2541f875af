"""A place's opening hours → its `hours.ics`: events that take nobody's time.

Hours of the week and of seasons are weekly series, whatever falls out of them stands alone, and a
day that is closed or not known is not there at all: nothing is promised.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from uuid import UUID

from kohtaamo.ids import hours_of_day_id, item_id, weekly_hours_id
from kohtaamo.listings.changes import changed_at
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.listing import Listing
from kohtaamo.model.place import HoursException, Place
from kohtaamo.model.translation import said
from kohtaamo.publish.about_event import addresses_in, coordinates_of
from kohtaamo.publish.about_listing import listing_identity
from kohtaamo.publish.ics.block import Block, made_within_limits, nearest
from kohtaamo.publish.ics.calendar import Head, header
from kohtaamo.publish.ics.cut import Cut
from kohtaamo.publish.ics.vevent import Stamps, Vevent, changed_on, to_bytes
from kohtaamo.publish.wording.event import at_place
from kohtaamo.publish.wording.hours import hours_lines, hours_title
from kohtaamo.publish.wording.place import ended_words
from kohtaamo.schedule.exported_rule import CODES, ExportedRule
from kohtaamo.schedule.hours_series import HoursOfDay, WeeklyHours, hours_series
from kohtaamo.schedule.in_use import closes_on
from kohtaamo.schedule.opening import OpenSpan
from kohtaamo.schedule.windows import months_moved_on, whole_months

HOURS_FILE = "hours.ics"

# Hours that come every week, and those of single days.
HoursSeries = tuple[tuple[WeeklyHours, ...], tuple[HoursOfDay, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What all hours of a place share, in one language."""

    edition: Edition
    place: Place
    language: str
    identity: UUID
    stamps: Stamps
    url: str


def hours_address(edition: Edition, slug: str, language: str) -> str:
    """`/paikat/<slug>/hours.ics`, by the slug that the place has or had."""
    return addresses_in(edition, language).place(slug) + HOURS_FILE


# Three calendar years have no more public holidays; so few blocks find room in any calendar.
_YEARS, _HOLIDAYS, _FEW_HOURS = 3, 60, 300


def hours_in_window(edition: Edition, place: Place) -> HoursSeries:
    """The opening hours of the months that the calendar window touches, in no language yet."""
    return hours_series(place, *whole_months(edition.today))


def may_be_cut(place: Place) -> bool:
    """True when its hours may be more than a calendar holds; False, and they never are.

    Each day that is not like its weekday stands alone: of exceptions, of public holidays, of the
    weeks in which seasons change. What stops do is not guessed.
    """
    if place.stops:
        return True
    longest = max((len(each.hours) for each in place.exceptions), default=0)
    days = sum(_days_of(each) for each in place.exceptions if each.hours)
    regular = sum(1 for _ in place.all_hours()) * 7 * _YEARS * (1 + len(place.seasons))
    return regular + (longest or 1) * days + _HOLIDAYS * len(place.hours) > _FEW_HOURS


def _days_of(exception: HoursException) -> int:
    first = exception.date or exception.from_
    last = exception.date or exception.to or first
    return 0 if first is None or last is None else (last - first).days + 1


def cut_hours(
    edition: Edition, place: Place, language: str, hours: HoursSeries | None = None
) -> Cut:
    """The calendar of a place's opening hours; `hours` are those in the window, if at hand.

    What a month's passing changes in them counts as a change of that day: some clients take a
    series anew only when its LAST-MODIFIED has grown.
    """
    page = edition.site_url + addresses_in(edition, language).place(place.slug)
    stamps = Stamps(changed=changed_at(edition, place))
    told = _Told(
        edition=edition,
        place=place,
        language=language,
        identity=item_id(edition.network.identity.id, "place", place.slug, place.formerly),
        stamps=changed_on(stamps, months_moved_on(edition.today)),
        url=page,
    )
    listing = Listing(kind="place", key=place.slug)
    head = header(
        Head(
            name=_name(told),
            page=page,
            source=page + HOURS_FILE,
            about=ended_words(edition.words[language], closes_on(place), edition.today),
            identity=listing_identity(edition, listing),
        )
    )
    planned = _planned(told, hours or hours_in_window(edition, place))
    kept, until = made_within_limits(planned, edition.today, len(head))
    return Cut(head=head, blocks=kept, until=until)


def _name(told: _Told) -> str:
    words = told.edition.words[told.language]
    network = said(told.edition.network.identity, "name", told.language).text
    place = said(told.place, "name", told.language).text
    return words("feeds.name", listing=words("hours_calendar.name", place=place), network=network)


def _planned(told: _Told, hours: HoursSeries) -> Iterator[tuple[date, Callable[[], Block]]]:
    today = told.edition.today
    weekly, alone = hours
    for each in weekly:
        day = nearest((each.first.day, each.last.day), today)
        yield day, partial(_block, day, partial(_series, told, each))
    for one in alone:
        yield one.span.day, partial(_block, one.span.day, partial(_of_day, told, one))


def _block(day: date, make: Callable[[], Vevent]) -> Block:
    return Block(body=to_bytes(make()), events=1, day=day)


def _series(told: _Told, hours: WeeklyHours) -> Vevent:
    slot, first, last = hours.slot, hours.first, hours.last
    uid = weekly_hours_id(told.identity, slot.season, slot.stop, slot.weekday, slot.ordinal)
    rule = ExportedRule(
        freq="WEEKLY",
        interval=1,
        byday=(CODES[slot.weekday],),
        dtstart=first.start,
        until=last.start,
    )
    return _vevent(
        told,
        uid,
        first,
        rule=None if first == last else rule,
        exdates=tuple(datetime.combine(day, first.start.time()) for day in hours.skipped),
    )


def _of_day(told: _Told, hours: HoursOfDay) -> Vevent:
    uid = hours_of_day_id(told.identity, hours.span.day, hours.ordinal)
    return _vevent(told, uid, hours.span, holiday=hours.holiday, is_exception=hours.is_exception)


def _vevent(
    told: _Told,
    uid: UUID,
    span: OpenSpan,
    *,
    rule: ExportedRule | None = None,
    exdates: tuple[datetime, ...] = (),
    holiday: str | None = None,
    is_exception: bool = False,
) -> Vevent:
    edition, place, language = told.edition, told.place, told.language
    words = edition.words[language]
    lines = hours_lines(words, place, span, holiday=holiday, is_exception=is_exception)
    return Vevent(
        uid=uid,
        stamps=told.stamps,
        start=span.start,
        end=span.end,
        summary=hours_title(words, place, span, said(place, "name", language).text),
        description="\n\n".join((*lines, told.url)),
        location=at_place(place, span.stop, None, language),
        url=told.url,
        geo=coordinates_of(place, span.stop),
        rule=rule,
        exdates=exdates,
    )
