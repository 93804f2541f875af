"""The theme's scripts: small modules, each of which adds one thing to pages that ask for it.

A module is a file of `theme/static/js/` and its name in `SCRIPTS`. It stands alone, finds on the
page what it works on, and takes all words from there. What it adds, a page can do without. The form
alone is too large for one: it imports the modules of `PARTS`, which no page asks for by itself.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path

from kohtaamo.publish.output import Output

SCRIPTS = ("days", "form", "open-now", "past")
PARTS = (
    *("form-address", "form-ask", "form-check", "form-dates", "form-done", "form-file"),
    *("form-fill", "form-model", "form-read", "form-rows", "form-say", "form-send"),
    *("form-series", "form-things", "form-wrong"),
)

# What is over, today and tomorrow: they have done their work before anybody sees the page, so that
# nothing moves. Pages that ask for them hold their words (`components/day-words.html`).
OF_DAYS = ("past", "days")

# Lines that only people read, and indentation; no text of a script goes over several lines.
_IMPORTED = re.compile(rb'"\./([a-z-]+)\.js"')
_UNREAD = re.compile(rb"^[ \t]*(?://.*)?\n|^[ \t]+", re.MULTILINE)


def script_bytes(static: Path, name: str) -> bytes:
    """A module as it is served: without comments that have a line of their own.

    Modules that it imports have their marks in their addresses, too.
    """
    text = (static / "js" / f"{name}.js").read_bytes().replace(b"\r\n", b"\n")

    def marked(found: re.Match[bytes]) -> bytes:
        return b'"./%s.js?v=%s"' % (found[1], _mark(static, found[1].decode()).encode())

    return _IMPORTED.sub(marked, _UNREAD.sub(b"", text))


def _mark(static: Path, name: str) -> str:
    return sha256(script_bytes(static, name)).hexdigest()[:10]


def script_file(name: str) -> str:
    """Its path in the output folder."""
    return f"theme/{name}.js"


def script_addresses(static: Path) -> Mapping[str, str]:
    """The address of each module, with a mark of its content: caches keep it until it changes."""
    return {name: f"/{script_file(name)}?v={_mark(static, name)}" for name in SCRIPTS}


def script_outputs(static: Path) -> Iterator[Output]:
    """Every module."""
    for name in (*SCRIPTS, *PARTS):
        file = script_file(name)
        yield Output(file, partial(script_bytes, static, name), file, ())
