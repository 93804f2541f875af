"""Every attack in every text field: as many whole sites as there are attacks, all judged."""

import tempfile
from functools import cache
from pathlib import Path

from tests.publish.hostile.conftest import Published, publish
from tests.publish.hostile.payloads import HARMLESS, in_turn

from ..reading import attacks
from .builds import judged

TURNS = len(attacks("markup", 2))


def turn(number: int) -> list[str]:
    """What is wrong where the first field holds the attack of that number, the next the next."""
    plain = _harmless()
    with tempfile.TemporaryDirectory() as room:
        hostile = publish(Path(room) / "content", in_turn(number), pages=True)
    found = [
        f"{path}: {fault}"
        for at, (path, body) in enumerate(sorted(hostile.files.items()))
        for fault in judged(path, body, carefully=at % TURNS == number)
    ]
    for path, each in hostile.anatomies.items():
        if each.parts != plain.anatomies[path].parts:
            found.append(f"{path}: other parts than with harmless texts")
    return found


@cache
def _harmless() -> Published:
    """Rendered once a process."""
    with tempfile.TemporaryDirectory() as room:
        published = publish(Path(room) / "content", HARMLESS, pages=True)
        assert published.anatomies
        return published
