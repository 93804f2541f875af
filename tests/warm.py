"""A Python that has everything imported, and becomes each command that is asked of it.

Most of the time of a short command goes into importing the same modules and compiling the same
templates. Here one process does so once; every `python -m module` is a fork of it, with the asker's
folder, environment and streams. What Python itself takes from the environment as it starts, the
place of modules, the time zone, the seed of hashes, is this process's own. The day is the tests'
own. Started as `python -m tests.warm SOCKET PYTHON DAY`.
"""

import atexit
import gc
import io
import json
import os
import pkgutil
import runpy
import socket
import subprocess
import sys
import tempfile
import traceback
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

# What stands in the place of `python` for the steps; it imports next to nothing.
ASKER = """\
#!{python} -IS
import array, os, socket, sys
if sys.argv[1:2] != ["-m"]:
    os.execv({python!r}, [{python!r}, *sys.argv[1:]])
import json
with socket.socket(socket.AF_UNIX) as line:
    line.connect({address!r})
    asked = json.dumps([sys.argv[2:], os.getcwd(), dict(os.environ)]).encode()
    streams = array.array("i", [0, 1, 2])
    line.sendmsg([len(asked).to_bytes(4)], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, streams)])
    line.sendall(asked)
    code = line.recv(1)
sys.exit(code[0] if code else 70)
"""


@contextmanager
def warm_python(folder: Path, root: Path, day: str) -> Iterator[Path]:
    """A program in the folder that can be called as `python -m module` until the end.

    `root` is the repository, whose package it has loaded.
    """
    python = folder / "python"
    # The names of sockets may not be long.
    with tempfile.TemporaryDirectory() as short:
        address = f"{short}/warm"
        python.write_text(ASKER.format(python=sys.executable, address=address), "utf-8")
        python.chmod(0o755)
        command = [sys.executable, "-m", "tests.warm", address, str(python), day]
        ours = {**os.environ, "PYTHONPATH": str(root / "plugins")}
        with subprocess.Popen(command, cwd=root, env=ours, stdout=subprocess.PIPE) as warm:
            assert warm.stdout is not None
            assert warm.stdout.readline() == b"ready\n"
            yield python
            warm.kill()


def serve(address: str, python: str, day: date) -> None:
    """Fork for everybody who asks, until standard input ends."""
    _import_all(day)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(address)
        door.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            line, _ = door.accept()
            _bury()
            if os.fork() == 0:
                door.close()
                _answer(line, python)
            line.close()


def _import_all(day: date) -> None:
    clock = import_module("kohtaamo.host.clock")
    clock.today_in_finland = lambda: day  # type: ignore[attr-defined]
    kohtaamo = import_module("kohtaamo")
    for each in pkgutil.walk_packages(kohtaamo.__path__, "kohtaamo."):
        if not each.name.endswith("__main__"):
            import_module(each.name)
    for name in (
        "invoke",
        "invoke.program",
        "pelican",
        "pelican.__main__",
        "multiprocessing.spawn",
    ):
        import_module(name)
    import_module("kohtaamo.commands.ahead").load_ahead(Path("pelicanconf.py"))
    gc.freeze()


def _bury() -> None:
    """Let go of the commands that have ended, so that their time is counted as ours."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _answer(line: socket.socket, python: str) -> None:
    """Have the command run that is asked for, and say with which code it ended."""
    size, streams, _, _ = socket.recv_fds(line, 4, 3)
    asked = b""
    while len(asked) < int.from_bytes(size):
        asked += line.recv(1 << 16)
    command = os.fork()
    if command == 0:
        line.close()
        _become(json.loads(asked), streams, python)
    _, status = os.waitpid(command, 0)
    line.sendall(bytes([os.waitstatus_to_exitcode(status) % 256]))
    os._exit(0)


def _become(asked: Any, streams: Sequence[int], python: str) -> None:
    """Be the command, to its end."""
    code = 70
    try:
        (module, *arguments), folder, environment = asked
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        sys.stdin, sys.stdout, sys.stderr = sys.__stdin__, _writer(1), _writer(2)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        tempfile.tempdir = None
        sys.path.insert(0, folder)
        sys.executable, sys.argv = python, [module, *arguments]
        code = _run(module)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _writer(stream: int) -> io.TextIOWrapper:
    return io.TextIOWrapper(open(stream, "wb", closefd=False), "utf-8", line_buffering=stream == 2)


def _run(module: str) -> int:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if isinstance(end.code, str):
            sys.stderr.write(f"{end.code}\n")
            return 1
        return end.code or 0
    except BaseException:  # noqa: BLE001 - as every Python ends
        traceback.print_exc()
        return 1
    finally:
        atexit._run_exitfuncs()
    return 0


if __name__ == "__main__":
    serve(sys.argv[1], sys.argv[2], date.fromisoformat(sys.argv[3]))
