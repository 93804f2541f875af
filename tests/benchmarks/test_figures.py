"""What the benchmark makes of its runs: medians, ratios round by round, tables, verdicts."""

import sys
from datetime import date
from pathlib import Path

import pytest

from benchmarks.measure.bars import FULL, PEER, verdicts
from benchmarks.measure.builders import Builder
from benchmarks.measure.figures import Figures, growth, ratio
from benchmarks.measure.run import Failed, Sample, peak, timed
from benchmarks.measure.scenarios import race
from benchmarks.measure.table import page, rows


def figures(*walls: float, **weight: int) -> Figures:
    return Figures(samples=[Sample(wall=wall, cpu=2 * wall) for wall in walls], **weight)


def test_a_median_is_not_moved_by_one_slow_run() -> None:
    found = figures(1.0, 9.0, 2.0)
    assert (found.wall, found.cpu) == (2.0, 4.0)


def test_a_ratio_compares_within_each_round() -> None:
    # In the second round the machine was three times slower for both.
    assert ratio(figures(1.0, 3.0, 1.0), figures(2.0, 6.0, 2.0)) == 0.5


def test_a_ratio_of_unequal_rounds_is_refused() -> None:
    with pytest.raises(ValueError, match="longer"):
        ratio(figures(1.0), figures(1.0, 2.0))


def test_growth_is_the_larger_over_the_smaller() -> None:
    assert growth(figures(2.0), figures(9.0)) == 4.5


def test_the_table_has_a_row_for_each_builder() -> None:
    results = {
        ("L", "Hugo", "clean"): figures(5.0, memory=10**9, files=10930, size=133 * 10**6),
        ("L", PEER, "clean"): figures(2.5, memory=3 * 10**8, files=10931, size=135 * 10**6),
        ("L", PEER, "next day"): figures(0.8),
    }
    assert list(rows(results))[2:] == [
        "| L | clean | Hugo | 5.00 | 1.00 | 10.00 | 1 000 | 10 930 | 133 |",
        "| L | clean | Kohtaamo, peer | 2.50 | 0.50 | 5.00 | 300 | 10 931 | 135 |",
        "| L | next day | Kohtaamo, peer | 0.80 |  | 1.60 |  |  |  |",
    ]


def test_a_bar_holds_or_says_by_how_much_it_does_not() -> None:
    results = {
        ("L", "Hugo", "clean"): figures(5.0, memory=1),
        ("L", PEER, "clean"): figures(3.0, memory=1),
        ("L", FULL, "clean"): figures(10.0, memory=6 * 10**8),
    }
    assert list(verdicts(results))[2:] == [
        "| L, peer, clean | 0.6 × Hugo | 0.600 | holds |",
        "| L, full, clean | 1 × Hugo | 2.00 | **over by 2.0 ×** |",
        "| L, full, memory | 400 MB | 600 | **over by 1.5 ×** |",
    ]


def test_figures_take_their_place_between_the_marks() -> None:
    before = "# A\n<!-- figures: begin -->\nold\n<!-- figures: end -->\nb\n"
    after = "# A\n<!-- figures: begin -->\nnew\n<!-- figures: end -->\nb\n"
    assert page(before, ["new"]) == after
    with pytest.raises(ValueError, match="missing"):
        page("# A\n", ["new"])


def builder(folder: Path, name: str, script: str) -> Builder:
    home = folder / name
    home.mkdir()
    (home / "content.md").write_text("Teksti.\n", "utf-8")
    return Builder(
        name=name,
        folder=home,
        keeps=frozenset({"content.md"}),
        event=Path("content.md"),
        command=lambda _: [sys.executable, "-c", script],
    )


def test_a_clean_build_keeps_the_content_alone(tmp_path: Path) -> None:
    one = builder(tmp_path, "one", "")
    (one.output / "deep").mkdir(parents=True)
    (one.folder / "memory.json").write_text("{}", "utf-8")
    one.forget()
    assert [entry.name for entry in one.folder.iterdir()] == ["content.md"]


def test_builders_run_in_turn_and_one_that_fails_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    turns: list[str] = []
    racing = [builder(tmp_path, "one", ""), builder(tmp_path, "two", "raise SystemExit('no')")]

    def scenario(each: Builder, turn: int) -> Sample:
        turns.append(f"{each.name}{turn}")
        return timed(each.command(date(2026, 12, 1)), each.folder)

    assert [(each.name, len(samples)) for each, samples in race(racing, scenario, 3)] == [
        ("one", 3)
    ]
    assert turns == ["one0", "two0", "one1", "one2"]
    assert capsys.readouterr().err.endswith("ended with 1: no\n")


def test_memory_counts_the_children_too(tmp_path: Path) -> None:
    hold = "b = bytearray(60_000_000); [None for _ in range(6_000_000)]"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}])"
    found = peak([sys.executable, "-c", child], tmp_path)
    assert 60_000_000 < found < 180_000_000
    with pytest.raises(Failed):
        peak([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)
