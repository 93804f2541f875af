"""Problems as rows of JSON, and back."""

from typing import Any

from kohtaamo.problems.problem import Problem

Row = list[Any]


def row_of_problem(problem: Problem) -> Row:
    """A problem as plain values."""
    return [problem.path, problem.line, problem.code, problem.field, dict(problem.values)]


def problem_in(row: Row) -> Problem:
    """And back."""
    path, line, code, field, values = row
    return Problem(path=path, line=line, code=code, field=field, values=values)
