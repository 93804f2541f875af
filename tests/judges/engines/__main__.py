"""`python -m tests.judges.engines [--form] FOLDER COMMAND …`: another engine reads our calendars.

The command is called with a folder behind it, and with the calendars in it on standard input, one a
line. It says every date, as file, UID, start, end and status with tabs between; starts and ends are
in UTC by the file's own time zone, or dates. Whatever it says on standard error is a fault.

It has to see that calendars are wrong which are so on purpose; with --form, also those whose form
is wrong. The folder is empty, and full of sites afterwards.
"""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.judges.engines.expected import Expected, differences
from tests.judges.engines.networks import calendars, network_of
from tests.judges.engines.rows import Row
from tests.judges.engines.sites import built_networks
from tests.judges.engines.wrong import WRONG, WRONG_FILE, WRONG_FORM, WRONG_ZONE, Spoils, spoilt

# Of thousands of differences, the first ones tell what is wrong.
MOST_SHOWN = 40


def main(folder: Path, command: Sequence[str], spoils: Spoils) -> int:
    """Print what differs and how much was compared; 0 when nothing differs."""
    faults, compared, read = [], 0, 0
    for name, (content, output) in built_networks(folder).items():
        theirs, complaints = _asked(command, output)
        faults += [f"{name}: {each}" for each in complaints]
        for each in calendars(network_of(content)):
            found = differences(each.file, each.expected, theirs.get(each.file, []))
            faults += [f"{name}/{line}" for line in found]
            compared += 1
        read += len(theirs)
        if name == "small":
            faults += _unseen(command, spoils, content, output)
    for line in faults[:MOST_SHOWN]:
        print(line)
    if len(faults) > MOST_SHOWN:
        print(f"... and {len(faults) - MOST_SHOWN} more")
    print(f"{read} calendars read, {compared} compared, {len(faults)} faults")
    return 1 if faults else 0


def _asked(command: Sequence[str], output: Path) -> tuple[Mapping[str, list[Row]], list[str]]:
    """What the engine says of each calendar in a folder, and what it complains about."""
    files = sorted(each.relative_to(output).as_posix() for each in output.rglob("*.ics"))
    said = subprocess.run(
        [*command, str(output)], input="\n".join(files), capture_output=True, text=True, check=False
    )
    rows: dict[str, list[Row]] = defaultdict(list)
    for line in said.stdout.splitlines():
        file, uid, start, end, status = line.split("\t")
        rows[file].append(Row(uid, start, end, status == "CANCELLED"))
    complaints = said.stderr.splitlines()
    if said.returncode and not complaints:
        complaints = [f"{command[0]} ended with {said.returncode}"]
    return rows, complaints


def _unseen(command: Sequence[str], spoils: Spoils, content: Path, output: Path) -> Iterator[str]:
    """The calendars that are wrong on purpose and yet found right."""
    (coffee,) = (each for each in calendars(network_of(content)) if each.file == WRONG_FILE)
    body = (output / WRONG_FILE).read_bytes()
    for number, (name, change) in enumerate(spoils.items()):
        folder = output.with_name(f"wrong-{number}")
        file = folder / WRONG_FILE
        file.parent.mkdir(parents=True)
        file.write_bytes(spoilt(body, change))
        if not _is_seen(command, folder, coffee.expected):
            yield f"a calendar that is wrong on purpose was found right: {name}"


def _is_seen(command: Sequence[str], output: Path, ours: Expected) -> bool:
    theirs, complaints = _asked(command, output)
    return bool(complaints) or any(differences(WRONG_FILE, ours, theirs.get(WRONG_FILE, [])))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    wrong = {**WRONG, **WRONG_ZONE}
    if arguments[0] == "--form":
        del arguments[0]
        wrong |= WRONG_FORM
    sys.exit(main(Path(arguments[0]), arguments[1:], wrong))
