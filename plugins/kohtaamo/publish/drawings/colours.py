"""The colours of the theme, for drawings: those of a light page, by the names of its tokens."""

import re
from collections.abc import Mapping
from pathlib import Path

_TOKEN = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-fA-F]{6})\s*;")


def colours_of(static: Path) -> Mapping[str, str]:
    """By name without its dashes, `#rrggbb`; the first value counts, which is that of light."""
    found: dict[str, str] = {}
    for name, colour in _TOKEN.findall((static / "css" / "tokens.css").read_text("utf-8")):
        found.setdefault(name, colour)
    return found
