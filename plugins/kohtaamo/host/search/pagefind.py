"""Runs pagefind: records in, the files of an index out.

Its Python wrapper waits a tenth of a second for each record; so this speaks to the program itself,
in the wrapper's own way: JSON in base64, a comma after each message, on stdin and stdout.
"""

import json
import os
import subprocess
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from itertools import chain
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
# So much of an answer, in base64, says what kind it is.
_HEAD = 80
_INDEXED = b'"type":"IndexedFile"'


@cache
def recipe() -> str:
    """All that makes other files of the same records: the program, and what is kept of it here."""
    return f"{version('pagefind')} {digest(Path(__file__).read_bytes())}"


def index_files(entries: Sequence[Mapping[str, Any]]) -> dict[str, bytes]:
    """The files of an index of records, by path; the same of the same records. NoIndex.

    Each language is asked for by itself: what pagefind needs is a hundred times what it gives.
    """
    files: dict[str, bytes] = {}
    told: dict[str, Any] = {"languages": {}}
    for language in sorted({each["language"] for each in entries}):
        own = _files_of([each for each in entries if each["language"] == language])
        files |= own
        one = json.loads(own[ENTRY])
        told = {**one, "languages": told["languages"] | one["languages"]}
    files[ENTRY] = json.dumps(told, sort_keys=True, separators=(",", ":")).encode()
    return {path: data for path, data in files.items() if not path.startswith(_UNUSED)}


def _files_of(entries: Sequence[Mapping[str, Any]]) -> dict[str, bytes]:
    requests = chain(
        [{"type": "NewIndex", "config": {"keep_index_url": True}}],
        ({"type": "AddRecord", "index_id": 0, **entry} for entry in entries),
        # It would write them, too, but says that it has before it does.
        [{"type": "GetFiles", "index_id": 0}],
    )
    files = _asked(requests, len(entries) + 2)
    return {each["path"]: b64decode(each["content"]) for each in files}


def _asked(requests: Iterable[Mapping[str, Any]], count: int) -> list[dict[str, str]]:
    """The files that pagefind answers with to so many requests."""
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
            try:
                files = _files_in(stdout, count)
            finally:
                process.kill()
                feeder.join()
            # What it did not read any more is nobody's loss.
            with suppress(OSError):
                stdin.close()
        if files is not None:
            return files
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


def _feed(stdin: IO[bytes], requests: Iterable[Mapping[str, Any]]) -> None:
    """It ends at the end of its input, whatever it still has to say: that is left open."""
    with suppress(OSError):
        for number, request in enumerate(requests, start=1):
            message = json.dumps({"message_id": number, "payload": request})
            stdin.write(b64encode(message.encode()) + b",")
        stdin.flush()


def _files_in(stdout: IO[bytes], count: int) -> list[dict[str, str]] | None:
    """The files that one of so many answers has; None when fewer come, or none has any.

    Those to records repeat them whole, and are not read. NoIndex where one says what has failed.
    """
    files: list[dict[str, str]] | None = None
    waiting = [b""]
    while count and (data := os.read(stdout.fileno(), _CHUNK)):
        *whole, rest = data.split(b",")
        for part in whole:
            message = b"".join((*waiting, part))
            waiting, count = [], count - 1
            if _INDEXED not in b64decode(message[:_HEAD]):
                answer = json.loads(b64decode(message))["payload"]
                if answer["type"] == "Error":
                    raise NoIndex(answer["message"])
                files = answer.get("files", files)
        waiting.append(rest)
    return None if count else files
