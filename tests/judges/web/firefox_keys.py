"""Residents' errands (`tests/browser/errands.py`) by the keyboard alone, in Firefox."""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tests.browser.chromium import NOON
from tests.browser.errands import EVERY, Errand, Resident


class Keys:
    """A page in Firefox, behind a program that does what a line asks and answers with a line."""

    def __init__(self, program: subprocess.Popen[str]) -> None:
        self.program = program

    def _do(self, *words: str) -> Any:
        assert self.program.stdin is not None
        assert self.program.stdout is not None
        self.program.stdin.write(json.dumps(words) + "\n")
        self.program.stdin.flush()
        answer = json.loads(self.program.stdout.readline() or '{"fault": "Firefox is gone"}')
        if "fault" in answer:
            raise RuntimeError(answer["fault"])
        return answer["said"]

    def open(self, address: str) -> None:
        self._do("open", address)

    def press(self, key: str) -> None:
        self._do("press", key)

    def follow(self, key: str, address: str) -> None:
        self._do("follow", key, address)

    def write(self, text: str) -> None:
        self._do("write", text)

    def day(self, iso: str) -> str:
        year, month, day = iso.split("-")
        return f"{month}{day}{year}"

    def ask(self, script: str) -> Any:
        return self._do("ask", script)

    def until(self, script: str, value: str) -> None:
        self._do("until", script, value)

    def saved(self, key: str) -> str:
        return str(self._do("saved", key))


@contextmanager
def keys(command: Sequence[str], *, scripts: bool) -> Iterator[Keys]:
    """A page at noon of the day of the builds, in Finland."""
    with tempfile.TemporaryDirectory() as folder:
        program = subprocess.Popen(
            [*command, NOON.isoformat(), "scripts" if scripts else "plain", folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        with program:
            yield Keys(program)


def run(command: Sequence[str], origin: str) -> tuple[list[str], list[int]]:
    """What goes wrong with the errands, with scripts and without; how often Tab is pressed."""
    faults, tabs = [], []
    for scripts in (True, False):
        with keys(command, scripts=scripts) as keyboard:
            resident = Resident(keyboard, origin)
            for errand in EVERY:
                found = _run(resident, errand, scripts=scripts)
                how = "with scripts" if scripts else "without scripts"
                faults += [f"{errand.name}, {how}: {each}" for each in found]
                tabs.append(resident.tabs)
    return faults, tabs


def _run(resident: Resident, errand: Errand, *, scripts: bool) -> list[str]:
    try:
        return resident.run(errand, scripts=scripts)
    except RuntimeError as fault:
        return [f"{resident.doing}: {fault}"]
