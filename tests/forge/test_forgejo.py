"""Every workflow of Forgejo's: runs for strangers say what is wrong, a round of ours comments."""

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
TOKEN = "of-this-run"  # noqa: S105 - nobody's
PREVIEWS = "https://esikatselut.example"


@pytest.fixture
def forge() -> Iterator[Played]:
    with played("forgejo-actions") as forge:
        yield forge


@pytest.fixture
def forgejo(hosted: Hosted, forge: Played, tools: Path, place: Path) -> Actions:
    given = {
        "GITHUB_ACTIONS": "true",
        "FORGEJO_ACTIONS": "true",
        "GITHUB_API_URL": forge.url,
        "GITHUB_SERVER_URL": f"file://{hosted.server}",
        "GITHUB_REPOSITORY": "verkosto/portaali",
        "GITHUB_REF_NAME": "main",
    }
    return Actions(
        tools=tools, place=place, given=given, files=".forgejo", token=TOKEN, vars={"LINKS": "yes"}
    )


def test_every_step_of_every_workflow(hosted: Hosted, forge: Played, forgejo: Actions) -> None:
    _from_a_faulty_file_to_the_site(hosted, forge, forgejo)
    forge.pulls.clear()
    the_report_is_one_issue(hosted, forge, lambda: forgejo.run("report", {}))
    a_pasted_mail_becomes_a_proposal(hosted, forge, lambda text: _receive(forgejo, text))
    made, not_made = forge.says(5), forge.says(6)
    assert made == [f"<!-- kohtaamo:receive -->\nEhdotus on tehty: {forge.pulls[-1]['html_url']}\n"]
    assert "**Tekstistä ei tullut ehdotusta.**" in not_made[0]

    assert forgejo.left == []
    assert {token for _, _, token in forge.asked} == {f"token {TOKEN}"}


def _from_a_faulty_file_to_the_site(hosted: Hosted, forge: Played, forgejo: Actions) -> None:
    hosted.theirs.write(EVENT, BINGO.format(end="25:00"))
    hosted.theirs.write("tasks.py", "raise SystemExit('theirs')\n")
    commit = hosted.contribute(PULL)
    event = {"pull_request": {"number": 1, "head": {"sha": commit}}}
    pulled = {"GITHUB_BASE_REF": "main", "GITHUB_REF_NAME": "1/head"}
    faulty = forgejo.run("review", event, **pulled)["review"]
    assert faulty.code == 1
    assert f"::error file={EVENT},line=4," in faulty.said
    assert forge.asked == []

    head = {"sha": commit, "ref": "ehdotus"}
    pull = {"number": 1, "head": head, "base": {"ref": "main"}}
    # The second one is gone from git meanwhile: it is told in the log, and the run is red.
    forge.pulls += [pull, {**pull, "number": 2}]
    round_ = forgejo.run("reviews", {})["reviews"]
    assert round_.code == 1
    assert "Ehdotus 1: lisätty\n" in round_.said
    assert "Ehdotus 2: Ehdotusta ei saatu haettua alustalta." in round_.said
    (comment,) = forge.says(1)
    assert "rivi 4" in comment
    assert "tasks.py" in comment
    assert "Esikatselu:" not in comment

    hosted.theirs.write(EVENT, BINGO.format(end="15:00"))
    hosted.theirs.git("checkout", "--quiet", "main", "--", "tasks.py")
    hosted.contribute(PULL)
    del forge.pulls[1:]
    other = other_repository(forgejo.place)
    forgejo.vars = {
        **forgejo.vars,
        "PREVIEWS_REPOSITORY": str(other.folder),
        "PREVIEWS_URL": PREVIEWS,
    }
    assert forgejo.run("reviews", {})["reviews"].said == "Ehdotus 1: päivitetty\n"
    (comment,) = forge.says(1)
    assert comment.startswith("<!-- kohtaamo:review -->\n**Voi yhdistää.**")
    assert f"\nEsikatselu: {PREVIEWS}/1/\n" in comment
    files = other.git("ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    assert "1/tapahtumat/bingo/index.html" in files

    hosted.merge_with_a_slip(PULL)
    run = forgejo.run("publish", {"repository": {"fork": False}})["publish"]
    assert run.code == 3, run.said
    assert run.said.splitlines()[-1].startswith("::error::Sivusto on julkaistu ilman")
    published = hosted.published("pages")
    assert "tapahtumat/bingo/index.html" in published
    assert "tapahtumat/visa/index.html" not in published


def _receive(forgejo: Actions, text: str) -> Run:
    body = f"### Tiedosto\n\n### Teksti\n\n```text\n{text}\n```\n"
    issue = {"number": 5 if "kohtaamo:" in text else 6, "body": body}
    event = {"issue": {**issue, "labels": [{"name": "muu"}, {"name": "vastaanota"}]}}
    return forgejo.run("receive", event)["receive"]


def test_one_that_cannot_be_merged_is_told_so(
    hosted: Hosted, forge: Played, forgejo: Actions
) -> None:
    coffee = "content/events/torstain-kahvit.md"
    hosted.theirs.replace(coffee, "drop_in: yes", "drop_in: no")
    commit = hosted.contribute(PULL)
    hosted.ours.replace(coffee, "drop_in: yes\n", "")
    hosted.ours.commit("2026-11-02T10:00:00Z")
    hosted.ours.git("push", "--quiet", "origin", "main")
    head = {"sha": commit, "ref": "ehdotus"}
    forge.pulls.append({"number": 1, "head": head, "base": {"ref": "main"}})

    run = forgejo.run("reviews", {})["reviews"]

    assert run.code == 0, run.said
    (comment,) = forge.says(1)
    assert "**Tätä ehdotusta ei voi yhdistää sellaisenaan.** Ehdotus muuttaa samoja" in comment
