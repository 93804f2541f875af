"""What a person must still decide in the network's own pages: `[[who is responsible?]]`.

`kohtaamo new-network` marks such places. A preview shows them; publishing refuses them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import items_of
from kohtaamo.model.network import Network
from kohtaamo.model.origin import Origin
from kohtaamo.problems.problem import Problem

_MARK = re.compile(r"\[\[([^\[\]]{1,300})\]\]")
_FIELDS = ("title", "summary", "text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is asked, and where."""

    path: str
    line: int
    field: str
    value: str


def check_undecided(draft: Draft, _today: date) -> Iterator[Problem]:
    """Each mark, as a warning."""
    for mark in marks_of(draft.network):
        values = {"value": mark.value}
        yield Problem(
            path=mark.path, line=mark.line, field=mark.field, code="not-decided", values=values
        )


def marks_of(network: Network) -> Iterator[Mark]:
    """Each mark that stands in the pages and their translations."""
    for page in items_of(network, "page"):
        yield from _marks(page.origin, {name: getattr(page, name) or "" for name in _FIELDS})
        for translation in page.translations.values():
            yield from _marks(translation.origin, translation.values)


def _marks(origin: Origin, texts: Mapping[str, str]) -> Iterator[Mark]:
    for field in _FIELDS:
        text = texts.get(field, "")
        for found in _MARK.finditer(text):
            # The lines of a text below the head are lines of the file.
            row = text.count("\n", 0, found.start()) if origin.path.endswith(".md") else 0
            value = " ".join(found[1].split())
            yield Mark(path=origin.path, line=origin.line(field) + row, field=field, value=value)
