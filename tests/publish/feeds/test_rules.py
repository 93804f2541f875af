"""The rules themselves: silent on a right feed, and one sentence for each way to be wrong."""

from pathlib import Path

import pytest
import yaml

from .rules import CHECKS, faults

RIGHT = Path(__file__).parent / "right"
WRONG = {
    file: yaml.safe_load((RIGHT.parent / "wrong" / f"{file}.yml").read_text("utf-8"))
    for file in CHECKS
}


@pytest.mark.parametrize("file", CHECKS)
def test_a_right_feed_has_no_fault(file: str) -> None:
    assert faults(f"https://example.fi/{file}", (RIGHT / file).read_bytes()) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (file, case["old"], case["new"], case["faults"])
        for file, cases in WRONG.items()
        for case in cases
    ],
)
def test_a_wrong_feed_has_this_fault(file: str, old: str, new: str, expected: list[str]) -> None:
    right = (RIGHT / file).read_text("utf-8")
    assert old in right

    wrong = right.replace(old, new, 1).encode()

    assert faults(f"https://example.fi/{file}", wrong) == expected


@pytest.mark.parametrize("file", ["rss.xml", "atom.xml", "feeds.opml"])
def test_other_letters_than_utf_8(file: str) -> None:
    body = (
        (RIGHT / file).read_text("utf-8").replace("Verkosto", "Ääri").encode("latin-1", "replace")
    )

    assert faults(f"https://example.fi/{file}", body) == ["is not UTF-8"]
