"""`kohtaamo check --since COMMIT`: what subscribers would lose, said beside all other problems."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kohtaamo.commands.main import main
from tests.conftest import ROOT, SITES
from tests.repositories import Repository, new_repository

DAY = ("--today", "2026-12-01")
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A working folder in a repository whose content/ has lost an event since its first commit."""
    repository = new_repository(tmp_path / "network")
    shutil.copytree(SITES / "small" / "content", repository.content)
    repository.commit("2026-09-01T10:00:00Z")
    repository.git("tag", "julkaistu")
    repository.delete("content/events/joululaulut.md")
    repository.commit("2026-10-01T10:00:00Z")
    monkeypatch.chdir(repository.folder)
    return repository


SAID = {
    "fi": (
        "Nämä eivät ole virheitä, mutta katso ne läpi:\n"
        "content/events/joululaulut.md:1: huomio: tapahtuma ”Joululaulut asemalla” katoaa tilaajien"
        " kalentereista sanaakaan sanomatta. Jos se on peruttu, palauta tiedosto ja lisää siihen"
        " status: cancelled ja reason. [event-vanishes]\n"
        "Tarkistin kansion content (8 tiedostoa): ei virheitä, 1 huomio.\n"
    ),
    "sv": (
        "De här är inga fel, men gå igenom dem:\n"
        "content/events/joululaulut.md:1: observera: evenemanget ”Joululaulut asemalla” försvinner"
        " ur prenumeranternas kalendrar utan ett ord. Om det är inställt, ta tillbaka filen och"
        " lägg till status: cancelled och reason. [event-vanishes]\n"
        "Jag granskade mappen content (8 filer): inga fel, 1 anmärkning.\n"
    ),
    "en": (
        "These are not errors, but please look at them:\n"
        "content/events/joululaulut.md:1: warning: the event “Joululaulut asemalla” vanishes from"
        " subscribers' calendars without a word. If it is cancelled, restore the file and add"
        " status: cancelled and reason. [event-vanishes]\n"
        "Checked the folder content (8 files): no errors, 1 warning.\n"
    ),
}


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize("language", SAID)
def test_a_deleted_event_is_a_warning(capsys: Printed, language: str) -> None:
    assert main(["check", *DAY, "--since", "julkaistu", "--lang", language]) == 0
    assert capsys.readouterr() == (SAID[language], "")


def test_cancelled_instead_there_is_nothing_to_say(at_home: Repository, capsys: Printed) -> None:
    at_home.git("checkout", "--quiet", "julkaistu", "--", "content")
    at_home.replace(
        "content/events/joululaulut.md", "place:", "status: cancelled\nreason: Sairaus\nplace:"
    )

    assert main(["check", *DAY, "--since", "julkaistu"]) == 0
    assert capsys.readouterr().out == (
        "Tarkistin kansion content (9 tiedostoa): ei virheitä, ei huomioita.\n"
    )


@pytest.mark.usefixtures("at_home")
def test_without_since_nothing_is_compared(capsys: Printed) -> None:
    assert main(["check", *DAY]) == 0
    assert "ei huomioita" in capsys.readouterr().out


def test_beside_other_problems_in_every_format(at_home: Repository, capsys: Printed) -> None:
    at_home.replace("content/events/torstain-kahvit.md", "drop_in: yes", "drop_in: joskus")
    asked = ["check", *DAY, "--since", "julkaistu", "--lang", "en", "--format"]

    assert main([*asked, "github"]) == 1
    github = capsys.readouterr().out.splitlines()
    assert main([*asked, "json"]) == 1
    found = json.loads(capsys.readouterr().out)

    assert [line.rpartition("::")[0] for line in github] == [
        "::warning file=content/events/joululaulut.md,line=1,title=event-vanishes",
        "::error file=content/events/torstain-kahvit.md,line=11,title=not-yes-or-no",
    ]
    assert [(each["path"], each["code"], each["severity"]) for each in found] == [
        ("content/events/joululaulut.md", "event-vanishes", "warning"),
        ("content/events/torstain-kahvit.md", "not-yes-or-no", "error"),
    ]


@pytest.mark.usefixtures("at_home")
def test_an_unknown_commit_is_an_error_of_the_whole_folder(capsys: Printed) -> None:
    assert main(["check", *DAY, "--since", "eilinen"]) == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        "content:1: versiota ”eilinen” ei löydy. Kirjoita haaran nimi tai commitin tunnus,"
        " esimerkiksi origin/main. Hae ensin uusimmat tiedot (git fetch). [since-unknown]"
    )


def test_the_help_says_what_it_is_for(capsys: Printed) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])

    assert "mitä tilaajilta katoaisi" in " ".join(capsys.readouterr().out.split())


def test_inv_hands_the_commit_on(at_home: Repository) -> None:
    """The task works in the project's own folder, whose history the tests do not rely on."""
    done = subprocess.run(
        [sys.executable, "-m", "invoke", "check", "--since", "ei-ole", "--today", "2026-12-01"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "content:1: " in done.stdout
