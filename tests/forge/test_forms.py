"""What stands in a forge's form, whatever else stands in the issue."""

import json
from pathlib import Path

import pytest

from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.forms import Form, form_of
from kohtaamo.host.forge.surroundings import Surroundings, surroundings_of
from kohtaamo.model.network import Forge


def _form(body: str) -> Form:
    issue = {"issue": {"number": 5, "body": body}}
    return form_of(_at(Forge.GITHUB, event=issue), {})


def _at(forge: Forge, **given: object) -> Surroundings:
    known = {"api": "", "server": "", "repository": "", "branch": "main", "token": "", "run": ""}
    return Surroundings(forge=forge, **known, **given)


@pytest.mark.parametrize(
    ("body", "text", "path"),
    [
        ("### Tiedosto\r\n\r\nevents/x.md\r\n\r\n### Teksti\r\n\r\nYksi", "Yksi", "events/x.md"),
        ("### Tiedosto\n\n_No response_\n\n### Teksti\n\n```text\nYksi\n```\n", "Yksi", ""),
        # A text that holds headings, fences and labels of its own.
        (
            "### Teksti\n\n````text\n### Tiedosto\n\nb.md\n```\n````",
            "### Tiedosto\n\nb.md\n```",
            "",
        ),
        ("Pelkkä teksti", "Pelkkä teksti", ""),
    ],
)
def test_the_answers_of_an_issue(body: str, text: str, path: str) -> None:
    assert _form(body) == Form(text=text, path=path)


def test_gitlab_gives_variables() -> None:
    given = {"TEXT": "Yksi\nKaksi", "FILE": "events/x.md"}
    assert form_of(_at(Forge.GITLAB), given) == Form(text="Yksi\nKaksi", path="events/x.md")


@pytest.mark.parametrize(
    ("repo", "is_ours"),
    [
        ({"full_name": "verkosto/portaali"}, True),
        ({"full_name": "joku/portaali"}, False),
        (None, False),
    ],
)
def test_ours_is_what_comes_from_the_repository_itself(
    tmp_path: Path, repo: object, is_ours: bool
) -> None:
    event = {"pull_request": {"number": 1, "head": {"sha": "abc", "repo": repo}}}
    (tmp_path / "event.json").write_text(json.dumps(event), "utf-8")
    at = surroundings_of(
        {
            "GITHUB_ACTIONS": "true",
            "GITHUB_API_URL": "https://codeberg.org/api/v1",
            "GITHUB_SERVER_URL": "https://codeberg.org/",
            "GITHUB_REPOSITORY": "verkosto/portaali",
            "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
            "GITHUB_TOKEN": "x",
        }
    )
    assert at is not None
    assert (at.forge, at.server, at.number) == (Forge.FORGEJO, "https://codeberg.org", 1)
    assert at.is_ours == is_ours


def test_nothing_and_too_much_are_said() -> None:
    with pytest.raises(ForgeFault, match="ei ole tekstiä"):
        _form("### Teksti\n\n```text\n\n```")
    with pytest.raises(ForgeFault, match="liian pitkä"):
        _form("x" * 100_001)


def test_gitlab_pushes_to_the_project_not_with_the_jobs_own_token() -> None:
    given = {
        "GITLAB_CI": "true",
        "CI_API_V4_URL": "https://gitlab.example/api/v4",
        "CI_SERVER_URL": "https://gitlab.example",
        "CI_PROJECT_ID": "1",
        "CI_PROJECT_PATH": "verkosto/portaali",
    }
    at = surroundings_of(given)
    assert at is not None
    assert at.remote == "https://gitlab.example/verkosto/portaali.git"
    assert surroundings_of({}) is None
    with pytest.raises(ForgeFault, match="CI_SERVER_URL"):
        surroundings_of({**given, "CI_SERVER_URL": ""})
