"""`kohtaamo review BASE` of what is taken down: what names it, what ends with it, what is left.

`golden/review/gone-*.md` hold the whole texts; `KOHTAAMO_GOLDEN=write` writes them anew.
"""

import os
import shutil
from pathlib import Path

import pytest

from kohtaamo.commands.main import main
from tests.conftest import SITES
from tests.repositories import Repository, new_repository

GOLDEN = Path(__file__).parent / "golden" / "review"
CHAIN = "content/events/sarjat/sataman-kahvit.md"
OPENING = "content/events/merilahti/avajaiset.md"
FESTIVAL = "content/events/merilahti/satamapaivat.md"
WIVES = "content/organisers/merilahden-martat"
HOUSE = "content/places/merilahti/simpukka"
NEWCOMERS = "content/pages/new-in-town.md"
GROUP = "content/events/merilahti/suruvaraus.md"
Printed = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def _landed(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    repository = new_repository(tmp_path_factory.mktemp("landed") / "site")
    shutil.copytree(SITES / "everything" / "content", repository.content)
    repository.write(
        GROUP,
        "---\naccess: closed\nplace: simpukka\nroom: tullisali\n"
        "start: 2026-12-20 17:00\nend: 2026-12-20 19:00\n---\n",
    )
    page = (repository.folder / NEWCOMERS).read_text("utf-8")
    links = "[The house](/paikat/simpukka/), [harbour days](/en/events/satamapaivat/)\n"
    repository.write(NEWCOMERS, f"{page}\n{links}")
    repository.commit("2026-09-01T10:00:00Z")
    return repository


@pytest.fixture
def repository(_landed: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The network in which every kind of file names others, as it landed; the working folder."""
    _landed.git("checkout", "--quiet", "--", ".")
    monkeypatch.chdir(_landed.folder)
    return _landed


def _review(printed: Printed, *options: str) -> tuple[int, str]:
    code = main(["review", "HEAD", "--today", "2026-12-01", *options])
    return code, printed.readouterr().out


def _is_golden(name: str, said: str) -> bool:
    file = GOLDEN / f"gone-{name}.md"
    if os.environ.get("KOHTAAMO_GOLDEN") == "write":
        file.write_text(said, "utf-8")
    assert said == file.read_text("utf-8")
    return True


def test_an_organiser_that_some_still_name(repository: Repository, capsys: Printed) -> None:
    repository.delete(f"{WIVES}.md")
    repository.delete(f"{WIVES}.sv.md")
    repository.replace(OPENING, "[merilahden-martat, havsvikens", "[havsvikens")

    code, said = _review(capsys)
    assert code == 1
    assert _is_golden("organiser", said)


def test_a_place_where_a_closed_group_meets(repository: Repository, capsys: Printed) -> None:
    repository.delete(f"{HOUSE}.md")
    repository.delete(CHAIN)

    code, said = _review(capsys)
    assert code == 1
    assert _is_golden("place", said)
    assert "suru" not in said


def test_a_place_whose_work_another_carries_on(repository: Repository, capsys: Printed) -> None:
    house = "content/places/kaamoskyla/kaamostupa.md"
    repository.replace(house, "municipality:", "formerly: [simpukka]\nmunicipality:")
    repository.replace(house, "name: Kaamostupa", "name: '@kunta <b>[Tupa](y)'")
    for each in (".md", ".sv.md", ".en.md"):
        repository.delete(f"{HOUSE}{each}")

    _, said = _review(capsys, "--lang", "en")
    assert "  - Its links and subscriptions lead here from now on: &#64;" in said
    assert "A text still links" not in said
    assert not [raw for raw in ("@kunta", "<b", "](") if raw in said]
    assert "The page ends" not in said
    assert "subscribers would lose" not in said


def test_an_event_that_others_are_part_of(repository: Repository, capsys: Printed) -> None:
    repository.delete(FESTIVAL)
    repository.replace(OPENING, "part_of: satamapaivat\n", "")

    code, said = _review(capsys, "--lang", "en")
    assert code == 1
    assert _is_golden("event", said)


def test_pages_and_terms_too(repository: Repository, capsys: Printed) -> None:
    repository.delete("content/pages/varmote-2026.md")
    terms = repository.folder / "content" / "vocabularies" / "municipalities.yml"
    towns = terms.read_text("utf-8").split("- id: ")
    kept = [each for each in towns if not each.startswith("kaamoskyla")]
    terms.write_text("- id: ".join(kept), "utf-8")

    code, said = _review(capsys, "--lang", "sv")
    assert code == 1
    assert _is_golden("page-and-term", said)
