"""Content folders made of files a person could have saved."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kohtaamo.content.source.files import find_files
from kohtaamo.problems.problem import Problem


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with nothing but `network.yml`."""
    root = tmp_path / "content"
    root.mkdir()
    (root / "network.yml").write_text("id: esimerkki\n", encoding="utf-8")
    return root


@pytest.fixture
def save(content: Path) -> Callable[..., Path]:
    """Save a file below the content folder."""

    def save_file(path: str, text: str = "title: Kahvihetki\n") -> Path:
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    return save_file


@pytest.fixture
def found(content: Path) -> Callable[..., tuple[list[tuple[str, ...]], list[tuple[object, ...]]]]:
    """What is found: path, kind, slug and language of files; path, code and values of problems."""

    def look(**options: object) -> tuple[list[tuple[str, ...]], list[tuple[object, ...]]]:
        files, problems = find_files(content, **options)  # type: ignore[arg-type]
        return (
            [
                (file.path, file.kind, file.slug, file.language or "")
                for file in files
                if file.path != "network.yml"
            ],
            [told(problem) for problem in problems],
        )

    return look


def told(problem: Problem) -> tuple[object, ...]:
    """A problem of a whole file without what all of them share."""
    assert (problem.line, problem.field) == (1, "")
    return problem.path, problem.code, dict(problem.values)
