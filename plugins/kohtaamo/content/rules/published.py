"""Dates that say when something was announced, verified, decided, or ends."""

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rows import Ruling
from kohtaamo.content.rules.rule import everything
from kohtaamo.content.rules.table import (
    EVENT_PUBLISHED,
    NOTICE,
    ORGANISER,
    PAGE_DECIDED,
    PLACE_CHECKED,
)
from kohtaamo.problems.problem import Problem

_DATED = MappingProxyType(
    {
        "event": Ruling(EVENT_PUBLISHED),
        "place": Ruling(PLACE_CHECKED),
        "organiser": Ruling(ORGANISER),
        "notice": Ruling(NOTICE),
        "page": Ruling(PAGE_DECIDED),
    }
)


def check_published(draft: Draft, today: date) -> Iterator[Problem]:
    """Nothing was announced, verified or decided tomorrow; nothing ends before it begins."""
    for kind, _record, item in everything(draft.network):
        if kind in _DATED:
            yield from _DATED[kind].of(item, item.origin, today=today)
