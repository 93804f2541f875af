"""Files that contributors could have written, of every kind: what is made worse."""

from pathlib import Path
from typing import NamedTuple

from kohtaamo.content.source.files import SourceFile, find_files

SITES = Path(__file__).resolve().parents[2] / "sites"


class Seed(NamedTuple):
    """One file of a content folder: what `build_file` asks for, and its bytes."""

    path: str
    kind: str
    slug: str
    language: str | None
    data: bytes


def seeds(*sites: str) -> tuple[Seed, ...]:
    """The texts of some of the tests' own sites, in the order of their paths."""
    return tuple(
        _seed(file)
        for site in sites
        for file in find_files(SITES / site / "content")[0]
        if file.kind != "image"
    )


def _seed(file: SourceFile) -> Seed:
    return Seed(file.path, file.kind, file.slug, file.language, Path(file.file).read_bytes())
