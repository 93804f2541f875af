"""The text below a head."""

from kohtaamo.content.build.item import build_item
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.tree import Document, Mapping, Scalar
from kohtaamo.problems.problem import Problem


def _page(kind: str, *keys: str) -> Document:
    entries = tuple((Scalar(key, line), Scalar("Tietoa", line)) for line, key in enumerate(keys, 2))
    return Document(
        path="pages/tietoa.md",
        kind=kind,
        slug="tietoa",
        language=None,
        root=Mapping(entries, 2),
        text="Tervetuloa!",
        text_line=6,
    )


def test_a_kind_without_a_text_takes_none() -> None:
    term = KINDS["term"]
    _, problems = build_item(_page("vocabulary", "id"), term, "fi")
    assert Problem(path="pages/tietoa.md", line=6, field="text", code="no-text-here") in problems


def test_a_text_is_written_once() -> None:
    page, problems = build_item(_page("page", "title", "text"), KINDS["page"], "fi")
    assert page is None
    assert problems == (Problem(path="pages/tietoa.md", line=6, field="text", code="text-twice"),)
