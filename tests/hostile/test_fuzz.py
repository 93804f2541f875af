"""A few of the mutated files of `inv fuzz`, always the same ones; texts that might grow."""

import pytest

from .fuzz.files import drawn, through
from .fuzz.heavy import growth, texts
from .fuzz.reading_one import faults, read
from .fuzz.seeds import Seed, seeds

TEXTS = dict(texts())


def test_whatever_is_in_a_file_it_is_a_value_or_a_problem() -> None:
    wrong: list[tuple[str, list[str]]] = []

    def take(each: Seed) -> None:
        built = read(each)
        found = list(faults(each, built, built.problems))
        if found:
            wrong.append((f"{each.kind} {each.path}: {each.data!r}", found))

    drawn(1, 250, take, seeds("everything", "small") * 4 + seeds("broken"))

    assert wrong == []


def test_whatever_is_in_a_file_the_rules_take_it() -> None:
    wrong: list[tuple[str, list[str]]] = []

    def take(each: Seed) -> None:
        found = [fault for fault in through(each) if not fault.startswith("#")]
        if found:
            wrong.append((f"{each.kind} {each.path}: {each.data!r}", found))

    drawn(2, 60, take, seeds("everything"))

    assert wrong == []


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_grows_without_bounds(name: str) -> None:
    """20 000 characters, as much as a text may have."""
    assert list(growth(TEXTS[name])) == []
