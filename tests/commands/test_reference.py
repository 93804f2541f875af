"""`kohtaamo reference`: the contributors' guides are written from their sources, or compared."""

from pathlib import Path

import pytest

from kohtaamo.commands.main import main
from tests.conftest import ROOT

Printed = pytest.CaptureFixture[str]
NAMES = ("kentat.md", "viestit.md", "viestit.sv.md", "viestit.en.md")


def test_it_writes_the_guides_into_a_new_folder(tmp_path: Path, capsys: Printed) -> None:
    docs = tmp_path / "docs"

    assert main(["reference", "-o", str(docs / "kentat.md")]) == 0
    written = ", ".join(str(docs / name) for name in NAMES)
    assert capsys.readouterr().out == f"Ohjeet on kirjoitettu: {written}.\n"
    assert {file.name: file.read_bytes() for file in docs.iterdir()} == {
        name: (ROOT / "docs" / name).read_bytes() for name in NAMES
    }


@pytest.mark.parametrize("name", NAMES)
def test_it_compares_and_writes_nothing(tmp_path: Path, capsys: Printed, name: str) -> None:
    page, changed = tmp_path / "kentat.md", tmp_path / name

    main(["reference", "-o", str(page)])
    assert main(["reference", "-o", str(page), "--check"]) == 0
    changed.write_text(changed.read_text("utf-8") + "Lisää.\n", "utf-8")
    bytes_before = changed.read_bytes()
    capsys.readouterr()

    assert main(["reference", "-o", str(page), "--check"]) == 1
    assert capsys.readouterr() == ("", f"{changed} ei ole ajan tasalla: aja `inv reference`.\n")
    assert changed.read_bytes() == bytes_before


def test_a_page_that_is_not_there_is_not_up_to_date(tmp_path: Path) -> None:
    page = tmp_path / "kentat.md"

    assert main(["reference", "-o", str(page), "--check"]) == 1
    assert not page.exists()
