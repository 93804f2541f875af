"""Real git repositories, made anew for each test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.repositories import Repository, new_repository


@pytest.fixture
def make_repository(tmp_path: Path) -> Callable[[str], Repository]:
    """An empty repository of that name, on its branch `main`."""
    return lambda name: new_repository(tmp_path / name)


@pytest.fixture
def repository(make_repository: Callable[[str], Repository]) -> Repository:
    """A repository whose `content/` landed on 1 September 2026."""
    repository = make_repository("network")
    repository.write("README.md", "Outside the content")
    repository.write("content/network.yml", "id: x\n")
    repository.write("content/events/äijäkerho.md", "one")
    repository.write("content/events/harju/kerho.md", "one")
    repository.commit("2026-09-01T10:00:00Z")
    return repository
