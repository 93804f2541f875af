"""What has changed in one date, in words: cancelled, postponed, moved from where, and why."""

from kohtaamo.listings.edition import Edition
from kohtaamo.model.event import Event
from kohtaamo.model.translation import Said, said, said_within
from kohtaamo.schedule.moments import clock_of
from kohtaamo.schedule.occurrence import Occurrence, State
from kohtaamo.words.dates import when
from kohtaamo.words.words import Words


def change_lines(
    edition: Edition, event: Event, occurrence: Occurrence, language: str
) -> tuple[str, ...]:
    """One sentence a line; none for a date that takes place as planned."""
    if occurrence.state is State.CONFIRMED:
        return ()
    words = edition.words[language]
    lines = [_first_line(words, event, occurrence)]
    if occurrence.was_start is not None:
        old = when(words, occurrence.was_start, occurrence.was_end)
        lines.append(words("feeds.change.was_at", when=old))
    old_place = edition.network.places.get(occurrence.was_place or "")
    if old_place is not None:
        lines.append(words("feeds.change.was_in", place=said(old_place, "name", language).text))
    elif occurrence.was_room is not None:
        lines.append(words("feeds.change.was_in", place=_room(edition, occurrence, language)))
    reason = reason_of(event, occurrence, language)
    if reason:
        lines.append(words("feeds.change.because", reason=reason.text))
    return tuple(lines)


def reason_of(event: Event, occurrence: Occurrence, language: str) -> Said:
    """Why a date differs: the event's own reason, which is a field of it, or that of the date."""
    if occurrence.reason == event.reason:
        return said(event, "reason", language)
    return said_within(event, occurrence.reason or "", language)


def end_words(words: Words, occurrence: Occurrence) -> str:
    """`Päättyy tavallista myöhemmin` when nothing of the time but its end has changed, else ""."""
    end, was_end = occurrence.end, occurrence.was_end
    if occurrence.was_start != occurrence.start or end is None or was_end is None:
        return ""
    return words(
        "wording.ends.later" if clock_of(end) > clock_of(was_end) else "wording.ends.earlier"
    )


def _first_line(words: Words, event: Event, occurrence: Occurrence) -> str:
    if occurrence.state is State.POSTPONED and event.replaced_by is not None:
        return words("feeds.change.postponed_to")
    if occurrence.state is not State.MOVED:
        return words(f"feeds.change.{occurrence.state.value}")
    is_elsewhere = occurrence.was_place is not None or occurrence.was_room is not None
    if occurrence.was_start is None:
        return words("feeds.change.moved_place" if is_elsewhere else "feeds.change.moved")
    if is_elsewhere:
        return words("feeds.change.moved_time_and_place")
    change = end_words(words, occurrence)
    return words("feeds.change.ends", change=change) if change else words("feeds.change.moved_time")


def _room(edition: Edition, occurrence: Occurrence, language: str) -> str:
    """The name of the room that it was to be in, in the same place."""
    place = edition.network.places.get(occurrence.place or "")
    room = place.room(occurrence.was_room) if place else None
    if place is None or room is None:
        return occurrence.was_room or ""
    return said_within(place, room.name, language).text
