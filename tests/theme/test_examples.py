"""Every component makes of its examples what was reviewed, and these show all its ways.

After a change that is meant, `inv golden` writes the golden files anew, with all others; their
difference is then part of the change that is reviewed.
"""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import BaseLoader, DictLoader, Environment, FileSystemLoader, StrictUndefined, nodes

from kohtaamo.publish.html.environment import PageEnvironment, make_environment
from kohtaamo.publish.html.examples import Component, components_of

TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"
GOLDEN = Path(__file__).parent / "golden"
NAMES = sorted(file.stem for file in (TEMPLATES / "components").glob("*.html"))
# What a file of examples says to the page, and not to a macro.
TO_THE_PAGE = frozenset(
    {"use", "not_for", "list", "block", "is_once", "usual", "examples", "caption", "lang", "of"}
)
# Its examples show one way only, and say something that nobody reads.
WANTING = {
    "components/stop.html": (
        "{# A stop. #}\n"
        "{% macro stop(one) %}\n"
        "<p>{% if one.name %}{{ one.name }}{% endif %}</p>\n"
        "{% for each in one.visits %}!{% else %}?{% endfor %}\n"
        "{%- endmacro %}\n"
    ),
    "components/stop.yml": (
        "use: Käynnit.\nnot_for: Muu.\nexamples:\n"
        "  - {caption: Yksi, one: {name: Koulu, visits: [torstaina], nmae: Koulu}}\n"
    ),
}


class Watched(PageEnvironment):
    """Knows all `ways` through its templates: answers to questions, and how far loops go.

    `gone` are those that were taken.
    """

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self.ways: set[str] = set()
        self.gone: set[str] = set()
        self.globals |= {"answered": self._answered, "in_turn": self._in_turn}

    def compile(self, source: Any, name: Any = None, *rest: Any, **options: Any) -> Any:
        tree, lines = self.parse(source, name), source.splitlines()
        for number, node in enumerate([*tree.find_all((nodes.If, nodes.CondExpr, nodes.For))]):
            at = f"{name}:{node.lineno}: {lines[node.lineno - 1].strip()} [{number}]"
            if isinstance(node, nodes.For):
                self.ways |= {f"{at} several", *([f"{at} none"] if node.else_ else [])}
                node.iter = _call("in_turn", at, node.iter)
            else:
                self.ways |= {f"{at} yes", f"{at} no"}
                node.test = _call("answered", at, node.test)
        return super().compile(tree, name, *rest, **options)

    def _answered(self, at: str, value: object) -> object:
        self.gone.add(f"{at} {'yes' if value else 'no'}")
        return value

    def _in_turn(self, at: str, values: tuple[object, ...]) -> tuple[object, ...]:
        self.gone.add(f"{at} {'several' if len(values) > 1 else 'one' if values else 'none'}")
        return values


def _call(name: str, at: str, node: nodes.Expr) -> nodes.Call:
    function = nodes.Name(name, "load", lineno=node.lineno)
    return nodes.Call(
        function, [nodes.Const(at, lineno=node.lineno), node], [], None, None, lineno=node.lineno
    )


@pytest.fixture(scope="module")
def components() -> Mapping[str, Component]:
    return {each.name: each for each in components_of(make_environment(TEMPLATES))}


def test_all_components_are_there(components: Mapping[str, Component]) -> None:
    assert sorted(components) == NAMES
    assert sorted(file.stem for file in GOLDEN.iterdir()) == NAMES
    assert {file.stem for file in (TEMPLATES / "components").glob("*.yml")} <= {*NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_it_is_said_what_it_is_for_and_what_not(
    components: Mapping[str, Component], name: str
) -> None:
    component = components[name]
    for sentence in (component.use, component.not_for):
        assert re.fullmatch(r"[A-ZÅÄÖ].*[^.]\.", sentence), sentence
    captions = [each.caption for each in component.examples]
    assert len(captions) == len({*captions}) > 0


@pytest.mark.parametrize("name", NAMES)
def test_what_it_makes_is_as_it_was_reviewed(
    components: Mapping[str, Component], name: str
) -> None:
    file = GOLDEN / f"{name}.html"
    made = "\n".join(_shown(components[name]))
    if os.environ.get("KOHTAAMO_GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(made, "utf-8")
    assert made == file.read_text("utf-8")


def _shown(component: Component) -> Iterator[str]:
    for example in component.examples:
        on = f" ({example.lang})" if example.lang else ""
        yield f"<!-- {example.caption}{on} -->\n{example.html}\n"


def test_examples_go_all_ways() -> None:
    assert _not_gone(FileSystemLoader(TEMPLATES)) == []


def test_examples_say_nothing_that_nobody_reads() -> None:
    assert _unread(make_environment(TEMPLATES)) == []


def test_what_is_wanting_is_noticed() -> None:
    assert _not_gone(DictLoader(WANTING)) == [
        "components/stop.html:3: <p>{% if one.name %}{{ one.name }}{% endif %}</p> [0] no",
        "components/stop.html:4: {% for each in one.visits %}!{% else %}?{% endfor %} [1] none",
        "components/stop.html:4: {% for each in one.visits %}!{% else %}?{% endfor %} [1] several",
    ]
    assert _unread(Environment(loader=DictLoader(WANTING), autoescape=True)) == ["stop: nmae"]


def _not_gone(loader: BaseLoader) -> list[str]:
    """Ways through components that their own examples do not go."""
    watched = Watched(loader)
    missed = []
    for component in components_of(watched):
        own = f"components/{component.name}.html:"
        missed += [way for way in watched.ways - watched.gone if way.startswith(own)]
        watched.gone.clear()
    return sorted(missed)


def _unread(environment: Environment) -> list[str]:
    """What examples say, and no macro asks for."""
    loader = environment.loader
    assert loader is not None
    found = []
    for name in environment.list_templates(extensions=["yml"]):
        text = loader.get_source(environment, name)[0]
        stem = name.removeprefix("components/").removesuffix(".yml")
        keys = {*_keys(yaml.compose(text))} - TO_THE_PAGE - _read(environment, stem, text)
        found += [f"{stem}: {key}" for key in sorted(keys)]
    return found


def _keys(node: yaml.Node) -> Iterator[str]:
    for each in node.value if isinstance(node, yaml.CollectionNode) else ():
        if isinstance(each, tuple):
            yield str(each[0].value)
            # Looked up by name.
            yield from _keys(each[1]) if each[0].value != "langs" else ()
        else:
            yield from _keys(each)


def _read(environment: Environment, stem: str, examples: str) -> set[str]:
    """Arguments and attributes that a macro asks for, and what it calls or is given by name."""
    loader = environment.loader
    assert loader is not None
    template = loader.get_source(environment, f"components/{stem}.html")[0]
    asked = {*re.findall(r"\.(\w+)", template), *re.findall(r"\w+", _arguments(template))}
    inside = re.findall(r'"components/([\w-]+)\.html"', template)
    for other in {*inside, *re.findall(r"\bof: ([\w-]+)", examples)} - {stem}:
        asked |= _read(environment, other, "")
    return asked


def _arguments(template: str) -> str:
    found = re.search(r"\{% macro \w+\((.*?)\)", template)
    assert found is not None
    return found[1]
