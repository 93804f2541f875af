"""`kohtaamo upgrade FOLDER`: puts this version of the program into a network's folder."""

import sys
from datetime import date
from pathlib import Path

from kohtaamo import __version__
from kohtaamo.commands.check import run_check
from kohtaamo.host.software import (
    LIST,
    copy_files,
    is_newer,
    listed,
    missing_parts,
    program_root,
    remove_files,
    renewal,
    software_files,
)
from kohtaamo.words.words import Words
from kohtaamo.writing.region.words import region_words


def run_upgrade(folder: str, today: date | None, language: str, *, replaces: bool) -> int:
    """Renew the program's files and check the content: the check's exit code, 1 when stopped.

    2 for wrong usage. Files that somebody changed are named, and only replaced when asked to;
    what is the network's own is never touched.
    """
    words = region_words(language)
    source, target = program_root(), Path(folder).resolve()
    if against := _against(words, source, target, folder):
        print(against, file=sys.stderr)
        return 2
    found = renewal(source, target)
    if is_newer(found.older) and not replaces:
        versions = {"old": found.older, "new": __version__}
        print(words("region.upgrade.newer", folder=folder, **versions), file=sys.stderr)
        return 1
    if found.changed and not replaces:
        print(words("region.upgrade.changed", folder=folder), file=sys.stderr)
        print("\n".join(f"  {each}" for each in found.changed), file=sys.stderr)
        print(words("region.upgrade.stopped"), file=sys.stderr)
        return 1
    try:
        copy_files(source, target, found.written)
        remove_files(target, found.gone)
        text = listed(target, software_files(source))
        (target / LIST).write_text(text, "utf-8", newline="\n")
    except OSError as error:
        print(words("region.not_written", folder=folder, why=error), file=sys.stderr)
        return 1
    versions = {"old": found.older, "new": __version__}
    if not found.written and not found.gone:
        print(words("region.upgrade.same_version", folder=folder, **versions))
        return 0
    counts = {"written": len(found.written), "gone": len(found.gone)}
    print(words("region.upgrade.done", folder=folder, **versions, **counts))
    print(words("region.upgrade.own"))
    code = run_check(str(target / "content"), today, "text", language, None)
    print(words("region.upgrade.next"))
    return code


def _against(words: Words, source: Path, target: Path, written: str) -> str:
    """Why nothing can be renewed there, "" when it can."""
    if missing := missing_parts(source):
        return words("region.no_software", missing=", ".join(missing))
    if source == target:
        return words("region.upgrade.same", folder=written)
    return "" if (target / LIST).is_file() else words("region.upgrade.no_list", folder=written)
