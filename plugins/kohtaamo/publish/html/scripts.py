"""The theme's scripts: small modules, each of which adds one thing to pages that ask for it.

A module is a file of `theme/static/js/` and its name in `SCRIPTS`. It finds on the page what it
works on, and takes all words from there. What it adds, a page can do without. What it imports is
asked for by the page too, so that nothing is found late: `from "./past.js"` becomes the address
that the page has.

The form alone is too large for one file: it imports the modules of `PARTS`. They are served as one,
for a reader whose line is slow waits for each file that is only found in another.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from rjsmin import jsmin

from kohtaamo.publish.html.styles import MARK_SIGNS
from kohtaamo.publish.output import Output

SCRIPTS = (
    "days",
    "filter",
    "form",
    "join",
    "near",
    "notices",
    "open-now",
    "past",
    "search",
    "share",
)
# What the form is made of: a module imports from those before it.
PARTS = (
    *("form-read", "form-address", "form-series", "form-dates", "form-rows", "form-open"),
    *("form-check", "form-file", "form-when", "form-items", "form-model", "form-say"),
    *("form-send", "form-ready", "form-whole", "form-field", "form-ask", "form-done"),
    *("form-fill", "form-wrong", "form-things"),
)
# What is over, today and tomorrow: they have done their work before anybody sees the page, so that
# nothing moves. Pages that ask for them hold their words (`components/day-words.html`).
OF_DAYS = ("past", "days")
# A form that narrows a list of events, and one calendar of what is left of it.
OF_LISTS = ("filter", "join")
# Notices that are over: days tell it what the time is.
OF_NOTICES = (*OF_DAYS, "notices")
# Places by distance: its button stands above the list.
NEAR = "near"
# A browser that knows how waits for them. Whoever comes with words in the address sees what they
# find, and not first what they hide.
FIRST = frozenset((*OF_NOTICES, NEAR, "search"))

_IMPORTED = re.compile(r'(?<=from "\./)([a-z-]+)\.js(?=")')
_IMPORT = re.compile(r'^import (?:\* as )?(.+) from "\./([a-z-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:function |const )(\w+)", re.MULTILINE)


def script_bytes(static: Path, name: str) -> bytes:
    """A module as it is served: without what only people read, its imports by their addresses."""
    text = _form(static) if name == "form" else _read(static, name)
    return _plain(_IMPORTED.sub(lambda found: _marked(static, found[1]), text))


@cache
def _plain(text: str) -> bytes:
    """A pure function of a module's text: its address asks for it, and then its file."""
    return str(jsmin(text)).encode()


def _read(static: Path, name: str) -> str:
    return (static / "js" / f"{name}.js").read_text("utf-8")


def _marked(static: Path, name: str) -> str:
    """Its file name, with a mark of its content: caches keep it until that changes."""
    return f"{name}.js?v={sha256(script_bytes(static, name)).hexdigest()[:MARK_SIGNS]}"


def _form(static: Path) -> str:
    """The form and all its parts as one module."""
    return "".join((*(_part(static, part) for part in PARTS), _joined(_read(static, "form"))))


def _part(static: Path, name: str) -> str:
    """A module as a value that has what it exports."""
    text = _read(static, name)
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
    """The address of each module, as pages ask for it."""
    return {name: f"/theme/{_marked(static, name)}" for name in SCRIPTS}


def script_outputs(static: Path) -> Iterator[Output]:
    """Every module."""
    for name in SCRIPTS:
        file = script_file(name)
        yield Output(file, partial(script_bytes, static, name), file, ())
