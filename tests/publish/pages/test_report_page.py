"""The report as a page of the preview: what the text says, as HTML."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from kohtaamo.publish.outputs import all_outputs

from .conftest import ROOT, THEME, Built, Files, edition_of

NEGLECTED = ROOT / "tests" / "sites" / "neglected" / "content"
THURSDAY = date(2027, 4, 15)
PAGE = "raportti/index.html"


def preview_of(content: Path) -> Built:
    edition = edition_of(content, today=THURSDAY)
    outputs = all_outputs(edition, THEME, content / "images", is_preview=True)
    return Built(edition, Files(outputs))


@pytest.fixture(scope="module")
def preview() -> Built:
    return preview_of(NEGLECTED)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(NEGLECTED, tmp_path / "content"))


def test_it_says_what_the_text_says(preview: Built) -> None:
    golden = ROOT / "tests" / "care" / "golden" / "fi.txt"
    text = " ".join(golden.read_text("utf-8").replace("`", "").split()).casefold()
    page = preview.page(PAGE)
    parts = page.xpath("//main//*[self::h1 or self::h2 or self::p or self::strong or self::code]")
    said = [" ".join(str(part.text_content()).split()) for part in parts]
    # Marks of lists and numbers are no text of a page.
    assert [part for part in said if part.casefold() not in text] == []
    assert len(said) > 60


def test_a_text_in_another_language_says_so(content: Path) -> None:
    organiser = content / "organisers" / "kylayhdistys.md"
    text = organiser.read_text("utf-8")
    organiser.write_text(
        text.replace("name: Kyläyhdistys", "name: Byaföreningen\nwritten_in: sv"), "utf-8"
    )
    page = preview_of(content).page(PAGE)
    (first,) = page.xpath("//main//ol/li[1]/strong")
    assert [str(each.text_content()) for each in first.xpath(".//*[@lang='sv']")] == [
        "Byaföreningen"
    ]


def test_who_speaks_a_language_of_their_own_reads_it_in_finnish(content: Path) -> None:
    network = content / "network.yml"
    text = network.read_text("utf-8").replace("languages: [fi, sv]", "languages: [se, fi]")
    network.write_text(text, "utf-8")
    page = preview_of(content).page(PAGE)
    assert page.get("lang") == "se"
    # The name of the network in it is in Sámi again.
    assert page.xpath("//h1//@lang") == ["fi", "se"]
    assert page.xpath("//div[@class='rich']/@lang") == ["fi"]


def test_what_somebody_wrote_is_text(content: Path) -> None:
    event = content / "events" / "neulepiiri.md"
    title = "`<b>x</b>` {{ 7 * 7 }}"
    event.write_text(event.read_text("utf-8").replace("Neulepiiri", f"'{title}'"), "utf-8")
    page = preview_of(content).page(PAGE)
    lines = [str(each.text_content()) for each in page.xpath("//main//li")]
    assert [each for each in lines if f"”{title}”: viimeinen kerta" in each]
    assert page.xpath("//main//b") == []
