"""Everything under `/admin/`, for a network that edits by form; nothing for all others."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from kohtaamo.listings.edition import Edition
from kohtaamo.publish.admin.config import config_of, shapes
from kohtaamo.publish.admin.forge import Backend
from kohtaamo.publish.admin.packages import PACKAGES, Packed, served_bytes
from kohtaamo.publish.admin.page import page_html
from kohtaamo.publish.output import GUIDE, NETWORK, Output

HOME = "admin"
# Our own scripts: what starts the program, and how it reads and writes the network's files.
SCRIPTS = ("start.js", "format.js")


def admin_outputs(
    edition: Edition, static: Path, backend: Backend, program: Mapping[str, bytes]
) -> Iterator[Output]:
    """The page, its configuration, our scripts, and the `program` by the address of each file."""
    words = edition.words[edition.languages[0]]
    name = edition.network.identity.name
    made: dict[str, Callable[[], bytes]] = {
        "index.html": lambda: page_html(words, name, backend.asked).encode(),
        "config.json": lambda: _json(config_of(edition, backend)),
        "shapes.json": lambda: _json(shapes()),
        **{file: partial(_script, static / HOME / file) for file in SCRIPTS},
    }
    for file, render in made.items():
        yield Output(f"{HOME}/{file}", render, f"{HOME}/{file}", (GUIDE, NETWORK))
    for package in PACKAGES:
        for packed in package.files:
            path = f"{HOME}/{packed.served}"
            yield Output(path, partial(_served, packed, program), f"{HOME}/program", ())


def _served(packed: Packed, program: Mapping[str, bytes]) -> bytes:
    return served_bytes(packed, program[packed.served])


def _script(file: Path) -> bytes:
    return file.read_bytes().replace(b"\r\n", b"\n")


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
