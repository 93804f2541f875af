"""The sample shows what its page in the handbooks promises."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import html
from PIL import Image, ImageChops

from kohtaamo.host.software import software_files
from tests.conftest import ROOT
from tests.often import often
from tests.sample.drawings import DRAWINGS

PAGE = "docs/sample.md"
CONTENT = ROOT / "content"
_ROW = re.compile(r"^\| (?P<what>[^|]+) \| `(?P<address>/[^`]*)` \| (?P<words>[^|]+) \|$", re.M)
_CLASSES = {
    *("public-health", "pensioners", "home-and-school", "culture", "sports"),
    *("mental-health", "youth", "political", "entrepreneurs"),
}
_KINDS = {
    *("volunteers", "premises-offered", "premises-wanted", "trainee"),
    *("grant", "training", "pop-up", "news"),
}


def _text(page: Path) -> str:
    """What a page says, with single spaces."""
    body = html.fromstring(page.read_bytes()).find("body")
    for each in body.xpath(".//script|.//style"):
        each.drop_tree()
    return " ".join(" ".join(body.itertext()).split())


def _originals(folder: str) -> Iterator[Path]:
    """The files of one kind without their translations."""
    for file in sorted((CONTENT / folder).rglob("*.md")):
        if "." not in file.stem:
            yield file


def _values(folder: str, key: str) -> Counter[str]:
    texts = (file.read_text("utf-8") for file in _originals(folder))
    return Counter(found for text in texts for found in re.findall(rf"^{key}: (.+)$", text, re.M))


def test_each_promise_is_kept_where_the_handbook_says(built: Callable[[str], Path]) -> None:
    output = built("sample")
    rows = [match.groupdict() for match in _ROW.finditer((ROOT / PAGE).read_text("utf-8"))]
    pages = {row["address"]: output / row["address"].lstrip("/") / "index.html" for row in rows}
    assert [address for address, page in pages.items() if not page.is_file()] == []
    texts = {address: _text(page) for address, page in pages.items()}
    assert [row for row in rows if row["words"] not in texts[row["address"]]] == []
    assert len(rows) > 90


def test_it_is_as_large_as_a_network() -> None:
    assert len(list(_originals("places"))) >= 6
    assert len(list(_originals("events"))) >= 45
    assert len(list(_originals("organisers"))) >= 25
    assert len(list(_originals("notices"))) >= 12
    assert set(_values("organisers", "class")) == _CLASSES
    assert set(_values("notices", "kind")) == _KINDS


def test_it_speaks_swedish_and_easy_finnish_where_it_says_so() -> None:
    folders = ("places", "events", "organisers", "notices")
    swedish = [each for name in folders for each in _originals(f"{name}/kauniainen")]
    easy = [each for name in folders for each in _originals(f"{name}/rautjarvi")]
    assert len(swedish) > 25
    assert len(easy) > 15
    assert [
        file.name
        for file in swedish
        if not file.with_suffix(".sv.md").exists() and "\nwritten_in: sv" not in file.read_text()
    ] == []
    assert [file.name for file in easy if not file.with_suffix(".selko.md").exists()] == []


def test_nobody_has_reviewed_its_northern_sami() -> None:
    files = sorted(CONTENT.rglob("*.se.md"))
    assert files
    assert [file.name for file in files if "\nreviewed: no\n" not in file.read_text("utf-8")] == []


def test_every_place_has_its_drawing_and_says_what_is_in_it() -> None:
    shown = re.compile(r'^images: \[\{file: ([a-z-]+\.png), alt: "Piirros: [^"]{20,}"\}\]$', re.M)
    files = [shown.findall(file.read_text("utf-8")) for file in _originals("places")]
    assert sorted(name for names in files for name in names) == sorted(DRAWINGS)


@pytest.mark.parametrize("name", list(DRAWINGS)[: often(1, len(DRAWINGS))])
def test_drawings_are_drawn_by_the_script(name: str) -> None:
    kept = Image.open(CONTENT / "images" / name)
    drawn = DRAWINGS[name]().picture().convert("RGB")
    assert kept.size == (1200, 800)
    # Pillow's versions may round an edge differently.
    apart = ImageChops.difference(kept.convert("RGB"), drawn).convert("L")
    assert sum(apart.histogram()[64:]) < 100
    assert (CONTENT / "images" / name).stat().st_size <= 40_000


def test_a_new_network_does_not_get_the_page() -> None:
    assert (ROOT / PAGE).is_file()
    assert PAGE not in software_files(ROOT)
