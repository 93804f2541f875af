"""The workflow files are thin, and ask for nothing that they do not need.

What zizmor and the forges' own schemas say of them, the judge `workflows` asks.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kohtaamo.host.forge import forms
from kohtaamo.host.forge.stage_two import ARTIFACT, FILE, PREVIEW
from tests.conftest import ROOT

FILES = sorted((*ROOT.glob(".github/workflows/*.yml"), *ROOT.glob(".forgejo/workflows/*.yml")))
# What a step may call beside our tasks: getting the repository, setting up, showing a file.
BESIDE = re.compile(
    r"git clone --quiet [^;&|`$(]*(?:\"[$A-Z_/]+\" ?)+\.|make \.venv/run\.stamp|cat .+"
)
TASK = re.compile(
    r"\.venv/bin/inv [a-z-]+[ a-z./-]*(\"\$PREVIEW\"|\"origin/\$[A-Z_]+\" )?(> [a-z]+\.(md|json))?"
)
# Who may write what; every other job may write nothing.
PROPOSES = {"contents": "write", "pull-requests": "write"}
RIGHTS = {
    ".github/comment": [{"actions": "read", "pull-requests": "write"}],
    ".forgejo/reviews": [{"contents": "read", "pull-requests": "write"}],
    **{
        f"{forge}/{name}": rights
        for forge in (".github", ".forgejo")
        for name, rights in {
            "publish": [{"contents": "write"}],
            "receive": [{**PROPOSES, "issues": "write"}],
            "report": [{"issues": "write"}, PROPOSES],
        }.items()
    },
}

# A token that can write to another repository only, where previews have an address of their own.
SECRETS = {name: {"secrets.PREVIEWS_TOKEN"} for name in (".github/comment", ".forgejo/reviews")}


def _name(file: Path) -> str:
    return f"{file.parent.parent.name}/{file.stem}"


def _read(file: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(file.read_text("utf-8")))


def _steps(file: Path) -> Iterator[dict[str, Any]]:
    for job in _read(file)["jobs"].values():
        yield from job["steps"]


@pytest.mark.parametrize("file", FILES, ids=_name)
def test_a_step_is_one_call_of_a_task(file: Path) -> None:
    odd = [
        step["run"]
        for step in _steps(file)
        if "run" in step and not TASK.fullmatch(step["run"]) and not BESIDE.fullmatch(step["run"])
    ]

    assert odd == []


@pytest.mark.parametrize("file", FILES, ids=_name)
def test_rights_are_few_and_actions_pinned(file: Path) -> None:
    text, workflow = file.read_text("utf-8"), _read(file)
    rights = [job.get("permissions", {}) for job in workflow["jobs"].values()]

    assert workflow["permissions"] == {}
    assert rights == RIGHTS.get(_name(file), [{}])
    assert set(re.findall(r"secrets\.\w+", text)) <= SECRETS.get(_name(file), set())
    assert "pull_request_target" not in text
    assert "concurrency" in workflow
    assert all("timeout-minutes" in job for job in workflow["jobs"].values())
    for used in re.findall(r"uses: (.+)", text):
        assert re.fullmatch(r"actions/upload-artifact@[0-9a-f]{40} # v\d+\.\d+\.\d+", used)


def test_no_job_for_strangers_has_a_token() -> None:
    for file in FILES:
        if "pull_request" in _read(file)[True]:
            assert "token" not in file.read_text("utf-8").casefold()


def test_nights_begin_after_midnight_in_finland_all_year() -> None:
    nights = [_read(file)[True]["schedule"] for file in FILES if file.stem == "publish"]

    assert nights == [[{"cron": "10 0 * * *", "timezone": "Europe/Helsinki"}]] * 2


def test_forgejo_publishes_and_reports_as_github_does() -> None:
    """But for the branch that Pages show, and where it runs."""
    for name in ("publish", "report", "receive"):
        github, forgejo = (
            [step.get("run") for step in _steps(ROOT / forge / "workflows" / f"{name}.yml")]
            for forge in (".github", ".forgejo")
        )
        assert [each.replace("gh-pages", "pages") for each in github] == forgejo


def test_the_comment_follows_the_review() -> None:
    review, comment = (
        _read(ROOT / f".github/workflows/{name}.yml") for name in ("review", "comment")
    )

    assert comment[True]["workflow_run"]["workflows"] == [review["name"]]
    left = [step["with"] for step in review["jobs"]["review"]["steps"] if "uses" in step]
    assert [(each["name"], each["path"]) for each in left] == [
        (ARTIFACT, FILE),
        (PREVIEW, "output"),
    ]


@pytest.mark.parametrize("folder", [".github/ISSUE_TEMPLATE", ".forgejo/issue_template"])
def test_the_form_asks_what_is_read(folder: str) -> None:
    form = _read(ROOT / folder / "vastaanota.yml")
    asked = [each["attributes"].get("label") for each in form["body"]]

    # The text comes last: it may hold headings like the form's own.
    assert asked == [None, forms.FILE, forms.TEXT]
    assert "labels" not in form


def test_gitlabs_jobs_are_thin_and_strangers_have_no_token() -> None:
    jobs = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    scripts = {name: job["script"] for name, job in jobs.items() if "script" in job}
    odd = {
        name: [
            line
            for line in lines
            if not TASK.fullmatch(line.removesuffix(" || true"))
            and not re.match(r"make|git clone|cd tool|rm -rf|mv output|cat|if \[|find public", line)
        ]
        for name, lines in scripts.items()
    }

    assert {name: lines for name, lines in odd.items() if lines} == {}
    asking = {name: [each["if"] for each in jobs[name]["rules"]] for name in scripts}
    for_strangers = [name for name, rules in asking.items() if any("merge_req" in r for r in rules)]
    assert for_strangers == ["review"]
    assert not any("forge " in line for line in scripts["review"])
    # Forks have no token, so nothing of theirs is published when they take our changes over.
    assert all("KOHTAAMO_TOKEN" in rule for rule in (*asking["pages"], *asking["left-out"]))
