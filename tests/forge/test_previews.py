"""Previews of proposals on another origin, each in a folder of its own, none for search engines."""

import io
import zipfile
from pathlib import Path

import pytest

from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.previews import Elsewhere, elsewhere, put_preview, unpacked
from kohtaamo.host.forge.surroundings import Surroundings
from kohtaamo.model.network import Forge
from tests.repositories import Repository, new_repository

URL = "https://esikatselut.example"
AT = Surroundings(
    forge=Forge.GITHUB, api="", server="", repository="", branch="main", token="", run=""
)


@pytest.fixture
def other(tmp_path: Path) -> Repository:
    """Another, bare repository."""
    new_repository(tmp_path / "new").git("clone", "-q", "--bare", ".", str(tmp_path / "other.git"))
    return Repository(tmp_path / "other.git")


def _put(other: Repository, tmp_path: Path, number: int, still_open: list[int]) -> str:
    site = tmp_path / f"site-{number}"
    (site / "paikat").mkdir(parents=True)
    for name in ("index.html", "paikat/index.html", "robots.txt"):
        (site / name).write_text('<head>\n<meta charset="utf-8">\n', "utf-8")
    to = Elsewhere(repository=str(other.folder), url=URL, token="", branch="gh-pages")
    return put_preview(site, number, still_open, to, AT)


def test_each_proposal_has_a_folder_while_it_is_open(other: Repository, tmp_path: Path) -> None:
    assert _put(other, tmp_path, 1, [1]) == f"{URL}/1/"
    _put(other, tmp_path, 2, [1, 2])
    _put(other, tmp_path, 12, [2, 12])
    commit = other.git("rev-parse", "gh-pages")
    _put(other, tmp_path, 2, [2, 12])
    assert other.git("rev-parse", "gh-pages") == commit

    files = other.git("ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    each = ("index.html", "paikat/index.html", "robots.txt")
    own = [f"{number}/{name}" for number in (12, 2) for name in each]
    assert files == sorted([".nojekyll", *own, "robots.txt"])
    assert other.git("rev-list", "--count", "gh-pages") == "1"
    assert other.git("show", "gh-pages:robots.txt") == "User-agent: *\nDisallow: /"
    page = other.git("show", "gh-pages:2/paikat/index.html")
    assert page == '<head>\n<meta charset="utf-8">\n<meta name="robots" content="noindex">'


@pytest.mark.parametrize(
    "name",
    ["../x.html", "a/../../x.html", "/etc/x.html", ".git/config", "a//b.html", "a\\b.html"],
)
def test_an_archive_holds_files_of_a_site_only(tmp_path: Path, name: str) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr(name, "x")
    with pytest.raises(ForgeFault, match="Esikatselussa on tiedosto"):
        unpacked(archive.getvalue(), tmp_path / "site")
    assert not list(tmp_path.iterdir())


def test_an_archive_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("index.html", "x" * 1000)
        opened.writestr(".nojekyll", "")
    unpacked(archive.getvalue(), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").stat().st_size == 1000
    monkeypatch.setattr("kohtaamo.host.forge.previews.LARGEST", 999)
    with pytest.raises(ForgeFault, match="liian suuri"):
        unpacked(archive.getvalue(), tmp_path / "other")
    with pytest.raises(ForgeFault, match="ei aukea"):
        unpacked(b"PK", tmp_path / "other")


def test_previews_are_off_unless_said() -> None:
    assert elsewhere({}) is None
    assert elsewhere({"PREVIEWS_URL": URL}) is None
    found = elsewhere({"PREVIEWS_URL": f"{URL}/", "PREVIEWS_REPOSITORY": "https://x.example/e.git"})
    assert found == Elsewhere(
        repository="https://x.example/e.git", url=URL, token="", branch="gh-pages"
    )
