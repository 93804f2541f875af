"""A contribution at GitHub, from a faulty file to the site, by the workflows' own steps."""

import io
import json
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.forge.conftest import BINGO, Hosted
from tests.forge.played import Played, played
from tests.forge.runs import Run, github_job, run_job
from tests.often import often

PULL = "refs/pull/1/head"
TOKEN = "of-this-run"  # noqa: S105 - nobody's


@pytest.fixture
def forge() -> Iterator[Played]:
    with played("github-actions[bot]") as forge:
        yield forge


def _variables(hosted: Hosted, forge: Played, folder: Path, event: object) -> Mapping[str, str]:
    file = folder.parent / "event.json"
    file.write_text(json.dumps(event), "utf-8")
    return {
        "GITHUB_ACTIONS": "true",
        "GITHUB_API_URL": forge.url,
        "GITHUB_SERVER_URL": f"file://{hosted.server}",
        "GITHUB_REPOSITORY": "verkosto/portaali",
        "GITHUB_EVENT_PATH": str(file),
        "GITHUB_BASE_REF": "main",
        "GITHUB_REF_NAME": "main",
        "GITHUB_RUN_ID": "11",
    }


def _review(hosted: Hosted, forge: Played, folder: Path, commit: str, without: str = "\0") -> Run:
    """The first stage, and the second when it has left a text."""
    event = {"pull_request": {"number": 1, "head": {"sha": commit}}}
    steps = github_job(".github", "review", "review")
    variables = _variables(hosted, forge, folder, event)
    first = run_job(steps, _fresh(folder), variables, without=without)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as opened:
        opened.write(folder / "review.md", "review.md")
    if without == "\0":
        assert (folder / "output" / "tapahtumat" / "torstain-kahvit" / "index.html").is_file()
    forge.artifacts[11] = {"review": archive.getvalue()}
    forge.pulls[:] = [
        {
            "number": 1,
            "head": {"sha": commit, "ref": "ehdotus"},
            "base": {"ref": "main"},
        }
    ]
    run = {
        "id": 11,
        "head_sha": commit,
        "head_branch": "ehdotus",
        "head_repository": {"owner": {"login": "yhdistys"}},
    }
    variables = _variables(hosted, forge, folder, {"workflow_run": run})
    second = run_job(github_job(".github", "comment", "comment"), _fresh(folder), variables, TOKEN)
    assert second.code == 0, second.said
    return first


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder)
    folder.mkdir()
    return folder


def _publish(hosted: Hosted, forge: Played, folder: Path) -> str:
    steps = github_job(".github", "publish", "publish")
    run = run_job(steps, _fresh(folder), _variables(hosted, forge, folder, {}), TOKEN)
    assert run.code == 3, run.said
    return run.said


def test_from_a_faulty_file_to_the_site(hosted: Hosted, forge: Played, workspace: Path) -> None:
    event = "content/events/bingo.md"
    hosted.theirs.write(event, BINGO.format(end="25:00"))
    faulty = _review(hosted, forge, workspace, hosted.contribute(PULL))

    assert faulty.code == 1
    assert f"::error file={event},line=4,title=" in faulty.said
    (comment,) = forge.says(1)
    assert comment.startswith("<!-- kohtaamo:review -->\n")
    assert "rivi 4" in comment

    hosted.theirs.write(event, BINGO.format(end="15:00"))
    without = often("inv build", "\0")
    mended = _review(hosted, forge, workspace, hosted.contribute(PULL), without)

    assert mended.code == 0, mended.said
    (comment,) = forge.says(1)
    assert comment.startswith("<!-- kohtaamo:review -->\n**Voi yhdistää.**")
    assert "Vanhan ajan bingo" in comment

    hosted.merge(PULL)
    # Somebody else's slip, on the same day: the rest goes out, and the run is red.
    hosted.ours.write("content/events/visa.md", BINGO.format(end="25:00"))
    hosted.ours.commit("2026-11-02T10:00:00Z")
    hosted.ours.git("push", "--quiet", "origin", "main")
    said = _publish(hosted, forge, workspace)

    assert "content/events/visa.md" in said
    assert said.splitlines()[-1].startswith("::error::Sivusto on julkaistu ilman")
    published = hosted.published("gh-pages")
    assert "tapahtumat/bingo/index.html" in published
    assert "tapahtumat/visa/index.html" not in published
    assert {token for _, _, token in forge.asked} == {f"Bearer {TOKEN}"}


CHANGE = """\
Hei! Tässä muutos.

kohtaamo: change events/torstain-kahvit.md
summary: Kahvia, pullaa ja juttuseuraa.
kohtaamo: end

Terveisin Sihteeri
"""


def _receive(hosted: Hosted, forge: Played, folder: Path, text: str) -> Run:
    body = f"### Tiedosto\n\n_No response_\n\n### Teksti\n\n```text\n{text}\n```\n"
    event = {"issue": {"number": 5, "body": body}, "label": {"name": "vastaanota"}}
    steps = github_job(".github", "receive", "receive")
    return run_job(steps, _fresh(folder), _variables(hosted, forge, folder, event), TOKEN)


def test_a_pasted_mail_becomes_a_proposal(hosted: Hosted, forge: Played, workspace: Path) -> None:
    run = _receive(hosted, forge, workspace, CHANGE)
    assert run.code == 0, run.said

    (pull,) = forge.pulls
    branch = pull["head"]
    assert branch.startswith("receive-")
    changed = hosted.bare.git("diff", "--name-only", "main", branch)
    assert changed == "content/events/torstain-kahvit.md"
    assert hosted.bare.git("log", "-1", "--format=%an", branch) == "Lehtijärven kohtaamispaikka"
    assert pull["body"].startswith("<!-- kohtaamo:receive -->\n")
    assert "Torstain kahvit" in pull["body"]
    assert forge.says(5) == [f"<!-- kohtaamo:receive -->\nEhdotus on tehty: {pull['html_url']}\n"]

    run = _receive(hosted, forge, workspace, "Hei! Onko teillä kahvia? ``` @kaikki")
    assert run.code == 1
    assert len(forge.pulls) == 1
    (answer,) = forge.says(5)
    assert "**Tekstistä ei tullut ehdotusta.**" in answer
    assert answer.count("```") == 2


def test_the_report_is_one_issue(hosted: Hosted, forge: Played, workspace: Path) -> None:
    forge.write(forge.issues, {"title": "Muu", "body": "<!-- kohtaamo:report -->"}, "kuka-vain")
    variables = _variables(hosted, forge, workspace, {})
    steps = github_job(".github", "report", "report")
    run = run_job(steps, _fresh(workspace), variables, TOKEN)
    assert run.code == 0, run.said
    assert run.said.strip().splitlines()[-1].endswith(": lisätty.")
    place = "content/places/asematalo.md"
    hosted.ours.replace(place, "holiday_hours: closed\n", "")
    hosted.ours.commit("2026-11-02T10:00:00Z")
    hosted.ours.git("push", "--quiet", "origin", "main")
    before = forge.issues[1]["body"]
    run = run_job(steps, _fresh(workspace), variables, TOKEN)

    assert run.said.strip().splitlines()[-1].endswith(": päivitetty.")
    assert len(forge.issues) == 2
    assert forge.issues[0]["body"] == "<!-- kohtaamo:report -->"
    assert forge.issues[1]["body"].startswith("<!-- kohtaamo:report -->\n")
    assert forge.issues[1]["body"] != before
