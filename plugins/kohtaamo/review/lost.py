"""Identities that would be lost: things that vanish, or that come back as if they were new."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from uuid import UUID

from kohtaamo.content.rules.rule import problem_at
from kohtaamo.problems.problem import Problem
from kohtaamo.review.identities import Identities, Kind, Published

# Kind and title, or kind, start and place.
_Mark = tuple[object, ...]
# Whose calendars and feeds hold what others have: they can be led on to another's.
_LISTINGS = frozenset({Kind.PLACE, Kind.ORGANISER, Kind.TERM})


def lost(older: Identities, newer: Identities, unread: AbstractSet[str]) -> Iterator[Problem]:
    """One problem for each thing of `older` that nothing in `newer` continues.

    A new thing that looks like it, and like nothing else that is lost, is taken for the same one
    under another name. Of the files in `unread` nothing is known, and nothing said.
    """
    gone = [
        thing
        for identity, thing in older.things.items()
        if identity not in newer.things
        and thing.key not in unread
        and not _is_over(thing, newer.today)
    ]
    by_name = {(thing.kind, thing.slug): thing for thing in newer.things.values()}
    alike = _alike(gone, _fresh(older, newer))
    led_on = {name for thing in newer.things.values() for name in _led_on(thing)}
    claims = Counter(new.id for each in alike.values() for new in each)
    for thing in gone:
        same_name = by_name.get((thing.kind, thing.slug))
        heirs = alike[thing.id]
        if same_name is not None:
            if not _takes_over(same_name, older):
                yield _continued(thing, same_name)
        elif len(heirs) == 1 and claims[heirs[0].id] == 1:
            yield _continued(thing, heirs[0])
        elif (thing.kind, thing.slug) not in led_on:
            yield _vanished(thing, newer.today)


def _led_on(new: Published) -> Iterator[tuple[Kind, str]]:
    """The former names whose calendars and feeds a place, organiser or term keeps serving."""
    if new.kind in _LISTINGS:
        above = new.slug.removesuffix(new.name)
        yield from ((new.kind, f"{above}{old}") for old in new.formerly)


def _takes_over(new: Published, older: Identities) -> bool:
    """True of a place, organiser or term that carries on the work of one that is gone.

    Its feeds may have the other's identity from now on; the events in them keep theirs.
    """
    there = {(thing.kind, thing.slug) for thing in older.things.values()}
    return any(name in there for name in _led_on(new))


def folded(title: str) -> str:
    """A title without what does not make it another one: case and blanks."""
    return " ".join(title.casefold().split())


def _is_over(thing: Published, today: date) -> bool:
    """Calendars and feeds have let go of it by themselves."""
    return thing.shown_until is not None and thing.shown_until < today


def _fresh(older: Identities, newer: Identities) -> list[Published]:
    known = {(thing.kind, thing.slug) for thing in older.things.values()}
    return [
        thing
        for identity, thing in newer.things.items()
        if identity not in older.things and (thing.kind, thing.slug) not in known
    ]


def _alike(
    gone: Iterable[Published], fresh: Iterable[Published]
) -> Mapping[UUID, tuple[Published, ...]]:
    """For each lost thing, by its id, the new ones that look like it, each once."""
    by_mark: dict[_Mark, list[Published]] = defaultdict(list)
    for new in fresh:
        for mark in _marks(new):
            by_mark[mark].append(new)
    found: dict[UUID, tuple[Published, ...]] = {}
    for old in gone:
        alike = {new.id: new for mark in _marks(old) for new in by_mark.get(mark, ())}
        found[old.id] = tuple(alike.values())
    return found


def _marks(thing: Published) -> Iterator[_Mark]:
    """What looks alike shares one of these: the title, or of events the time and the place."""
    if title := folded(thing.title):
        yield thing.kind, title
    if thing.start is not None:
        yield thing.kind, thing.start, thing.place


def _continued(old: Published, new: Published) -> Problem:
    """A thing lives on, but its oldest name, of which its identity is made, is not the same."""
    names = tuple(dict.fromkeys((*old.formerly, old.name, *new.formerly)))
    field = "id" if new.kind is Kind.TERM else "formerly"
    if names[0] == new.name:
        return problem_at(new.origin, field, "former-names-added")
    kept = ", ".join(name for name in names if name != new.name)
    if old.slug == new.slug:
        return problem_at(new.origin, field, "former-names-changed", names=kept)
    return problem_at(
        new.origin, field, "renamed-without-formerly", old=old.name, title=old.title, names=kept
    )


def _vanished(thing: Published, today: date) -> Problem:
    origin, title = thing.origin, thing.title
    names = ", ".join((*thing.formerly, thing.name))
    match thing.kind:
        case Kind.EVENT if thing.last_day and thing.shown_until and thing.last_day < today:
            until = thing.shown_until.isoformat()
            return problem_at(origin, "", "past-event-vanishes", title=title, until=until)
        case Kind.EVENT:
            return problem_at(origin, "", "event-vanishes", title=title)
        case Kind.NOTICE:
            return problem_at(origin, "", "notice-vanishes", title=title)
        case Kind.PLACE:
            return problem_at(origin, "", "place-vanishes", title=title, slug=names)
        case Kind.ORGANISER:
            return problem_at(origin, "", "organiser-vanishes", title=title, slug=names)
    return problem_at(origin, "", "term-vanishes", title=title, slug=names)
