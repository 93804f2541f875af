"""Blank values are values that nobody wrote."""

from pathlib import Path

import pytest

from kohtaamo.content.build.item import build_item
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.read import read_document


@pytest.mark.parametrize("blank", ['" "', '"\\t"', '"\\u00a0"', '"\\u2028"', "~", ""])
def test_a_blank_title_is_missing(blank: str) -> None:
    data = f"---\ntitle: {blank}\n---\nTeksti.\n".encode()
    document, problems = read_document("pages/tietoa.md", "page", "tietoa", None, data)
    assert document is not None
    assert problems == ()

    page, problems = build_item(document, KINDS["page"], "fi")

    assert page is None
    assert [(each.line, each.field, each.code) for each in problems] == [(2, "title", "required")]


def test_a_page_without_blanks_is_built() -> None:
    data = Path(__file__).parents[2].joinpath("sites/small/content/pages/tietoa.md").read_bytes()
    document, _ = read_document("pages/tietoa.md", "page", "tietoa", None, data)
    assert document is not None

    page, problems = build_item(document, KINDS["page"], "fi")

    assert problems == ()
    assert page is not None
