"""Previews of proposals on another origin: a branch of another repository, a folder for each.

A preview is made of a stranger's content, so it never stands beside the portal itself. The other
repository has a token of its own, which can write nowhere else. Off unless both are given.
"""

import tempfile
import zipfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.surroundings import Surroundings
from kohtaamo.host.forge.writing import git_do, with_token

MOST_FILES, LARGEST = 60_000, 500_000_000
_ROBOTS = "robots.txt"
_NOBODY = b"User-agent: *\nDisallow: /\n"
_BEGINNING = b'<meta charset="utf-8">'
_UNLISTED = _BEGINNING + b'\n<meta name="robots" content="noindex">'


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """The other repository as git knows it, and the token for it; `url` is where it is read."""

    repository: str
    url: str
    token: str
    branch: str


def elsewhere(environment: Mapping[str, str]) -> Elsewhere | None:
    """Where previews go; None where the network has not said so."""
    names = ("PREVIEWS_REPOSITORY", "PREVIEWS_URL", "PREVIEWS_TOKEN")
    repository, url, token = (environment.get(name, "") for name in names)
    if not repository or not url:
        return None
    branch = environment.get("PREVIEWS_BRANCH") or "gh-pages"
    return Elsewhere(repository=repository, url=url.rstrip("/"), token=token, branch=branch)


def unpacked(archive: bytes, folder: Path) -> None:
    """The files of an archive, as far as a site has such files. ForgeFault for anything odd."""
    try:
        with zipfile.ZipFile(BytesIO(archive)) as opened:
            entries = [each for each in opened.infolist() if not each.is_dir()]
            if len(entries) > MOST_FILES or sum(each.file_size for each in entries) > LARGEST:
                raise ForgeFault("Esikatselu on liian suuri.")
            for entry in entries:
                if not _is_of_site(entry.filename):
                    raise ForgeFault("Esikatselussa on tiedosto, jota sivustolla ei ole.")
                file = folder / entry.filename
                file.parent.mkdir(parents=True, exist_ok=True)
                with opened.open(entry) as source:
                    file.write_bytes(source.read(entry.file_size))
    except (OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        raise ForgeFault("Esikatselu ei aukea.") from None


def _is_of_site(name: str) -> bool:
    """Only one name that begins with a dot is among them."""
    parts = name.removesuffix(".nojekyll").split("/")
    plain = parts[:-1] if parts[-1] == "" and name.endswith(".nojekyll") else parts
    return "\\" not in name and all(
        part and not part.startswith(".") and part.isprintable() for part in plain
    )


def put_preview(
    site: Path, number: int, still_open: Collection[int], to: Elsewhere, at: Surroundings
) -> str:
    """Put a built folder where previews are read, and take those of others away that are closed.

    Its address. No search engine is to list it: every page says so.
    """
    for page in site.rglob("*.html"):
        page.write_bytes(page.read_bytes().replace(_BEGINNING, _UNLISTED, 1))
    with tempfile.TemporaryDirectory() as place:
        top = Path(place) / "branch"
        online, before = _fetched(top, to, at)
        kept = {str(each) for each in still_open} - {str(number)}
        for name in git_do(top, "ls-files").splitlines():
            if name.partition("/")[0] not in kept:
                git_do(top, "update-index", "--force-remove", "--", name)
        (top / _ROBOTS).write_bytes(_NOBODY)
        (top / ".nojekyll").touch()
        site.rename(top / str(number))
        git_do(top, "add", "--force", "--", _ROBOTS, ".nojekyll", str(number))
        tree = git_do(top, "write-tree")
        if tree == before:
            return f"{to.url}/{number}/"
        commit = git_do(top, "commit-tree", tree, given=b"Esikatselut\n")
        git_do(
            top,
            *("push", "--quiet", "--force", "origin", f"{commit}:refs/heads/{to.branch}"),
            environment=online,
            fails="Esikatselua ei voitu viedä toiseen varastoon: PREVIEWS_TOKEN?",
        )
    return f"{to.url}/{number}/"


def _fetched(top: Path, to: Elsewhere, at: Surroundings) -> tuple[Mapping[str, str], str]:
    """Make a repository whose index holds the branch as it is.

    What git needs to reach the other one, and the tree of the branch, "" without one.
    """
    address = urlsplit(to.repository)
    server = f"{address.scheme}://{address.netloc}"
    online = with_token(replace(at, server=server, token=to.token))
    top.mkdir()
    git_do(top, "init", "--quiet")
    git_do(top, "remote", "add", "origin", to.repository)
    name = f"refs/heads/{to.branch}"
    fails = "Esikatselujen varastoon ei päästä: PREVIEWS_REPOSITORY, PREVIEWS_TOKEN?"
    if git_do(top, "ls-remote", "origin", name, environment=online, fails=fails):
        git_do(top, "fetch", "--quiet", "--depth=1", "origin", name, environment=online)
        git_do(top, "read-tree", "FETCH_HEAD")
        return online, git_do(top, "rev-parse", "FETCH_HEAD^{tree}")
    return online, ""
