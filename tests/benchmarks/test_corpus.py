"""The made-up network: the same on every machine, clean, and with a history when asked for."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout


def texts(folder: Path) -> Mapping[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and ".git" not in file.relative_to(folder).parts
    }


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    run("benchmarks.corpus", "XS", str(folder))
    return folder


def test_holds_as_much_as_its_size_says(corpus: Path) -> None:
    kinds = [path.partition("/")[0] for path in texts(corpus)]
    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        "events": 24,
        "network.yml": 1,
        "notices": 2,
        "organisers": 6,
        "pages": 3,
        "places": 3,
        "vocabularies": 1,
    }


def test_three_in_ten_events_are_series(corpus: Path) -> None:
    events = [text for path, text in texts(corpus).items() if path.startswith("events/")]
    assert sum(b"\nrepeat:\n" in text for text in events) == 6


def test_the_same_size_is_the_same_bytes(corpus: Path, tmp_path: Path) -> None:
    run("benchmarks.corpus", "XS", str(tmp_path))
    assert texts(tmp_path) == texts(corpus)


def test_check_finds_nothing_to_say(corpus: Path) -> None:
    said = run("kohtaamo", "check", str(corpus), "--today", "2026-12-01", "--lang", "en")
    assert said.endswith("(40 files): no errors, no warnings.\n")


def test_a_history_has_so_many_commits_and_ends_with_the_same_files(
    corpus: Path, tmp_path: Path
) -> None:
    run("benchmarks.corpus", "XS", str(tmp_path), "--history", "50")
    git = ("git", "-C", str(tmp_path))
    count = subprocess.check_output([*git, "rev-list", "--count", "HEAD"], text=True)
    dirty = subprocess.check_output([*git, "status", "--porcelain"], text=True)
    assert (count, dirty) == ("50\n", "")
    assert texts(tmp_path) == texts(corpus)


def test_fewer_commits_than_files_land_several_at_once(tmp_path: Path) -> None:
    run("benchmarks.corpus", "XS", str(tmp_path), "--history", "3")
    git = ("git", "-C", str(tmp_path))
    log = subprocess.check_output([*git, "log", "--format=%cs %s", "--reverse"], text=True)
    assert log.splitlines() == [
        "2025-01-01 Muutos: " + sorted(texts(tmp_path))[0].rpartition("/")[2],
        *log.splitlines()[1:],
    ]
    assert len(log.splitlines()) == 3
