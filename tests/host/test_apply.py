"""Putting a finished build in place: only what changed, and never by halves."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from kohtaamo.host.apply import Applied, apply
from kohtaamo.host.staging import ForeignFolder

SITE = {"built.json": b"{}", "index.html": b"<p>1", "paikat/talo/index.html": b"<p>talo"}


def _held(output: Path) -> Mapping[str, bytes]:
    return {
        file.relative_to(output).as_posix(): file.read_bytes()
        for file in sorted(output.rglob("*"))
        if file.is_file()
    }


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    apply(SITE, folder, keep=())
    return folder


def test_a_first_build_makes_the_folder(tmp_path: Path) -> None:
    output = tmp_path / "deep" / "out"

    applied = apply(SITE, output, keep=())

    assert applied == Applied(written=3, removed=0, unchanged=0)
    assert _held(output) == SITE


def test_files_may_be_read_by_whom_any_new_file_may_be(output: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.write_bytes(b"")

    modes = {file.stat().st_mode for file in output.rglob("*") if file.is_file()}

    assert modes == {own.stat().st_mode}


def test_the_same_build_again_touches_nothing(output: Path) -> None:
    before = {file: file.stat() for file in output.rglob("*")}

    assert apply(SITE, output, keep=()) == Applied(written=0, removed=0, unchanged=3)
    assert {file: file.stat() for file in output.rglob("*")} == before


def test_only_changed_files_are_written_and_stale_ones_removed(output: Path) -> None:
    same = (output / "index.html").stat()
    changed = {**SITE, "built.json": b"[]", "tietoa/index.html": b"<p>me"}
    del changed["paikat/talo/index.html"]

    assert apply(changed, output, keep=()) == Applied(written=2, removed=1, unchanged=1)
    assert _held(output) == changed
    assert (output / "index.html").stat() == same
    assert not (output / "paikat").exists()


def test_a_file_with_as_many_bytes_is_still_compared(output: Path) -> None:
    changed = {**SITE, "index.html": b"<p>2"}

    assert apply(changed, output, keep=()).written == 1
    assert _held(output) == changed


def test_kept_names_at_the_top_stay(output: Path) -> None:
    (output / ".git").mkdir()
    (output / ".git" / "config").write_text("x")
    (output / "CNAME").write_text("kohtaamo.example")
    (output / "paikat" / "CNAME").write_text("not at the top")

    assert apply(SITE, output, keep=[".git", "CNAME"]).removed == 1
    assert _held(output) == {**SITE, ".git/config": b"x", "CNAME": b"kohtaamo.example"}


def test_a_folder_with_only_kept_names_may_be_built_into(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()

    assert apply(SITE, tmp_path, keep=[".git"]).written == 3


@pytest.mark.parametrize("name", ["thesis.docx", "index.html"])
def test_a_foreign_folder_is_refused_untouched(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("years of work")

    with pytest.raises(ForeignFolder, match=tmp_path.name):
        apply(SITE, tmp_path, keep=[".git"])

    assert _held(tmp_path) == {name: b"years of work"}


def test_an_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "out"
    file.write_text("years of work")

    with pytest.raises(ForeignFolder):
        apply(SITE, file, keep=())

    assert file.read_text() == "years of work"


def test_a_folder_becomes_a_file_and_a_file_a_folder(output: Path) -> None:
    as_file = {"built.json": b"{}", "index.html": b"<p>1", "paikat": b"a file now"}
    assert apply(as_file, output, keep=()) == Applied(written=1, removed=1, unchanged=2)
    assert _held(output) == as_file

    as_folder = {"built.json": b"{}", "index.html/inner": b"deep", "paikat/talo": b"talo"}
    assert apply(as_folder, output, keep=()) == Applied(written=2, removed=2, unchanged=1)
    assert _held(output) == as_folder


def test_names_that_nobody_can_type_are_removed_and_nothing_else(output: Path) -> None:
    os.close(os.open(os.fsencode(output) + b"/old\nindex.html", os.O_CREAT))
    os.close(os.open(os.fsencode(output) + b"/latin-1-\xe4.html", os.O_CREAT))
    (output / "page\u2028index.html").touch()

    assert apply(SITE, output, keep=()) == Applied(written=0, removed=3, unchanged=3)
    assert _held(output) == SITE


class Killed(Exception):
    """Stands for a power cut: nothing that comes after it is done."""


@contextmanager
def _killed_after(renames: int) -> Iterator[None]:
    """The process dies when it is about to rename for the next time."""
    left = [renames]
    replace = os.replace

    def dying(source: str | Path, target: str | Path) -> None:
        if left[0] == 0:
            raise Killed
        left[0] -= 1
        replace(source, target)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "replace", dying)
        with pytest.raises(Killed):
            yield


@contextmanager
def _killed_at_the_first_removal() -> Iterator[None]:
    def dying(self: Path, missing_ok: bool = False) -> None:
        raise Killed

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Path, "unlink", dying)
        with pytest.raises(Killed):
            yield


CHANGED = {"built.json": b"[]", "index.html": b"<p>22", "uutta/index.html": b"<p>new"}


def test_killed_before_the_stage_is_complete_the_old_site_stands(output: Path) -> None:
    with _killed_after(0):
        apply(CHANGED, output, keep=())

    site = {path: data for path, data in _held(output).items() if not path.startswith(".")}
    assert site == SITE
    assert apply(SITE, output, keep=()) == Applied(written=0, removed=0, unchanged=3)
    assert _held(output) == SITE


@pytest.mark.parametrize("renames", [1, 2, 3])
def test_killed_between_renames_the_next_build_finishes_it(output: Path, renames: int) -> None:
    """One rename is the journal's own, the others are of files."""
    with _killed_after(renames):
        apply(CHANGED, output, keep=())
    assert (output / "paikat/talo/index.html").exists()

    assert apply(CHANGED, output, keep=()) == Applied(written=0, removed=0, unchanged=3)
    assert _held(output) == CHANGED


def test_killed_among_the_removals_the_next_build_finishes_it(output: Path) -> None:
    with _killed_at_the_first_removal():
        apply(CHANGED, output, keep=())
    assert (output / "index.html").read_bytes() == b"<p>22"
    assert (output / "paikat/talo/index.html").exists()

    assert apply(CHANGED, output, keep=()) == Applied(written=0, removed=0, unchanged=3)
    assert _held(output) == CHANGED


def test_a_first_build_that_was_killed_is_no_foreign_folder(tmp_path: Path) -> None:
    output = tmp_path / "out"
    with _killed_after(2):
        apply(SITE, output, keep=())

    apply(CHANGED, output, keep=())

    assert _held(output) == CHANGED
