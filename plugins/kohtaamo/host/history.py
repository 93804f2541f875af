"""When each thing of the content folder last landed, from one `git log`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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


@dataclass(frozen=True, slots=True)
class Logged:
    """What git's log says as far as the commit `head`, "" where there is none; by `thing_key`.

    `spans` are the first and the last landing in seconds.
    """

    head: str
    spans: Mapping[str, tuple[int, int]]
    languages: Mapping[str, frozenset[str]]


NEVER = Logged("", {}, {})


def landings(
    root: Path,
    today: date,
    logged: Logged | None = None,
    changed: Iterable[str] | None = None,
) -> Landings:
    """When every thing below `root` landed first and last.

    A landing is a commit on the first-parent line, so a change counts from its merge, and a
    squash gives one. Files that are gone count too: a translation that was deleted is a change,
    and a thing that moved to another folder has landed before. The newest is the latest of all
    landings, whatever their order: no commit with a wrong clock takes a thing back.

    What is changed and not committed counts as landing at `today`'s midnight, unless it landed
    later. Things that were never committed are missing, as is everything outside a repository or
    where git cannot be asked. `logged` is what the log says and
    `changed` what is not committed, for who has them already.
    """
    committed = _landings_in(log_until(root, "HEAD") if logged is None else logged)
    if not committed.newest:
        return committed
    newest = dict(committed.newest)
    midnight = datetime.combine(today, time(), tzinfo=UTC)
    for path in uncommitted(root) if changed is None else changed:
        key = thing_key(path)
        if key in newest:
            newest[key] = max(newest[key], midnight)
    return replace(committed, newest=newest)


def landings_until(root: Path, commit: str) -> Landings:
    """The same as it was when `commit` was the newest, uncommitted changes left aside."""
    return _landings_in(log_until(root, commit))


def continued(root: Path, before: Logged, head: str) -> Logged:
    """What the log says as far as the commit `head`, read on from where it was read before.

    It is read from its beginning where `before` is not on the line of first parents.
    """
    if before.head == head:
        return before
    line = git(root, "rev-list", "--first-parent", "--parents", f"{before.head}..{head}", "--")
    # The oldest of the commits since then, and its parents, the first of them on our line.
    oldest = line.rstrip("\n").rpartition("\n")[2].split()
    if not before.head or oldest[1:2] != [before.head]:
        return log_until(root, head)
    since = log_until(root, f"{before.head}..{head}")
    spans, languages = dict(before.spans), dict(before.languages)
    for key, (first, newest) in since.spans.items():
        earliest, latest = spans.get(key, (first, newest))
        spans[key] = (min(earliest, first), max(latest, newest))
    for key, tags in since.languages.items():
        languages[key] = languages.get(key, frozenset()) | tags
    return Logged(head, spans, languages)


def log_until(root: Path, commits: str) -> Logged:
    """What the log says of a commit and all before it, or of a range of commits."""
    log = git(
        root,
        *("log", "--first-parent", "-m", "--no-renames", "--name-only", "-z", "--relative"),
        *(f"--format={COMMIT}%ct", commits, "--", "."),
    )
    # Of each file first: a thing's key is looked up once a file, not once a landing.
    files: dict[str, tuple[int, int]] = {}
    for stamp, names in commits_of(log):
        seconds = min(int(stamp), _LATEST)
        for name in names:
            first, newest = files.get(name, (seconds, seconds))
            files[name] = (min(first, seconds), max(newest, seconds))
    spans: dict[str, tuple[int, int]] = {}
    languages: dict[str, set[str]] = defaultdict(set)
    for name, (first, newest) in files.items():
        key = thing_key(name)
        earliest, latest = spans.get(key, (first, newest))
        spans[key] = (min(earliest, first), max(latest, newest))
        if (language := translated_into(name)) is not None:
            languages[key].add(language)
    head = commits.rpartition("..")[2]
    return Logged(head, spans, {key: frozenset(tags) for key, tags in languages.items()})


def _landings_in(logged: Logged) -> Landings:
    return Landings(
        newest={key: _moment(newest) for key, (_, newest) in logged.spans.items()},
        first={key: _moment(first) for key, (first, _) in logged.spans.items()},
        languages=logged.languages,
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


def uncommitted(root: Path) -> Iterator[str]:
    """Files below `root` that differ from the last commit, new and deleted ones too."""
    inside = git(root, "rev-parse", "--show-prefix").removesuffix("\n")
    status = git(
        root, *("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", ".")
    )
    for entry in filter(None, status.split("\0")):
        # Two letters and a blank, then the path from the top of the repository.
        yield entry[3:].removeprefix(inside)
