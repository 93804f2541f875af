"""What a contribution changed, file by file, as git has it: nothing is written to the disk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.writing import git_do

MOST_FILES = 2_000
# Modes of plain files, of no file and of another repository.
FILES = frozenset({"100644", "100755"})
NOTHING = "000000"
REPOSITORY = "160000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry of `git diff --raw`: modes and blobs before and after."""

    path: str
    older: str
    newer: str
    kept: str
    blob: str

    @property
    def is_removal(self) -> bool:
        return self.newer == NOTHING


def commit_of(top: Path, name: str) -> str:
    """The commit of a name. ForgeFault when there is none, or when it is an option of git."""
    if name.startswith("-"):
        raise ForgeFault("Anna ehdotus haaran nimenä tai commitin tunnuksena.")
    return git_do(
        top,
        *("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"),
        fails=f"Ehdotusta {name} ei ole tässä varastossa. Hae se ensin (git fetch).",
    )


def changes_between(top: Path, fork: str, head: str) -> list[Change]:
    """What the contribution changed since it left the branch; renames are two changes."""
    answer = git_do(
        top,
        *("diff", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", fork, head, "--"),
    )
    parts = answer.split("\0")[:-1]
    changes = []
    for facts, path in zip(parts[::2], parts[1::2], strict=True):
        older, newer, kept, blob, _ = facts.removeprefix(":").split()
        changes.append(Change(path=path, older=older, newer=newer, kept=kept, blob=blob))
    if len(changes) > MOST_FILES:
        raise ForgeFault(
            f"Ehdotus muuttaa {len(changes)} tiedostoa. Enintään {MOST_FILES} otetaan kerralla."
        )
    return changes


def sizes_of(top: Path, blobs: Sequence[str]) -> Mapping[str, int]:
    """Bytes by the blob's name."""
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    told = git_do(top, "cat-file", "--batch-check=%(objectname) %(objectsize)", given=asked)
    return {name: int(size) for name, size in (line.split() for line in told.splitlines())}
