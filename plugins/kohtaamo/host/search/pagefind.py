"""Runs pagefind: records in, the files of an index out.

Its Python wrapper waits a tenth of a second for each record; so this speaks to the program itself,
in the wrapper's own way: JSON in base64, a comma after each message, on stdin and stdout.
"""

import json
import os
import subprocess
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, cast

from kohtaamo.host.memory.store import digest
from kohtaamo.host.search.fault import NoIndex
from kohtaamo.host.search.kept import ENTRY

# Other ways to show results, and marks on pages that were found: nobody loads them here.
_UNUSED = (
    *("pagefind-component-ui.", "pagefind-ui.", "pagefind-modular-ui."),
    "pagefind-highlight.",
)
_CHUNK = 1 << 20


def recipe() -> str:
    """All that makes other files of the same records: the program, and what is kept of it here."""
    return f"{version('pagefind')} {digest(Path(__file__).read_bytes())}"


def index_files(entries: Iterable[Mapping[str, Any]]) -> dict[str, bytes]:
    """The files of an index of records, by path; the same of the same records. NoIndex."""
    requests: list[Mapping[str, Any]] = [
        {"type": "NewIndex", "config": {"keep_index_url": True}},
        *({"type": "AddRecord", "index_id": 0, **entry} for entry in entries),
        {"type": "GetFiles", "index_id": 0},
    ]
    answers = _asked(requests)
    found = next((each["files"] for each in answers if each["type"] == "GetFiles"), None)
    if found is None:
        raise NoIndex("pagefind gave no files")
    files = {each["path"]: b64decode(each["content"]) for each in found}
    files[ENTRY] = _in_order(files[ENTRY])
    return {path: data for path, data in files.items() if not path.startswith(_UNUSED)}


def _in_order(entry: bytes) -> bytes:
    """Pagefind writes the languages in another order each time."""
    return json.dumps(json.loads(entry), sort_keys=True, separators=(",", ":")).encode()


def _asked(requests: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What pagefind answers to some requests, in whatever order."""
    with TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(
                [_program(), "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
            )
        except OSError as error:
            raise NoIndex(f"{error.filename}: {error.strerror}") from None
        stdin, stdout = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        with process:
            feeder = threading.Thread(target=_feed, args=(stdin, requests), daemon=True)
            feeder.start()
            answers = list(_answers(stdout, len(requests)))
            feeder.join()
            process.kill()
            # What it did not read any more is nobody's loss.
            with suppress(OSError):
                stdin.close()
        if len(answers) == len(requests):
            return answers
        complaints.seek(0)
        said = complaints.read().decode("utf-8", "replace").strip()
        raise NoIndex(said.splitlines()[-1] if said else "pagefind ended")


def _program() -> Path:
    try:
        from pagefind.service import get_executable
    except ImportError as error:
        raise NoIndex(str(error)) from None
    program = get_executable()
    if program is None:
        raise NoIndex("pagefind_bin")
    return program


def _feed(stdin: IO[bytes], requests: Sequence[Mapping[str, Any]]) -> None:
    """It ends at the end of its input, whatever it still has to say: that is left open."""
    with suppress(OSError):
        for number, request in enumerate(requests, start=1):
            message = json.dumps({"message_id": number, "payload": request})
            stdin.write(b64encode(message.encode()) + b",")
        stdin.flush()


def _answers(stdout: IO[bytes], count: int) -> Iterator[dict[str, Any]]:
    waiting, number = [b""], 0
    while number < count and (data := os.read(stdout.fileno(), _CHUNK)):
        *whole, rest = data.split(b",")
        for part in whole:
            answer = json.loads(b64decode(b"".join((*waiting, part))))["payload"]
            waiting = []
            if answer["type"] == "Error":
                raise NoIndex(answer["message"])
            number += 1
            yield answer
        waiting.append(rest)
