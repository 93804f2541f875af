"""Who says of itself that it acts at a place, or writes a notice in its name."""

from collections.abc import Collection, Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import problem_at
from kohtaamo.model.notice import Notice
from kohtaamo.model.organiser import Organiser
from kohtaamo.problems.problem import Problem


def check_agreed(draft: Draft, today: date) -> Iterator[Problem]:
    """A place that an organiser or a notice names has agreed to that, by its own file.

    Until it has, neither stands on its page. Notices that are over are not asked about.
    """
    network = draft.network
    for organiser in network.organisers.values():
        for index, place in enumerate(organiser.places):
            at = f"places[{index}]"
            yield from _asked(draft, organiser, at, place, (organiser.slug,))
    for notice in network.notices.values():
        if notice.place and notice.until >= today:
            yield from _asked(draft, notice, "place", notice.place, notice.organisers)


def _asked(
    draft: Draft, thing: Organiser | Notice, at: str, slug: str, organisers: Collection[str]
) -> Iterator[Problem]:
    """Nothing of what is faulty itself: it is told otherwise."""
    place = draft.network.places.get(slug)
    is_known = draft.known["organiser"].issuperset(organisers)
    if place is not None and is_known and not place.has_agreed_to(organisers):
        yield problem_at(thing.origin, at, "place-to-be-asked", place=place.slug)
