"""The theme's scripts: small modules, each of which adds one thing to pages that ask for it.

A module is a file of `theme/static/js/` and its name in `SCRIPTS`. It finds on the page what it
works on, and takes all words from there. What it adds, a page can do without. What it imports is
asked for by the page too, so that nothing is found late: `from "./past.js"` becomes the address
that the page has.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path

from rjsmin import jsmin

from kohtaamo.publish.html.styles import MARK_SIGNS
from kohtaamo.publish.output import Output

SCRIPTS = ("days", "filter", "join", "near", "open-now", "past", "search", "share")
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

_IMPORTED = re.compile(r'(?<=from "\./)([a-z-]+)\.js(?=")')


def script_bytes(static: Path, name: str) -> bytes:
    """A module as it is served: without what only people read, its imports by their addresses."""
    text = (static / "js" / f"{name}.js").read_text("utf-8")
    marked = _IMPORTED.sub(lambda found: _marked(static, found[1]), text)
    return str(jsmin(marked)).encode()


def _marked(static: Path, name: str) -> str:
    """Its file name, with a mark of its content: caches keep it until that changes."""
    return f"{name}.js?v={sha256(script_bytes(static, name)).hexdigest()[:MARK_SIGNS]}"


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
