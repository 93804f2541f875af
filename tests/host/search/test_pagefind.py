"""Pagefind itself: records in, files out, and what is said when it cannot be run."""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kohtaamo.host.search.fault import NoIndex
from kohtaamo.host.search.pagefind import index_files

# A program for each way to fail.
ENDS = "#!/bin/sh\necho 'not for this machine' >&2\nexit 1\n"
SAYS_NOTHING = "#!/bin/sh\nexit 0\n"


def entry(language: str, number: int) -> Mapping[str, Any]:
    return {
        "url": f"/{language}/{number}/",
        "language": language,
        "content": f"Muistikahvila {number}",
        "meta": {"title": "Kahvila", "also": "muisti"},
        "filters": {},
        "sort": {},
    }


ENTRIES = [entry(language, number) for language in ("fi", "fi-simple", "se") for number in (1, 2)]


def test_each_language_has_an_index_of_its_own() -> None:
    files = index_files(ENTRIES)

    told = json.loads(files["pagefind-entry.json"])["languages"]
    assert {tag: (each["wasm"], each["page_count"]) for tag, each in told.items()} == {
        "fi": ("fi", 2),
        "fi-simple": ("fi-simple", 2),
        "se": (None, 2),
    }
    # Easy Finnish has the Finnish stemmer.
    assert files["wasm.fi-simple.pagefind"] == files["wasm.fi.pagefind"]


def test_nothing_is_said_but_what_is_in_the_records() -> None:
    files = index_files(ENTRIES)

    told = [
        json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))
        for path, data in files.items()
        if path.startswith("fragment/se_")
    ]
    assert sorted(told, key=lambda each: str(each["url"])) == [
        {
            "url": f"/se/{number}/",
            "content": f"Muistikahvila {number}",
            "word_count": 2,
            "filters": {},
            "meta": {"title": "Kahvila", "also": "muisti"},
            "anchors": [],
        }
        for number in (1, 2)
    ]


def test_other_ways_to_show_results_are_left_out() -> None:
    assert sorted(path for path in index_files(ENTRIES) if path.endswith((".js", ".css"))) == [
        "pagefind-worker.js",
        "pagefind.js",
    ]


def test_the_same_records_make_the_same_files() -> None:
    many = [entry("fi", number) for number in range(200)] + ENTRIES

    assert index_files(many) == index_files(many)


@pytest.mark.parametrize(
    ("program", "said"),
    [(ENDS, "not for this machine"), (SAYS_NOTHING, "pagefind ended")],
)
def test_a_program_that_fails_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, said: str
) -> None:
    file = tmp_path / "pagefind"
    file.write_text(program, "utf-8")
    file.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(file))

    with pytest.raises(NoIndex, match=said):
        index_files(ENTRIES)


def test_a_program_that_is_not_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))

    with pytest.raises(NoIndex, match="nowhere"):
        index_files(ENTRIES)
