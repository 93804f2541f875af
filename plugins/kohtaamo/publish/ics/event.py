"""One event → what calendars hold of it: a series with a rule that every client reads, or dates.

A rule leaves the house only when it is among the safe ones (contract §5.4). Extras, and all dates
of any other rule, leave as single events with identities of their own.
"""

from collections.abc import Iterable

from kohtaamo.listings.edition import Edition
from kohtaamo.model.event import Event
from kohtaamo.publish.about_event import has_left
from kohtaamo.publish.ics.block import Block, nearest
from kohtaamo.publish.ics.occurrence import single, tell
from kohtaamo.publish.ics.series import series_vevents
from kohtaamo.publish.ics.vevent import to_bytes
from kohtaamo.schedule.exported_rule import exported_rule
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.series import Series, plan


def event_blocks(edition: Edition, event: Event, language: str) -> tuple[Block, ...]:
    """What the calendars of listings hold of an event: its dates within the calendar window.

    A series with a safe rule is whole as soon as one of its dates lies within, but tells only of
    those changes that lie within too. Nothing of closed groups, and nothing of an umbrella event:
    its parts have the times.
    """
    if _has_no_times(edition, event):
        return ()
    dates = edition.occurrences.get(event.slug, ())
    kept = [each for each in dates if not has_left(each, edition.today)]
    return _blocks(edition, plan(event), kept, language) if kept else ()


def all_blocks(edition: Edition, event: Event, language: str) -> tuple[Block, ...]:
    """All dates of an event, for its own file when none lies in the window."""
    if _has_no_times(edition, event):
        return ()
    series = plan(event)
    return _blocks(edition, series, occurrences(series), language)


def guest_blocks(edition: Edition, occurrence: Occurrence, language: str) -> tuple[Block, ...]:
    """One date that a change brings into a listing, alone; nothing once it has left."""
    if has_left(occurrence, edition.today):
        return ()
    told = tell(edition, edition.network.events[occurrence.event], language)
    body = to_bytes(single(told, occurrence))
    return (Block(body=body, events=1, day=occurrence.first_day),)


def _has_no_times(edition: Edition, event: Event) -> bool:
    return event.is_closed or event.slug in edition.umbrellas


def _blocks(
    edition: Edition, series: Series, dates: Iterable[Occurrence], language: str
) -> tuple[Block, ...]:
    told = tell(edition, series.event, language)
    rule = exported_rule(series)
    of_rule = [each for each in dates if rule is not None and not each.is_extra]
    alone = [each for each in dates if rule is None or each.is_extra]
    blocks = [
        Block(body=to_bytes(single(told, each)), events=1, day=each.first_day) for each in alone
    ]
    if rule is not None and of_rule:
        bodies = [to_bytes(each) for each in series_vevents(told, series, rule, of_rule)]
        day = nearest((each.first_day for each in of_rule), edition.today)
        blocks.insert(0, Block(body=b"".join(bodies), events=len(bodies), day=day))
    return tuple(blocks)
