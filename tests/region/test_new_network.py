"""`kohtaamo new-network`: from what somebody answers to what stands in the folder.

A talk is `sessions/<language>.in`, what was typed, and `<language>.out`, what was said; after a
change that is meant, `KOHTAAMO_GOLDEN=write` writes the latter anew.
"""

import ast
import io
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from kohtaamo.addresses import reserved_slugs
from kohtaamo.commands.main import main
from kohtaamo.content.load import load
from kohtaamo.host.job import WrongSetting, site_address
from kohtaamo.host.order import Job
from kohtaamo.host.publishing import refusals
from kohtaamo.host.software import LIST
from tests.conftest import TODAY, files_below
from tests.region.conftest import ANSWERS, given

SESSIONS = Path(__file__).parent / "sessions"
DAY = ("--today", TODAY)
Printed = pytest.CaptureFixture[str]

NETWORK = """\
id: saaripitaja-github-io-portaali
name: Saaripitäjien avoimet ovet
area: Saaripitäjä ja Pietarsaari
languages: [fi, sv, selko]
coordinator:
  role: Pesävahti
  organisation: Saaripitäjän kunta
  email: ovi@saaripitaja.example
  phone: 010 555 0101
contact: {email: ovi@saaripitaja.example}
licence: CC BY 4.0
repository:
  url: https://github.com/saaripitaja/portaali
  forge: github
  branch: main
  public: yes
links:
  map: https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}
  address_map: https://www.openstreetmap.org/search?query={address}
  journey: https://opas.matka.fi/reitti/-/{address}::{lat},{lon}
accessibility_statement:
  # Arvioikaa sivusto ja täyttäkää nämä. Sitä ennen ei voi julkaista: docs/uusi-verkosto.md
  # status: partial
  # failing: [Mikä ei vielä ole saavutettavaa ja miksi.]
  # assessed: 2026-12-01
  # by: Kuka arvioi ja miten
  feedback: ovi@saaripitaja.example
  unit: Saaripitäjän kunta
"""
TOWNS = """\
- id: saaripitaja
  label: {fi: Saaripitäjä, sv: Saaripitäjä}
  in: {fi: Saaripitäjässä, sv: i Saaripitäjä}
- id: pietarsaari
  label: {fi: Pietarsaari, sv: Jakobstad}
  in: {fi: Pietarsaaressa, sv: i Jakobstad}
"""
ORGANISER = """\
---
name: Saaripitäjän kunta
class: culture
sector: municipality
municipalities: [saaripitaja, pietarsaari]
contact: {role: Pesävahti, phone: 010 555 0101, email: ovi@saaripitaja.example}
checked: 2026-12-01
---
"""
CONTENT = [
    "network.yml",
    "organisers/saaripitajan-kunta.md",
    "pages/mukaan.md",
    "pages/mukaan.sv.md",
    "pages/tietoa.md",
    "pages/tietoa.selko.md",
    "pages/tietoa.sv.md",
    "pages/tietosuoja.md",
    "pages/tietosuoja.sv.md",
    "vocabularies/municipalities.yml",
]


def test_the_content_is_what_was_answered(made: Path) -> None:
    content = made / "content"
    assert sorted(files_below(content)) == CONTENT
    assert (content / "network.yml").read_text("utf-8") == NETWORK
    assert (content / "vocabularies" / "municipalities.yml").read_text("utf-8") == TOWNS
    assert (content / "organisers" / "saaripitajan-kunta.md").read_text("utf-8") == ORGANISER


def test_pages_link_to_the_form_of_their_language(made: Path) -> None:
    pages = made / "content" / "pages"
    assert "[lomake](/ilmoita/)" in (pages / "mukaan.md").read_text("utf-8")
    assert "[formuläret](/sv/beratta/)" in (pages / "mukaan.sv.md").read_text("utf-8")


def test_the_settings_name_it_and_its_address(made: Path) -> None:
    name = 'SITENAME = "Saaripitäjien avoimet ovet"\n'
    address = 'SITEURL = "https://saaripitaja.github.io/portaali"\n'
    pelicanconf = (made / "pelicanconf.py").read_text("utf-8")
    assert name in pelicanconf
    assert 'SITEURL = "http://127.0.0.1:8000"\n' in pelicanconf
    assert address in (made / "publishconf.py").read_text("utf-8")


def test_an_address_that_nobody_knows_yet_stops_publishing(program: Path) -> None:
    answers = given({**ANSWERS, "repository": ""})
    assert main(["new-network", "../verkosto", "--yes", *DAY, *answers]) == 0
    text = (program.parent / "verkosto" / "publishconf.py").read_text("utf-8")
    assert 'SITEURL = ""\n' in text
    with pytest.raises(WrongSetting):
        site_address("")


def test_it_is_in_order_but_for_what_a_person_decides(made: Path) -> None:
    """Nothing is an error, and what only warns is what publishing refuses."""
    content = made / "content"
    day = date.fromisoformat(TODAY)
    loaded = load(content, today=day, reserved=reserved_slugs())
    asked = [("pages/mukaan", 13), ("pages/tietoa", 11)]
    asked += [("pages/tietosuoja", 11), ("pages/tietosuoja", 35)]
    marks = sorted((f"{path}{tag}", line) for path, line in asked for tag in (".md", ".sv.md"))
    warned = [(each.path, each.line, each.code) for each in loaded.problems]
    assert warned == [
        ("network.yml", 27, "statement-incomplete"),
        *((path, line, "not-decided") for path, line in marks),
    ]
    job = Job(content=content, theme=Path(), site_url="https://ovet.fi", today=day, publish=True)
    refused = {(each.path, each.line, each.code) for each in refusals(job, loaded.network)}
    assert refused >= {
        ("network.yml", 27, "statement-incomplete-published"),
        *((path, line, "not-decided-published") for path, line in marks),
    }


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_talk(
    program: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed, language: str
) -> None:
    typed = (SESSIONS / f"{language}.in").read_text("utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    code = main(["new-network", "../verkosto", "--lang", language, *DAY])
    said = capsys.readouterr().out
    golden = SESSIONS / f"{language}.out"
    if os.environ.get("KOHTAAMO_GOLDEN") == "write":
        golden.write_text(said, "utf-8", newline="\n")
    assert said == golden.read_text("utf-8")
    assert code == 0
    assert (program.parent / "verkosto" / LIST).is_file()


def test_the_first_place_and_event_are_asked_for_at_once(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = (SESSIONS / "first-day.in").read_text("utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert main(["new-network", "../verkosto", *DAY]) == 0
    content = program.parent / "verkosto" / "content"
    place, event = (
        (content / path).read_text("utf-8")
        for path in ("places/saaripitaja/kylatalo.md", "events/saaripitaja/viikkokahvit.md")
    )
    assert "\nmunicipality: saaripitaja\n" in place
    assert "\norganisers: [saaripitajan-kunta]\n" in event
    assert main(["check", str(content), *DAY]) == 0


def test_signs_in_a_name_stay_signs(program: Path) -> None:
    """A name is text in YAML, in Python and in Markdown, whatever it is made of."""
    name = """"Ovi" {auki} \\ #1: *[x](y)*"""
    answers = given({**ANSWERS, "languages": "fi", "name": name, "organisation": name})
    assert main(["new-network", "../verkosto", "--yes", *DAY, *answers]) == 0
    folder = program.parent / "verkosto"
    line = next(
        line
        for line in (folder / "pelicanconf.py").read_text("utf-8").splitlines()
        if line.startswith("SITENAME")
    )
    assert ast.literal_eval(line.removeprefix("SITENAME = ")) == name
    day = date.fromisoformat(TODAY)
    network = load(folder / "content", today=day, reserved=reserved_slugs()).network
    assert network.identity.name == name
    assert [each.name for each in network.organisers.values()] == [name]
    assert r"\*\[x\](y)\*" in (folder / "content" / "pages" / "tietoa.md").read_text("utf-8")


def test_nothing_is_saved_when_somebody_stops(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Saaripitäjien avoimet ovet\n"))
    assert main(["new-network", "../verkosto", *DAY]) == 1
    assert list(program.parent.iterdir()) == [program]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"id": "kohtaamo-malli"}, "id: Tunnus kohtaamo-malli kuuluu mallisisällölle."),
        ({"id": "Avoimet Ovet"}, "id: Tunnukseen käyvät pienet kirjaimet"),
        ({"email": "ovi"}, "email: ”ovi” ei ole sähköpostiosoite."),
        ({"site": "ovet"}, "site: Tämä ei ole verkko-osoite."),
        ({"languages": "selko, fi"}, "languages: Ensimmäisen kielen pitää olla fi, sv tai en."),
        ({"towns": "Kemi, Kemi"}, "towns: Kemi on jo luettelossa."),
        ({"sector": "kerho"}, "sector: Tällaista ei ole: ”kerho”"),
        ({"nimi": "Ovet"}, "Tällaista vastausta ei ole: nimi. Vastata voi näihin: name, area,"),
        ({"name": "", "email": ""}, "Vastaus puuttuu: name, email. Anna se näin: --set name=…"),
    ],
)
def test_an_answer_that_will_not_do_is_refused(
    program: Path, capsys: Printed, changed: dict[str, str], said: str
) -> None:
    answers = given({**ANSWERS, **changed})
    assert main(["new-network", "../verkosto", "--yes", *DAY, *answers]) == 2
    assert capsys.readouterr().err.startswith(said)
    assert not (program.parent / "verkosto").exists()


def test_a_folder_with_a_history_is_taken_and_one_with_files_is_not(
    program: Path, capsys: Printed
) -> None:
    folder = program.parent / "verkosto"
    (folder / ".git").mkdir(parents=True)
    (folder / "muistio.txt").write_text("oma", "utf-8")
    arguments = ["new-network", "../verkosto", "--yes", *DAY, *given(ANSWERS)]
    assert main(arguments) == 2
    assert "on jo tiedostoja: muistio.txt." in capsys.readouterr().err
    (folder / "muistio.txt").unlink()
    assert main(arguments) == 0
    assert (folder / ".git").is_dir()
    assert (folder / "content" / "network.yml").is_file()


@pytest.mark.parametrize("folder", [".", "verkosto", "plugins/verkosto"])
def test_never_into_the_programs_own_folder(program: Path, capsys: Printed, folder: str) -> None:
    before = files_below(program)
    assert main(["new-network", folder, "--yes", *DAY, *given(ANSWERS)]) == 2
    assert "on ohjelman omassa kansiossa" in capsys.readouterr().err
    assert files_below(program) == before


@pytest.mark.usefixtures("program")
def test_a_name_that_no_system_holds_is_told(capsys: Printed) -> None:
    assert main(["new-network", "../" + "a" * 300, "--yes", "--today", TODAY]) == 2
    assert capsys.readouterr().err.endswith(
        "File name too long: '" + str(Path("..").resolve() / ("a" * 300)) + "'\n"
    )
