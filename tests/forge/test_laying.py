"""Of a contribution only content that strangers may touch is laid over the branch it is for."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from kohtaamo.host.forge import changes, laying
from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.laying import BASE, CONTRIBUTION, lay
from kohtaamo.host.reviewing import contribution_since
from kohtaamo.review.outside import outside_files
from tests.conftest import SITES
from tests.repositories import Repository, new_repository

COFFEE = "content/events/torstain-kahvit.md"
NOTICE = "content/notices/kahvinkeittaja.md"


@pytest.fixture
def branch(tmp_path: Path) -> Repository:
    """The small network and its tool, and a branch `ehdotus` that begins there."""
    branch = new_repository(tmp_path / "branch")
    shutil.copytree(SITES / "small" / "content", branch.content)
    branch.write("tasks.py", "ours\n")
    branch.commit("2026-09-01T10:00:00Z")
    branch.git("switch", "--quiet", "--create", "ehdotus")
    return branch


def _contribute(branch: Repository) -> None:
    branch.commit("2026-11-01T10:00:00Z")
    branch.git("switch", "--quiet", "main")


def test_content_comes_and_nothing_else(branch: Repository) -> None:
    branch.replace(COFFEE, "drop_in: yes", "drop_in: no")
    branch.delete(NOTICE)
    branch.write("content/events/lehtijarvi/uusi.md", "---\ntitle: Uusi\n---\n")
    (branch.folder / "content/events/lehtijarvi/uusi.md").chmod(0o755)
    for path in ("tasks.py", "Makefile", "plugins/kohtaamo/x.py", "theme/x.html", ".gitmodules"):
        branch.write(path, "theirs\n")
    branch.write(".github/workflows/review.yml", "theirs\n")
    branch.write("content/network.yml", "id: theirs\n")
    branch.write("content/pages/tietoa.md", "theirs\n")
    branch.write("content/languages/ar.yml", "theirs\n")
    branch.write("content/events/.gitattributes", "* text eol=crlf\n")
    branch.write("content/events.md", "beside a folder\n")
    branch.write("content/events/suuri.md", "a" * 70_000)
    (branch.content / "events" / "linkki.md").symlink_to("/etc/passwd")
    commit = branch.git("rev-parse", "HEAD")
    branch.git("add", "--all")
    branch.git("update-index", "--add", "--cacheinfo", f"160000,{commit},content/places/toinen")
    branch.git("commit", "--quiet", "--message", "Mukana kaikkea")
    branch.git("switch", "--quiet", "--force", "main")
    branch.git("clean", "--quiet", "--force", "-d")

    laid = lay(branch.content, "ehdotus")

    assert sorted(laid.taken) == sorted(["content/events/lehtijarvi/uusi.md", NOTICE, COFFEE])
    assert branch.git("diff", "--name-only", "main", "HEAD").splitlines() == sorted(laid.taken)
    assert branch.git("status", "--porcelain") == ""
    assert branch.git("ls-tree", "HEAD", "content/events/lehtijarvi/").startswith("100644 ")
    assert (branch.folder / "tasks.py").read_text("utf-8") == "ours\n"
    told = contribution_since(branch.content, BASE, date(2026, 12, 1), CONTRIBUTION)
    assert {path: what for path, what, _ in outside_files(told)} == {
        ".github/workflows/review.yml": "automation",
        ".gitmodules": "other",
        "Makefile": "code",
        "content/events.md": "other",
        "content/events/.gitattributes": "unusual",
        "content/events/linkki.md": "unusual",
        "content/events/suuri.md": "unusual",
        "content/languages/ar.yml": "languages",
        "content/network.yml": "network",
        "content/pages/tietoa.md": "pages",
        "content/places/toinen": "repository",
        "plugins/kohtaamo/x.py": "code",
        "tasks.py": "code",
        "theme/x.html": "theme",
    }
    assert sorted(laid.left_out) == sorted(path for path, _, _ in outside_files(told))


def test_of_the_maintainers_own_all_content_comes(branch: Repository) -> None:
    branch.write("content/vocabularies/topics.yml", "- {id: x, label: {fi: X}}\n")
    branch.replace("content/network.yml", "area: Lehtijärvi", "area: Lehtijärven kunta")
    branch.write("tasks.py", "theirs\n")
    _contribute(branch)

    laid = lay(branch.content, "ehdotus", is_ours=True)

    assert laid.taken == ["content/network.yml", "content/vocabularies/topics.yml"]
    assert laid.left_out == ["tasks.py"]
    told = contribution_since(branch.content, BASE, date(2026, 12, 1), CONTRIBUTION)
    assert sorted(path for path, _, _ in outside_files(told)) == [*laid.taken, "tasks.py"]


def test_what_landed_meanwhile_stays(branch: Repository) -> None:
    branch.replace(COFFEE, "drop_in: yes", "drop_in: no")
    _contribute(branch)
    branch.write("content/notices/uusi.md", "ours\n")
    branch.replace(COFFEE, "title: Torstain kahvit", "title: Torstaikahvit")
    branch.commit("2026-11-02T10:00:00Z")

    lay(branch.content, "ehdotus")

    text = (branch.folder / COFFEE).read_text("utf-8")
    assert "title: Torstaikahvit\n" in text
    assert "drop_in: no\n" in text
    assert (branch.content / "notices" / "uusi.md").is_file()


def test_a_closed_group_in_a_wrong_place_keeps_its_name_to_itself(branch: Repository) -> None:
    branch.write("content/surut/surusauna.md", "---\naccess: closed\nplace: asematalo\n---\n")
    _contribute(branch)
    lay(branch.content, "ehdotus")

    told = contribution_since(branch.content, BASE, date(2026, 12, 1), CONTRIBUTION)

    assert told.secret >= {"surut/surusauna"}


def _refused(branch: Repository, commit: str = "ehdotus") -> str:
    with pytest.raises(ForgeFault) as fault:
        lay(branch.content, commit)
    return str(fault.value)


def test_two_that_changed_the_same_line(branch: Repository) -> None:
    branch.replace(COFFEE, "drop_in: yes", "drop_in: no")
    _contribute(branch)
    branch.replace(COFFEE, "drop_in: yes", "alone_ok: yes")
    branch.commit("2026-11-02T10:00:00Z")

    assert _refused(branch).startswith("Ehdotus muuttaa samoja kohtia, jotka ovat sillä välin")
    assert "drop_in" not in (branch.folder / COFFEE).read_text("utf-8")


def test_what_cannot_be_laid_is_said(branch: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    branch.write("content/notices/uusi.md", "theirs\n")
    branch.write("content/notices/toinen.md", "theirs\n")
    _contribute(branch)

    assert _refused(branch, "ei-ole").startswith("Ehdotusta ei-ole ei ole tässä varastossa.")
    assert _refused(branch, "--all") == "Anna ehdotus haaran nimenä tai commitin tunnuksena."
    monkeypatch.setattr(laying, "LARGEST_WHOLE", 3)
    assert re.match("Ehdotuksen tiedostot ovat yhdessä", _refused(branch))
    monkeypatch.setattr(changes, "MOST_FILES", 1)
    assert _refused(branch) == "Ehdotus muuttaa 2 tiedostoa. Enintään 1 otetaan kerralla."
    branch.write("content/notices/oma.md", "not committed\n")
    assert _refused(branch).startswith("Kansiossa on muutoksia, joita ei ole viety gitiin.")


def test_another_history_is_no_contribution(branch: Repository) -> None:
    branch.squash("2026-11-01T10:00:00Z")
    branch.git("branch", "--force", "ehdotus")
    branch.git("switch", "--quiet", "main")

    assert _refused(branch).startswith("Ehdotuksella ja haaralla ei ole yhteistä historiaa")
