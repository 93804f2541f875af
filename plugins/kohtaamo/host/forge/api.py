"""What this software asks of a forge, alike for all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from kohtaamo.host.forge.asking import Line
from kohtaamo.host.forge.fault import ForgeFault

# So many pages of answers are read; who has more issues open than that has other worries.
_MOST_PAGES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A comment or an issue, which the forge calls by its `number`.

    `is_ours` when the token's own user wrote it: nobody else's is touched.
    """

    number: int
    text: str
    is_ours: bool
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """An open pull or merge request; `head` is its newest commit, `base` the branch it is for.

    `ref` is where git finds it in the repository that it is for, from a branch of which it comes
    when it `is_ours`.
    """

    number: int
    head: str
    base: str
    ref: str
    is_ours: bool = False


class Api(Protocol):
    """A forge. All of it raises ForgeFault."""

    def comments(self, pull: int) -> Iterator[Post]:
        """Those of a pull request, the oldest first."""

    def comment(self, pull: int, text: str) -> None:
        """Write a new one."""

    def change_comment(self, pull: int, number: int, text: str) -> None:
        """Write one anew."""

    def issues(self) -> Iterator[Post]:
        """The open ones."""

    def open_issue(self, title: str, text: str) -> str:
        """Write a new one; its address."""

    def change_issue(self, number: int, title: str, text: str) -> None:
        """Write one anew."""

    def pulls(self) -> Iterator[Pull]:
        """The open ones."""

    def open_pull(self, title: str, text: str, head: str, base: str) -> str:
        """Propose to merge the branch `head` into the branch `base`; the proposal's address."""


def pages(line: Line, path: str, size: int = 50) -> Iterator[Any]:
    """All entries of a list that comes in pages; `path` ends where more of the query may follow."""
    sign = "&" if "?" in path else "?"
    for page in range(1, _MOST_PAGES + 1):
        # GitHub and GitLab say `per_page`, Forgejo says `limit`.
        found = line.ask("GET", f"{path}{sign}per_page={size}&limit={size}&page={page}")
        if not isinstance(found, list):
            raise ForgeFault("Alusta vastasi muuta kuin luettelon. Onko osoite oikea?")
        yield from found
        if len(found) < size:
            return
