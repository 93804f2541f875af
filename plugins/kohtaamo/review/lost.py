"""Identities that would be lost: things that vanish, or that come back as if they were new."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from kohtaamo.content.rules.rule import problem_at
from kohtaamo.problems.problem import Problem
from kohtaamo.review.identities import Identities, Kind, Published


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
    fresh = _fresh(older, newer)
    alike = {thing.id: [new for new in fresh if _looks_like(thing, new)] for thing in gone}
    claims = Counter(new.id for each in alike.values() for new in each)
    for thing in gone:
        same_name = by_name.get((thing.kind, thing.slug))
        heirs = alike[thing.id]
        if same_name is not None:
            yield _continued(thing, same_name)
        elif len(heirs) == 1 and claims[heirs[0].id] == 1:
            yield _continued(thing, heirs[0])
        else:
            yield _vanished(thing, newer.today)


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


def _looks_like(old: Published, new: Published) -> bool:
    """The same title, or an event at the same time in the same place."""
    if old.kind is not new.kind:
        return False
    if folded(old.title) == folded(new.title) != "":
        return True
    return old.start is not None and (old.start, old.place) == (new.start, new.place)


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
    match thing.kind:
        case Kind.EVENT if thing.last_day and thing.shown_until and thing.last_day < today:
            until = thing.shown_until.isoformat()
            return problem_at(origin, "", "past-event-vanishes", title=title, until=until)
        case Kind.EVENT:
            return problem_at(origin, "", "event-vanishes", title=title)
        case Kind.NOTICE:
            return problem_at(origin, "", "notice-vanishes", title=title)
        case Kind.PLACE:
            return problem_at(origin, "", "place-vanishes", title=title, slug=thing.name)
        case Kind.ORGANISER:
            return problem_at(origin, "", "organiser-vanishes", title=title, slug=thing.name)
    return problem_at(origin, "", "term-vanishes", title=title, slug=thing.name)
