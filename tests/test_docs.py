"""What the handbooks say is true: links lead somewhere, commands exist, examples pass the check."""

import argparse
import re
import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

import tasks
from kohtaamo.addresses import reserved_slugs
from kohtaamo.commands.main import asked
from kohtaamo.content.load import load
from tests.conftest import ROOT, TODAY

PICTURES = ROOT / "docs" / "pictures"
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "plugins" / "README.md"])
# What somebody who follows a page types.
HANDBOOKS = [
    *(ROOT / f"CONTRIBUTING{each}.md" for each in ("", ".sv", ".en")),
    *(ROOT / "docs" / name for name in ("pesavahti.md", "uusi-verkosto.md")),
    ROOT / "README.md",
]
GUIDES = HANDBOOKS[:3]

_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^( *)```.*?^\1```", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")
_SHELL = re.compile(r"^ *```sh\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(r"^```markdown\n(---\n.*?)^```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"(?:\.venv/bin/)?(make|inv|kohtaamo) ([a-z][a-z-]*)(.*)")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def _anchors(file: Path) -> frozenset[str]:
    """What forges call the headings of a page: small letters, no signs, hyphens for blanks."""
    text = _FENCE.sub("", file.read_text("utf-8"))
    titles = (re.sub(r"[`*\[\]]|\([^)]*\)", "", each).strip() for each in _HEADING.findall(text))
    return frozenset(re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in titles)


def _links(file: Path) -> Iterator[tuple[str, str, str]]:
    for match in _LINK.finditer(_FENCE.sub("", file.read_text("utf-8"))):
        if not re.match(r"[a-z]+:", match[3]):
            yield match[1], match[2], match[3]


@pytest.mark.parametrize("file", DOCS, ids=_name)
def test_links_lead_to_files_and_headings(file: Path) -> None:
    lost = []
    for _, _, link in _links(file):
        path, _, anchor = link.partition("#")
        target = (file.parent / path).resolve() if path else file
        made_here = target.suffix == ".md" and target.name not in ("kentat.md", "viestit.md")
        if not target.exists() or (anchor and made_here and anchor not in _anchors(target)):
            lost.append(link)
    assert lost == []


def test_every_picture_is_small_shown_and_described() -> None:
    shown = {
        (file.parent / link).resolve(): text
        for file in HANDBOOKS
        for mark, text, link in _links(file)
        if mark
    }
    there = set(PICTURES.glob("*.png"))
    assert set(shown) == there
    assert {file.name for file, text in shown.items() if len(text) < 20} == set()
    for file in there:
        assert file.stat().st_size < 60_000, file.name
        with Image.open(file) as picture:
            assert picture.mode == "P", file.name


def _typed(file: Path) -> Iterator[tuple[str, str, str]]:
    """Program, command and the rest of each command line that a page shows."""
    text = file.read_text("utf-8")
    lines = [line.strip() for block in _SHELL.findall(text) for line in block.splitlines()]
    for line in (*lines, *_CODE.findall(_FENCE.sub("", text))):
        match = _COMMAND.match(line)
        if match:
            yield match[1], match[2], match[3]


@cache
def _known() -> dict[str, frozenset[str]]:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    return {
        "make": frozenset(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)),
        "inv": frozenset(tasks.namespace.task_names),
    }


@pytest.mark.parametrize("file", HANDBOOKS, ids=_name)
def test_commands_and_their_options_exist(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    unknown = []
    for program, command, rest in _typed(file):
        if program != "kohtaamo":
            if command not in _known()[program]:
                unknown.append(f"{program} {command}")
            continue
        with pytest.raises((SystemExit, argparse.ArgumentError)):
            asked([command, "--help"])
        said = capsys.readouterr().out
        options = re.findall(r"(?<!\S)--[a-z-]+", rest)
        if not said or any(each not in said for each in options):
            unknown.append(f"{program} {command}{rest}")
    assert unknown == []


@pytest.mark.parametrize("file", GUIDES, ids=_name)
def test_the_example_that_people_copy_passes_the_check(file: Path, tmp_path: Path) -> None:
    (example,) = _EXAMPLE.findall(file.read_text("utf-8"))
    content = Path(shutil.copytree(ROOT / "tests" / "sites" / "small" / "content", tmp_path / "c"))
    for path, text in {
        "events/esimerkki.md": example,
        "places/kylatalo.md": "---\nname: Kylätalo\nmunicipality: lehtijarvi\n---\n",
        "organisers/saaripitajan-kunta.md": "---\nname: Kunta\nclass: culture\n"
        "sector: municipality\nmunicipalities: [lehtijarvi]\n---\n",
    }.items():
        (content / path).write_text(text, "utf-8")
    day = date.fromisoformat(TODAY)
    problems = load(content, today=day, reserved=reserved_slugs()).problems
    errors = [each for each in problems if each.severity == "error"]
    assert [(each.path, each.line, each.code) for each in errors] == []
