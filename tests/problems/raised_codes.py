"""Finds every problem code in our source, with the facts given to its message."""

import ast
import re
from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "plugins" / "kohtaamo"

# Calls that make a problem: the position of the code among their arguments.
MAKERS = {
    "Refused": 0,
    "_add": 1,
    "add": 2,
    "problem": 1,
    "problem_at": 2,
    "_problem": 3,
    "Problem": None,
    "Row": None,
}
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+|required|symlink|nowhere")
# Stands for facts that only the running program knows.
MORE = "…"

Found = list[tuple[str, set[str]]]


def raised_codes() -> dict[str, set[str]]:
    """Every code that some call names outright, with the keywords given beside it."""
    found: dict[str, set[str]] = defaultdict(set)
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            for code, keys in _codes(node) if isinstance(node, ast.Call) else _handed_on(node):
                found[code] |= keys
    return dict(found)


def _codes(call: ast.Call) -> Found:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in MAKERS:
        return []
    position = MAKERS[name]
    keywords = {keyword.arg or MORE: keyword.value for keyword in call.keywords}
    if position is None:
        code, keys = keywords.get("code"), _keys(keywords.get("values", ast.Dict([], [])))
    else:
        code = call.args[position] if len(call.args) > position else None
        keys = set(keywords)
    return [(text, keys) for text in _texts(code) if CODE.fullmatch(text)]


def _handed_on(node: ast.AST) -> Found:
    """`row, "code", {…}` given to whoever makes the problem, and `code = "…"`."""
    if isinstance(node, ast.Assign):
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        return [(text, {MORE}) for text in _texts(node.value)] if names == ["code"] else []
    if not isinstance(node, ast.Tuple) or len(node.elts) != 3:
        return []
    code, values = node.elts[1], node.elts[2]
    if not isinstance(values, ast.Dict | ast.Call):
        return []
    return [(text, _keys(values)) for text in _texts(code) if CODE.fullmatch(text)]


def _keys(values: ast.expr) -> set[str]:
    if not isinstance(values, ast.Dict):
        return {MORE}
    return {key.value if isinstance(key, ast.Constant) else MORE for key in values.keys}


def _texts(node: ast.expr | None) -> list[str]:
    """A literal, or both sides of `a if … else b`."""
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body), *_texts(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []
