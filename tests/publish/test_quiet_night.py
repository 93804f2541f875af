"""A night without changed content changes only what the passing of a day has to change.

Why each kind of file does is said in docs/quiet-night.md.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html

from kohtaamo.publish.formats import FORMATS
from tests.conftest import ROOT, SITES, files_below, kohtaamo_build
from tests.repositories import new_repository

TUESDAY, WEDNESDAY = "2026-12-01", "2026-12-02"
LANDED = "2026-11-20T10:00:00Z"

Files = Mapping[str, bytes]


def committed(content: Path, folder: Path) -> Path:
    """A copy of a content folder that landed in its repository before the night."""
    repository = new_repository(folder / "network")
    shutil.copytree(content, repository.content)
    repository.commit(LANDED)
    return repository.content


def build(content: Path, output: Path, day: str) -> Files:
    """Every file of the output folder after a build for a day."""
    kohtaamo_build(content, output, today=day)
    return files_below(output)


class Night:
    """Two builds of one commit into one folder, for a Tuesday and the Wednesday after it."""

    def __init__(self, content: Path, folder: Path) -> None:
        source, output = committed(content, folder), folder / "output"
        self.before = build(source, output, TUESDAY)
        written = {path: (output / path).stat().st_mtime_ns for path in self.before}
        self.after = build(source, output, WEDNESDAY)
        both = self.before.keys() & self.after.keys()
        self.changed = {path for path in both if self.before[path] != self.after[path]}
        self.gone = self.before.keys() - self.after.keys()
        self.new = self.after.keys() - self.before.keys()
        self.rewritten = {
            path for path in both if (output / path).stat().st_mtime_ns != written[path]
        }


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Night:
    return Night(SITES / "everything" / "content", tmp_path_factory.mktemp("everything"))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Night:
    return Night(ROOT / "content", tmp_path_factory.mktemp("sample"))


def test_exactly_these_files_change_in_a_night(everything: Night) -> None:
    assert (everything.gone, everything.new) == (set(), set())
    assert {path for path in everything.changed if not path.startswith(("sv/", "en/"))} == {
        # They say when the site was built.
        "built.json",
        "index.html",
        "tietoa/index.html",
        # Only previews have it.
        "raportti/index.html",
        # Their date of Tuesday has passed.
        "tapahtumat/aamupuuro/index.html",
        "tapahtumat/joulukalenteri/index.html",
        "tapahtumat/sataman-kahvit/index.html",
        # They showed a date of Tuesday.
        "tapahtumat/index.html",
        "tapahtumat/2026/12/index.html",
        "etana/index.html",
        "haku/index.html",
        "kunnat/kaamoskyla/index.html",
        "kunnat/merilahti/index.html",
        "jarjestajat/kaamoskylan-kunta/index.html",
        "jarjestajat/merilahden-martat/index.html",
        "paikat/kaamostupa/index.html",
        "paikat/simpukka/index.html",
        # It was free on Tuesday.
        "paikat/simpukka/tilat/tullisali/index.html",
    }
    # The same pages in the other two languages, and nothing else.
    assert len([path for path in everything.changed if path.startswith("sv/")]) == 16
    assert len([path for path in everything.changed if path.startswith("en/")]) == 16


@pytest.mark.parametrize("site", ["everything", "sample"])
def test_no_feed_changes_in_a_night(site: str, request: pytest.FixtureRequest) -> None:
    night: Night = request.getfixturevalue(site)
    feeds = {form.file for form in FORMATS if form.name != "ics"} | {"feeds.opml"}
    assert {path.rpartition("/")[2] for path in night.before} >= feeds
    moved = night.changed | night.gone | night.new
    assert [path for path in moved if path.rpartition("/")[2] in feeds] == []


def test_a_page_changes_when_a_date_on_it_has_passed_and_not_otherwise(sample: Night) -> None:
    """Beside the days' own pages, and those after the first of a long list: their rows move up."""
    days_own = {"index.html", "tietoa/index.html", "sv/index.html", "sv/om/index.html"}
    days_own |= {"en/index.html", "en/about/index.html", "raportti/index.html"}
    days_own |= {"se/index.html", "se/tietoa/index.html"}
    days_own |= {"selko/index.html", "selko/tietoa/index.html"}
    moved_up = {path for path in sample.before if path.split("/")[-3:-2] in PAGES}
    passed = {path for path in sample.before if shows_a_date_of_tuesday(sample.before, path)}
    # Examples of components have days of their own, which never pass.
    passed.discard("komponentit/index.html")
    changed = {path for path in sample.changed if path.endswith(".html")}

    assert len(passed) > 100
    assert changed - moved_up == (passed | days_own) - moved_up - sample.gone


# How the later pages of a list are called.
PAGES = (["sivu"], ["sida"], ["page"], ["siidu"])


def shows_a_date_of_tuesday(files: Files, path: str) -> bool:
    """Whether a page lists something that was on Tuesday; weeks and months stay until Sunday."""
    if not path.endswith(".html"):
        return False
    return bool(
        html.document_fromstring(files[path].decode()).xpath(
            "//main//time[starts-with(@datetime, $day)]"
            "[not(ancestor::section[@class='place-hours'])][not(ancestor::table)]",
            day=TUESDAY,
        )
    )


def test_only_what_changed_is_written_anew(sample: Night) -> None:
    """Servers make their ETags of a file's date and size: an unchanged file has to keep both."""
    assert sample.rewritten == sample.changed
    assert len(sample.changed) * 4 < len(sample.after)


def test_the_sitemap_changes_only_when_pages_come_or_go(everything: Night, sample: Night) -> None:
    assert "sitemap.xml" not in everything.changed
    pages = {path for path in sample.gone | sample.new if path.endswith("index.html")}
    assert ("sitemap.xml" in sample.changed) == bool(pages)
