"""`kohtaamo words`: a words file to be filled in, and to be filled in further."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from kohtaamo.commands.main import main
from kohtaamo.content.load import load
from tests.conftest import ROOT

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    copy = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "sites" / "small" / "content", copy)
    network = copy / "network.yml"
    network.write_text(network.read_text("utf-8").replace("[fi]", "[fi, uk]"), "utf-8")
    return copy


def problems(content: Path) -> list[tuple[str, str]]:
    loaded = load(content, today=date(2026, 12, 1), reserved={})
    return [(each.path, each.code) for each in loaded.problems]


def test_it_writes_what_is_known_and_comments_what_is_not(content: Path, capsys: Printed) -> None:
    file = content / "languages" / "uk.yml"

    assert main(["words", "uk", str(content), "-o", str(file)]) == 0
    assert capsys.readouterr().out == (
        f"Sanat ovat tiedostossa {file}. Poista ristikkomerkki riviltä, jonka käännät.\n"
    )
    lines = file.read_text("utf-8").splitlines()
    assert lines[0] == "# uk: українська"
    assert '  name: "українська"' in lines
    assert '    "1": "вівторок"' in lines
    assert '#  menu: "Päävalikko"' in lines
    assert problems(content) == [("languages/uk.yml", "words-partial")]


def test_it_keeps_what_is_translated(content: Path, capsys: Printed) -> None:
    file = content / "languages" / "uk.yml"
    main(["words", "uk", str(content), "-o", str(file)])
    text = file.read_text("utf-8").replace("#site:", "site:")
    file.write_text(text.replace('#  menu: "Päävalikko"', '  menu: "Меню"'), "utf-8")
    assert problems(content) == [("languages/uk.yml", "words-partial")]
    capsys.readouterr()

    assert main(["words", "uk", str(content)]) == 0
    assert capsys.readouterr().out == file.read_text("utf-8")


def test_a_language_that_cldr_does_not_know_has_its_form_too(
    content: Path, capsys: Printed
) -> None:
    assert main(["words", "mns-Cyrl", str(content)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert '  html: "mns-Cyrl"' in lines
    assert '#  name: "suomi"' in lines


def test_what_is_no_language_or_no_words_file(content: Path, capsys: Printed) -> None:
    assert main(["words", "suomi", str(content)]) == 2
    assert capsys.readouterr().err == "suomi ei ole kielen tunnus. Arabia on ar, ukraina uk.\n"
    (content / "languages").mkdir()
    (content / "languages" / "uk.yml").write_text("site: [", "utf-8")
    assert main(["words", "uk", str(content)]) == 2
    assert "ei ole kunnossa: aja `kohtaamo check`." in capsys.readouterr().err
