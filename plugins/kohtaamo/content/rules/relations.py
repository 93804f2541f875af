"""Events that refer to events: parts of an umbrella, successors."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import problem_at, written, written_span
from kohtaamo.model.event import Event, shares_organiser
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.moments import day_of
from kohtaamo.schedule.series import end_of

Events = Mapping[str, Event]


def check_relations(draft: Draft, _today: date) -> Iterator[Problem]:
    """`part_of` and `replaced_by` lead to another event that has a page, and never round in a ring.

    An umbrella is no series, its parts begin within its dates, and are held by its own.
    """
    events = draft.network.events
    for event in events.values():
        yield from _target(event, "part_of", event.part_of, events)
        yield from _target(event, "replaced_by", event.replaced_by, events)
        yield from _umbrella(event, events)
        yield from _held_by(event, draft)
    yield from _rings(events, "part_of", lambda event: event.part_of)
    yield from _rings(events, "replaced_by", lambda event: event.replaced_by)


def _target(event: Event, at: str, slug: str | None, events: Events) -> Iterator[Problem]:
    if slug is None:
        return
    if slug == event.slug:
        yield problem_at(event.origin, at, "refers-to-itself", value=slug)
    elif slug in events and events[slug].is_closed and not event.is_closed:
        yield problem_at(event.origin, at, "refers-to-closed", value=slug)


def _umbrella(event: Event, events: Events) -> Iterator[Problem]:
    umbrella = events.get(event.part_of or "")
    if umbrella is None or umbrella is event or umbrella.is_closed:
        return
    if umbrella.repeat is not None:
        yield problem_at(
            event.origin,
            "part_of",
            "umbrella-repeats",
            value=umbrella.slug,
            path=umbrella.origin.path,
        )
        return
    first = day_of(umbrella.start)
    last = max(first, day_of(end_of(umbrella) or first))
    if not first <= day_of(event.start) <= last:
        yield problem_at(
            event.origin,
            "part_of",
            "part-outside-umbrella",
            value=umbrella.slug,
            start=written(day_of(event.start)),
            days=written_span(first, last),
        )


def _held_by(event: Event, draft: Draft) -> Iterator[Problem]:
    """Nothing where somebody is named whom nobody knows: that is told otherwise."""
    umbrella = draft.network.events.get(event.part_of or "")
    if umbrella is None or umbrella.repeat or umbrella.is_closed or event.is_closed:
        return
    is_known = draft.known["organiser"].issuperset(event.organisers)
    if is_known and not shares_organiser(event, umbrella):
        yield problem_at(event.origin, "part_of", "part-of-others", value=umbrella.slug)


def _rings(events: Events, at: str, follow: Callable[[Event], str | None]) -> Iterator[Problem]:
    """One problem for each ring of two or more, at its first event by slug."""
    done: set[str] = set()
    for event in events.values():
        chain: list[str] = []
        current: Event | None = event
        while current is not None and current.slug not in done and current.slug not in chain:
            chain.append(current.slug)
            current = events.get(follow(current) or "")
        if current is not None and current.slug in chain:
            ring = chain[chain.index(current.slug) :]
            if len(ring) > 1:
                start = ring.index(min(ring))
                names = [*ring[start:], *ring[:start], ring[start]]
                first = events[names[0]]
                yield problem_at(first.origin, at, "refers-in-a-ring", value=" → ".join(names))
        done.update(chain)
