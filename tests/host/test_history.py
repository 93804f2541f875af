"""When files landed, asked from real repositories."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kohtaamo.host.history import is_incomplete, landings
from tests.host.conftest import Repository


def _landings(folder: Path) -> Mapping[str, str]:
    return {path: f"{moment:%m-%d %H:%M}" for path, moment in landings(folder).items()}


def test_every_file_by_the_path_in_the_content_folder(repository: Repository) -> None:
    september = datetime(2026, 9, 1, 10, tzinfo=UTC)

    assert landings(repository.folder / "content") == {
        "network.yml": september,
        "events/kerho.md": september,
        "events/äijäkerho.md": september,
    }


def test_the_newest_landing_counts(repository: Repository) -> None:
    repository.write("content/events/kerho.md", "two")
    repository.commit("2026-10-02T08:00:00+03:00")

    assert _landings(repository.folder / "content") == {
        "network.yml": "09-01 10:00",
        "events/kerho.md": "10-02 05:00",
        "events/äijäkerho.md": "09-01 10:00",
    }


def test_a_merge_counts_from_its_own_date(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "contribution")
    repository.write("content/events/kerho.md", "two")
    repository.commit("2026-09-05T10:00:00Z")
    repository.git("switch", "--quiet", "main")
    repository.write("content/network.yml", "id: y\n")
    repository.commit("2026-10-01T10:00:00Z")
    repository.git("merge", "--quiet", "--no-edit", "contribution", at="2026-10-10T10:00:00Z")

    assert _landings(repository.folder / "content") == {
        "network.yml": "10-01 10:00",
        "events/kerho.md": "10-10 10:00",
        "events/äijäkerho.md": "09-01 10:00",
    }


def test_a_squash_counts_from_its_own_date(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "contribution")
    for number in ("two", "three"):
        repository.write("content/events/kerho.md", number)
        repository.commit("2026-09-05T10:00:00Z")
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--squash", "contribution")
    repository.commit("2026-10-11T10:00:00Z")

    assert _landings(repository.folder / "content")["events/kerho.md"] == "10-11 10:00"


def test_a_moved_file_landed_when_it_was_moved(repository: Repository) -> None:
    (repository.folder / "content/places").mkdir()
    repository.git("mv", "content/events/kerho.md", "content/places/kerho.md")
    repository.commit("2026-10-03T10:00:00Z")

    assert _landings(repository.folder / "content")["places/kerho.md"] == "10-03 10:00"


def test_uncommitted_files_have_not_landed(repository: Repository) -> None:
    repository.write("content/events/kerho.md", "changed")
    repository.write("content/events/uusi.md", "new")
    repository.write("content/network.yml", "id: staged\n")
    repository.git("add", "content/network.yml")

    assert _landings(repository.folder / "content") == {"events/äijäkerho.md": "09-01 10:00"}


def test_a_folder_inside_another_repository_has_no_history(repository: Repository) -> None:
    unpacked = repository.folder / "downloads" / "network" / "content"
    unpacked.mkdir(parents=True)
    (unpacked / "network.yml").write_text("id: x\n")

    assert landings(unpacked) == {}
    assert is_incomplete(unpacked)


def test_a_folder_outside_any_repository_has_no_history(tmp_path: Path) -> None:
    (tmp_path / "network.yml").write_text("id: x\n")

    assert landings(tmp_path) == {}
    assert is_incomplete(tmp_path)


def test_a_repository_without_commits_has_no_history(
    make_repository: Callable[[str], Repository],
) -> None:
    empty = make_repository("empty")
    empty.write("network.yml", "id: x\n")
    empty.git("add", "network.yml")

    assert landings(empty.folder) == {}
    assert is_incomplete(empty.folder)


def test_a_shallow_clone_is_incomplete(repository: Repository, tmp_path: Path) -> None:
    repository.write("content/events/kerho.md", "two")
    repository.commit("2026-10-02T10:00:00Z")
    address = repository.folder.as_uri()
    repository.git("clone", "--quiet", "--depth=1", address, str(tmp_path / "shallow"))
    repository.git("clone", "--quiet", address, str(tmp_path / "whole"))

    assert is_incomplete(tmp_path / "shallow" / "content")
    assert not is_incomplete(tmp_path / "whole" / "content")
    assert not is_incomplete(repository.folder / "content")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("log.diffMerges", "off"),
        ("log.showSignature", "true"),
        ("core.quotePath", "true"),
        ("color.ui", "always"),
        ("diff.noprefix", "true"),
        ("diff.relative", "false"),
        ("format.pretty", "oneline"),
    ],
)
def test_personal_git_settings_change_nothing(
    repository: Repository, name: str, value: str
) -> None:
    repository.git("switch", "--quiet", "--create", "contribution")
    repository.write("content/events/äijäkerho.md", "two")
    repository.commit("2026-09-05T10:00:00Z")
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "--no-edit", "-", at="2026-10-10T10:00:00Z")
    repository.write("content/events/kerho.md", "changed")
    repository.git("config", name, value)

    assert _landings(repository.folder / "content") == {
        "network.yml": "09-01 10:00",
        "events/äijäkerho.md": "10-10 10:00",
    }


def test_a_hook_of_another_repository_changes_nothing(
    repository: Repository,
    make_repository: Callable[[str], Repository],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Git tells its hooks where they run, and every git they start."""
    other = make_repository("other").folder
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))

    assert len(landings(repository.folder / "content")) == 3
