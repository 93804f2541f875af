"""A declared change in words: what it is called, and the line that says it all."""

from dataclasses import replace

from kohtaamo.listings.declared import ChangeKind, Declared
from kohtaamo.listings.edition import Edition
from kohtaamo.model.event import Event, Status
from kohtaamo.model.translation import Said, said
from kohtaamo.publish.wording.event import repeats, state_words
from kohtaamo.schedule.moments import clock_of, day_of
from kohtaamo.schedule.occurrence import Occurrence, State
from kohtaamo.words.dates import day, when
from kohtaamo.words.words import Words

_SHORT = "on_weekday_short"


def headline(edition: Edition, declared: Declared, language: str) -> Said:
    """`PERUTTU: Neulekahvila, ke 9.12.`, in the language of the event's title."""
    words = edition.words[language]
    event = edition.network.events[declared.event]
    title = said(event, "title", language)
    line = words(
        "changes.title",
        state=state_of(words, declared),
        title=title.text,
        when=_which(words, event, declared),
    )
    return replace(title, text=line)


def state_of(words: Words, declared: Declared) -> str:
    """What is said first: `PERUTTU`, `UUSI AIKA`, `ERI PAIKKA`."""
    if declared.kind is not ChangeKind.MOVED:
        return state_words(words, Status(declared.kind.value))
    return words(f"changes.state.{_moved(declared)}")


def occurrence_of(event: Event, declared: Declared) -> Occurrence:
    """The date of which the sentences speak: of the whole event only what is said of all of it."""
    if declared.date is not None:
        return declared.occurrence
    return declared.occurrence._replace(
        state=State(event.status.value),
        reason=event.reason,
        was_start=None,
        was_end=None,
        was_place=None,
        was_room=None,
    )


def replacement(edition: Edition, event: Event, declared: Declared) -> Event | None:
    """The event that takes the place of a whole event, if it has a page."""
    slug = event.replaced_by if declared.date is None else None
    instead = edition.network.events.get(slug or "")
    return None if instead is None or instead.is_closed else instead


def dates_name(words: Words, now: Occurrence) -> str:
    """What the date is called: of what does not take place, that it was to be then."""
    if not now.takes_place:
        return words("changes.fact.was_at")
    return words("changes.fact.when" if now.was_start is None else "changes.fact.now_at")


def dates_of(edition: Edition, event: Event, declared: Declared, language: str) -> str:
    """When it is, or would have been: of a whole series its rule."""
    words = edition.words[language]
    if declared.date is None and event.repeat is not None:
        return repeats(edition, event, language)
    return when(words, declared.occurrence.start, declared.occurrence.end)


def _moved(declared: Declared) -> str:
    """What is new: the whole event does not say, of a date the file does."""
    if declared.date is None:
        return "whole"
    now = declared.occurrence
    if now.was_place is not None:
        return "place" if now.was_start is None else "time_and_place"
    if now.was_start is None:
        return "room" if now.was_room is not None else "place"
    if now.was_start == now.start and now.end is not None and now.was_end is not None:
        return "later" if clock_of(now.end) > clock_of(now.was_end) else "earlier"
    return "time"


def _which(words: Words, event: Event, declared: Declared) -> str:
    """Which date it is about: the day, with the hours where these are what is new."""
    now = declared.occurrence
    if declared.date is None and event.repeat is not None:
        return words("changes.all_dates")
    if now.was_start is None or declared.date is None:
        return when(words, now.first_day, now.last_day, _SHORT)
    new = when(words, now.start, now.end, _SHORT)
    old_day = day_of(now.was_start)
    if now.first_day == old_day:
        return new
    return words("changes.other_day", new=new, old=day(words, old_day, _SHORT))
