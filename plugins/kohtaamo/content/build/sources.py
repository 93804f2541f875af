"""The form of `sources.yml`: which calendars are to be imported."""

from kohtaamo.content.schema.sources import SOURCE
from kohtaamo.content.source.tree import Document, Sequence
from kohtaamo.problems.problem import Problem, Report


def source_problems(document: Document) -> tuple[Problem, ...]:
    """What is wrong with the form of each entry: its fields, one address, an id of its own."""
    report = Report(document.path)
    if not isinstance(document.root, Sequence):
        report.add(document.root.line, "", "needs-list-of-terms")
        return tuple(report.problems)
    seen: set[str] = set()
    for index, node in enumerate(document.root.items):
        at = f"[{index}]"
        values = SOURCE.read_values(node, at, report)
        if values is None:
            continue
        written = {key for key in ("url", "file") if f"{at}.{key}" in report.lines}
        if not written:
            example = f"url: {SOURCE.by_key['url'].example}"
            report.add(node.line, f"{at}.url", "required", example=example)
        elif len(written) > 1:
            report.add(report.lines[f"{at}.file"], f"{at}.file", "url-and-file")
        if values.get("id") in seen:
            report.add(node.line, f"{at}.id", "term-twice", value=values["id"])
        seen.add(values.get("id", ""))
    return tuple(report.problems)
