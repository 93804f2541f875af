"""A few of the mutated files of `inv fuzz`, always the same ones; texts that might grow."""

from pathlib import Path

import pytest

from .fuzz.builds import build
from .fuzz.files import drawn, through
from .fuzz.heavy import growth, texts
from .fuzz.reading_one import faults, read
from .fuzz.seeds import Seed, seeds

# Texts that multiply themselves; `inv fuzz` takes those of single pieces too.
TEXTS = {name: text for name, text in texts() if not name.startswith("pieces")}


def test_whatever_is_in_a_file_it_is_a_value_or_a_problem() -> None:
    wrong: list[tuple[str, list[str]]] = []

    def take(each: Seed) -> None:
        built = read(each)
        found = list(faults(each, built, built.problems))
        if found:
            wrong.append((f"{each.kind} {each.path}: {each.data!r}", found))

    drawn(1, 200, take, seeds("everything", "small") * 4 + seeds("broken"))

    assert wrong == []


def test_whatever_is_in_a_file_the_rules_take_it() -> None:
    wrong: list[tuple[str, list[str]]] = []

    def take(each: Seed) -> None:
        found = [fault for fault in through(each) if not fault.startswith("#")]
        if found:
            wrong.append((f"{each.kind} {each.path}: {each.data!r}", found))

    drawn(2, 60, take, seeds("everything"))

    assert wrong == []


def test_whatever_is_in_files_the_rest_is_built_and_harmless(tmp_path: Path) -> None:
    """Sixty faulty files are left out, the rest is published; lxml reads all, html5lib some."""
    found = build(1, 60, tmp_path / "network", every=60)

    assert found.faults == []
    assert (found.code, found.faulty) == (3, 60)
    assert found.outputs[".html"] > 100


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_grows_without_bounds(name: str) -> None:
    """20 000 characters, as much as a text may have."""
    assert list(growth(TEXTS[name])) == []
