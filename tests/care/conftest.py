"""The neglected network: everything that a report may tell is the matter in it."""

import shutil
from collections.abc import Collection
from datetime import date
from pathlib import Path

import pytest

from kohtaamo.care.make import make_report
from kohtaamo.care.report import Report
from kohtaamo.content.source.files import images_below
from tests.conftest import SITES
from tests.editions import edition_of

NEGLECTED = SITES / "neglected" / "content"
# A Thursday in spring: the summer is asked for.
THURSDAY = date(2027, 4, 15)


def report_of(content: Path, today: date = THURSDAY) -> Report:
    """The report of a folder without faults."""
    return make_report(edition_of(content, today=today), images=images_below(content / "images"))


def told(report: Report, topic: str) -> Collection[str]:
    """What findings of a topic say, and of which file."""
    found = (section.findings for section in report.sections if section.topic == topic)
    return [f"{each.says} {each.path}" for findings in found for each in findings]


@pytest.fixture(scope="session")
def neglected() -> Report:
    return report_of(NEGLECTED)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the network, to be changed."""
    return Path(shutil.copytree(NEGLECTED, tmp_path / "content"))


def change(file: Path, old: str, new: str) -> None:
    """Change a part of a file that is there."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
