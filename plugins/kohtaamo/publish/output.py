"""One file to be written: its path in the output folder and how its bytes are made."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """`path` is relative, with forward slashes; `render` is pure: the same bytes at every call."""

    path: str
    render: Callable[[], bytes]
