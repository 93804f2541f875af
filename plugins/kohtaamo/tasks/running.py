"""How tasks run: each calls a command line that works by itself too.

It runs with the Python that runs `inv`, in the repository's folder, and the task leaves with that
command's own exit code.
"""

import subprocess
import sys
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit

CONTENT, OUTPUT = "content", "output"


def root(context: Context) -> Path:
    """The repository's folder: that of its `tasks.py`."""
    return Path(context.config["root"])


def python(context: Context, module: str, *arguments: str) -> None:
    """Run `python -m module arguments`; a failure ends the task with the same exit code."""
    command = [sys.executable, "-m", module, *arguments]
    with subprocess.Popen(command, cwd=root(context)) as process:
        try:
            code = process.wait()
        except KeyboardInterrupt:
            # The command hears Ctrl+C too: let it end in its own way and have the last word.
            code = process.wait()
    if code:
        raise Exit(code=code)


def say(sentence: str) -> None:
    """Print a task's last line, after all that the command before it printed."""
    print(sentence, flush=True)


def given(**options: str) -> list[str]:
    """Return `--name value` for every option that has a value.

    The others stay away, so that each default lives in the command itself.
    """
    return [part for name, value in options.items() if value for part in (f"--{name}", value)]
