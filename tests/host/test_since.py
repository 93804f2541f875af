"""The content folder against an older commit, in real repositories."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.host.older import blobs_of, deleted_before
from kohtaamo.host.since import problems_since
from tests.conftest import SITES
from tests.repositories import Repository

TODAY = date(2026, 12, 1)
SONGS, COFFEE = "content/events/joululaulut.md", "content/events/torstain-kahvit.md"
PLACE, ORGANISER = "content/places/asematalo.md", "content/organisers/kylayhdistys.md"


@pytest.fixture
def network(make_repository: Callable[[str], Repository]) -> Repository:
    """The small site, landed on 1 September 2026."""
    repository = make_repository("network")
    shutil.copytree(SITES / "small" / "content", repository.content)
    repository.commit("2026-09-01T10:00:00Z")
    return repository


def _since(repository: Repository, commit: str, content: Path | None = None) -> list[str]:
    """The codes, each with its path."""
    root = content or repository.content
    loaded = load(root, today=TODAY, reserved=reserved_slugs())
    problems = problems_since(root, commit, loaded, TODAY)
    return [f"{problem.path} {problem.code}" for problem in problems]


VANISHES = ["events/joululaulut.md event-vanishes"]


def test_nothing_changed(network: Repository) -> None:
    assert _since(network, "HEAD") == []


def test_a_deletion_that_is_not_committed(network: Repository) -> None:
    network.delete(SONGS)

    assert _since(network, "HEAD") == VANISHES


def test_a_deletion_is_found_from_before_it_and_not_from_after(network: Repository) -> None:
    network.delete(SONGS)
    network.commit("2026-10-01T10:00:00Z")
    network.git("tag", "before", "HEAD~1")

    assert _since(network, "before") == VANISHES
    assert _since(network, "main~1") == VANISHES
    assert _since(network, "HEAD") == []


def test_a_branch_is_compared_with_where_it_began(network: Repository) -> None:
    """What others landed meanwhile is not missing from it."""
    network.git("switch", "--quiet", "--create", "contribution")
    network.delete(SONGS)
    network.commit("2026-10-01T10:00:00Z")
    network.git("switch", "--quiet", "main")
    network.write("content/events/uusi.md", (network.folder / COFFEE).read_text("utf-8"))
    network.commit("2026-10-02T10:00:00Z")
    network.git("switch", "--quiet", "contribution")

    assert _since(network, "main") == VANISHES


def test_a_history_in_one_commit_is_compared_all_the_same(network: Repository) -> None:
    network.delete(SONGS)
    network.squash("2026-10-01T10:00:00Z")

    assert _since(network, "main") == VANISHES


def test_a_history_that_was_written_with_older_dates(network: Repository) -> None:
    network.squash("2026-08-01T10:00:00Z")

    assert _since(network, "main") == [
        "events/joululaulut.md change-goes-backwards",
        "events/torstain-kahvit.md change-goes-backwards",
        "notices/kahvinkeittaja.md change-goes-backwards",
    ]


def test_a_squash_with_its_own_date_takes_nothing_back(network: Repository) -> None:
    network.squash("2026-10-01T10:00:00Z")

    assert _since(network, "main") == []


def test_renamed_twice_with_formerly(network: Repository) -> None:
    network.git("tag", "first")
    network.move(SONGS, "content/events/laulut.md")
    network.replace("content/events/laulut.md", "place:", "formerly: [joululaulut]\nplace:")
    network.commit("2026-10-01T10:00:00Z")
    network.git("tag", "second")
    network.move("content/events/laulut.md", "content/events/asema/illat.md")
    path = "content/events/asema/illat.md"
    network.replace(path, "[joululaulut]", "[joululaulut, laulut]")
    network.commit("2026-10-02T10:00:00Z")

    assert _since(network, "first") == _since(network, "second") == []


def test_renamed_without_formerly(network: Repository) -> None:
    network.move(SONGS, "content/events/laulut.md")

    assert _since(network, "HEAD") == ["events/laulut.md renamed-without-formerly"]


def test_a_name_is_taken_again_after_its_event_is_gone(network: Repository) -> None:
    """The title is asked from the commit that deleted the file, wherever it lay."""
    songs = (network.folder / SONGS).read_text("utf-8")
    network.move(SONGS, "content/events/asema/joululaulut.md")
    network.commit("2026-10-01T10:00:00Z")
    network.delete("content/events/asema/joululaulut.md")
    network.commit("2026-10-02T10:00:00Z")
    network.write("content/events/toisaalla/joululaulut.md", songs)
    restored = _since(network, "HEAD")
    network.replace("content/events/toisaalla/joululaulut.md", "Joululaulut asemalla", "Jazzia")

    assert restored == []
    assert _since(network, "HEAD") == ["events/toisaalla/joululaulut.md slug-used-before"]


def test_what_was_deleted_before(network: Repository) -> None:
    """Under its own title, not a translation's; a thing that moved or came back is not gone."""
    network.write("content/events/joululaulut.sv.md", "---\ntitle: Julsånger\n---\n")
    network.move(COFFEE, "content/events/asema/torstain-kahvit.md")
    network.commit("2026-10-01T10:00:00Z")
    network.delete(SONGS)
    gone = network.commit("2026-10-02T10:00:00Z")
    network.delete("content/events/joululaulut.sv.md")
    all_gone = network.commit("2026-10-03T10:00:00Z")
    network.git("checkout", "--quiet", "HEAD~2", "--", SONGS)
    back = network.commit("2026-10-04T10:00:00Z")
    keys = {"events/joululaulut", "events/torstain-kahvit", "places/asematalo"}
    songs = {"events/joululaulut": "Joululaulut asemalla"}

    assert deleted_before(network.content, gone, keys) == songs
    assert deleted_before(network.content, all_gone, keys) == songs
    assert deleted_before(network.content, all_gone, {"places/asematalo"}) == {}
    assert deleted_before(network.content, back, keys) == {}


def test_the_name_of_a_closed_group_is_free(network: Repository) -> None:
    network.delete("content/events/varaus-1.md")
    network.commit("2026-10-01T10:00:00Z")
    coffee = (network.folder / COFFEE).read_text("utf-8").replace("Torstain kahvit", "Muuta")
    network.write("content/events/varaus-1.md", coffee)

    assert _since(network, "HEAD") == []


def test_what_cannot_be_read_is_not_gone(network: Repository) -> None:
    network.replace(SONGS, "---\ntitle", "title")
    network.replace(COFFEE, "3.9.2026 klo 13", "joskus")

    assert _since(network, "HEAD") == []


def test_a_network_file_that_cannot_be_read_is_no_other_network(network: Repository) -> None:
    network.replace("content/network.yml", "id: pieni-verkosto", "id pieni-verkosto")

    assert _since(network, "HEAD") == []


def test_an_older_version_with_errors_of_its_own(network: Repository) -> None:
    network.replace(COFFEE, "3.9.2026 klo 13", "joskus")
    one = network.commit("2026-10-01T10:00:00Z")
    network.delete("content/network.yml")
    more = network.commit("2026-10-02T10:00:00Z")
    network.git("checkout", "--quiet", "HEAD~2", "--", ".")
    network.delete(SONGS)

    assert _since(network, one) == VANISHES
    assert _since(network, more) == []


def test_the_older_version_is_as_git_has_it(network: Repository, tmp_path: Path) -> None:
    """Neither attributes nor links of the repository lead anywhere."""
    network.write("content/.gitattributes", "*.md export-ignore eol=crlf\n")
    (network.content / "events" / "linkki.md").symlink_to("/etc/hostname")
    linked = network.commit("2026-10-01T10:00:00Z")
    network.delete("content/events/linkki.md")
    network.delete(SONGS)

    assert _since(network, linked) == VANISHES


def test_a_worktree(network: Repository, tmp_path: Path) -> None:
    network.git("worktree", "add", "--quiet", "-b", "side", str(tmp_path / "side"))
    side = Repository(tmp_path / "side")
    side.delete(SONGS)

    assert _since(side, "main") == VANISHES
    assert _since(network, "side") == []


def test_content_in_a_subfolder_and_no_content_before(
    make_repository: Callable[[str], Repository],
) -> None:
    repository = make_repository("portaali")
    repository.write("README.md", "A beginning")
    start = repository.commit("2026-08-01T10:00:00Z")
    content = repository.folder / "sivusto" / "sisältö 1"
    shutil.copytree(SITES / "small" / "content", content)
    repository.commit("2026-09-01T10:00:00Z")
    (content / "events" / "joululaulut.md").unlink()

    assert _since(repository, "HEAD", content) == VANISHES
    assert _since(repository, start, content) == []


@pytest.mark.parametrize(
    "commit",
    [
        *("nothing", "0123456789abcdef0123456789abcdef01234567", "HEAD~9", "--all", "", "-h"),
        *("^HEAD", "HEAD..HEAD", "HEAD^@", "HEAD:content"),
    ],
)
def test_an_unknown_commit(network: Repository, commit: str) -> None:
    assert _since(network, commit) == [". since-unknown"]


def test_a_shallow_clone(network: Repository, tmp_path: Path) -> None:
    network.replace(SONGS, "17:00", "18:00")
    network.commit("2026-10-01T10:00:00Z")
    address = network.folder.as_uri()
    network.git("clone", "--quiet", "--depth=1", address, str(tmp_path / "shallow"))

    assert _since(network, "HEAD", tmp_path / "shallow" / "content") == [". since-shallow"]


def test_outside_any_repository_and_inside_a_foreign_one(
    network: Repository, small_content: Path
) -> None:
    unpacked = Path(shutil.copytree(small_content, network.folder / "downloads" / "content"))

    assert _since(network, "HEAD", small_content) == [". since-no-repository"]
    assert _since(network, "HEAD", unpacked) == [". since-no-repository"]


def test_a_personal_identity_code_in_an_old_title_is_not_repeated(network: Repository) -> None:
    network.replace(SONGS, "Joululaulut asemalla", "Laulaa 131052-308T")
    network.commit("2026-10-01T10:00:00Z")
    network.delete(SONGS)

    loaded = load(network.content, today=TODAY, reserved=reserved_slugs())
    (found,) = problems_since(network.content, "HEAD", loaded, TODAY)
    assert dict(found.values) == {"title": "Laulaa ***********"}


@pytest.mark.parametrize("access", ["suljettu", "[closed]", "Closed"])
def test_what_may_have_been_a_closed_group_has_no_name(network: Repository, access: str) -> None:
    network.replace("content/events/varaus-1.md", "closed", f"{access}\ntitle: Vertaisryhmä")
    network.commit("2026-10-01T10:00:00Z")
    network.delete("content/events/varaus-1.md")
    gone = network.commit("2026-10-02T10:00:00Z")

    assert deleted_before(network.content, gone, {"events/varaus-1"}) == {}


def test_what_is_larger_than_any_file_of_ours_is_not_read(network: Repository) -> None:
    network.write("content/events/iso.md", "a" * 70_000)
    network.write("content/events/pieni.md", "a")
    large = network.commit("2026-10-01T10:00:00Z")
    network.delete("content/events/iso.md")
    gone = network.commit("2026-10-02T10:00:00Z")

    events = [each.path for each in blobs_of(network.content, large) if "events/" in each.path]
    assert events == [
        "events/joululaulut.md",
        "events/pieni.md",
        "events/torstain-kahvit.md",
        "events/varaus-1.md",
    ]
    assert deleted_before(network.content, gone, {"events/iso"}) == {"events/iso": ""}


def test_a_file_whose_name_no_file_can_have(network: Repository) -> None:
    """Below another file: whoever makes trees by hand can say so."""
    song = network.git("rev-parse", f"HEAD:{SONGS}")
    beside = network.git("mktree", given=f"100644 blob {song}\tx.md\n")
    events = network.git(
        "mktree",
        given=f"100644 blob {song}\tjoululaulut.md\n040000 tree {beside}\tjoululaulut.md\n",
    )
    content = "".join(
        f"{line.replace(network.git('rev-parse', 'HEAD:content/events'), events)}\n"
        for line in network.git("ls-tree", "HEAD:content").splitlines()
    )
    top = network.git(
        "mktree", given=f"040000 tree {network.git('mktree', given=content)}\tcontent\n"
    )
    network.git("reset", "--soft", network.git("commit-tree", "-m", "By hand", "-p", "HEAD", top))
    network.delete(SONGS)

    assert _since(network, "HEAD") == VANISHES


def test_a_history_with_a_hole(network: Repository) -> None:
    song = network.git("rev-parse", f"HEAD:{SONGS}")
    (network.folder / ".git" / "objects" / song[:2] / song[2:]).unlink()

    assert _since(network, "HEAD") == [". since-damaged"]


def test_a_change_from_the_end_of_time(network: Repository) -> None:
    network.replace(SONGS, "17:00", "18:00")
    network.git("add", "--all")
    network.git("commit", "--quiet", "--message", "A broken clock", at="@253402300799 +0000")
    network.git("tag", "ahead")
    network.squash("2026-11-01T10:00:00Z")

    assert _since(network, "ahead") == ["events/joululaulut.md change-goes-backwards"]
