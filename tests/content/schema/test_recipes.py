"""The guide's recipes can be copied as they stand."""

import pytest

from kohtaamo.content.build.built import build_file
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.schema.recipes import RECIPES


@pytest.mark.parametrize("key", RECIPES)
def test_a_recipe_reads_without_a_problem(key: str) -> None:
    own = {line.partition(":")[0] for line in RECIPES[key]}
    fields = KINDS["event"].by_key.values()
    rest = [f"{each.key}: {each.example}" for each in fields if each.required]
    lines = [*(line for line in rest if line.partition(":")[0] not in own), *RECIPES[key]]
    text = "\n".join(["---", *lines, "---", ""])
    built = build_file("events/malli.md", "event", "malli", None, text.encode(), "fi")
    assert built.problems == ()
    assert built.item is not None
