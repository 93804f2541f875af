"""What a rule is, and what every rule needs to say where a problem stands."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Any

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.schema.field import Record
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.model.network import Network
from kohtaamo.model.origin import Origin
from kohtaamo.problems.problem import Problem

# The network as far as it could be built, and today: the problems that one rule finds in it.
Rule = Callable[[Draft, date], Iterator[Problem]]

# The folder of `content/` in which files of a kind lie.
FOLDERS = {
    "place": "places",
    "event": "events",
    "organiser": "organisers",
    "notice": "notices",
    "page": "pages",
}


def problem_at(origin: Origin, field: str, code: str, **values: str) -> Problem:
    """A problem of a field (dotted, as in the file), on the line where the field was written."""
    return Problem(path=origin.path, line=origin.line(field), field=field, code=code, values=values)


def line_of(item: Any, field: str) -> str:
    """`places/tupa.md:9`: file and line of a field of another thing, for a problem's sentence."""
    return f"{item.origin.path}:{item.origin.line(field)}"


def written(value: date | datetime | time) -> str:
    """A date or time as one may write it: `2026-12-03`, `2026-12-03 13:00`, `13:00`."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return f"{value:%H:%M}" if isinstance(value, time) else f"{value:%Y-%m-%d}"


def written_span(first: date, last: date) -> str:
    """Two days in one value of a problem: `2026-12-03/2026-12-05` (ISO 8601); one day alone."""
    return written(first) if first == last else f"{written(first)}/{written(last)}"


def items_of(network: Network, kind: str) -> tuple[Any, ...]:
    """All things of a kind, in slug order."""
    items = {
        "place": network.places,
        "event": network.events,
        "organiser": network.organisers,
        "notice": network.notices,
        "page": network.pages,
    }[kind]
    return tuple(items.values())


def everything(network: Network) -> Iterator[tuple[str, Record, Any]]:
    """Kind, record of the schema and value of every file that was built, `network.yml` first.

    A network that could not be built stands in without lines, and is left out.
    """
    if network.identity.origin.lines:
        yield "network", KINDS["network"], network.identity
    for kind in FOLDERS:
        for item in items_of(network, kind):
            yield kind, KINDS[kind], item
