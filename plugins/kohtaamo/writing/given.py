"""Answers that a script gives: `place=asematalo`, `repeat.every=viikko`, `hours=[{…}]`."""

from collections.abc import Callable, Mapping

from kohtaamo.content.schema.field import Field, Record
from kohtaamo.content.source.tree import Mapping as Tree
from kohtaamo.content.source.tree import Node, Scalar
from kohtaamo.content.source.yaml_events import parse_yaml
from kohtaamo.problems.problem import Problem, Report
from kohtaamo.text.suggestions import nearest
from kohtaamo.writing.answers import Answer, canonical, read_answer, takes_one_line

Names = Callable[[Field], Mapping[str, str]]


def given_answer(record: Record, key: str, text: str, names: Names) -> Answer:
    """The value that `text` gives to the dotted `key`; for keys inside a mapping, of that one.

    In brackets or braces it is YAML as in a file. An unknown key is a problem as in a file.
    """
    field, inner = record, key
    while True:
        first, _, inner = inner.partition(".")
        found = field.by_key.get(first)
        if found is None:
            return Answer(problems=(_unknown(field, first),))
        if not inner:
            return _value(found, text, names)
        if not isinstance(found.type, Record):
            return Answer(problems=(_unknown(field, key),))
        field = found.type


def _value(field: Field, text: str, names: Names) -> Answer:
    if text[:1] in "[{" or not takes_one_line(field.type):
        report = Report("")
        node = Scalar(text, 1, False) if text[:1] not in "[{" else parse_yaml(text, 1, report)
        value = field.type.read(node, field.key, report) if node is not None else None
        if report.problems or node is None:
            return Answer(problems=tuple(report.problems))
        return Answer(node=canonical(field.type, node, value))
    return read_answer(field.type, field.key, text, names(field))


def _unknown(record: Record, key: str) -> Problem:
    guess = nearest(key, record.by_key, record.aliases)
    if guess is not None:
        values = {"key": key, "guess": guess}
        return Problem(path="", line=1, field=key, code="unknown-key-near", values=values)
    values = {"key": key, "allowed": ", ".join(record.by_key)}
    return Problem(path="", line=1, field=key, code="unknown-key", values=values)


def put(nodes: dict[str, Node], key: str, node: Node) -> None:
    """Add the value of a dotted key to answers; mappings on the way are made."""
    first, _, inner = key.partition(".")
    if not inner:
        nodes[first] = node
        return
    below = nodes.get(first)
    entries = {name.text: value for name, value in below.entries} if isinstance(below, Tree) else {}
    put(entries, inner, node)
    nodes[first] = Tree(tuple((Scalar(name, 1), value) for name, value in entries.items()), 1)
