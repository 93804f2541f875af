"""Publishing in a run: what is left out ends the run, when the rest is out."""

from pathlib import Path

import pytest

from kohtaamo.commands.main import main
from kohtaamo.host.forge.deploying import deploy
from kohtaamo.host.forge.fault import ForgeFault
from tests.forge.conftest import Hosted

TASKS = """\
import sys
from invoke import Exit, task

@task
def publish(_, quarantine=False):
    assert quarantine
    print("content/events/x.md:1: start: …", file=sys.stderr)
    raise Exit(code={code})
"""
Printed = pytest.CaptureFixture[str]


@pytest.mark.parametrize(("code", "published", "told"), [(0, 0, 0), (3, 0, 3), (1, 1, 0)])
def test_the_run_goes_on_and_ends_red(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Printed,
    code: int,
    published: int,
    told: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tasks.py").write_text(TASKS.format(code=code), "utf-8")

    assert main(["forge", "publish"]) == published
    capsys.readouterr()
    assert main(["forge", "left-out"]) == told
    assert ("content/events/x.md:1: start: …\n" in capsys.readouterr().out) == (told == 3)


@pytest.mark.parametrize(
    ("admin", "ended", "said"),
    [
        (True, 1, "Ohjelmaa npm ei ole. Asenna Node.js, niin npm tulee sen mukana.\n"),
        (False, 0, ""),
    ],
)
def test_the_program_of_the_form_comes_first_where_it_is_asked_for(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Printed,
    admin: bool,
    ended: int,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "tasks.py").write_text(TASKS.format(code=0), "utf-8")
    (tmp_path / "publishconf.py").write_text(f"ADMIN = {admin}\n", "utf-8")

    assert main(["forge", "publish"]) == ended
    assert capsys.readouterr().err.replace("content/events/x.md:1: start: …\n", "") == said


def test_a_branch_of_pages_has_one_commit_and_keeps_its_name(
    hosted: Hosted, tmp_path: Path
) -> None:
    output = tmp_path / "output"
    for name, text in {"index.html": "yksi\r\n", ".nojekyll": "", "a/.gitignore": "*"}.items():
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_bytes(text.encode())
    assert deploy(hosted.ours.folder, output, "pages", None)
    hosted.bare.git("update-ref", "refs/heads/pages", _with_name(hosted))
    (output / "index.html").write_bytes(b"kaksi\r\n")

    assert [deploy(hosted.ours.folder, output, "pages", None) for _ in range(2)] == [True, False]
    assert hosted.published("pages") == [".nojekyll", "CNAME", "a/.gitignore", "index.html"]
    assert hosted.bare.git("rev-list", "--count", "pages") == "1"
    assert hosted.bare.git("cat-file", "-s", "pages:index.html") == "7"
    assert hosted.ours.git("status", "--porcelain") == ""


def _with_name(hosted: Hosted) -> str:
    """What the forge commits when somebody gives the site a name of its own."""
    blob = hosted.bare.git("hash-object", "-w", "--stdin", given="portaali.example\n")
    tree = hosted.bare.git("mktree", given=f"100644 blob {blob}\tCNAME\n")
    return hosted.bare.git("commit-tree", tree, "-m", "Create CNAME")


def test_nothing_is_deployed_where_nothing_was_built(hosted: Hosted, tmp_path: Path) -> None:
    with pytest.raises(ForgeFault, match="ei ole sivustoa"):
        deploy(hosted.ours.folder, tmp_path / "output", "pages", None)


def test_by_hand_a_step_says_what_it_needs(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    assert main(["forge", "comment"]) == 1
    assert capsys.readouterr().err.startswith("Tämä komento toimii GitHubin, GitLabin tai Forgejon")
    monkeypatch.setenv("GITLAB_CI", "true")
    for name in ("CI_API_V4_URL", "CI_SERVER_URL", "CI_PROJECT_ID"):
        monkeypatch.setenv(name, "https://gitlab.example")
    for name in ("KOHTAAMO_TOKEN", "GITHUB_TOKEN", "FORGEJO_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    assert main(["forge", "reviews"]) == 1
    assert capsys.readouterr().err.startswith("Ajolla ei ole tunnusta")
