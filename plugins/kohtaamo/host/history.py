"""When each thing of the content folder last landed, from one `git log`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from kohtaamo.content.source.keys import thing_key, translated_into
from kohtaamo.host.git import git

# Asked with -z, git ends every name with a NUL: an empty one can only be the mark of a commit.
COMMIT = "%x00"
# A commit may claim any number of seconds. Dates end with the year 9999; two days before that,
# every zone still has one.
_LATEST = 253_402_128_000


@dataclass(frozen=True, slots=True)
class Landings:
    """The newest and the first landing (aware, UTC) of each thing, by `thing_key`.

    `languages` are those into which a thing is or was translated; things without any are missing.
    """

    newest: Mapping[str, datetime]
    first: Mapping[str, datetime]
    languages: Mapping[str, frozenset[str]]


def landings(root: Path, today: date) -> Landings:
    """When every thing below `root` landed first and last.

    A landing is a commit on the first-parent line, so a change counts from its merge, and a
    squash gives one. Files that are gone count too: a translation that was deleted is a change,
    and a thing that moved to another folder has landed before. The newest is the latest of all
    landings, whatever their order: no commit with a wrong clock takes a thing back.

    What is changed and not committed counts as landing at `today`'s midnight, unless it landed
    later. Things that were never committed are missing, as is everything outside a repository or
    where git cannot be asked.
    """
    committed = landings_until(root, "HEAD")
    if not committed.newest:
        return committed
    newest = dict(committed.newest)
    midnight = datetime.combine(today, time(), tzinfo=UTC)
    for path in _uncommitted(root):
        key = thing_key(path)
        if key in newest:
            newest[key] = max(newest[key], midnight)
    return replace(committed, newest=newest)


def landings_until(root: Path, commit: str) -> Landings:
    """The same as it was when `commit` was the newest, uncommitted changes left aside."""
    log = git(
        root,
        *("log", "--first-parent", "-m", "--no-renames", "--name-only", "-z", "--relative"),
        *(f"--format={COMMIT}%ct", commit, "--", "."),
    )
    # Of each file first: a thing's key is looked up once a file, not once a landing.
    spans: dict[str, tuple[int, int]] = {}
    for stamp, names in commits_of(log):
        seconds = min(int(stamp), _LATEST)
        for name in names:
            first, newest = spans.get(name, (seconds, seconds))
            spans[name] = (min(first, seconds), max(newest, seconds))
    of_things: dict[str, tuple[int, int]] = {}
    languages: dict[str, set[str]] = defaultdict(set)
    for name, (first, newest) in spans.items():
        key = thing_key(name)
        earliest, latest = of_things.get(key, (first, newest))
        of_things[key] = (min(earliest, first), max(latest, newest))
        if (language := translated_into(name)) is not None:
            languages[key].add(language)
    return Landings(
        newest={key: _moment(newest) for key, (_, newest) in of_things.items()},
        first={key: _moment(first) for key, (first, _) in of_things.items()},
        languages={key: frozenset(tags) for key, tags in languages.items()},
    )


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, tz=UTC)


def commits_of(log: str) -> Iterator[tuple[str, list[str]]]:
    """What the format asked for, and the names, of every commit in what `git log -z` printed."""
    parts = iter(log.split("\0"))
    line, names = "", list[str]()
    for part in parts:
        if part:
            # The first name stands on a line of its own.
            names.append(part if names else part.removeprefix("\n"))
            continue
        if line:
            yield line, names
        line, names = next(parts, ""), []
    if line:
        yield line, names


def is_incomplete(root: Path) -> bool:
    """True when the history is missing or cut: publishing would date everything wrongly.

    Missing it is also where the repository around `root` knows nothing of it: an unpacked archive.
    """
    return is_shallow(root) or not git(root, "log", "-1", "--format=%H", "--", ".")


def is_shallow(root: Path) -> bool:
    """True when the history is cut, or when there is no repository."""
    return git(root, "rev-parse", "--is-shallow-repository").strip() != "false"


def _uncommitted(root: Path) -> Iterator[str]:
    """Files below `root` that differ from the last commit, new and deleted ones too."""
    inside = git(root, "rev-parse", "--show-prefix").removesuffix("\n")
    status = git(
        root, *("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", ".")
    )
    for entry in filter(None, status.split("\0")):
        # Two letters and a blank, then the path from the top of the repository.
        yield entry[3:].removeprefix(inside)
