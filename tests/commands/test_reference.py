"""`kohtaamo reference`: the contributors' page is written from the schema, or compared with it."""

from pathlib import Path

import pytest

from kohtaamo.commands.main import main
from tests.conftest import ROOT

Printed = pytest.CaptureFixture[str]


def test_it_writes_the_page_into_a_new_folder(tmp_path: Path, capsys: Printed) -> None:
    page = tmp_path / "docs" / "kentat.md"

    assert main(["reference", "-o", str(page)]) == 0
    assert capsys.readouterr().out == f"Kenttien ohje on kirjoitettu tiedostoon {page}.\n"
    assert page.read_bytes() == (ROOT / "docs" / "kentat.md").read_bytes()


def test_it_compares_and_writes_nothing(tmp_path: Path, capsys: Printed) -> None:
    page = tmp_path / "kentat.md"

    main(["reference", "-o", str(page)])
    assert main(["reference", "-o", str(page), "--check"]) == 0
    page.write_text(page.read_text("utf-8").replace("Verkosto", "Liitto", 1), "utf-8")
    changed = page.read_bytes()
    capsys.readouterr()

    assert main(["reference", "-o", str(page), "--check"]) == 1
    assert capsys.readouterr() == ("", f"{page} ei ole ajan tasalla: aja `inv reference`.\n")
    assert page.read_bytes() == changed


def test_a_page_that_is_not_there_is_not_up_to_date(tmp_path: Path) -> None:
    page = tmp_path / "kentat.md"

    assert main(["reference", "-o", str(page), "--check"]) == 1
    assert not page.exists()
