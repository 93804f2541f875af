"""One event → what calendars hold of it: a series with a rule that every client reads, or dates.

A rule leaves the house only when it is among the safe ones (contract §5.4). Extras, and all dates
of any other rule, leave as single events with identities of their own.
"""

from collections.abc import Iterable

from kohtaamo.listings.edition import Edition
from kohtaamo.model.event import Event
from kohtaamo.publish.about_event import has_left
from kohtaamo.publish.gist import Gist, gist_of
from kohtaamo.publish.ics.block import Block, nearest
from kohtaamo.publish.ics.occurrence import single, tell
from kohtaamo.publish.ics.series import series_vevents
from kohtaamo.publish.ics.vevent import to_bytes
from kohtaamo.schedule.exported_rule import exported_rule
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.occurrences import occurrences


def blocks_of(gist: Gist) -> tuple[Block, ...]:
    """What the calendars of listings hold of an event: its dates within the calendar window.

    A series with a safe rule is whole as soon as one of its dates lies within, but tells only of
    those changes that lie within too. Nothing of closed groups, and nothing of an umbrella event:
    its parts have the times.
    """
    edition = gist.edition
    if _has_no_times(edition, gist.event):
        return ()
    dates = edition.occurrences.get(gist.event.slug, ())
    kept = [each for each in dates if not has_left(each, edition.today)]
    return _blocks(gist, kept) if kept else ()


def all_blocks(edition: Edition, event: Event, language: str) -> tuple[Block, ...]:
    """All dates of an event, for its own file when none lies in the window."""
    if _has_no_times(edition, event):
        return ()
    gist = gist_of(edition, event, language)
    return _blocks(gist, occurrences(gist.series))


def guest_blocks(edition: Edition, occurrence: Occurrence, language: str) -> tuple[Block, ...]:
    """One date that a change brings into a listing, alone; nothing once it has left."""
    if has_left(occurrence, edition.today):
        return ()
    event = edition.network.events[occurrence.event]
    body = to_bytes(single(tell(gist_of(edition, event, language)), occurrence))
    return (Block(body=body, events=1, day=occurrence.first_day),)


def _has_no_times(edition: Edition, event: Event) -> bool:
    return event.is_closed or event.slug in edition.umbrellas


def _blocks(gist: Gist, dates: Iterable[Occurrence]) -> tuple[Block, ...]:
    told, series = tell(gist), gist.series
    rule = exported_rule(series)
    of_rule = [each for each in dates if rule is not None and not each.is_extra]
    alone = [each for each in dates if rule is None or each.is_extra]
    blocks = [
        Block(body=to_bytes(single(told, each)), events=1, day=each.first_day) for each in alone
    ]
    if rule is not None and of_rule:
        bodies = [to_bytes(each) for each in series_vevents(told, series, rule, of_rule)]
        day = nearest((each.first_day for each in of_rule), gist.edition.today)
        blocks.insert(0, Block(body=b"".join(bodies), events=len(bodies), day=day))
    return tuple(blocks)
