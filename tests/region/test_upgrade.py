"""`kohtaamo upgrade`: another version of the program comes, and what is the network's own stays."""

from hashlib import sha256
from pathlib import Path

import pytest

from kohtaamo.commands.main import main
from kohtaamo.host.software import LIST
from tests.conftest import TODAY, files_below
from tests.region.conftest import ANSWERS, given

Printed = pytest.CaptureFixture[str]
UPGRADE = ("upgrade", "../verkosto", "--today", TODAY)


@pytest.fixture
def network(program: Path) -> Path:
    """A network made by the older version; then the program has become another."""
    folder = program.parent / "verkosto"
    assert main(["new-network", str(folder), "--yes", "--today", TODAY, *given(ANSWERS)]) == 0
    (program / "plugins" / "kohtaamo" / "vanha" / "osa.py").unlink()
    (program / "plugins" / "kohtaamo" / "uusi.py").write_text("2\n", "utf-8")
    (program / "theme" / "a.css").write_text("2\n", "utf-8")
    return folder


def test_files_come_change_and_go(network: Path, capsys: Printed) -> None:
    own = {path: data for path, data in files_below(network).items() if path.startswith("content/")}
    capsys.readouterr()
    assert main([*UPGRADE]) == 0
    said = capsys.readouterr().out
    assert " Tiedostoja vaihtui 2, poistui 1.\n" in said
    after = files_below(network)
    assert after["theme/a.css"] == b"2\n"
    assert after["plugins/kohtaamo/uusi.py"] == b"2\n"
    assert not (network / "plugins" / "kohtaamo" / "vanha").exists()
    assert own.items() <= after.items()
    assert main([*UPGRADE]) == 0
    assert "on jo ajan tasalla" in capsys.readouterr().out


def test_what_somebody_changed_is_named_and_kept(network: Path, capsys: Printed) -> None:
    (network / "theme" / "a.css").write_text("oma\n", "utf-8")
    before = files_below(network)
    capsys.readouterr()
    assert main([*UPGRADE]) == 1
    assert "  theme/a.css\n" in capsys.readouterr().err
    assert files_below(network) == before
    assert main([*UPGRADE, "--replace"]) == 0
    assert (network / "theme" / "a.css").read_text("utf-8") == "2\n"


def test_what_the_network_added_stays(network: Path) -> None:
    (network / "plugins" / "kohtaamo" / "vanha" / "oma.txt").write_text("oma", "utf-8")
    assert main([*UPGRADE]) == 0
    assert (network / "plugins" / "kohtaamo" / "vanha" / "oma.txt").is_file()


def test_faulty_content_is_told(network: Path, capsys: Printed) -> None:
    (network / "content" / "network.yml").write_text("id: vain-tunnus\n", "utf-8")
    assert main([*UPGRADE]) == 1
    assert "network.yml:1: name: tämä tieto puuttuu." in capsys.readouterr().out
    assert (network / "plugins" / "kohtaamo" / "uusi.py").is_file()


def test_only_a_folder_that_was_made_for_it(program: Path, capsys: Printed) -> None:
    (program.parent / "verkosto").mkdir()
    assert main([*UPGRADE]) == 2
    assert "ei ole tiedostoa software.sha256" in capsys.readouterr().err
    (program / LIST).write_text("# Kohtaamo 0.1.0\n", "utf-8")
    assert main(["upgrade", "."]) == 2
    assert "on sama kuin ohjelman kansio" in capsys.readouterr().err


def test_a_list_never_leads_out_of_the_folder(network: Path) -> None:
    (network.parent / "kallis.txt").write_text("oma", "utf-8")
    digest = "a" * 64
    text = (network / LIST).read_text("utf-8")
    (network / LIST).write_text(f"{text}{digest}  ../kallis.txt\n", "utf-8")
    main([*UPGRADE, "--replace"])
    assert (network.parent / "kallis.txt").is_file()


def test_an_older_program_is_not_put_over_a_newer_one(network: Path, capsys: Printed) -> None:
    written = (network / LIST).read_text("utf-8")
    (network / LIST).write_text(written.replace("# Kohtaamo 0.", "# Kohtaamo 99."), "utf-8")
    before = files_below(network)
    capsys.readouterr()
    assert main([*UPGRADE]) == 1
    assert capsys.readouterr().err.startswith("Kansiossa ../verkosto on uudempi versio (99.")
    assert files_below(network) == before
    assert main([*UPGRADE, "--replace"]) == 0


def test_a_list_takes_nothing_of_the_networks_own_away(network: Path) -> None:
    own = network / "content" / "network.yml"
    digest = sha256(own.read_bytes()).hexdigest()
    with (network / LIST).open("ab") as opened:
        opened.write(f"{digest}  content/network.yml\n".encode() + b"\xff\xfe\n")
    assert main([*UPGRADE]) == 0
    assert own.is_file()
