"""The lists of attacks: one case a line, with its reason."""

import re
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).with_name("attacks")
_SIGN = re.compile(r"\\\{([0-9a-f ]+)(?:\*([0-9]+))?\}")


class Attack(NamedTuple):
    """`expected` is "" in the lists of which all is expected to end alike."""

    expected: str
    reason: str
    text: str


def attacks(name: str, columns: int = 3) -> tuple[Attack, ...]:
    """A list; of two columns there is no `expected`. `¶` ends a line, `\\{61*9}` is `aaaaaaaaa`."""
    lines = (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    rows = (line.split(" | ", columns - 1) for line in lines if not line.startswith("# "))
    return tuple(Attack(*[""] * (3 - columns), *each[:-1], _written_out(each[-1])) for each in rows)


def ids(found: tuple[Attack, ...]) -> list[str]:
    """Names of the cases for pytest."""
    return [each.reason for each in found]


def _written_out(text: str) -> str:
    return _SIGN.sub(_signs, text.replace("¶", "\n"))


def _signs(found: re.Match[str]) -> str:
    return "".join(chr(int(code, 16)) for code in found[1].split()) * int(found[2] or 1)
