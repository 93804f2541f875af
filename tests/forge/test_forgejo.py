"""A contribution at Forgejo: stranger's runs say what is wrong, a round on our branch comments."""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.forge.conftest import BINGO, Hosted
from tests.forge.played import Played, played
from tests.forge.runs import Run, github_job, run_job
from tests.often import often
from tests.repositories import new_repository

PULL = "refs/pull/1/head"
TOKEN = "of-this-run"  # noqa: S105 - nobody's


@pytest.fixture
def forge() -> Iterator[Played]:
    with played("forgejo-actions") as forge:
        yield forge


def _previews(folder: Path) -> Mapping[str, str]:
    """Another repository for previews, which take a second each."""
    other = folder.parent / "other.git"
    new_repository(other).git("config", "receive.denyCurrentBranch", "ignore")
    return {"PREVIEWS_REPOSITORY": str(other), "PREVIEWS_URL": "https://esikatselut.example"}


def _run(
    hosted: Hosted,
    forge: Played,
    folder: Path,
    name: str,
    event: object,
    more: Mapping[str, str] | None = None,
) -> Run:
    shutil.rmtree(folder)
    folder.mkdir()
    file = folder.parent / "event.json"
    file.write_text(json.dumps(event), "utf-8")
    variables = {
        "GITHUB_ACTIONS": "true",
        "FORGEJO_ACTIONS": "true",
        "GITHUB_API_URL": forge.url,
        "GITHUB_SERVER_URL": f"file://{hosted.server}",
        "GITHUB_REPOSITORY": "verkosto/portaali",
        "GITHUB_EVENT_PATH": str(file),
        "GITHUB_BASE_REF": "main" if name == "review" else "",
        "GITHUB_REF_NAME": "1/head" if name == "review" else "main",
    }
    steps = github_job(".forgejo", name, name)
    return run_job(steps, folder, {**variables, **(more or {})}, TOKEN)


def test_a_round_keeps_the_comments(hosted: Hosted, forge: Played, workspace: Path) -> None:
    hosted.theirs.write("content/events/bingo.md", BINGO.format(end="25:00"))
    hosted.theirs.write("tasks.py", "raise SystemExit('theirs')\n")
    commit = hosted.contribute(PULL)
    event = {"pull_request": {"number": 1, "head": {"sha": commit}}}
    faulty = _run(hosted, forge, workspace, "review", event)

    assert faulty.code == 1
    assert "::error file=content/events/bingo.md,line=4," in faulty.said
    assert forge.asked == []

    pull = {"number": 1, "head": {"sha": commit, "ref": "ehdotus"}, "base": {"ref": "main"}}
    # The second one is gone from git meanwhile: it is told in the log, and the run is red.
    forge.pulls += [pull, {**pull, "number": 2}]
    previews = _previews(workspace)
    round_ = _run(hosted, forge, workspace, "reviews", {}, often({}, previews))

    assert round_.code == 1
    assert "Ehdotus 1: lisätty\n" in round_.said
    assert "Ehdotus 2: Ehdotusta ei saatu haettua alustalta." in round_.said
    (comment,) = forge.says(1)
    assert "tasks.py" in comment
    assert ("\nEsikatselu: https://esikatselut.example/1/\n" in comment) == often(
        usual=False, thorough=True
    )
    assert {token for _, _, token in forge.asked} == {f"token {TOKEN}"}


def test_one_that_cannot_be_merged_is_told_so(
    hosted: Hosted, forge: Played, workspace: Path
) -> None:
    coffee = "content/events/torstain-kahvit.md"
    hosted.theirs.replace(coffee, "drop_in: yes", "drop_in: no")
    commit = hosted.contribute(PULL)
    hosted.ours.replace(coffee, "drop_in: yes\n", "")
    hosted.ours.commit("2026-11-02T10:00:00Z")
    hosted.ours.git("push", "--quiet", "origin", "main")
    head = {"sha": commit, "ref": "ehdotus"}
    forge.pulls.append({"number": 1, "head": head, "base": {"ref": "main"}})

    run = _run(hosted, forge, workspace, "reviews", {})

    assert run.code == 0, run.said
    (comment,) = forge.says(1)
    assert "**Tätä ehdotusta ei voi yhdistää sellaisenaan.** Ehdotus muuttaa samoja" in comment
