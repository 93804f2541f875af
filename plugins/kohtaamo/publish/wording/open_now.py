"""Whether a place is open, in one sentence that is true at a moment: only scripts ever say it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from kohtaamo.schedule.moments import INSTANT, ONE_DAY
from kohtaamo.schedule.open_now import OpenState, Stretch
from kohtaamo.text.zone import HELSINKI
from kohtaamo.words.dates import clock, closing, day, ends_that_night
from kohtaamo.words.words import Words

# The name of a stop, by its id, as a part of a sentence.
StopName = Callable[[str], str]
# From then on a weekday alone would mean one that is nearer.
_WEEK = timedelta(days=7)


def open_now(words: Words, state: OpenState, today: date, stop: StopName) -> str:
    """`Auki nyt, henkilökunta paikalla, sulkeutuu klo 16.` as it is said on a day, `today`.

    `words` have to hold all of `open_now.` themselves.
    """
    going_on, following = state.going_on, state.next
    shown = going_on or following
    said = _on(words, going_on, following, today) if going_on else _off(words, following, today)
    if shown is None or shown.stop is None:
        return words("open_now.sentence", said=said)
    return words("open_now.at_stop", said=said, stop=stop(shown.stop))


def open_now_in_short(words: Words, state: OpenState, today: date, stop: StopName) -> str:
    """`Auki nyt, henkilökunta paikalla.`: the same beside the hours and the stop of the day.

    Those are no longer of use to who comes after closing time: then it is as `open_now` says it.
    """
    going_on, following = state.going_on, state.next
    if going_on is not None:
        return words("open_now.sentence", said=words(f"open_now.is.{going_on.mode.value}"))
    if following is not None and _local(following.begins).date() == today:
        return words("open_now.sentence", said=_off(words, following, today))
    return open_now(words, state, today, stop)


def _on(words: Words, going_on: Stretch, following: Stretch | None, today: date) -> str:
    """What goes on, how long, and what comes after it; no end that would not be read right."""
    at, to = (_end(words, key, going_on, today) for key in ("at", "to"))
    then = _end(words, "to", following, today) if following else to
    mode = going_on.mode.value
    if not to or not then:
        return words(f"open_now.is.{mode}")
    if following is None:
        return words(f"open_now.ends.{mode}", at=at, to=to)
    after = words(f"open_now.next.{following.mode.value}", to=then)
    return words(f"open_now.turns.{mode}", to=to, next=after)


def _off(words: Words, opening: Stretch | None, today: date) -> str:
    """Closed, and when it opens."""
    if opening is None:
        return words("open_now.closed")
    begins = _local(opening.begins)
    ahead = begins.date() - today
    said = clock(words, begins)
    if ahead < ONE_DAY:
        at = _clock(words, "open_now.at.today", said)
    elif ahead == ONE_DAY:
        at = _clock(words, "open_now.at.tomorrow", said)
    else:
        weekday = words(f"dates.weekday_on.{begins.weekday()}")
        named = weekday if ahead < _WEEK else day(words, begins, "on_weekday")
        at = _clock(words, "open_now.at.on", said, day=named)
    return words(f"open_now.opens.{opening.mode.value}", at=at)


def _end(words: Words, key: str, stretch: Stretch, today: date) -> str:
    """When it ends: today, tonight or tomorrow; "" when later, where a time alone would mislead."""
    begins, ends = _local(stretch.begins), _local(stretch.ends)
    last = (ends - INSTANT).date()
    if last == today or (begins.date() == today and ends_that_night(begins, ends)):
        return _clock(words, f"open_now.{key}.today", closing(words, ends, today))
    if last == today + ONE_DAY:
        return _clock(words, f"open_now.{key}.tomorrow", closing(words, ends, last))
    return ""


def _clock(words: Words, key: str, clock: str, **values: str) -> str:
    """A phrase with a time, which stays on one line with the word before it."""
    said = words(key, clock=clock, **values)
    return said.replace(f" {clock}", f"\N{NO-BREAK SPACE}{clock}")


def _local(moment: datetime) -> datetime:
    """The wall clock in Helsinki at a moment, without its zone."""
    return moment.astimezone(HELSINKI).replace(tzinfo=None)
