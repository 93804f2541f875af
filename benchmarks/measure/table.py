"""The results as Markdown, and their place in the documentation."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.measure.figures import Figures, ratio

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
BASE = "Hugo"

# By size, builder and scenario.
Results = Mapping[tuple[str, str, str], Figures]


def rows(results: Results) -> Iterator[str]:
    """One row for every builder in every scenario, Hugo's time being 1."""
    yield "| size | what | builder | s | × Hugo | processor s | memory, MB | files | MB |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for (size, builder, scenario), figures in results.items():
        base = results.get((size, BASE, scenario))
        against = f"{ratio(figures, base):.2f}" if base else ""
        cells = [size, scenario, builder, _seconds(figures.wall), against]
        cells += [_seconds(figures.cpu) if figures.cpu else ""]
        if figures.files:
            cells += [_megabytes(figures.memory), _number(figures.files), _megabytes(figures.size)]
        else:
            cells += [""] * 3
        yield "| " + " | ".join(cells) + " |"


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f}"


def _megabytes(number: int) -> str:
    return _number(round(number / 1e6))


def _number(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def page(text: str, lines: Sequence[str]) -> str:
    """A page whose part between the marks is these lines; raises ValueError without the marks."""
    before, begin, rest = text.partition(f"{BEGIN}\n")
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{BEGIN} and {END} are missing")
    return f"{before}{begin}" + "".join(f"{line}\n" for line in lines) + f"{end}{after}"


def put(file: Path, lines: Sequence[str]) -> None:
    """Write the lines into the page."""
    file.write_text(page(file.read_text("utf-8"), lines), "utf-8")
