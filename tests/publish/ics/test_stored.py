"""Blocks that went through JSON make the same calendars, without any event at hand."""

import json
from collections.abc import Mapping

import pytest

from kohtaamo.listings.edition import Edition
from kohtaamo.publish.ics.block import Block, restored, stored
from kohtaamo.publish.ics.cut import calendar_of, cut_of, listing_head
from kohtaamo.publish.parts import make_parts


def through_json(block: Block) -> Block:
    return restored(json.loads(json.dumps(stored(block))))


def test_there_and_back(any_edition: Edition) -> None:
    parts = make_parts(any_edition)
    for slug in any_edition.network.events:
        for language in any_edition.languages:
            for block in parts.blocks(slug, language):
                assert through_json(block) == block


def test_a_calendar_of_stored_blocks(edition: Edition, files: Mapping[str, bytes]) -> None:
    (all_events,) = (each for each in edition.listings if each.kind == "all")
    parts = make_parts(edition)
    blocks = [
        through_json(block) for slug in all_events.events for block in parts.blocks(slug, "fi")
    ]

    cut = cut_of(listing_head(edition, all_events, "fi"), blocks, edition.today)

    assert calendar_of(cut) == files["tapahtumat/calendar.ics"]


@pytest.mark.parametrize(
    "values", [None, [], ["", 1], ["", "x", "2026-12-01"], ["", 1, "huomenna"]]
)
def test_what_is_no_block(values: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        restored(values)  # type: ignore[arg-type]  # that is the point
