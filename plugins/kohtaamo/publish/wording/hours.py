"""What a calendar says of opening hours."""

from kohtaamo.model.place import Place
from kohtaamo.schedule.opening import OpenSpan
from kohtaamo.schedule.public_holidays import holiday_name
from kohtaamo.words.words import Words


def hours_title(words: Words, place: Place, span: OpenSpan, name: str) -> str:
    """`Avoinna: Roihankadun olohuone`, `Omatoimi: …`: what open means, then where.

    `name` is the place's, in the language of `words`.
    """
    stop = place.stop(span.stop)
    where = words("hours_calendar.at_stop", place=name, stop=stop.name) if stop else name
    return words(f"hours_calendar.title.{span.mode.value}", where=where)


def hours_lines(
    words: Words, span: OpenSpan, *, holiday: str | None, is_exception: bool
) -> tuple[str, ...]:
    """Why these hours are not the usual ones, their note, and what their mode means.

    `holiday` is the Finnish name of a public holiday. Reasons, notes and names of seasons are as
    their writer has them.
    """
    lines = []
    if holiday is not None:
        lines.append(holiday_name(span.day, words.tag) or holiday)
    if is_exception:
        reason = "hours_calendar.exception_because" if span.reason else "hours_calendar.exception"
        lines.append(words(reason, reason=span.reason or ""))
    elif holiday is not None:
        lines[-1] = words("hours_calendar.holiday", name=lines[-1])
    if span.season:
        lines.append(span.season)
    if span.note:
        lines.append(span.note)
    return (*lines, words(f"site.mode.{span.mode.value}"))
