"""Dates that say when something was announced, verified, or ends."""

from collections.abc import Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import everything, problem_at, written
from kohtaamo.model.notice import Notice
from kohtaamo.model.organiser import Organiser
from kohtaamo.problems.problem import Problem


def check_published(draft: Draft, today: date) -> Iterator[Problem]:
    """Nothing was published or verified tomorrow; notices and grants end after they begin."""
    for kind, _record, item in everything(draft.network):
        for field in ("published", "checked"):
            day = getattr(item, field, None)
            if day is not None and day > today:
                yield problem_at(
                    item.origin, field, "date-in-future", value=written(day), today=written(today)
                )
        if kind == "notice":
            yield from _notice(item)
        elif kind == "organiser":
            yield from _funding(item)


def _notice(notice: Notice) -> Iterator[Problem]:
    if notice.published is not None and notice.until < notice.published:
        yield problem_at(
            notice.origin,
            "until",
            "span-swapped",
            start=written(notice.published),
            end=written(notice.until),
        )


def _funding(organiser: Organiser) -> Iterator[Problem]:
    for index, grant in enumerate(organiser.funding):
        if grant.from_ is not None and grant.until is not None and grant.until < grant.from_:
            yield problem_at(
                organiser.origin,
                f"funding[{index}].until",
                "span-swapped",
                start=written(grant.from_),
                end=written(grant.until),
            )
