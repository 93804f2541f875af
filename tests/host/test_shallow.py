"""A clone without its history: good enough to check and to look at, not to publish."""

import shutil
from datetime import date
from pathlib import Path

import icalendar
import pytest

from kohtaamo.commands.main import main
from kohtaamo.host.build import Job, read
from kohtaamo.host.publishing import refusals
from tests.conftest import SITES, TODAY, kohtaamo_build
from tests.repositories import new_repository


@pytest.fixture(scope="module")
def shallow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content folder of a clone that knows the last of two commits."""
    folder = tmp_path_factory.mktemp("shallow")
    repository = new_repository(folder / "whole")
    shutil.copytree(SITES / "small" / "content", repository.content)
    repository.commit("2026-09-01T10:00:00Z")
    repository.replace("content/events/joululaulut.md", "17:00", "16:30")
    repository.commit("2026-10-01T10:00:00Z")
    address = repository.folder.as_uri()
    repository.git("clone", "--quiet", "--depth=1", address, str(folder / "cut"))
    return folder / "cut" / "content"


def test_it_may_be_checked(shallow: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(shallow), "--today", TODAY]) == 0
    assert capsys.readouterr().out.endswith(": ei virheitä, ei huomioita.\n")


def test_it_may_be_previewed(shallow: Path, tmp_path: Path) -> None:
    """Everything is dated by the one commit that is known."""
    kohtaamo_build(shallow, tmp_path / "out")

    calendar = (tmp_path / "out" / "tapahtumat" / "calendar.ics").read_bytes()
    events = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    assert {f"{event['DTSTAMP'].dt:%Y-%m-%d}" for event in events} == {"2026-10-01"}


def test_it_is_not_published(shallow: Path) -> None:
    job = Job(
        content=shallow,
        theme=Path(),
        site_url="https://kohtaamispaikat.fi",
        today=date.fromisoformat(TODAY),
        publish=True,
    )

    assert [problem.code for problem in refusals(job, read(job).network)] == ["history-incomplete"]
