"""The process behind `kohtaamo serve` that builds: it has loaded the code before it is asked to.

Loading takes longer than many a build. So this process loads whatever a build needs, holds nothing
of content, theme or settings, and is forked for each build. When any of its code has changed, it is
replaced by a fresh one first: no build runs code that is not saved any more.

Started with the arguments of `kohtaamo`, it builds at once; then again for each byte that it reads
from its standard input, a socket, to which it writes each exit code. When nobody is at the other
end any more, it ends.
"""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from kohtaamo.commands.loaded import is_as_loaded, loaded_code

_CALLER = 0


def stand_by() -> None:
    """Build, then load the code, then build whenever asked to."""
    _answer(_built())
    begun = time.time_ns()
    is_whole = _load_ahead()
    code = loaded_code(begun)
    while os.read(_CALLER, 1):
        if not (is_whole and is_as_loaded(code)):
            # The same process starts anew, with the same other end.
            os.execv(sys.executable, sys.orig_argv)  # noqa: S606 - itself
        _answer(_built())
        # Templates may have changed.
        is_whole = _load_ahead()


def _answer(code: int) -> None:
    os.write(_CALLER, b"%d\n" % code)


def _built() -> int:
    """Run `kohtaamo` in a forked process; its exit code, or minus the signal that has ended it."""
    process = os.fork()
    if process:
        _, status = os.waitpid(process, 0)
        return os.waitstatus_to_exitcode(status)
    code = 1
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), _CALLER)
        from kohtaamo.commands.main import main

        code = main()
    except BaseException:  # noqa: BLE001 - said as the interpreter would say it
        sys.excepthook(*sys.exc_info())
    finally:
        # Nothing of this copy may run on.
        with suppress(OSError, ValueError):
            sys.stdout.flush()
        os._exit(code)


def _load_ahead() -> bool:
    """Load what builds need; False when that is broken, of which the next build will tell."""
    try:
        from kohtaamo.commands.ahead import load_ahead
        from kohtaamo.commands.main import asked

        load_ahead(Path(asked().settings))
    except Exception:  # noqa: BLE001 - any fault of code that is being changed just now
        return False
    return True


if __name__ == "__main__":
    # Whoever asked for builds may go at any time.
    with suppress(ConnectionError):
        stand_by()
