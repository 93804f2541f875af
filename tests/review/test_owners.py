"""CODEOWNERS of each forge, from the network's own file."""

from datetime import date
from pathlib import Path

import pytest

from kohtaamo.addresses import reserved_slugs
from kohtaamo.commands.main import main
from kohtaamo.content.load import load
from kohtaamo.model.network import Network
from kohtaamo.review.owners import NoAccountError, owners_file

HEAD = "# Tehty komennolla inv codeowners: network.yml, repository.owners. Älä muuta käsin.\n"
OWNERS = """\
repository:
  forge: {forge}
  owners:
    - accounts: [verkosto/yllapito]
    - {{municipality: lehtijarvi, accounts: ["@verkosto/lehtijarvi", Kyla.Sihteeri]}}
"""


def _network(content: Path, owners: str) -> Network:
    with (content / "network.yml").open("a", encoding="utf-8") as file:
        file.write(owners)
    event = content / "events" / "torstain-kahvit.md"
    event.parent.joinpath("lehtijarvi").mkdir()
    event.rename(event.parent / "lehtijarvi" / event.name)
    loaded = load(content, today=date(2026, 12, 1), reserved=reserved_slugs())
    assert [each.field for each in loaded.problems if each.path == "network.yml"] == []
    return loaded.network


@pytest.mark.parametrize("forge", ["github", "gitlab"])
def test_the_last_rule_counts(small_content: Path, forge: str) -> None:
    network = _network(small_content, OWNERS.format(forge=forge))

    # Neither the closed group's file, nor what lies in the municipality's folder.
    whose = "@verkosto/lehtijarvi @Kyla.Sihteeri\n"
    assert owners_file(network, "content") == (
        f"{HEAD}* @verkosto/yllapito\n"
        f"/content/**/lehtijarvi/ {whose}"
        f"/content/events/joululaulut.md {whose}"
        f"/content/notices/kahvinkeittaja.md {whose}"
        f"/content/organisers/kylayhdistys.md {whose}"
        f"/content/places/asematalo.md {whose}"
    )


def test_forgejo_reads_expressions(small_content: Path) -> None:
    network = _network(small_content, OWNERS.format(forge="forgejo"))

    lines = owners_file(network, "content").splitlines()
    assert lines[1:4] == [
        ".* @verkosto/yllapito",
        "content/(.*/)?lehtijarvi/.* @verkosto/lehtijarvi @Kyla.Sihteeri",
        "content/events/joululaulut.md @verkosto/lehtijarvi @Kyla.Sihteeri",
    ]


def test_an_account_is_one_word(small_content: Path) -> None:
    network = _network(small_content, 'repository: {owners: [{accounts: ["a b\\n* @x"]}]}\n')
    with pytest.raises(NoAccountError):
        owners_file(network, "content")


def test_the_command_writes_compares_and_stays(
    small_content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small_content.parent)
    assert main(["owners"]) == 0
    assert "ei nimeä vastuutilejä" in capsys.readouterr().out
    _network(small_content, OWNERS.format(forge="github"))

    assert [main(["owners", *each]) for each in (["--check"], [], ["--check"])] == [1, 0, 0]
    assert Path(".github/CODEOWNERS").read_text("utf-8").startswith(HEAD)
