"""No trace of the sample is left in a new network: every file, and every page made of it."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

from kohtaamo.host.software import LIST, read_list
from tests.conftest import kohtaamo_build
from tests.region.traces import found_in, texts_below, traces

# Where the program itself speaks of what the sample speaks of, and why that is no trace of it.
REASONS: Mapping[str, str] = {
    "docs/decisions.md": "speaks of a name by way of example",
    "docs/languages.md": "says where each Northern Sámi word comes from",
    "docs/search.md": "shows what people search for",
    "plugins/kohtaamo/content/rules/network.py": "refuses the sample's id",
    "plugins/kohtaamo/content/vocabularies/topics.yml": "knows what people do everywhere",
}
# Examples of components are their tests; only previews show them, at /komponentit/.
EXAMPLES = "theme/templates/components/"
PREVIEW = "komponentit/index.html"


def spoken(path: str, text: str) -> str:
    """What a file can say to somebody: of code, its texts without the docstrings."""
    if path.endswith(".py"):
        text = "\n".join(_texts(ast.parse(text)))
    return text


def _texts(tree: ast.AST) -> Iterator[str]:
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in silent:
            yield node.value


def _traced(texts: Mapping[str, str]) -> dict[str, list[str]]:
    found = {path: found_in(text, traces()) for path, text in texts.items()}
    return {path: words for path, words in found.items() if words}


def test_the_sample_leaves_traces_where_it_is() -> None:
    assert {"kohtaamo-malli", "Ovi auki", "roihankadun-olohuone", "010 123 0001"} <= traces()
    assert len(traces()) > 300


def test_none_is_in_a_new_networks_own_files(made: Path) -> None:
    _, listed = read_list((made / LIST).read_text("utf-8"))
    own = {path: text for path, text in texts_below(made) if path not in listed}
    assert len(own) > 10
    assert _traced(own) == {}


def test_none_is_in_the_program_that_it_got(made: Path) -> None:
    program = {
        path: spoken(path, text)
        for path, text in texts_below(made)
        if path not in REASONS and not path.startswith(EXAMPLES)
    }
    assert _traced(program) == {}


def test_none_is_in_the_pages_of_it(made: Path, tmp_path: Path) -> None:
    kohtaamo_build(made / "content", tmp_path / "output", "-s", str(made / "pelicanconf.py"))
    pages = dict(texts_below(tmp_path / "output"))
    del pages[PREVIEW]
    assert "Saaripitäjien avoimet ovet" in pages["index.html"]
    assert _traced(pages) == {}


def test_nothing_else_of_the_repository_comes_along(made: Path) -> None:
    there = {each.name for each in made.iterdir()}
    assert there & {"tests", "benchmarks", ".ci", ".git", ".venv", "output"} == set()
    assert not any(each.suffix == ".pyc" for each in made.rglob("*"))
