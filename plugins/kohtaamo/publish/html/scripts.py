"""The theme's scripts: small modules, each of which adds one thing to pages that ask for it.

A module is a file of `theme/static/js/` and its name in `SCRIPTS`. It stands alone, finds on the
page what it works on, and takes all words from there. What it adds, a page can do without.

The form alone is too large for one file: it imports the modules of `PARTS`. They are served as one,
for a reader whose line is slow waits for each file that is only found in another.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path

from kohtaamo.publish.html.styles import MARK_SIGNS
from kohtaamo.publish.output import Output

SCRIPTS = ("days", "filter", "form", "join", "near", "open-now", "past", "search", "share")
# What the form is made of: a module imports from those before it.
PARTS = (
    *("form-read", "form-address", "form-series", "form-dates", "form-rows", "form-check"),
    *("form-file", "form-when", "form-model", "form-say", "form-send", "form-ask"),
    *("form-done", "form-fill", "form-wrong", "form-things"),
)
# What is over, today and tomorrow: they have done their work before anybody sees the page, so that
# nothing moves. Pages that ask for them hold their words (`components/day-words.html`).
OF_DAYS = ("past", "days")
# A form that narrows a list of events, and one calendar of what is left of it.
OF_LISTS = ("filter", "join")
# Places by distance: its button stands above the list.
NEAR = "near"
# A browser that knows how waits for them. Whoever comes with words in the address sees what they
# find, and not first what they hide.
FIRST = frozenset((*OF_DAYS, NEAR, "search"))

# Lines that only people read, and indentation; no text of a script goes over several lines.
_UNREAD = re.compile(rb"^[ \t]*(?://.*)?\n|^[ \t]+", re.MULTILINE)
_IMPORT = re.compile(r'^import (?:\* as )?(.+) from "\./([a-z-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:function |const )(\w+)", re.MULTILINE)


def script_bytes(static: Path, name: str) -> bytes:
    """A module as it is served: without comments that have a line of their own."""
    if name != "form":
        return _read(static, name)
    parts = (_part(static, part) for part in PARTS)
    return "".join((*parts, _joined(_read(static, name).decode()))).encode()


def _read(static: Path, name: str) -> bytes:
    return _UNREAD.sub(b"", (static / "js" / f"{name}.js").read_bytes().replace(b"\r\n", b"\n"))


def _part(static: Path, name: str) -> str:
    """A module as a value that has what it exports."""
    text = _read(static, name).decode()
    given = ", ".join(_EXPORT.findall(text))
    inside = _joined(text).replace("\nexport ", "\n").removeprefix("export ")
    return f"const {_called(name)} = (() => {{\n{inside}return {{ {given} }};\n}})();\n"


def _joined(text: str) -> str:
    """A module that takes what it imports from the values before it."""
    return _IMPORT.sub(lambda found: f"const {found[1]} = {_called(found[2])};", text)


def _called(name: str) -> str:
    return name.replace("-", "_")


def script_file(name: str) -> str:
    """Its path in the output folder."""
    return f"theme/{name}.js"


def script_addresses(static: Path) -> Mapping[str, str]:
    """The address of each module, with a mark of its content: caches keep it until it changes."""
    marks = {name: sha256(script_bytes(static, name)).hexdigest() for name in SCRIPTS}
    return {name: f"/{script_file(name)}?v={mark[:MARK_SIGNS]}" for name, mark in marks.items()}


def script_outputs(static: Path) -> Iterator[Output]:
    """Every module."""
    for name in SCRIPTS:
        file = script_file(name)
        yield Output(file, partial(script_bytes, static, name), file, ())
