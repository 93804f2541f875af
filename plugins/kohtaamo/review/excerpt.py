"""The part of two texts that differs, with a few words around it."""

_AROUND = 4
_CUT = "…"
# Texts up to here are told whole.
_SHORT = 80


def excerpts(old: str, new: str) -> tuple[str, str]:
    """Both texts, without the words that they share at their beginning and end.

    A few of these stay; what is left out is an ellipsis.
    """
    if max(len(old), len(new)) <= _SHORT:
        return old, new
    before, after = old.split(), new.split()
    start = _shared(before, after)
    most = min(len(before), len(after)) - start
    end = min(most, _shared(before[::-1], after[::-1]))
    return _around(before, start, end), _around(after, start, end)


def _shared(one: list[str], other: list[str]) -> int:
    """How many words they begin with alike."""
    for at, (word, beside) in enumerate(zip(one, other, strict=False)):
        if word != beside:
            return at
    return min(len(one), len(other))


def _around(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(words), len(words) - end + _AROUND)
    begin, finish = (f"{_CUT} " if first else ""), (f" {_CUT}" if last < len(words) else "")
    return f"{begin}{' '.join(words[first:last])}{finish}"
