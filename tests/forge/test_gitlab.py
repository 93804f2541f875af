"""A contribution at GitLab, from a faulty file to the published site, by the file's own scripts."""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from kohtaamo.commands.main import main
from kohtaamo.host.forge.gitlab_api import gitlab_api
from kohtaamo.host.forge.posts import Kept, keep_issue
from kohtaamo.host.forge.proposing import propose
from kohtaamo.host.forge.surroundings import surroundings_of
from tests.forge.conftest import BINGO, Hosted
from tests.forge.played import Played, played
from tests.forge.runs import Run, gitlab_job, run_script
from tests.often import often

HEAD = "refs/merge-requests/1/head"
TOKEN = "of-the-project"  # noqa: S105 - nobody's


@pytest.fixture
def forge() -> Iterator[Played]:
    with played("project_1_bot") as forge:
        yield forge


def _variables(hosted: Hosted, forge: Played) -> Mapping[str, str]:
    return {
        "GITLAB_CI": "true",
        "CI_API_V4_URL": forge.url,
        "CI_SERVER_URL": f"file://{hosted.server}",
        "CI_PROJECT_ID": "1",
        "CI_DEFAULT_BRANCH": "main",
    }


def _of_fork(hosted: Hosted, forge: Played, folder: Path, commit: str) -> Run:
    """The job that runs in the fork: it has no token."""
    variables = {
        **_variables(hosted, forge),
        "CI_PROJECT_ID": "2",
        "CI_COMMIT_SHA": commit,
        "CI_MERGE_REQUEST_IID": "1",
        "CI_MERGE_REQUEST_PROJECT_ID": "1",
        "CI_MERGE_REQUEST_PROJECT_URL": f"file://{hosted.server}/verkosto/portaali",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
    }
    script = gitlab_job("review")
    # GitHub's run shows the preview.
    quick = script.replace(".venv/bin/inv build --quarantine || true\n", "")
    assert quick != script
    return run_script(often(quick, script), folder, variables)


def _of_ours(hosted: Hosted, forge: Played, folder: Path, job: str) -> Run:
    """A job of our own branch, with the project's token."""
    shutil.rmtree(folder)
    hosted.bare.git("clone", "--quiet", ".", str(folder))
    variables = {**_variables(hosted, forge), "KOHTAAMO_TOKEN": TOKEN}
    run = run_script(gitlab_job(job), folder, variables)
    assert run.code == 0, run.said
    return run


def test_from_a_faulty_file_to_the_site(hosted: Hosted, forge: Played, workspace: Path) -> None:
    event = "content/events/bingo.md"
    hosted.theirs.write(event, BINGO.format(end="25:00"))
    commit = hosted.contribute(HEAD)
    faulty = _of_fork(hosted, forge, workspace, commit)

    assert faulty.code == 1
    (problem,) = json.loads((workspace / "tool" / "problems.json").read_text("utf-8"))
    assert problem["location"] == {"path": event, "lines": {"begin": 4}}
    assert forge.asked == []

    forge.pulls.append({"iid": 1, "sha": commit, "target_branch": "main"})
    forge.pulls.append({"iid": 2, "sha": commit, "target_branch": "muu"})
    if often(usual=False, thorough=True):
        _of_ours(hosted, forge, workspace, "reviews")
    else:
        forge.write(forge.comments.setdefault(1, []), {"body": "<!-- kohtaamo:review -->\nrivi 4"})
    assert ["rivi 4" in each for each in forge.says(1)] == [True]

    hosted.theirs.write(event, BINGO.format(end="15:00"))
    hosted.contribute(HEAD)
    said = _of_ours(hosted, forge, workspace, "reviews").said
    assert said.endswith("Ehdotus 1: päivitetty\n")
    (comment,) = forge.says(1)
    assert comment.startswith("<!-- kohtaamo:review -->\n")
    assert "rivi 4" not in comment
    assert "Vanhan ajan bingo" in comment

    hosted.merge(HEAD)
    _of_ours(hosted, forge, workspace, "pages")

    page = workspace / "public" / "tapahtumat" / "bingo" / "index.html"
    assert page.is_file()
    assert page.with_suffix(".html.gz").is_file()
    assert run_script(gitlab_job("left-out"), workspace, {}).code == 0
    assert {token for _, _, token in forge.asked} == {TOKEN}


def test_issues_and_proposals(hosted: Hosted, forge: Played) -> None:
    at = surroundings_of({**_variables(hosted, forge), "KOHTAAMO_TOKEN": TOKEN})
    assert at is not None
    api = gitlab_api(at)
    forge.write(forge.issues, {"title": "Muu", "description": "<!-- kohtaamo:report -->"}, "joku")

    kept = [keep_issue(api, "report", "Raportti", text) for text in ("Yksi", "Yksi", "Kaksi")]
    assert kept == [Kept.ADDED, Kept.SAME, Kept.CHANGED]
    assert [each["description"] for each in forge.issues] == [
        "<!-- kohtaamo:report -->",
        "<!-- kohtaamo:report -->\nKaksi\n",
    ]

    hosted.ours.replace(
        "content/network.yml", "id:", "repository: {owners: [{accounts: [x]}]}\nid:"
    )
    hosted.ours.commit("2026-11-02T10:00:00Z")
    hosted.ours.git("push", "--quiet", "origin", "main")
    assert propose(hosted.ours.folder, api, at, "codeowners", "") == ""
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(hosted.ours.folder)
        assert main(["owners", "--commit"]) == 0
    addresses = [propose(hosted.ours.folder, api, at, "codeowners", "") for _ in range(2)]
    (pull,) = forge.pulls
    assert addresses == [pull["web_url"], ""]
    assert pull["target_branch"] == "main"
    assert pull["title"] == "Vastuutilit ajan tasalle (inv codeowners)"
    branch = pull["source_branch"]
    assert hosted.bare.git("diff", "--name-only", "main", branch) == ".github/CODEOWNERS"


def test_what_was_left_out_ends_the_last_job(workspace: Path) -> None:
    (workspace / ".kohtaamo").mkdir()
    (workspace / ".kohtaamo" / "left-out.txt").write_text("content/events/x.md:1: …\n", "utf-8")

    run = run_script(gitlab_job("left-out"), workspace, {})

    assert (run.code, run.said) == (3, "content/events/x.md:1: …\n")
