"""What the checker says: one problem, with an address and the facts a message needs."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kohtaamo.problems.codes import WARNINGS


class Severity(StrEnum):
    """An error stops publishing; a warning is shown and does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault at one place.

    `path` is relative to the content folder, with forward slashes; `line` counts from 1;
    `field` is dotted (`repeat.changes[0].date`), empty for the whole file; `code` is a key of the
    message catalogue, and `values` are the facts its sentence names.
    """

    path: str
    line: int
    code: str
    field: str = ""
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        return Severity.WARNING if self.code in WARNINGS else Severity.ERROR

    @property
    def sort_key(self) -> tuple[str, int, str, str, tuple[tuple[str, str], ...]]:
        return (self.path, self.line, self.field, self.code, tuple(sorted(self.values.items())))


class Refused(ValueError):
    """A text that cannot be read as what it should be: the problem's code and its facts."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


@dataclass(slots=True)
class Report:
    """Collects the problems of one document while it is being read, and where each field stands.

    The one mutable value of the way through: made per document, turned into tuples at its end.
    """

    path: str
    problems: list[Problem] = dataclasses.field(default_factory=list)
    lines: dict[str, int] = dataclasses.field(default_factory=dict)

    def add(self, line: int, field: str, code: str, **values: str) -> None:
        """Note one problem at a line of this document."""
        self.problems.append(
            Problem(path=self.path, line=line, field=field, code=code, values=values)
        )

    def refuse(self, line: int, field: str, refused: Refused) -> None:
        """Note what a reader of text refused."""
        self.add(line, field, refused.code, **refused.values)

    def found(self, field: str, line: int) -> None:
        """Remember the line on which a field stands."""
        self.lines[field] = line


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by file, line and field, each once."""
    unique = {problem.sort_key: problem for problem in problems}
    return tuple(unique[key] for key in sorted(unique))


def has_errors(problems: Iterable[Problem]) -> bool:
    """True when at least one problem stops publishing."""
    return any(problem.severity is Severity.ERROR for problem in problems)
