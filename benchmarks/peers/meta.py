"""Front matter as Python-Markdown's own metadata: one line a value, more lines further in."""

from collections.abc import Mapping
from typing import Any


def page(fields: Mapping[str, Any], text: str) -> str:
    """A whole Markdown file with its head; what is empty stays away."""
    return "".join(_field(key, each) for key, each in fields.items() if each) + f"\n{text}\n"


def _field(key: str, value: Any) -> str:
    if isinstance(value, list):
        return f"{key}: " + "\n    ".join(map(str, value)) + "\n"
    return f"{key}: {value}\n"
