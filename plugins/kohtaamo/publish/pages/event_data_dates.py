"""When an event is, as schema.org has it: one date, and of a series a rule or its next dates.

The rule is told where calendars have one (`kohtaamo.schedule.exported_rule`), whole and from its
first date, so that it changes when somebody edits the file and not with the days. What is different
on one of its dates, and what the rule does not give, are events of their own, and such dates are
left out of it. A night's quiet depends on nothing but the dates that the page shows.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from kohtaamo.model.event import Event
from kohtaamo.model.translation import said
from kohtaamo.publish.html.json_ld import Thing
from kohtaamo.publish.pages.data_names import event_names
from kohtaamo.publish.pages.event_data_where import location_data
from kohtaamo.publish.pages.moments import iso
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.schedule.exported_rule import ExportedRule, exported_rule
from kohtaamo.schedule.moments import ONE_DAY, Moment, day_of
from kohtaamo.schedule.occurrence import Occurrence, State
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.series import Series, plan

# As many dates are told one by one; the page has them all.
MOST_DATES = 12
_STATUS = {
    State.CONFIRMED: "EventScheduled",
    State.CANCELLED: "EventCancelled",
    State.POSTPONED: "EventPostponed",
    State.MOVED: "EventRescheduled",
}
_PERIODS = {"WEEKLY": "W", "MONTHLY": "M"}


def told_date(reader: Reader, event: Event) -> Occurrence | None:
    """The date that stands for a whole event: its next one that is as planned.

    If there is none, the next that takes place, the next, or the last one it has had.
    """
    dates = reader.site.dates(event.slug)
    on = [each for each in dates if each.takes_place]
    planned = (each for each in on if each.was_start is None and each.place == event.place)
    chosen = next(planned, None) or next(iter(on), None) or next(iter(dates), None)
    if chosen is not None:
        return chosen
    past = occurrences(plan(event))
    return past[-1] if past else None


def dates_data(reader: Reader, event: Event, chosen: Occurrence) -> Thing:
    """The date that stands for the event, its rule, and the dates that are told one by one."""
    if event.slug in reader.edition.umbrellas:
        return {**date_data(chosen), "subEvent": list(_parts(reader, event))}
    if event.repeat is None:
        return date_data(chosen)
    series, dates = plan(event), reader.site.dates(event.slug)
    rule = exported_rule(series)
    if rule is not None:
        dates = tuple(each for each in dates if _is_apart(series, each))
    alone = [each for each in dates if rule is not None or len(dates) > 1][:MOST_DATES]
    return {
        **date_data(chosen),
        "eventSchedule": _schedule(series, rule) if rule else None,
        "subEvent": list(_sub_events(reader, event, alone, chosen)),
    }


def date_data(occurrence: Occurrence) -> Thing:
    """When one date is, and whether it takes place; the end of whole days is the last of them."""
    old = occurrence.was_start
    return {
        "startDate": iso(occurrence.start),
        "endDate": _end(occurrence),
        "eventStatus": f"https://schema.org/{_STATUS[_state(occurrence)]}",
        "previousStartDate": iso(old) if old is not None and old != occurrence.start else None,
    }


def _state(occurrence: Occurrence) -> State:
    """Rescheduled is what begins at another time; what is elsewhere, or ends later, is not.

    Of a whole event that was moved nobody knows more than that.
    """
    old = occurrence.was_start
    is_known = bool(old or occurrence.was_place or occurrence.was_room)
    if occurrence.state is State.MOVED and is_known and old in (None, occurrence.start):
        return State.CONFIRMED
    return occurrence.state


def _end(occurrence: Occurrence) -> str | None:
    """None where nobody knows it; what begins and ends at one time has none to speak of."""
    start, end = occurrence.start, occurrence.end
    is_known = end is not None and (end > start or not isinstance(start, datetime))
    return iso(end) if end is not None and is_known else None


def _is_apart(series: Series, occurrence: Occurrence) -> bool:
    """True for a date that the rule does not give, or not as it is."""
    return occurrence.is_extra or day_of(occurrence.by_rule) in series.changes


def _sub_events(
    reader: Reader, event: Event, dates: Iterable[Occurrence], chosen: Occurrence
) -> Iterator[Thing]:
    """Dates one by one; where one is as elsewhere on the page is said by its name alone."""
    usual = location_data(reader, event, chosen)
    for each in dates:
        here = location_data(reader, event, each)
        yield {
            "@type": "Event",
            "name": said(event, "title", reader.language).text,
            **date_data(each),
            "location": _named(here) if here == usual else here,
        }


def _named(here: Thing | list[Thing]) -> Thing | list[Thing]:
    if isinstance(here, list):
        return [{"@id": each["@id"]} if "@id" in each else each for each in here]
    return {"@id": here["@id"]} if "@id" in here else here


def _parts(reader: Reader, event: Event) -> Iterator[Thing]:
    """The parts of an umbrella event that are still to come, each at its next date."""
    dated = [
        dates[0]
        for slug in reader.site.parts_of.get(event.slug, ())
        if (dates := reader.site.dates(slug))
    ]
    for each in sorted(dated, key=lambda date: date.sort_key):
        part = reader.network.events[each.event]
        yield {
            "@type": "Event",
            **event_names(reader, part.slug),
            "name": said(part, "title", reader.language).text,
            **date_data(each),
            "location": location_data(reader, part, each),
        }


def _schedule(series: Series, rule: ExportedRule) -> Thing:
    """The rule in the words of RFC 5545, as schema.org takes them (`Schedule`, `byDay`)."""
    days = rule.byday
    changed = {day for day in series.changes if series.has_date(day)}
    return {
        "@type": "Schedule",
        "startDate": day_of(rule.dtstart).isoformat(),
        "endDate": day_of(rule.until).isoformat(),
        **_hours(rule.dtstart, series.length),
        "repeatFrequency": f"P{rule.interval}{_PERIODS[rule.freq]}",
        "byDay": days[0] if len(days) == 1 else days,
        "exceptDate": [each.isoformat() for each in sorted({*series.skipped, *changed})],
        "scheduleTimezone": "Europe/Helsinki",
    }


def _hours(start: Moment, length: timedelta | None) -> Thing:
    """From when to when; how long, by the clock on the wall, where it ends on another day."""
    if not isinstance(start, datetime):
        days = (length or timedelta()) + ONE_DAY
        return {"duration": f"P{days.days}D" if days > ONE_DAY else None}
    begin = {"startTime": f"{start:%H:%M}"}
    if length is None:
        return begin
    end = start + length
    if end.date() == start.date():
        return {**begin, "endTime": f"{end:%H:%M}"}
    hours, minutes = divmod(length // timedelta(minutes=1), 60)
    return {**begin, "duration": f"PT{hours}H{minutes}M" if minutes else f"PT{hours}H"}
