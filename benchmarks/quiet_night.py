"""How much of the portal changes in a night in which nobody changed anything.

    .venv/bin/python benchmarks/quiet_night.py [CONTENT] [--first 2026-12-01] [--nights 31]

Copies the content folder into a repository of its own, as if each file had been committed on a day
of its own before the first night, builds the portal for each day, and prints Markdown: how many
files of each kind there are, and how many differ (or come, or go) from one day to the next, in the
median night, in the one with the most, and in all nights together. `--night 2026-12-02` lists
instead the files that differ on that day.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from statistics import median

from kohtaamo.addresses import Addresses, reserved_slugs
from kohtaamo.content.load import load

ROOT = Path(__file__).resolve().parent.parent
WHO = ("-c", "user.name=Kohtaamo", "-c", "user.email=kohtaamo@example.org")

DAY = timedelta(days=1)

Digests = Mapping[str, bytes]
Sections = Mapping[tuple[str, ...], str]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("content", nargs="?", type=Path, default=ROOT / "content")
    parser.add_argument("--first", type=date.fromisoformat, default=date(2026, 12, 1))
    parser.add_argument("--nights", type=int, default=31)
    parser.add_argument("--night", type=date.fromisoformat)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        content = committed(asked.content, Path(folder), asked.night or asked.first)
        if asked.night:
            before, now = (digests(content, day) for day in days(asked.night - DAY, 2))
            print("\n".join(sorted(differing(before, now))))
        else:
            measure(content, list(days(asked.first, asked.nights + 1)))


def days(first: date, number: int) -> Iterator[date]:
    """So many days on end."""
    return (first + DAY * each for each in range(number))


def committed(content: Path, folder: Path, first: date) -> Path:
    """A copy of the content folder; the files landed one a day, the last one a week before."""
    copy = Path(shutil.copytree(content, folder / "content"))
    files = sorted(copy.rglob("*.*"))
    _git(folder, first, "init", "-q")
    for number, file in enumerate(files):
        day = first - DAY * (len(files) - number + 6)
        _git(folder, day, "add", str(file))
        _git(folder, day, "commit", "-q", "-m", file.name)
    return copy


def _git(folder: Path, day: date, *command: str) -> None:
    moment = f"{day}T10:00:00+00:00"
    dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    subprocess.run(["git", *WHO, *command], cwd=folder, check=True, env={**os.environ, **dates})


def digests(content: Path, today: date) -> Digests:
    """Every file of one day's build, by path."""
    output = content.parent / "output"
    command = [sys.executable, "-m", "kohtaamo", "build", str(content), "-o", str(output)]
    command += ["--today", today.isoformat(), "--site-url", "https://kohtaamo.example"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return {
        file.relative_to(output).as_posix(): sha256(file.read_bytes()).digest()
        for file in output.rglob("*")
        if file.is_file()
    }


def differing(before: Digests, now: Digests) -> set[str]:
    """Paths that changed, came or went."""
    return {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}


def measure(content: Path, nights: list[date]) -> None:
    """The table of all nights, by kind of file."""
    sections = sections_of(content, nights[0])
    before = digests(content, nights[0])
    there = Counter(kind_of(path, sections) for path in before)
    changed: list[Counter[str]] = []
    for day in nights[1:]:
        now = digests(content, day)
        changed.append(Counter(kind_of(path, sections) for path in differing(before, now)))
        before = now
        if sys.stderr.isatty():
            print(f"{day}: {changed[-1].total()}", file=sys.stderr)
    print(f"| kind of file | files | median of {len(changed)} nights | most | in all |")
    print("|---|---|---|---|---|")
    for kind in sorted(there | sum(changed, Counter())):
        print(_row(kind, there[kind], [each[kind] for each in changed]))
    print(_row("all", there.total(), [each.total() for each in changed]))


def _row(kind: str, files: int, counts: list[int]) -> str:
    return f"| {kind} | {files} | {median(counts):g} | {max(counts)} | {sum(counts)} |"


def sections_of(content: Path, today: date) -> Sections:
    """What lies where: the parts of each section's path → its key, in every language."""
    loaded = load(content, today=today, reserved=reserved_slugs())
    found: dict[tuple[str, ...], str] = {}
    for tag, words in loaded.words.items():
        addresses = Addresses(words, tag == loaded.network.identity.first_language)
        found[_parts(addresses.front)] = "front"
        for text in words.texts:
            if text.startswith("addresses."):
                key = text.removeprefix("addresses.")
                found.setdefault(_parts(addresses.section(key)), key)
    return found


def _parts(address: str) -> tuple[str, ...]:
    return tuple(part for part in address.split("/") if part)


FEEDS = {"rss.xml", "atom.xml", "feed.json"}
# Sections whose first page counts events, and those whose things are listings of events.
COUNTING = {"audiences", "topics", "needs", "municipalities"}
LISTINGS = COUNTING | {"places", "organisers"}


def kind_of(path: str, sections: Sections) -> str:
    """The kind of a file: its name, or what its page shows."""
    *folders, name = path.split("/")
    if folders[:1] == ["pagefind"]:
        return "search index"
    if name.endswith(".ics"):
        return "calendar: " + ("rooms/*.ics" if folders[-1] == "rooms" else name)
    if name in FEEDS:
        return "feeds"
    if name != "index.html":
        return f"file: {name}"
    above = (tuple(folders[:number]) for number in range(len(folders), -1, -1))
    start = next(each for each in above if each in sections)
    return "pages: " + _shown(sections[start], folders[len(start) :])


def _shown(section: str, below: list[str]) -> str:
    """What a page of a section shows, by how its address goes on."""
    later = len(below) > 1 and below[-1].isdigit() and not below[0].isdigit()
    if section == "events" and below and not later:
        return "a month" if len(below) > 1 else "an event"
    if section == "places" and len(below) == 3 and not later:
        return "a room"
    if section in {"events", "afar"} or (section in LISTINGS and below):
        return "listings"
    if section in COUNTING:
        return "indexes with numbers of events"
    return section if section in {"front", "about", "changes"} and not below else "all others"


if __name__ == "__main__":
    main()
