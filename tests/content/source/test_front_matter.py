import pytest

from kohtaamo.content.source.front_matter import FrontMatter, split_head
from kohtaamo.problems.problem import Report


def split(text):
    report = Report("events/kahvi.md")
    parts = split_head(text, report)
    return parts, [(p.line, p.code, dict(p.values)) for p in report.problems]


def test_head_and_text_know_their_lines():
    parts, problems = split("---\ntitle: Kahvi\nend: x\n---\n\n\nTule mukaan!\n\n- kahvia\n\n")
    assert problems == []
    assert parts == FrontMatter(
        head="title: Kahvi\nend: x",
        head_line=2,
        text="Tule mukaan!\n\n- kahvia",
        text_line=7,
    )


def test_blank_lines_above_and_blanks_behind_the_fences_do_no_harm():
    parts, problems = split("\n \n---  \ntitle: Kahvi\n---\t\nTule!")
    assert problems == []
    assert parts == FrontMatter(head="title: Kahvi", head_line=4, text="Tule!", text_line=6)


def test_a_line_across_the_text_is_text():
    parts, _ = split("---\ntitle: Kahvi\n---\nYlä\n\n---\n\nAla\n")
    assert parts == FrontMatter(
        head="title: Kahvi", head_line=2, text="Ylä\n\n---\n\nAla", text_line=4
    )


@pytest.mark.parametrize("text", ["---\ntitle: Kahvi\n---", "---\ntitle: Kahvi\n---\n\n \n"])
def test_there_may_be_no_text(text):
    parts, problems = split(text)
    assert problems == []
    assert parts == FrontMatter(head="title: Kahvi", head_line=2, text="", text_line=0)


def test_an_empty_head_is_a_head():
    parts, problems = split("---\n---\nTule!\n")
    assert problems == []
    assert parts == FrontMatter(head="", head_line=2, text="Tule!", text_line=3)


@pytest.mark.parametrize(
    ("text", "line"),
    [("Tule kahville!\n", 1), ("\n\ntitle: Kahvi\n---\n", 3), ("# Kahvi\n", 1), ("--\xa0-\n", 1)],
)
def test_a_file_without_a_head(text, line):
    assert split(text) == (None, [(line, "no-head", {})])


@pytest.mark.parametrize(
    "fence",
    ["----", "--", "–––", "—", "—-", "***", "===", "+++", "```", "```yaml", " ---"],
)
def test_a_fence_that_is_almost_one(fence):
    problems = [(1, "head-fence", {"value": fence.strip()})]
    assert split(f"{fence}\ntitle: Kahvi\n{fence}\n") == (None, problems)


def test_a_head_that_nobody_closed():
    problems = [(1, "head-not-closed", {})]
    assert split("---\ntitle: Kahvi\n\nTule kahville!\n") == (None, problems)


def test_the_line_that_was_meant_to_close_the_head_is_named():
    problems = [(3, "head-fence", {"value": "----"})]
    assert split("---\ntitle: Kahvi\n----\nTule!\n") == (None, problems)
