"""Every workflow of GitHub's, step by step: a contribution, the site, a mail, the report."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.forge.actions import Actions
from tests.forge.conftest import BINGO, Hosted, other_repository
from tests.forge.played import Played, played
from tests.forge.runs import Run
from tests.forge.stories import a_pasted_mail_becomes_a_proposal, the_report_is_one_issue

PULL = "refs/pull/1/head"
EVENT = "content/events/bingo.md"
TOKEN, OTHER = "of-this-run", "of-the-previews"
PREVIEWS = "https://esikatselut.example"


@pytest.fixture
def forge() -> Iterator[Played]:
    with played("github-actions[bot]") as forge:
        yield forge


@pytest.fixture
def github(hosted: Hosted, forge: Played, tools: Path, place: Path) -> Actions:
    other = str(other_repository(place).folder)
    given = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_API_URL": forge.url,
        "GITHUB_SERVER_URL": f"file://{hosted.server}",
        "GITHUB_REPOSITORY": "verkosto/portaali",
        "GITHUB_REF_NAME": "main",
        "GITHUB_RUN_ID": "11",
    }
    shown = {"PREVIEWS_REPOSITORY": other, "PREVIEWS_URL": PREVIEWS, "LINKS": "yes"}
    return Actions(
        tools=tools,
        place=place,
        given=given,
        token=TOKEN,
        vars=shown,
        secrets={"PREVIEWS_TOKEN": OTHER},
    )


def _review(github: Actions, forge: Played, commit: str) -> Run:
    """The first stage, which has no token, and the second with what the first one left."""
    asked = len(forge.asked)
    event = {"pull_request": {"number": 1, "head": {"sha": commit}}}
    pulled = {"GITHUB_BASE_REF": "main", "GITHUB_REF_NAME": "1/merge"}
    first = github.run("review", event, **pulled)["review"]
    assert len(forge.asked) == asked
    assert sorted(github.artifacts) == ["preview", "review"]
    summary = (github.place / "summary.md").read_text("utf-8")

    forge.artifacts[11] = dict(github.artifacts)
    head = {"sha": commit, "ref": "ehdotus"}
    forge.pulls[:] = [{"number": 1, "head": head, "base": {"ref": "main"}}]
    ended = {"id": 11, "event": "pull_request", "head_sha": commit, "head_branch": "ehdotus"}
    ended["head_repository"] = {"owner": {"login": "yhdistys"}}
    second = github.run("comment", {"workflow_run": ended})["comment"]
    assert second.code == 0, second.said
    review, preview = forge.says(1)
    assert review == f"<!-- kohtaamo:review -->\n{summary}"
    assert preview == f"<!-- kohtaamo:preview -->\nEsikatselu: {PREVIEWS}/1/\n"
    return first


def test_every_step_of_every_workflow(hosted: Hosted, forge: Played, github: Actions) -> None:
    _from_a_faulty_file_to_the_site(hosted, forge, github)
    forge.pulls.clear()
    the_report_is_one_issue(hosted, forge, lambda: github.run("report", {}))
    a_pasted_mail_becomes_a_proposal(hosted, forge, lambda text: _receive(github, text))
    made, not_made = forge.says(5), forge.says(6)
    assert made == [f"<!-- kohtaamo:receive -->\nEhdotus on tehty: {forge.pulls[-1]['html_url']}\n"]
    assert "**Tekstistä ei tullut ehdotusta.**" in not_made[0]
    assert not_made[0].count("```") == 2

    assert github.left == []
    assert {token for _, _, token in forge.asked} == {f"Bearer {TOKEN}"}


def _from_a_faulty_file_to_the_site(hosted: Hosted, forge: Played, github: Actions) -> None:
    hosted.theirs.write(EVENT, BINGO.format(end="25:00"))
    faulty = _review(github, forge, hosted.contribute(PULL))
    assert faulty.code == 1
    assert f"::error file={EVENT},line=4,title=" in faulty.said
    assert "rivi 4" in forge.says(1)[0]

    hosted.theirs.write(EVENT, BINGO.format(end="15:00"))
    mended = _review(github, forge, hosted.contribute(PULL))
    assert mended.code == 0, mended.said
    comment = forge.says(1)[0]
    assert comment.startswith("<!-- kohtaamo:review -->\n**Voi yhdistää.**")
    assert "Vanhan ajan bingo" in comment
    shown = hosted.bare.git("ls-remote", github.vars["PREVIEWS_REPOSITORY"])
    assert shown.endswith("refs/heads/gh-pages")

    hosted.merge_with_a_slip(PULL)
    run = github.run("publish", {"repository": {"fork": False}})["publish"]
    assert run.code == 3, run.said
    assert "content/events/visa.md" in run.said
    assert run.said.splitlines()[-1].startswith("::error::Sivusto on julkaistu ilman")
    published = hosted.published("gh-pages")
    assert "tapahtumat/bingo/index.html" in published
    assert "tapahtumat/visa/index.html" not in published


def _receive(github: Actions, text: str) -> Run:
    body = f"### Tiedosto\n\n_No response_\n\n### Teksti\n\n```text\n{text}\n```\n"
    number = 5 if "kohtaamo:" in text else 6
    issue = {"number": number, "body": body}
    return github.run("receive", {"issue": issue, "label": {"name": "vastaanota"}})["receive"]


def test_conditions_are_kept(github: Actions) -> None:
    """No fork publishes, no other label starts anything; what nobody asked for is not run."""
    fork = {"repository": {"fork": True}}
    assert github.run("publish", fork) == github.run("report", fork) == {}
    assert github.run("receive", {"issue": {}, "label": {"name": "muu"}}) == {}
    assert github.run("comment", {"workflow_run": {"event": "push"}}) == {}
    assert len(github.left) > 20
