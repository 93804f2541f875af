"""One comment that is kept up to date, whatever others write beside it."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kohtaamo.host.forge.actions_api import ActionsApi
from kohtaamo.host.forge.asking import Line
from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.posts import Kept, keep_comment, marked, title_and_rest
from kohtaamo.host.forge.previews import Elsewhere
from kohtaamo.host.forge.stage_two import comment_on_run, preview_of_run, text_in
from kohtaamo.host.forge.surroundings import Surroundings
from kohtaamo.model.network import Forge
from tests.forge.played import Played, played
from tests.repositories import new_repository

MARK = "<!-- kohtaamo:review -->"
RUN = {
    "id": 11,
    "head_sha": "abc",
    "head_branch": "ehdotus",
    "head_repository": {"owner": {"login": "yhdistys"}},
}


@pytest.fixture
def forge() -> Iterator[Played]:
    with played("github-actions[bot]") as forge:
        head = {"sha": "abc", "ref": "ehdotus"}
        forge.pulls.append({"number": 1, "head": head, "base": {"ref": "main"}})
        yield forge


def _api(forge: Played) -> ActionsApi:
    return ActionsApi(line=Line(api=forge.url, headers={}), repository="verkosto/portaali")


def _archive(text: bytes, name: str = "review.md") -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr(name, text)
    return archive.getvalue()


def test_a_comment_is_written_once_and_then_anew(forge: Played) -> None:
    # Anybody may write the mark; only what is ours is touched.
    forge.write(forge.comments.setdefault(1, []), {"body": f"{MARK}\nMuuta"}, "kuka-vain")
    api = _api(forge)

    assert [keep_comment(api, 1, "review", text) for text in ("Yksi", "Yksi", "Kaksi")] == [
        Kept.ADDED,
        Kept.SAME,
        Kept.CHANGED,
    ]
    assert forge.says(1) == [f"{MARK}\nMuuta", f"{MARK}\nKaksi\n"]


def test_who_is_called_as_another_forges_runs_are_is_a_stranger(forge: Played) -> None:
    mine = forge.comments.setdefault(1, [])
    forge.write(mine, {"body": f"{MARK}\nMuuta"}, "forgejo-actions")
    forge.write(mine, {"body": f"{MARK}\nMuuta"}, "gitea-actions")

    assert keep_comment(_api(forge), 1, "review", "Yksi") is Kept.ADDED
    assert forge.says(1) == [f"{MARK}\nMuuta", f"{MARK}\nMuuta", f"{MARK}\nYksi\n"]


def test_a_text_brings_no_mark_and_no_control_of_its_own() -> None:
    said = marked("review", "Yksi\r\n<!-- kohtaamo:report -->\x1b[2J\nKaksi <!-- auki\nKolme")
    assert said == f"{MARK}\nYksi\n[2J\nKaksi\n"
    assert len(marked("review", "rivi\n" * 20_000)) < 65_536


def test_the_heading_is_the_title() -> None:
    assert title_and_rest("# Otsikko\n\nTeksti\n", "Raportti") == ("Otsikko", "Teksti\n")
    assert title_and_rest("Teksti\n", "Raportti") == ("Raportti", "Teksti\n")


def test_many_comments_come_in_pages(forge: Played, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def ask(_: Line, method: str, path: str, given: object = None) -> object:
        asked.append(path.rpartition("page=")[2])
        post = {"id": 1, "body": "", "user": {"login": "x"}}
        return [post] * (50 if len(asked) < 3 else 1)

    monkeypatch.setattr(Line, "ask", ask)

    assert len(list(_api(forge).comments(1))) == 101
    assert asked == ["1", "2", "3"]


def test_automation_that_the_contribution_changes_says_nothing(forge: Played) -> None:
    forge.paths[1] = ["content/events/uusi.md", ".github/workflows/review.yml"]
    forge.artifacts[11] = {"review": _archive(b"**Voi yhdist\xc3\xa4\xc3\xa4.**")}

    assert comment_on_run(_api(forge), {"workflow_run": RUN}) is Kept.ADDED
    (comment,) = forge.says(1)
    assert comment.startswith(f"{MARK}\n**Tätä ehdotusta ei ole arvioitu.**")
    assert "Voi yhdistää" not in comment


def test_automation_is_not_hidden_behind_thousands_of_files(forge: Played) -> None:
    forge.paths[1] = [f"!/{number}" for number in range(1_950)]
    forge.artifacts[11] = {"review": _archive(b"**Voi yhdist\xc3\xa4\xc3\xa4.**")}

    assert comment_on_run(_api(forge), {"workflow_run": RUN}) is Kept.ADDED
    (comment,) = forge.says(1)
    assert comment.startswith(f"{MARK}\n**Tätä ehdotusta ei ole arvioitu.** Se muuttaa niin monta")


def test_automation_is_not_taken_back_while_it_is_looked_at(
    forge: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two answers of the forge another commit was pushed, without the automation."""
    forge.artifacts[11] = {"review": _archive(b"**Voi yhdist\xc3\xa4\xc3\xa4.**")}

    def paths_of(_: ActionsApi, pull: int) -> Iterator[str]:
        forge.pulls[0]["head"]["sha"] = f"newer than {pull}"
        yield "content/events/uusi.md"

    monkeypatch.setattr(ActionsApi, "paths_of", paths_of)
    assert comment_on_run(_api(forge), {"workflow_run": RUN}) is None
    assert forge.says(1) == []


def test_a_contribution_that_went_on_waits_for_its_own_run(forge: Played) -> None:
    forge.artifacts[11] = {"review": _archive(b"Vanha")}

    assert comment_on_run(_api(forge), {"workflow_run": {**RUN, "head_sha": "older"}}) is None
    assert comment_on_run(_api(forge), {"workflow_run": {**RUN, "id": 12}}) is None
    assert forge.says(1) == []


def test_the_preview_of_a_run_goes_elsewhere(forge: Played, tmp_path: Path) -> None:
    new_repository(tmp_path / "new").git("clone", "-q", "--bare", ".", str(tmp_path / "other.git"))
    forge.artifacts[11] = {"preview": _archive(b'<meta charset="utf-8">', "index.html")}
    url = "https://esikatselut.example"
    to = Elsewhere(repository=f"{tmp_path}/other.git", url=url, token="", branch="gh-pages")
    known = dict.fromkeys(("api", "server", "repository", "branch", "token", "run"), "")
    at = Surroundings(forge=Forge.GITHUB, **known)

    assert preview_of_run(_api(forge), {"workflow_run": RUN}, to, at) == f"{url}/1/"
    assert forge.says(1) == [f"<!-- kohtaamo:preview -->\nEsikatselu: {url}/1/\n"]
    forge.paths[1] = [".github/workflows/review.yml"]
    assert preview_of_run(_api(forge), {"workflow_run": RUN}, to, at) == ""


@pytest.mark.parametrize(
    ("archive", "said"),
    [
        (b"no archive", "puuttuu tai ei aukea"),
        (_archive(b"x", "../review.md"), "puuttuu tai ei aukea"),
        (_archive(b"x" * 1_000_000), "on liian suuri"),
    ],
)
def test_an_archive_is_one_text_or_nothing(archive: bytes, said: str) -> None:
    with pytest.raises(ForgeFault, match=said):
        text_in(archive)
