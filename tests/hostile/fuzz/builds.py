"""Whole builds of networks in which hundreds of files are faulty, and what came out of them."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from kohtaamo.content.source.layout import THINGS
from kohtaamo.problems.problem import has_errors

from ..judging import UNSEEN, in_calendar, in_json, in_page, in_page_quickly, in_xml
from .files import drawn
from .reading_one import read
from .seeds import SITES, Seed, seeds

ROOT = SITES.parents[1]
# Built, or built without what is faulty.
_GOOD_ENDS = (0, 3)
# html5lib reads as a browser does, and takes ten times as long as lxml: every so many pages.
_EVERY = 10
# What paths of the output are made of: slugs, words of addresses, names of the site's pictures.
_PATH = re.compile(r"\.?[A-Za-z0-9][A-Za-z0-9._/-]*")


@dataclass
class Build:
    """What one build came to: its exit code, CPU seconds, megabytes, files in and out."""

    number: int
    code: int = 0
    seconds: float = 0.0
    megabytes: float = 0.0
    written: int = 0
    faulty: int = 0
    outputs: Counter[str] = field(default_factory=Counter)
    left_out: int = 0
    faults: list[str] = field(default_factory=list)


def build(number: int, count: int, folder: Path, *, every: int = _EVERY) -> Build:
    """Write the `everything` site with `count` faulty files in it, build it, judge the output.

    `folder` is made, and left with its content where something was found.
    """
    found = Build(number)
    content, output = folder / "content", folder / "output"
    shutil.copytree(SITES / "everything" / "content", content)
    found.written, found.faulty = _write(content, number, count)
    command = [sys.executable, "-m", "kohtaamo", "build", str(content), "-o", str(output)]
    command += ["--today", "2026-12-01", "--quarantine"]
    said = folder / "said.txt"
    with said.open("wb") as out:
        process = subprocess.Popen(
            command,
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
        )
        _, status, usage = os.wait4(process.pid, 0)
    found.code = process.returncode = os.waitstatus_to_exitcode(status)
    found.seconds = usage.ru_utime + usage.ru_stime
    found.megabytes = usage.ru_maxrss / 1024
    _judge_words(found, said.read_text("utf-8", "surrogateescape"))
    if found.code in _GOOD_ENDS:
        _judge_output(found, output, every)
    if beside := {each.name for each in folder.iterdir()} - {"content", "output", "said.txt"}:
        found.faults.append(f"written beside the output: {beside}")
    return found


def _write(content: Path, number: int, count: int) -> tuple[int, int]:
    """How many mutated files were written, and how many of them are faulty by themselves: `count`.

    Each file of the site is replaced by a mutant of its own; further ones stand beside it.
    """
    mutants: list[Seed] = []
    known = [each for each in seeds("everything", "small") if each.kind in THINGS.values()]
    drawn(number, 2 * count, mutants.append, known)
    taken: set[str] = set()
    faulty = 0
    for at, each in enumerate(mutants):
        path = _free(each, at, taken)
        if path is None:
            continue
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(each.data)
        taken.add(path)
        faulty += has_errors(read(each).problems)
        if faulty == count:
            break
    return len(taken), faulty


def _free(each: Seed, at: int, taken: set[str]) -> str | None:
    """The file's own path, or one beside it; a translation has only one."""
    if each.path not in taken:
        return each.path
    stem, dot, ending = each.path.rpartition(".")
    return f"{stem}-{at}{dot}{ending}" if each.language is None else None


def _judge_words(found: Build, said: str) -> None:
    if found.code not in _GOOD_ENDS:
        found.faults.append(f"ended with {found.code}: {said[-500:]!r}")
    if "Traceback" in said:
        found.faults.append(f"a traceback: {said[said.index('Traceback') :][:2000]}")
    # The sign for a letter that could not be read is seen, and quoted where it stands.
    if UNSEEN.search(said.replace("\ufffd", "")):
        found.faults.append("a hidden character in what was said")
    found.left_out = len(set(re.findall(r"^\S*?content/(\S+?):\d+: ", said, re.MULTILINE)))


def _judge_output(found: Build, output: Path, every: int) -> None:
    for at, file in enumerate(sorted(output.rglob("*"))):
        if not file.is_file():
            continue
        path, body = file.relative_to(output).as_posix(), file.read_bytes()
        found.outputs[file.suffix] += 1
        if not _PATH.fullmatch(path):
            found.faults.append(f"{path!r} is no path of ours")
        try:
            wrong = judged(path, body, carefully=at % every == 0)
        except Exception as error:  # noqa: BLE001 - a parser that gives up has found something
            wrong = [f"{type(error).__name__}: {error}"]
        found.faults += [f"{path}: {fault}" for fault in wrong]


def judged(path: str, body: bytes, *, carefully: bool) -> list[str]:
    """What parsers that are not ours find in a file; `carefully` as browsers read it."""
    ending = path.rpartition(".")[2]
    if ending == "html":
        wrong = [] if b"Content-Security-Policy" in body else ["no policy"]
        return wrong + (in_page(body) if carefully else in_page_quickly(body))
    if ending == "ics":
        return in_calendar(body)
    if ending in ("xml", "opml"):
        return in_xml(body, carefully=carefully)
    if ending == "json":
        return in_json(body)
    return []
