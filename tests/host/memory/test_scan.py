"""What lies in a folder, read again only where it may have changed."""

import os
from collections.abc import Mapping
from pathlib import Path
from time import time_ns

import pytest

from kohtaamo.host.memory.scan import Seen, scan, seen_in
from kohtaamo.host.memory.store import digest

SETTLED = 10_000_000_000


def _scan(
    folder: Path, known: Mapping[str, Seen] | None = None, *, follow_links: bool = False
) -> Mapping[str, Seen]:
    """What is there when all files have been left alone for a while."""
    now = time_ns() + SETTLED
    return scan(folder, known or {}, now, lambda name: name == ".git", follow_links=follow_links)


def _digests(found: Mapping[str, Seen]) -> Mapping[str, str]:
    return {path: each.digest for path, each in found.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "events" / "harju").mkdir(parents=True)
    (folder / "network.yml").write_bytes(b"id: x\n")
    (folder / "events" / "harju" / "kerho.md").write_bytes(b"one")
    return folder


def test_every_file_with_the_digest_of_its_bytes(folder: Path) -> None:
    found = _digests(_scan(folder))

    assert {path: found[path] for path in ("events/harju/kerho.md", "network.yml")} == {
        "events/harju/kerho.md": digest(b"one"),
        "network.yml": digest(b"id: x\n"),
    }


def test_a_file_whose_sign_is_as_it_was_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = _scan(folder)
    (folder / "network.yml").write_bytes(b"id: xy\n")
    opened: list[str] = []

    def spying(path: str, *arguments: object, **named: object) -> object:
        opened.append(path)
        return open(path, *arguments, **named)  # type: ignore[call-overload]  # noqa: PTH123

    monkeypatch.setattr("kohtaamo.host.memory.scan.open", spying, raising=False)
    found = _scan(folder, known)

    assert opened == [str(folder / "network.yml")]
    assert found["network.yml"].digest == digest(b"id: xy\n")
    assert found["events/harju/kerho.md"] == known["events/harju/kerho.md"]


def test_an_edit_of_as_many_bytes_with_the_old_time_is_seen(folder: Path) -> None:
    """Programs that copy or unpack files set their times; nobody sets that of the entry."""
    known = _scan(folder)
    file = folder / "network.yml"
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    file.write_bytes(b"id: y\n")
    os.utime(file, ns=times)

    assert _scan(folder, known)["network.yml"].digest == digest(b"id: y\n")


def test_a_file_of_another_name_put_in_its_place_is_seen(folder: Path) -> None:
    known = _scan(folder)
    (folder / "network.yml").rename(folder / "old.yml")
    (folder / "events" / "harju" / "kerho.md").rename(folder / "network.yml")

    found = _digests(_scan(folder, known))

    assert found["network.yml"] == digest(b"one")
    assert found["old.yml"] == digest(b"id: x\n")
    assert "events/harju/kerho.md" not in found


def test_the_sign_of_a_file_that_has_just_changed_counts_for_nothing(folder: Path) -> None:
    """A second edit within one tick of the file system's clock would leave no new sign."""
    known = scan(folder, {}, time_ns(), lambda _: False)
    file = folder / "network.yml"
    signs = {path: each.sign for path, each in known.items() if path == "network.yml"}

    assert signs["network.yml"] != _scan(folder)["network.yml"].sign
    assert scan(folder, known, time_ns(), lambda _: False)["network.yml"].digest == digest(
        file.read_bytes()
    )


def test_folders_that_hold_nothing_are_seen_too(folder: Path) -> None:
    before = _digests(_scan(folder))
    (folder / "outoa").mkdir()

    assert _digests(_scan(folder)) != before


def test_only_folders_are_left_out_by_name(folder: Path) -> None:
    before = _digests(_scan(folder))
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text("x")
    assert _digests(_scan(folder)) == before

    (folder / "events" / ".git").write_text("a file, which people have to be told of")
    assert _digests(_scan(folder)) != before


def test_links_are_followed_only_where_they_may_be(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    (outside / "style.css").write_text("one")
    (folder / "css").symlink_to(outside)
    (folder / "own.css").symlink_to(outside / "style.css")
    kept, followed = _scan(folder), _scan(folder, follow_links=True)
    (outside / "style.css").write_text("two")

    assert _digests(_scan(folder, kept)) == _digests(kept)
    found = _digests(_scan(folder, followed, follow_links=True))
    assert found["css/style.css"] == found["own.css"] == digest(b"two")


@pytest.mark.parametrize("target", ["nowhere", "."])
@pytest.mark.parametrize("follow_links", [False, True])
def test_links_to_nowhere_and_in_a_ring_are_no_reason_to_stop(
    folder: Path, target: str, *, follow_links: bool
) -> None:
    """Editors leave such links beside a file that is open in them."""
    (folder / ".#network.yml").symlink_to(target)

    found = _scan(folder, follow_links=follow_links)

    assert found["network.yml"].digest == digest(b"id: x\n")
    assert len(found) < 100


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "events" / "putki.md")

    assert "events/putki.md" in _scan(folder)


def test_what_was_kept_as_json_is_the_same_again(folder: Path) -> None:
    found = dict(_scan(folder))

    assert seen_in({path: [list(each.sign), each.digest] for path, each in found.items()}) == found


@pytest.mark.parametrize("rows", [{"a": 1}, {"a": [1]}, {"a": [None, "x"]}])
def test_other_json_is_refused(rows: Mapping[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        seen_in(rows)
