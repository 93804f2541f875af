"""What every forge's workflows do alike, whatever they are written in: told once, run at each."""

from collections.abc import Callable, Mapping
from typing import Any

from tests.forge.conftest import Hosted
from tests.forge.played import Played
from tests.forge.runs import Run

CHANGE = """\
Hei! Tässä muutos.

kohtaamo: change events/torstain-kahvit.md
summary: Kahvia, pullaa ja juttuseuraa.
kohtaamo: end

Terveisin Sihteeri
"""
NO_FILE = "Hei! Onko teillä kahvia? ``` @kaikki"


def _branch(pull: Mapping[str, Any]) -> str:
    return str(pull.get("source_branch") or pull["head"])


def _text(post: Mapping[str, Any]) -> str:
    return str(post["description"] if "description" in post else post["body"])


def a_pasted_mail_becomes_a_proposal(
    hosted: Hosted, forge: Played, receive: Callable[[str], Run]
) -> None:
    there = list(forge.pulls)
    run = receive(CHANGE)
    assert run.code == 0, run.said
    (pull,) = (each for each in forge.pulls if each not in there)
    branch = _branch(pull)
    assert branch.startswith("receive-")
    changed = hosted.bare.git("diff", "--name-only", "main", branch)
    assert changed == "content/events/torstain-kahvit.md"
    assert hosted.bare.git("log", "-1", "--format=%an", branch) == "Lehtijärven kohtaamispaikka"
    assert _text(pull).startswith("<!-- kohtaamo:receive -->\n")
    assert "Torstain kahvit" in _text(pull)

    run = receive(NO_FILE)
    assert run.code == 1
    assert "Viestistä ei löytynyt tiedostoa." in run.said, run.said
    assert forge.pulls == [*there, pull]


def the_report_is_one_issue(
    hosted: Hosted, forge: Played, report: Callable[[], Mapping[str, Run]]
) -> None:
    """And CODEOWNERS is proposed when `network.yml` names accounts, once."""
    forge.write(forge.issues, {"title": "Muu", "body": "<!-- kohtaamo:report -->"}, "kuka-vain")
    there, proposals = len(forge.issues), len(forge.pulls)

    first = _done(report())
    assert first["report"].endswith(": lisätty.\n")
    assert first["owners"].endswith("Mikään ei muuttunut, joten ehdotusta ei tehty.\n")
    (issue,) = forge.issues[there:]
    before = _text(issue)
    assert before.startswith("<!-- kohtaamo:report -->\n")

    _name_accounts(hosted)
    second = _done(report())
    assert second["report"].endswith(": päivitetty.\n")
    assert len(forge.issues) == there + 1
    assert forge.issues[there - 1]["body"] == "<!-- kohtaamo:report -->"
    assert _text(issue).startswith("<!-- kohtaamo:report -->\n")
    assert _text(issue) != before
    (pull,) = forge.pulls[proposals:]
    assert pull["title"] == "Vastuutilit ajan tasalle (inv codeowners)"
    owners = hosted.bare.git("diff", "--name-only", "main", _branch(pull))
    assert owners.endswith("CODEOWNERS")
    said = hosted.bare.git("show", f"{_branch(pull)}:{owners}")
    assert "@kylan-pesavahti" in said


def _done(jobs: Mapping[str, Run]) -> Mapping[str, str]:
    assert {name: run.code for name, run in jobs.items()} == {"report": 0, "owners": 0}, jobs
    return {name: run.said for name, run in jobs.items()}


def _name_accounts(hosted: Hosted) -> None:
    """Something for the report, and somebody to ask."""
    place = "content/places/asematalo.md"
    hosted.ours.replace(place, "holiday_hours: closed\n", "")
    owners = "repository: {owners: [{accounts: [kylan-pesavahti]}]}\nid:"
    hosted.ours.replace("content/network.yml", "id:", owners)
    hosted.ours.commit("2026-11-03T10:00:00Z")
    hosted.ours.git("push", "--quiet", "origin", "main")
