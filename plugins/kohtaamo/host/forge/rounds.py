"""A round over all open proposals, for forges whose runs for strangers cannot write a comment.

Runs on the network's own branch with its own token. Of each contribution only content is laid over
that branch, in a folder of its own, and read; nothing of it is run.
"""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from kohtaamo.host.forge.api import Api, Pull
from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.fetching import fetch
from kohtaamo.host.forge.laying import lay
from kohtaamo.host.forge.posts import Kept, keep_comment
from kohtaamo.host.forge.surroundings import Surroundings
from kohtaamo.host.forge.writing import git_do, top_of
from kohtaamo.review.markdown import plain

# What a review says of a content folder that a contribution was laid into.
Review = Callable[[Path], str]


class Preview(Protocol):
    """Puts the preview of a content folder somewhere; the address."""

    def __call__(self, folder: Path, number: int, still_open: Sequence[int]) -> str: ...


def review_all(
    content: Path, api: Api, at: Surroundings, review: Review, preview: Preview | None = None
) -> Iterator[tuple[int, Kept | str]]:
    """Keep the comment of every open proposal to the branch; what was done, or why nothing was.

    One that cannot be laid is told so in its comment; the others go on.
    """
    top = top_of(content)
    pulls = [each for each in api.pulls() if each.base == at.branch]
    numbers = [each.number for each in pulls]
    for pull in pulls:
        try:
            shown = partial(preview, number=pull.number, still_open=numbers) if preview else None
            text = _review_of(top, content, at, pull, review, shown)
            yield pull.number, keep_comment(api, pull.number, "review", text)
        except ForgeFault as fault:
            yield pull.number, str(fault)


def _review_of(
    top: Path,
    content: Path,
    at: Surroundings,
    pull: Pull,
    review: Review,
    preview: Callable[[Path], str] | None,
) -> str:
    commit = fetch(top, at, pull.ref)
    inside = content.resolve().relative_to(top.resolve())
    with tempfile.TemporaryDirectory() as place:
        tree = Path(place) / "tree"
        git_do(top, "worktree", "add", "--quiet", "--detach", str(tree), "HEAD")
        try:
            lay(tree / inside, commit, is_ours=pull.is_ours)
            text = review(tree / inside)
            return f"{text}\n{_previewed(tree / inside, preview)}\n" if preview else text
        except ForgeFault as fault:
            return f"**Tätä ehdotusta ei voi yhdistää sellaisenaan.** {plain(str(fault), 500)}"
        finally:
            git_do(top, "worktree", "remove", "--force", str(tree))


def _previewed(folder: Path, preview: Callable[[Path], str]) -> str:
    """Where the preview is; a review is worth telling without one, too."""
    try:
        return f"Esikatselu: {preview(folder)}"
    except ForgeFault as fault:
        return f"Esikatselua ei voi näyttää. {plain(str(fault), 500)}"
