"""What a calendar says of opening hours."""

from kohtaamo.model.place import Place
from kohtaamo.model.translation import said_within
from kohtaamo.schedule.opening import OpenSpan
from kohtaamo.schedule.public_holidays import holiday_name
from kohtaamo.words.words import Words


def hours_title(words: Words, place: Place, span: OpenSpan, name: str) -> str:
    """`Avoinna: Roihankadun olohuone`, `Omatoimi: …`: what open means, then where.

    `name` is the place's, in the language of `words`.
    """
    stop = place.stop(span.stop)
    where = name
    if stop is not None:
        at = said_within(place, stop.name, words.tag).text
        where = words("hours_calendar.at_stop", place=name, stop=at)
    return words(f"hours_calendar.title.{span.mode.value}", where=where)


def hours_lines(
    words: Words, place: Place, span: OpenSpan, *, holiday: str | None, is_exception: bool
) -> tuple[str, ...]:
    """Why these hours are not the usual ones, their note, and what their mode means.

    `holiday` is the Finnish name of a public holiday.
    """
    reason, season, note = (
        said_within(place, each or "", words.tag).text
        for each in (span.reason, span.season, span.note)
    )
    lines = []
    if holiday is not None:
        lines.append(holiday_name(span.day, words.tag) or holiday)
    if is_exception:
        key = "hours_calendar.exception_because" if reason else "hours_calendar.exception"
        lines.append(words(key, reason=reason))
    elif holiday is not None:
        lines[-1] = words("hours_calendar.holiday", name=lines[-1])
    return (*lines, *filter(None, (season, note)), words(f"site.mode.{span.mode.value}"))
