"""The house keeps its order: who may import whom, where clocks are, how long things are.

Every statement is checked on the syntax trees of all modules, imports inside functions included.
"""

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PLUGINS = ROOT / "plugins"
THEME = ROOT / "theme"

# From the ground up: a module imports from its own floor and from those below, never from above.
# A name stands for its module or for everything under it that has no longer name of its own here.
FLOORS = (
    ("kohtaamo",),
    ("kohtaamo.problems",),
    ("kohtaamo.text",),
    ("kohtaamo.model",),
    ("kohtaamo.content.source",),
    ("kohtaamo.words",),
    ("kohtaamo.addresses",),
    ("kohtaamo.content.schema",),
    ("kohtaamo.content.build",),
    ("kohtaamo.schedule",),
    ("kohtaamo.content.rules",),
    ("kohtaamo.content",),
    ("kohtaamo.listings",),
    ("kohtaamo.ids",),
    ("kohtaamo.publish.output", "kohtaamo.publish.texts"),
    ("kohtaamo.care",),
    ("kohtaamo.publish.wording",),
    ("kohtaamo.publish",),
    ("kohtaamo.publish.drawings", "kohtaamo.publish.html", "kohtaamo.publish.pages"),
    ("kohtaamo.publish.search", "kohtaamo.publish.admin"),
    ("kohtaamo.publish.outputs",),
    ("kohtaamo.review",),
    ("kohtaamo.writing",),
    ("kohtaamo.host",),
    ("kohtaamo.commands", "kohtaamo.__main__"),
    ("kohtaamo.tasks",),
)
RIM = ("kohtaamo.host", "kohtaamo.commands", "kohtaamo.tasks")
# Pelican takes its settings from a module's names, empty lists too.
SETTINGS = ("kohtaamo.host.settings",)

MODULE_LINES = 300
FUNCTION_LINES = 39
TEMPLATE_LINES = 79
MACRO_LINES = 39
STYLE_LINES = 119

# What a core that is given its day, languages and folders has no business with.
HIDDEN_MODULES = frozenset({"importlib.util", "locale", "platform", "random", "secrets", "time"})
HIDDEN_CALLS = frozenset({"now", "today", "utcnow", "getenv", "import_module", "__import__"})
HIDDEN_NAMES = frozenset({"environ", "environb"})

CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*|__[a-z]+__")
MUTABLE_CALLS = frozenset({"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter"})
MUTABLE_NODES = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)


def _module_name(file: Path) -> str:
    parts = file.relative_to(PLUGINS).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_module_name(file): file for file in sorted(PLUGINS.rglob("kohtaamo/**/*.py"))}
TREES = {name: ast.parse(file.read_text("utf-8")) for name, file in MODULES.items()}


def _floor(module: str) -> int:
    """The number of the floor whose name is the longest that holds the module."""
    holding = [
        (len(name), number)
        for number, names in enumerate(FLOORS)
        for name in names
        if module == name or module.startswith(f"{name}.")
    ]
    return max(holding)[1]


def _imports(module: str) -> Iterator[tuple[int, str]]:
    """Line and full name of every module that is imported anywhere in this one."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: relative import"
            assert node.module is not None
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield node.lineno, inner if inner in MODULES else node.module


def _own_imports(module: str) -> list[tuple[int, str]]:
    return [(line, name) for line, name in _imports(module) if name.split(".")[0] == "kohtaamo"]


def _is_at_the_rim(module: str) -> bool:
    return any(module == room or module.startswith(f"{room}.") for room in RIM)


def test_imports_lead_down() -> None:
    upward = [
        f"{module}:{line}: {name}"
        for module in MODULES
        for line, name in _own_imports(module)
        if _floor(name) > _floor(module)
    ]

    assert upward == []


def test_every_floor_is_lived_on() -> None:
    lived_on = {_floor(module) for module in MODULES}
    named = {name for names in FLOORS for name in names}

    assert lived_on == set(range(len(FLOORS)))
    assert {name for name in named if name not in MODULES} == set()


def test_the_map_shows_the_rooms_in_their_order() -> None:
    """`plugins/README.md` lists every package from the ground up, in its one table of rooms."""
    rows = re.findall(r"^\| (`[^|]*`) \|", (PLUGINS / "README.md").read_text("utf-8"), re.MULTILINE)
    rooms = [
        "kohtaamo." + name.rstrip("/").removesuffix(".py").replace("/", ".")
        for row in rows
        for name in re.findall(r"`([^`]+)`", row)
    ]
    packages = {name for name, file in MODULES.items() if file.name == "__init__.py"}
    floors = [_floor(room) for room in rooms]

    assert floors == sorted(floors)
    assert packages - set(rooms) == {"kohtaamo", "kohtaamo.publish"}
    assert set(rooms) - packages == {"kohtaamo.ids", "kohtaamo.addresses"}


def test_no_module_needs_itself() -> None:
    graph = {module: {name for _, name in _own_imports(module)} for module in MODULES}
    try:
        order = tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"import cycle: {' -> '.join(error.args[1])}")

    assert set(order) >= set(MODULES)


def test_only_the_host_knows_pelican() -> None:
    knowing = {
        module
        for module in MODULES
        for _, name in _imports(module)
        if name.split(".")[0] == "pelican"
    }

    assert {module for module in knowing if not module.startswith("kohtaamo.host.")} == {
        "kohtaamo.host"
    }
    assert len(knowing) > 1


def test_the_core_looks_at_no_clock_locale_or_environment() -> None:
    hidden = [
        f"{module}:{line}: {name}"
        for module in MODULES
        if not _is_at_the_rim(module)
        for line, name in _hidden_inputs(module)
    ]

    assert hidden == []


def _hidden_inputs(module: str) -> Iterator[tuple[int, str]]:
    for line, name in _imports(module):
        if name in HIDDEN_MODULES:
            yield line, name
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in HIDDEN_CALLS:
                yield node.lineno, f"{called}()"
        elif isinstance(node, ast.Attribute) and node.attr in HIDDEN_NAMES:
            yield node.lineno, node.attr


def test_modules_keep_no_state() -> None:
    """A list, dict or set on module level is a named constant with something in it."""
    state = [
        f"{module}:{line}: {name}"
        for module in MODULES
        if module not in SETTINGS
        for line, name in _state(module)
    ]

    assert state == []


def _state(module: str) -> Iterator[tuple[int, str]]:
    for node in TREES[module].body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            empty = not ast.unparse(node.value).strip("[]{}() ")
            for name in (ast.unparse(target) for target in targets):
                if _is_mutable(node.value) and (empty or not CONSTANT.fullmatch(name)):
                    yield node.lineno, name
    for inner in ast.walk(TREES[module]):
        if isinstance(inner, ast.Global | ast.Nonlocal):
            yield inner.lineno, ", ".join(inner.names)


def _is_mutable(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        return getattr(value.func, "id", getattr(value.func, "attr", "")) in MUTABLE_CALLS
    return isinstance(value, MUTABLE_NODES)


def test_modules_are_short() -> None:
    lengths = {name: len(file.read_text("utf-8").splitlines()) for name, file in MODULES.items()}

    assert {name: length for name, length in lengths.items() if length > MODULE_LINES} == {}


def test_functions_are_short() -> None:
    """Counted are the lines of the body, blank ones and comments too, the docstring not."""
    long = {
        f"{module}:{node.lineno} {node.name}": _body_lines(node)
        for module in MODULES
        for node in ast.walk(TREES[module])
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and _body_lines(node) > FUNCTION_LINES
    }

    assert long == {}


def _body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body
    if ast.get_docstring(function) is not None:
        if len(body) == 1:
            return 0
        first = body[0].end_lineno or 0
    else:
        first = body[0].lineno - 1
    return (body[-1].end_lineno or 0) - first


def test_templates_are_short() -> None:
    templates = sorted((THEME / "templates").rglob("*.html"))
    long = [str(file.relative_to(THEME)) for file in templates if _lines(file) > TEMPLATE_LINES]

    assert templates
    assert long == []


def test_macros_are_short() -> None:
    macro = re.compile(r"{%-?\s*macro\s+(\w+).*?{%-?\s*endmacro", re.DOTALL)
    lengths = {
        f"{file.name} {found[1]}": found[0].count("\n") + 1
        for file in sorted((THEME / "templates").rglob("*.html"))
        for found in macro.finditer(file.read_text("utf-8"))
    }

    assert lengths
    assert {name: length for name, length in lengths.items() if length > MACRO_LINES} == {}


def test_style_sheets_are_short() -> None:
    sheets = sorted((THEME / "static").rglob("*.css"))
    long = [str(file.relative_to(THEME)) for file in sheets if _lines(file) > STYLE_LINES]

    assert sheets
    assert long == []


def _lines(file: Path) -> int:
    return len(file.read_text("utf-8").splitlines())
