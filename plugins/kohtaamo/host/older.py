"""The content folder as an older commit had it: what it published, and what was gone by then."""

import errno
import re
import tempfile
from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.content.source.encoding import LARGEST
from kohtaamo.content.source.keys import thing_key
from kohtaamo.content.source.layout import FIXED, IMAGE, THINGS
from kohtaamo.content.source.read import read_document
from kohtaamo.content.source.tree import Mapping as Head
from kohtaamo.content.source.tree import Scalar
from kohtaamo.host.closed import may_hold_closed
from kohtaamo.host.git import git, git_bytes
from kohtaamo.host.history import COMMIT, commits_of, landings_until
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.make import make_edition
from kohtaamo.problems.problem import Refused

_FILES = frozenset({"100644", "100755"})
# A name that no file can have here: too long, or below another file.
_NOT_A_NAME = frozenset({errno.ENAMETOOLONG, errno.EEXIST, errno.ENOTDIR, errno.EISDIR})
# Any other word for `access` may have meant a closed group.
_NOT_CLOSED = frozenset({"open", "members"})


# Git's full name of a thing; `^main` would be another's.
_OBJECT = re.compile(r"[0-9a-f]{40,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Blob:
    """A file of a commit: its path below the content folder, and git's name for its bytes."""

    path: str
    oid: str


def find_base(root: Path, commit: str) -> str:
    """The commit with which the content folder is compared, as git's full name for it.

    That is the newest one that both `commit` and the present line of history hold: what others
    landed since a branch began is not missing from the branch. A history that was written anew
    has none, and is compared with `commit` itself.

    Refused: `since-no-repository`, `since-shallow`, `since-unknown`; the last also for what names
    no single commit.
    """
    shallow = git(root, "rev-parse", "--is-shallow-repository").strip()
    if not shallow or not git(root, "log", "-1", "--format=%H", "--", "."):
        raise Refused("since-no-repository")
    if shallow != "false":
        raise Refused("since-shallow")
    found = ""
    if not commit.startswith("-"):
        found = git(root, "rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}").strip()
    if not _OBJECT.fullmatch(found):
        raise Refused("since-unknown", value=commit)
    return git(root, "merge-base", "HEAD", found).strip() or found


def older_edition(root: Path, base: str, today: date) -> Edition:
    """What the content folder of the commit `base` would publish `today`.

    Faulty files are left out, as nothing was published from them. Pictures are not looked at.
    Refused: `since-damaged` when git cannot give a file.
    """
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder)
        blobs = [each for each in blobs_of(root, base) if not _is_picture(each.path)]
        for blob, data in zip(blobs, _read(root, blobs), strict=True):
            _place(content / blob.path, data)
        loaded = load(content, today=today, reserved=reserved_slugs())
    return make_edition(
        loaded.network,
        today=today,
        site_url="",
        changed=landings_until(root, base).newest,
        words=loaded.words,
    )


def put_files(root: Path, base: str, paths: Container[str], folder: Path) -> None:
    """Write those of the `paths` that were files of the commit `base` into an empty folder.

    Of pictures only the names are there. Refused: `since-damaged` when git cannot give a file.
    """
    blobs = [each for each in blobs_of(root, base) if each.path in paths]
    texts = [each for each in blobs if not _is_picture(each.path)]
    for blob in blobs:
        _place(folder / blob.path, b"")
    for blob, data in zip(texts, _read(root, texts), strict=True):
        _place(folder / blob.path, data)


def closed_among(root: Path, commit: str, inside: str, paths: Collection[str]) -> frozenset[str]:
    """The keys of those files of a commit that may be of closed groups.

    `paths` are counted from the top of the repository, in which the content lies in `inside`.
    """
    below = {path.removeprefix(f"{inside}/") for path in paths if path.startswith(f"{inside}/")}
    if not below:
        return frozenset()
    with tempfile.TemporaryDirectory() as folder:
        put_files(root, commit, below, Path(folder))
        return frozenset(thing_key(path) for path in below if may_hold_closed(Path(folder), path))


def paths_of(root: Path, commit: str) -> frozenset[str]:
    """Every file of the content folder in a commit, and every folder that holds one."""
    files = git(root, "ls-tree", "-r", "--name-only", "-z", commit).split("\0")
    above = (str(folder) for path in files for folder in PurePosixPath(path).parents)
    return frozenset((*files, *above))


def deleted_before(root: Path, base: str, keys: Collection[str]) -> Mapping[str, str]:
    """Titles of the things among `keys` that existed once and not in `base`, by `thing_key`.

    An unreadable title is empty. Closed groups are left out: they had no identity.
    """
    found: dict[str, str] = {}
    for key, (commit, path) in _gone(root, base).items():
        if key in keys:
            title = _title(path, _read_one(root, f"{commit}^:./{path}"))
            if title is not None:
                found[key] = title
    return found


def blobs_of(root: Path, commit: str) -> Iterator[Blob]:
    """The plain files of the content folder in a commit.

    Left out are links, paths that lead elsewhere (on some systems `\\` and `:` do), and what is
    larger than any file of ours but a picture.
    """
    for entry in filter(None, git(root, "ls-tree", "-r", "-l", "-z", commit).split("\0")):
        facts, _, path = entry.partition("\t")
        mode, _, oid, size = facts.split()
        is_foreign = set("\\:") & set(path) or {"", ".", "..", ".git"} & set(path.split("/"))
        is_large = size.isdigit() and int(size) > LARGEST and not _is_picture(path)
        if mode in _FILES and not is_foreign and not is_large:
            yield Blob(path=path, oid=oid)


def _place(file: Path, data: bytes) -> None:
    """Write a file, unless none can have that name."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    except OSError as error:
        if error.errno not in _NOT_A_NAME:
            raise


def _is_picture(path: str) -> bool:
    return FIXED.get(path.partition("/")[0]) == IMAGE


def _read(root: Path, blobs: Collection[Blob]) -> Iterator[bytes]:
    """The bytes of each, from one call: no attribute or filter of the repository touches them."""
    asked = "".join(f"{blob.oid}\n" for blob in blobs).encode()
    answer = git_bytes(root, "cat-file", "--batch", given=asked)
    if answer is None:
        raise Refused("since-damaged")
    at = 0
    for blob in blobs:
        line = answer.find(b"\n", at)
        oid, *facts = answer[at:line].decode().split()
        if oid != blob.oid or len(facts) != 2:
            raise Refused("since-damaged")
        size = int(facts[1])
        yield answer[line + 1 : line + 1 + size]
        at = line + size + 2


def _read_one(root: Path, name: str) -> bytes:
    """The bytes of one file of the past; none of what is larger than any file of ours."""
    size = git(root, "cat-file", "-s", name).strip()
    if not size or int(size) > LARGEST:
        return b""
    return git_bytes(root, "cat-file", "blob", name) or b""


def _gone(root: Path, base: str) -> Mapping[str, tuple[str, str]]:
    """Things without a file of their own in `base`: the commit that took it, and its path then.

    A thing that moved to another folder, or came back later, is not gone.
    """
    log = git(
        root,
        *("log", "--first-parent", "-m", "--no-renames", "--name-status", "-z", "--relative"),
        *(f"--format={COMMIT}%H", base, "--", "."),
    )
    present: dict[str, set[str]] = {}
    gone: dict[str, tuple[str, str]] = {}
    for commit, names in reversed(list(commits_of(log))):
        for status, path in zip(names[::2], names[1::2], strict=True):
            if not _is_original(path):
                continue
            paths = present.setdefault(thing_key(path), set())
            if status == "D":
                paths.discard(path)
                gone[thing_key(path)] = (commit, path)
            else:
                paths.add(path)
    return {key: last for key, last in gone.items() if not present[key]}


def _is_original(path: str) -> bool:
    folder, _, inside = path.partition("/")
    return folder in THINGS and inside.rpartition("/")[2].count(".") == 1


def _title(path: str, data: bytes) -> str | None:
    """The title or name in a file, "" where nobody can read one, None of a closed group."""
    folder = path.partition("/")[0]
    document, _ = read_document(path, THINGS[folder], thing_key(path), None, data)
    if document is None or not isinstance(document.root, Head):
        return ""
    access = document.root.get("access")
    if access is not None:
        is_said = isinstance(access, Scalar) and access.text.strip().lower() in _NOT_CLOSED
        if not is_said:
            return None
    title = document.root.get("title") or document.root.get("name")
    return title.text if isinstance(title, Scalar) else ""
