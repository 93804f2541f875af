"""Mappings and sequences whose values are made when somebody asks for them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar, overload

Key = TypeVar("Key")
Value = TypeVar("Value")


class Lazy(Mapping[Key, Value]):
    """`keys` are known at once and in this order; `make` gives the value of one of them.

    With `most` only so many values are remembered, and the oldest made again when asked for.
    """

    __slots__ = ("_keys", "_made", "_make", "_most")

    def __init__(
        self, keys: Mapping[Key, object], make: Callable[[Key], Value], most: int | None = None
    ) -> None:
        self._keys = keys
        self._make = make
        self._most = most
        self._made: dict[Key, Value] = {}

    def __getitem__(self, key: Key) -> Value:
        try:
            return self._made[key]
        except KeyError:
            if key not in self._keys:
                raise
        if self._most is not None and len(self._made) >= self._most:
            del self._made[next(iter(self._made))]
        value = self._made[key] = self._make(key)
        return value

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Late(Mapping[Key, Value]):
    """Keys and values are made at once, when the first is asked for."""

    def __init__(self, make: Callable[[], Mapping[Key, Value]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[Key, Value]:
        return self._make()

    def __getitem__(self, key: Key) -> Value:
        return self._made[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


class LazySequence(Sequence[Value]):
    """All values are made at once, when the first is asked for."""

    def __init__(self, make: Callable[[], Iterable[Value]]) -> None:
        self._make = make

    @cached_property
    def _values(self) -> tuple[Value, ...]:
        return tuple(self._make())

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, at: int | slice) -> Value | tuple[Value, ...]:
        return self._values[at]

    def __len__(self) -> int:
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        return self._values == (other._values if isinstance(other, LazySequence) else other)

    def __hash__(self) -> int:
        return hash(self._values)


class Mapped(Sequence[Value]):
    """What `make` gives of each of some sources, made when it is asked for."""

    def __init__(self, sources: Sequence[Key], make: Callable[[Key], Value]) -> None:
        self._sources = sources
        self._make = make

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, at: int | slice) -> Value | tuple[Value, ...]:
        if isinstance(at, slice):
            return tuple(map(self._make, self._sources[at]))
        return self._make(self._sources[at])

    def __len__(self) -> int:
        return len(self._sources)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))
