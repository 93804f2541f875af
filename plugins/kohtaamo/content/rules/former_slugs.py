"""Former names lead to one present name each, and to no name that is still in use."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import FOLDERS, items_of, problem_at
from kohtaamo.content.source.layout import RESERVED
from kohtaamo.model.origin import Origin
from kohtaamo.problems.problem import Problem

# Pages, calendars and feeds stand at each old address, in every language: hundreds of names would
# be tens of thousands of files.
MOST = 30
# The name in use, the former ones, and where they were written.
Named = tuple[str, tuple[str, ...], Origin, str]


def check_former_slugs(draft: Draft, _today: date) -> Iterator[Problem]:
    """`formerly`: not too many; none present, in use, reserved or claimed twice."""
    for kind in FOLDERS:
        named = (
            (item.slug, item.formerly, item.origin, "formerly")
            for item in items_of(draft.network, kind)
        )
        reserved = RESERVED | draft.reserved.get(kind, frozenset())
        yield from _check(named, draft.known.get(kind, frozenset()), reserved)
    for terms in draft.network.vocabularies.values():
        named = ((term.id, term.formerly, term.origin, "id") for term in terms.values())
        yield from _check(named, frozenset(terms), RESERVED)


def _check(
    all_named: Iterable[Named], used: AbstractSet[str], reserved: AbstractSet[str]
) -> Iterator[Problem]:
    claimed: dict[str, str] = {}
    for name, formerly, origin, line_of in all_named:
        if len(formerly) > MOST:
            at = "formerly" if line_of == "formerly" else line_of
            yield problem_at(origin, at, "formerly-too-many", limit=str(MOST))
        for index, former in enumerate(formerly):
            at = f"formerly[{index}]" if line_of == "formerly" else line_of
            if former == name:
                yield problem_at(origin, at, "formerly-itself", value=former)
            elif former in reserved:
                yield problem_at(origin, at, "formerly-reserved", value=former)
            elif former in used:
                yield problem_at(origin, at, "formerly-in-use", value=former)
            elif former in claimed:
                yield problem_at(
                    origin, at, "formerly-claimed", value=former, other=claimed[former]
                )
            claimed.setdefault(former, name)
