"""`kohtaamo new-network FOLDER`: a new network's first day, as far as a machine can do it."""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kohtaamo.addresses import reserved_slugs
from kohtaamo.commands.interview import ORDER, REQUIRED, Interview
from kohtaamo.commands.interview_towns import ask_towns, take_towns
from kohtaamo.commands.new import Wanted, run_new
from kohtaamo.commands.terminal import EndedError, Terminal
from kohtaamo.content.build.draft import build_network
from kohtaamo.content.defaults import default_vocabularies
from kohtaamo.content.load import Loaded, load
from kohtaamo.content.rules.undecided import marks_of
from kohtaamo.host.clock import today_in_finland
from kohtaamo.host.software import (
    LIST,
    SETTINGS,
    copy_files,
    listed,
    missing_parts,
    program_root,
    software_files,
)
from kohtaamo.problems.catalogue import load_catalogue
from kohtaamo.problems.formats import FORMATS
from kohtaamo.words.words import Words
from kohtaamo.writing.region.files import region_files
from kohtaamo.writing.region.words import region_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """What the command line says: where to, answers, the language of the questions."""

    folder: str
    given: Sequence[str] = ()
    language: str = "fi"
    is_quiet: bool = False


def run_new_network(region: Region, today: date | None) -> int:
    """Make a network's folder: 0 when it is made, 1 when not, 2 for wrong usage."""
    words, day = region_words(region.language), today or today_in_finland()
    source, target = program_root(), Path(region.folder).resolve()
    against = _against(words, source, target, region.folder)
    if against:
        print(against, file=sys.stderr)
        return 2
    interview = Interview(
        terminal=Terminal(words),
        catalogue=load_catalogue(region.language),
        network=build_network((), default_vocabularies()),
    )
    try:
        wrong = _take_given(interview, region) or _ask_all(interview, region)
        if wrong:
            print("\n".join(wrong), file=sys.stderr)
            return 2
        return _make(interview, source, target, region, day)
    except (KeyboardInterrupt, EndedError):
        print(f"\n{words('writing.ended')}")
        return 1


def _against(words: Words, source: Path, target: Path, written: str) -> str:
    """Why nothing can be made there, "" when it can."""
    if missing := missing_parts(source):
        return words("region.no_software", missing=", ".join(missing))
    if target == source or source in target.parents:
        return words("region.within", folder=written)
    try:
        if target.exists() and not target.is_dir():
            return words("region.not_folder", folder=written)
        there = sorted(each.name for each in target.iterdir()) if target.exists() else []
    except OSError as error:
        # A name that is too long, a folder that is somebody else's.
        return words("region.not_written", folder=written, why=error)
    others = [each for each in there if each != ".git"]
    if others:
        return words("region.not_empty", folder=written, files=", ".join(others[:5]))
    return ""


def _take_given(interview: Interview, region: Region) -> list[str]:
    """The answers of the command line, in the order of the questions; what is wrong with them."""
    words, given, wrong = interview.words, {}, []
    for each in region.given:
        key, sign, text = each.partition("=")
        if not sign:
            wrong.append(words("writing.not_given", text=each))
        elif key.strip() not in ORDER:
            wrong.append(
                words("region.unknown_key", question=key.strip(), allowed=", ".join(ORDER))
            )
        else:
            given[key.strip()] = text.strip()
    for key in ORDER:
        if given.get(key):
            take = take_towns if key == "towns" else None
            reason = take(interview, given[key]) if take else interview.take(key, given[key])
            wrong += [f"{key}: {reason}"] if reason else []
        elif key == "languages" and not wrong and "towns" in given:
            # Names of municipalities follow the languages.
            interview.take(key, interview.default(key))
    return wrong


def _ask_all(interview: Interview, region: Region) -> list[str]:
    """Ask for what is missing; without asking, take what is suggested, and say what is not."""
    terminal, words = interview.terminal, interview.words
    if not region.is_quiet:
        terminal.say(words("region.begin", folder=region.folder))
    missing = []
    for key in ORDER:
        if not interview.is_asked(key):
            continue
        default = interview.default(key)
        if not region.is_quiet and not (key == "forge" and default):
            _ask(interview, key)
        elif default:
            interview.take(key, default)
        elif key in REQUIRED or (key == "forge" and interview.has("repository")):
            missing.append(key)
    if missing:
        return [words("region.missing", keys=", ".join(missing), first=missing[0])]
    return []


def _ask(interview: Interview, key: str) -> None:
    """One question, until its answer can be read."""
    terminal, words = interview.terminal, interview.words
    terminal.say()
    required = f" ({words('region.required')})" if key in REQUIRED else ""
    terminal.say(words(f"region.{key}.label") + required)
    if f"region.{key}.help" in words.texts:
        terminal.say(f"  {words(f'region.{key}.help')}")
    if key == "towns":
        ask_towns(interview)
        return
    if key in ("sector", "class"):
        for number, (each, name) in enumerate(
            interview.names(interview.field(key)).items(), start=1
        ):
            terminal.say(f"    {number}  {name}  ({each})")
    default = interview.default(key)
    while True:
        text = terminal.ask(f"[{default}] > " if default else "> ") or default
        if not text and key not in REQUIRED and key != "forge":
            return
        reason = interview.take(key, text) if text else words("writing.needed")
        if not reason:
            return
        terminal.say(f"  {reason}")


def _make(interview: Interview, source: Path, target: Path, region: Region, day: date) -> int:
    """Write everything beside the folder, check it, and move it in."""
    words = interview.words
    settings = {each: (source / each).read_text("utf-8") for each in SETTINGS}
    own = region_files(interview.facts(), settings, day)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        waiting = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    except OSError as error:
        print(words("region.not_written", folder=region.folder, why=error), file=sys.stderr)
        return 1
    try:
        for path, text in own.items():
            file = waiting / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        loaded = load(waiting / "content", today=day, reserved=reserved_slugs())
        if loaded.faulty:
            print(words("region.faulty"), file=sys.stderr)
            print(FORMATS["text"](loaded.problems, interview.catalogue, "content"))
            return 1
        paths = software_files(source)
        copy_files(source, waiting, paths)
        (waiting / LIST).write_text(listed(waiting, paths), "utf-8", newline="\n")
        _move_in(waiting, target)
    except OSError as error:
        print(words("region.not_written", folder=region.folder, why=error), file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
    counts = {"count": len(paths), "own": len(own)}
    interview.terminal.say()
    interview.terminal.say(words("region.written", folder=region.folder, **counts))
    return _after(interview, target, region, day, loaded)


def _move_in(waiting: Path, target: Path) -> None:
    """Into a folder that is empty or holds only `.git`; readable to whom a new folder would be."""
    target.mkdir(exist_ok=True)
    for each in sorted(waiting.iterdir()):
        shutil.move(each, target / each.name)


def _after(interview: Interview, target: Path, region: Region, day: date, loaded: Loaded) -> int:
    """The first place and the first event by whoever answers; then what is left to decide."""
    terminal, words = interview.terminal, interview.words
    content = str(target / "content")
    if not region.is_quiet:
        with suppress(EndedError):
            for kind in ("place", "event"):
                terminal.say()
                question = words("region.first", kind=words(f"region.kinds.{kind}"))
                if not terminal.agrees(question, by_default=True):
                    break
                run_new(content, day, Wanted(kind=kind, language=region.language, is_brief=True))
    terminal.say()
    terminal.say(words("region.next", folder=region.folder))
    # The statement is one more, and so is an address that nobody knew.
    count = 1 + len(list(marks_of(loaded.network))) + (not interview.has("site"))
    terminal.say(words("region.open", count=count))
    return 0
