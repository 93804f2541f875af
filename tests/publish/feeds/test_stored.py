"""An entry that went through JSON is the same entry."""

import json

import pytest
from hypothesis import given

from kohtaamo.publish.feeds.entry import Entry
from kohtaamo.publish.feeds.stored import restored, stored
from tests.publish.feeds.entries import ENTRIES


@given(ENTRIES)
def test_there_and_back(entry: Entry) -> None:
    assert restored(json.loads(json.dumps(stored(entry)))) == entry


@pytest.mark.parametrize(
    "values",
    [
        None,
        [],
        [["id"], ["2026", "2026"], [], [], None, None],
        [[""] * 8, ["x", "y"], [], [], 1, 1],
    ],
)
def test_what_is_no_entry(values: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        restored(values)  # type: ignore[arg-type]  # that is the point
