"""What stands in a forge's form, whatever else stands in the issue."""

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
