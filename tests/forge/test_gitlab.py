"""Every job of GitLab's: a contribution, the site, a mail, the report; line by line."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.forge.conftest import BINGO, Hosted
from tests.forge.gitlab import Gitlab
from tests.forge.played import Played, played
from tests.forge.runs import Run
from tests.forge.stories import a_pasted_mail_becomes_a_proposal, the_report_is_one_issue

HEAD = "refs/merge-requests/1/head"
EVENT = "content/events/bingo.md"
TOKEN = "of-the-project"  # noqa: S105 - nobody's


@pytest.fixture
def forge() -> Iterator[Played]:
    with played("project_1_bot") as forge:
        yield forge


@pytest.fixture
def gitlab(hosted: Hosted, forge: Played, tools: Path, place: Path) -> Gitlab:
    given = {
        "GITLAB_CI": "true",
        "CI_API_V4_URL": forge.url,
        "CI_SERVER_URL": f"file://{hosted.server}",
        "CI_PROJECT_ID": "1",
        "CI_DEFAULT_BRANCH": "main",
        "CI_COMMIT_BRANCH": "main",
    }
    return Gitlab(tools=tools, place=place, given=given, origin=f"file://{hosted.bare.folder}")


def _of_fork(hosted: Hosted, gitlab: Gitlab, commit: str) -> Run:
    """The pipeline that runs in the fork: it has no token."""
    done = gitlab.run(
        CI_PIPELINE_SOURCE="merge_request_event",
        CI_COMMIT_BRANCH="",
        CI_PROJECT_ID="2",
        CI_COMMIT_SHA=commit,
        CI_MERGE_REQUEST_IID="1",
        CI_MERGE_REQUEST_PROJECT_ID="1",
        CI_MERGE_REQUEST_PROJECT_URL=f"file://{hosted.server}/verkosto/portaali",
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main",
    )
    assert list(done) == ["review"]
    return done["review"]


def _scheduled(gitlab: Gitlab, what: str) -> Mapping[str, Run]:
    return gitlab.run(KOHTAAMO=what, KOHTAAMO_TOKEN=TOKEN, CI_PIPELINE_SOURCE="schedule")


def test_every_line_of_every_job(hosted: Hosted, forge: Played, gitlab: Gitlab) -> None:
    _from_a_faulty_file_to_the_site(hosted, forge, gitlab)
    forge.pulls.clear()
    gitlab.given = {**gitlab.given, "LINKS": "yes"}
    the_report_is_one_issue(hosted, forge, lambda: _scheduled(gitlab, "report"))
    a_pasted_mail_becomes_a_proposal(hosted, forge, lambda text: _receive(gitlab, text))

    assert gitlab.left == []
    assert {token for _, _, token in forge.asked} == {TOKEN}


def _from_a_faulty_file_to_the_site(hosted: Hosted, forge: Played, gitlab: Gitlab) -> None:
    hosted.theirs.write(EVENT, BINGO.format(end="25:00"))
    commit = hosted.contribute(HEAD)
    assert _of_fork(hosted, gitlab, commit).code == 1
    left = gitlab.artifacts["review"] / "tool"
    (problem,) = json.loads((left / "problems.json").read_text("utf-8"))
    assert problem["location"] == {"path": EVENT, "lines": {"begin": 4}}
    assert "rivi 4" in (left / "review.md").read_text("utf-8")
    assert (left / "output" / "tapahtumat" / "torstain-kahvit" / "index.html").is_file()
    assert forge.asked == []

    forge.pulls.append({"iid": 1, "sha": commit, "target_branch": "main"})
    forge.pulls.append({"iid": 2, "sha": commit, "target_branch": "muu"})
    assert _scheduled(gitlab, "reviews")["reviews"].said == "Ehdotus 1: lisätty\n"
    (comment,) = forge.says(1)
    assert "rivi 4" in comment

    hosted.theirs.write(EVENT, BINGO.format(end="15:00"))
    hosted.contribute(HEAD)
    assert _scheduled(gitlab, "reviews")["reviews"].said == "Ehdotus 1: päivitetty\n"
    (comment,) = forge.says(1)
    assert comment.startswith("<!-- kohtaamo:review -->\n**Voi yhdistää.**")
    assert "Vanhan ajan bingo" in comment

    hosted.merge_with_a_slip(HEAD)
    done = gitlab.run(CI_PIPELINE_SOURCE="push", KOHTAAMO_TOKEN=TOKEN)
    assert {name: run.code for name, run in done.items()} == {"pages": 0, "left-out": 3}, done
    assert "\ncontent/events/visa.md:4: " in done["left-out"].said
    public = gitlab.artifacts["pages"] / "public" / "tapahtumat"
    assert (public / "bingo" / "index.html").is_file()
    assert (public / "bingo" / "index.html.gz").is_file()
    assert not (public / "visa").exists()


def _receive(gitlab: Gitlab, text: str) -> Run:
    form = {"KOHTAAMO": "receive", "TEXT": text, "CI_PIPELINE_SOURCE": "web"}
    done = gitlab.run(**form, KOHTAAMO_TOKEN=TOKEN)
    assert list(done) == ["receive"]
    return done["receive"]


def test_rules_are_kept(gitlab: Gitlab) -> None:
    """A fork publishes nothing, other branches do nothing, and a schedule takes no mail."""
    assert gitlab.run(CI_PIPELINE_SOURCE="push") == {}
    assert gitlab.run(CI_PIPELINE_SOURCE="push", CI_COMMIT_BRANCH="x", KOHTAAMO_TOKEN=TOKEN) == {}
    assert _scheduled(gitlab, "receive") == {}


def test_where_nothing_was_left_out_the_last_job_is_content(gitlab: Gitlab) -> None:
    line = gitlab.file["left-out"]["script"][0]
    assert gitlab.shell(line, gitlab.fresh(), {}).code == 0
