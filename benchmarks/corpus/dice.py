"""Numbers that look like chance and are the same on every machine and every Python."""

from collections.abc import Sequence
from typing import TypeVar
from zlib import crc32

T = TypeVar("T")

# Knuth's MMIX generator (TAOCP 3.3.4): its upper half is even enough to spread things.
_MULTIPLIER, _INCREMENT, _MODULUS = 6364136223846793005, 1442695040888963407, 2**64


class Dice:
    """Dice named by what they are thrown for: the same name throws the same row of numbers."""

    def __init__(self, *name: str | int) -> None:
        self._state = crc32("/".join(map(str, name)).encode())
        for _ in range(4):
            self.below(1)

    def below(self, limit: int) -> int:
        """A whole number from 0 to limit - 1."""
        self._state = (self._state * _MULTIPLIER + _INCREMENT) % _MODULUS
        return (self._state >> 32) * limit >> 32

    def one(self, things: Sequence[T]) -> T:
        """One of the things."""
        return things[self.below(len(things))]

    def some(self, things: Sequence[T], number: int) -> list[T]:
        """So many different ones, in their order."""
        left = list(range(len(things)))
        picked = sorted(left.pop(self.below(len(left))) for _ in range(min(number, len(left))))
        return [things[index] for index in picked]

    def happens(self, percent: int) -> bool:
        """Whether something that happens so many times in a hundred happens now."""
        return self.below(100) < percent
