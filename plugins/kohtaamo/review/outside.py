"""Files that are not for strangers to touch (contract §6), and what each of them is."""

from collections.abc import Mapping

from kohtaamo.content.source.layout import FIXED, SINGLE_FILES, THINGS
from kohtaamo.review.touched import Contribution, Touch

# Strangers touch these folders of the content.
OPEN = frozenset({"places", "events", "organisers", "notices", "images"})
_OF_CONTENT = frozenset((*THINGS, *FIXED)) - OPEN
# What the other files of a repository are, by the name of the file or of its first folder.
_KNOWN: Mapping[str, str] = {
    **dict.fromkeys(("theme",), "theme"),
    **dict.fromkeys(
        ("plugins", "tests", "benchmarks", "tasks.py", "Makefile", "software.sha256"), "code"
    ),
    **dict.fromkeys(("pelicanconf.py", "publishconf.py"), "settings"),
    **dict.fromkeys(("docs", "README.md", "CHANGELOG.md"), "docs"),
    **dict.fromkeys((f"CONTRIBUTING{each}.md" for each in ("", ".sv", ".en")), "docs"),
    **dict.fromkeys((".github", ".gitlab", ".gitlab-ci.yml", ".forgejo", ".ci"), "automation"),
    **dict.fromkeys(("pyproject.toml",), "packages"),
}


def outside_files(contribution: Contribution) -> tuple[tuple[str, str, Touch], ...]:
    """Path from the top of the repository, what it is (`review.outside.*`), and what was done."""
    inside = [
        (contribution.path(path), _of_content(path), touch)
        for path, touch in contribution.files.items()
        if path.partition("/")[0] not in OPEN or "/" not in path
    ]
    beside = [
        (path, _of_beside(path, contribution), touch)
        for path, touch in contribution.outside.items()
    ]
    return tuple(sorted((*inside, *beside)))


def _of_beside(path: str, contribution: Contribution) -> str:
    """What lies outside the content, or was left out of it when it was laid over the branch."""
    if path in contribution.repositories:
        return "repository"
    inside = path.removeprefix(f"{contribution.folder}/")
    if inside == path:
        return _of_rest(path)
    return "unusual" if inside.partition("/")[0] in OPEN else _of_content(inside)


def _of_content(path: str) -> str:
    first, slash, _ = path.partition("/")
    if slash and first in _OF_CONTENT:
        return first
    if path in SINGLE_FILES or first.startswith("network."):
        return SINGLE_FILES.get(path, "network")
    return "other"


def _of_rest(path: str) -> str:
    first = path.partition("/")[0]
    if first.startswith("requirements"):
        return "packages"
    return _KNOWN.get(first, "other")
