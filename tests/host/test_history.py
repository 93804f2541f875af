"""When things landed, asked from real repositories."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kohtaamo.host.history import is_incomplete, landings
from tests.repositories import Repository

TODAY = date(2026, 12, 1)
KERHO = "content/events/harju/kerho.md"
# The things of `repository` that a test leaves alone.
OTHERS = {"network": "09-01 10:00", "events/äijäkerho": "09-01 10:00"}


def _landings(folder: Path) -> Mapping[str, str]:
    return {
        path: f"{moment:%m-%d %H:%M}" for path, moment in landings(folder, TODAY).newest.items()
    }


def test_every_thing_by_its_kind_and_slug(repository: Repository) -> None:
    september = datetime(2026, 9, 1, 10, tzinfo=UTC)

    assert landings(repository.content, TODAY).newest == {
        "network": september,
        "events/kerho": september,
        "events/äijäkerho": september,
    }


def test_all_files_have_a_key(make_repository: Callable[[str], Repository]) -> None:
    repository = make_repository("all")
    for path in (
        "network.yml",
        "network.sv.yml",
        "sources.yml",
        "places/a/b/talo.md",
        "places/talo.se.md",
        "pages/tietoa.yml",
        "vocabularies/topics.yml",
        "languages/se.yml",
        "impact/talo/2026.yml",
        "images/talo.jpg",
        "images/talo.png",
    ):
        repository.write(path, "x")
    repository.commit("2026-09-01T10:00:00Z")

    assert set(landings(repository.folder, TODAY).newest) == {
        "network",
        "sources",
        "places/talo",
        "pages/tietoa",
        "vocabularies/topics",
        "languages/se",
        "impact/talo/2026",
        "images/talo.jpg",
        "images/talo.png",
    }


def test_the_newest_landing_counts(repository: Repository) -> None:
    repository.write(KERHO, "two")
    repository.commit("2026-10-02T08:00:00+03:00")

    assert _landings(repository.content) == {**OTHERS, "events/kerho": "10-02 05:00"}


def test_a_merge_counts_from_its_own_date(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "contribution")
    repository.write(KERHO, "two")
    repository.commit("2026-09-05T10:00:00Z")
    repository.git("switch", "--quiet", "main")
    repository.write("content/network.yml", "id: y\n")
    repository.commit("2026-10-01T10:00:00Z")
    repository.git("merge", "--quiet", "--no-edit", "contribution", at="2026-10-10T10:00:00Z")

    assert _landings(repository.content) == {
        **OTHERS,
        "network": "10-01 10:00",
        "events/kerho": "10-10 10:00",
    }


def test_the_clock_of_whoever_wrote_a_branch_does_not_matter(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "contribution")
    repository.write(KERHO, "two")
    repository.commit("2031-01-01T10:00:00Z")
    repository.git("switch", "--quiet", "main")
    repository.git(
        "merge", "--quiet", "--no-ff", "--no-edit", "contribution", at="2026-10-10T10:00:00Z"
    )

    assert _landings(repository.content) == {**OTHERS, "events/kerho": "10-10 10:00"}


def test_a_branch_that_lands_late_without_a_merge_takes_nothing_back(
    repository: Repository,
) -> None:
    """Fast-forwarded, its commits are older than what it brings along by a merge of its own."""
    repository.git("switch", "--quiet", "--create", "contribution")
    repository.write(KERHO, "from the branch")
    repository.commit("2026-09-05T10:00:00Z")
    repository.git("switch", "--quiet", "main")
    repository.write("content/events/äijäkerho.md", "from main")
    repository.commit("2026-10-01T10:00:00Z")
    before = _landings(repository.content)
    repository.git("switch", "--quiet", "contribution")
    repository.git("merge", "--quiet", "--no-edit", "main", at="2026-10-03T10:00:00Z")
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--ff-only", "contribution")

    assert before == {**OTHERS, "events/kerho": "09-01 10:00", "events/äijäkerho": "10-01 10:00"}
    assert _landings(repository.content) == {
        **OTHERS,
        "events/kerho": "09-05 10:00",
        "events/äijäkerho": "10-03 10:00",
    }


def test_a_squash_counts_from_its_own_date(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "contribution")
    for number in ("two", "three"):
        repository.write(KERHO, number)
        repository.commit("2026-09-05T10:00:00Z")
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--squash", "contribution")
    repository.commit("2026-10-11T10:00:00Z")

    assert _landings(repository.content)["events/kerho"] == "10-11 10:00"


def test_a_history_in_one_commit_lands_everything_then(repository: Repository) -> None:
    repository.write(KERHO, "two")
    repository.commit("2026-10-02T10:00:00Z")
    repository.squash("2026-11-01T10:00:00Z")

    assert set(_landings(repository.content).values()) == {"11-01 10:00"}


def test_a_file_that_moved_keeps_its_landings(repository: Repository) -> None:
    """A clock that is slow on the day of the move takes nothing back."""
    repository.write(KERHO, "two")
    repository.commit("2026-10-02T10:00:00Z")
    repository.move(KERHO, "content/events/alku/2026/kerho.md")
    repository.commit("2026-09-20T10:00:00Z")

    assert _landings(repository.content) == {**OTHERS, "events/kerho": "10-02 10:00"}


def test_a_thing_of_another_kind_is_another_thing(repository: Repository) -> None:
    repository.move(KERHO, "content/places/kerho.md")
    repository.commit("2026-10-03T10:00:00Z")

    assert _landings(repository.content)["places/kerho"] == "10-03 10:00"


def test_a_translation_is_a_change_when_it_comes_and_when_it_goes(repository: Repository) -> None:
    translation = "content/events/harju/kerho.sv.md"
    repository.write(translation, "ett")
    repository.commit("2026-10-05T10:00:00Z")
    added = _landings(repository.content)
    repository.delete(translation)
    repository.commit("2026-10-06T10:00:00Z")

    assert added == {**OTHERS, "events/kerho": "10-05 10:00"}
    assert _landings(repository.content) == {**OTHERS, "events/kerho": "10-06 10:00"}


@pytest.mark.parametrize(
    ("skewed", "newest"),
    [("2026-08-01T10:00:00Z", "10-02 10:00"), ("@0 +0000", "10-02 10:00")],
)
def test_a_slow_clock_takes_nothing_back(repository: Repository, skewed: str, newest: str) -> None:
    repository.write(KERHO, "two")
    repository.commit("2026-10-02T10:00:00Z")
    repository.write(KERHO, "three")
    repository.commit(skewed)

    assert _landings(repository.content) == {**OTHERS, "events/kerho": newest}


def test_a_clock_beyond_all_years_is_no_fault(repository: Repository) -> None:
    repository.write(KERHO, "two")
    repository.commit("@99999999999999 +0000")

    assert landings(repository.content, TODAY).newest["events/kerho"].year == 9999


def test_what_is_not_committed_changes_today(repository: Repository) -> None:
    repository.write(KERHO, "changed")
    repository.write("content/events/äijäkerho.sv.md", "a new translation")
    repository.write("content/events/uusi.md", "new")
    repository.write("content/events/toinen.md", "new")
    repository.write("content/network.yml", "id: staged\n")
    repository.write("README.md", "Still outside")
    repository.git("add", "content/network.yml", "content/events/toinen.md")

    assert _landings(repository.content) == {
        "network": "12-01 00:00",
        "events/kerho": "12-01 00:00",
        "events/äijäkerho": "12-01 00:00",
    }


def test_a_change_of_today_is_no_older_than_its_last_landing(repository: Repository) -> None:
    repository.write(KERHO, "two")
    repository.commit("2026-12-01T10:00:00Z")
    repository.write(KERHO, "three")

    assert _landings(repository.content)["events/kerho"] == "12-01 10:00"


def test_a_rename_or_move_that_is_not_committed_changes_today(repository: Repository) -> None:
    """The new file was never committed; what it was before is gone since today."""
    repository.move(KERHO, "content/events/laakso/kerho.md")
    repository.move("content/events/äijäkerho.md", "content/events/miehet.md")

    assert _landings(repository.content) == {
        "network": "09-01 10:00",
        "events/kerho": "12-01 00:00",
        "events/äijäkerho": "12-01 00:00",
    }


def test_an_archive_inside_another_repository_has_no_history(repository: Repository) -> None:
    unpacked = repository.folder / "downloads" / "network" / "content"
    unpacked.mkdir(parents=True)
    (unpacked / "network.yml").write_text("id: x\n")

    assert landings(unpacked, TODAY).newest == {}
    assert is_incomplete(unpacked)


def test_an_archive_outside_any_repository_has_no_history(tmp_path: Path) -> None:
    (tmp_path / "network.yml").write_text("id: x\n")

    assert landings(tmp_path, TODAY).newest == {}
    assert is_incomplete(tmp_path)


def test_a_repository_without_commits_has_no_history(
    make_repository: Callable[[str], Repository],
) -> None:
    empty = make_repository("empty")
    empty.write("network.yml", "id: x\n")
    empty.git("add", "network.yml")

    assert landings(empty.folder, TODAY).newest == {}
    assert is_incomplete(empty.folder)


def test_a_shallow_clone_is_incomplete(repository: Repository, tmp_path: Path) -> None:
    repository.write(KERHO, "two")
    repository.commit("2026-10-02T10:00:00Z")
    address = repository.folder.as_uri()
    repository.git("clone", "--quiet", "--depth=1", address, str(tmp_path / "shallow"))
    repository.git("clone", "--quiet", address, str(tmp_path / "whole"))

    assert is_incomplete(tmp_path / "shallow" / "content")
    assert not is_incomplete(tmp_path / "whole" / "content")
    assert not is_incomplete(repository.content)
    assert set(_landings(tmp_path / "shallow" / "content").values()) == {"10-02 10:00"}


def test_a_worktree_has_the_history_of_its_branch(repository: Repository, tmp_path: Path) -> None:
    repository.write(KERHO, "two")
    repository.commit("2026-10-02T10:00:00Z")
    repository.git("worktree", "add", "--quiet", "-b", "side", str(tmp_path / "side"), "HEAD~1")
    side = Repository(tmp_path / "side")
    side.write("content/network.yml", "id: changed\n")

    assert _landings(side.content) == {**OTHERS, "events/kerho": "09-01 10:00"} | {
        "network": "12-01 00:00"
    }
    assert not is_incomplete(side.content)


def test_a_repository_may_hold_its_content_anywhere(
    make_repository: Callable[[str], Repository],
) -> None:
    repository = make_repository("portaali")
    repository.write("network.yml", "not this one")
    repository.write("sivusto/verkosto 1/network.yml", "id: x\n")
    repository.write("sivusto/verkosto 1/events/kerho.md", "one")
    repository.write("sivusto/verkosto 2/network.yml", "id: y\n")
    repository.commit("2026-09-01T10:00:00Z")
    repository.write("sivusto/verkosto 1/events/kerho.md", "two")
    repository.write("sivusto/verkosto 2/network.yml", "id: z\n")

    assert _landings(repository.folder / "sivusto" / "verkosto 1") == {
        "network": "09-01 10:00",
        "events/kerho": "12-01 00:00",
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("log.diffMerges", "off"),
        ("log.showSignature", "true"),
        ("log.showRoot", "false"),
        ("diff.orderFile", "nowhere"),
        ("i18n.logOutputEncoding", "utf-16"),
        ("core.quotePath", "true"),
        ("color.ui", "always"),
        ("diff.noprefix", "true"),
        ("diff.relative", "false"),
        ("diff.renames", "copies"),
        ("format.pretty", "oneline"),
        ("status.showUntrackedFiles", "no"),
        ("status.relativePaths", "false"),
        ("status.short", "true"),
        ("status.branch", "true"),
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
    repository.write("content/events/harju/kerho.sv.md", "new")
    repository.git("config", name, value)

    assert _landings(repository.content) == {
        "network": "09-01 10:00",
        "events/äijäkerho": "10-10 10:00",
        "events/kerho": "12-01 00:00",
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
    monkeypatch.setenv("GIT_COMMON_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other / ".git" / "objects"))

    assert len(landings(repository.content, TODAY).newest) == 3


def test_a_file_name_cannot_pass_for_a_commit(repository: Repository) -> None:
    """Names may hold every character but NUL, line breaks too."""
    repository.write("content/events/\n4102444800\nkerho.md", "one")
    repository.write("content/events/\x014102444800\n\nevents/kerho.md", "one")
    repository.commit("2026-09-02T10:00:00Z")

    assert set(_landings(repository.content).values()) == {"09-01 10:00", "09-02 10:00"}


def test_a_language_is_known_when_its_translation_is_gone(repository: Repository) -> None:
    """In all folders; what is no thing is not followed."""
    repository.write("content/events/harju/kerho.sv.md", "one")
    repository.write("content/network.sv.yml", "one")
    repository.commit("2026-09-02T10:00:00Z")
    repository.delete("content/events/harju/kerho.sv.md")
    repository.write("content/events/kerho.en.md", "one")
    repository.commit("2026-09-03T10:00:00Z")

    assert landings(repository.content, TODAY).languages == {
        "events/kerho": frozenset({"sv", "en"})
    }
