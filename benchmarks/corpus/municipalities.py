"""The municipalities of Finland, as they were from 2021 to 2024 (Statistics Finland)."""

from collections.abc import Sequence
from pathlib import Path
from unicodedata import normalize

from benchmarks.corpus.head import Value

_NAMES = Path(__file__).with_name("municipalities.txt")


def municipalities(number: int) -> Sequence[tuple[str, str]]:
    """So many of them as (id, name), spread over the alphabet, in its order."""
    names = _NAMES.read_text("utf-8").split("\n")[:-1]
    return [(slug(name), name) for name in names[:: len(names) // number][:number]]


def slug(name: str) -> str:
    """A name in lower-case letters and hyphens."""
    letters = normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return "-".join("".join(each if each.isalnum() else " " for each in letters).split())


def terms(found: Sequence[tuple[str, str]]) -> list[Value]:
    """The terms of the vocabulary `municipalities`."""
    return [
        {"id": key, "label": {"fi": name}, "in": {"fi": f"kunnassa {name}"}} for key, name in found
    ]
