"""A function that remembers what it gave, and can be asked whether it does."""

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Remembered(Generic[Value]):
    """Gives what `make` makes of some texts; of the newest `most` it remembers what that was."""

    __slots__ = ("_made", "_make", "_most")

    def __init__(self, make: Callable[..., Value], most: int) -> None:
        self._make = make
        self._most = most
        self._made: dict[tuple[str, ...], Value] = {}

    def __call__(self, *names: str) -> Value:
        made = self._made.get(names)
        if made is None:
            made = self._make(*names)
            if len(self._made) >= self._most:
                del self._made[next(iter(self._made))]
            self._made[names] = made
        return made

    def known(self, *names: str) -> Value | None:
        """The value, if it is remembered; nothing is made."""
        return self._made.get(names)
