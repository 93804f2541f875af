"""Front matter in YAML, as Hugo and Eleventy read it: every value in JSON, which is YAML too."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def page(fields: Mapping[str, Any], text: str) -> str:
    """A whole Markdown file with its head."""
    return (
        "---\n"
        + "".join(f"{key}: {dump(each)}\n" for key, each in fields.items())
        + f"---\n{text}\n"
    )


def dump(value: Any) -> str:
    """A value on one line."""
    return json.dumps(value, ensure_ascii=False)


def put(file: Path, text: str) -> None:
    """Write a file and the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def style(root: Path) -> str:
    """A style sheet of the size of ours: its parts, one after the other."""
    return "".join(file.read_text("utf-8") for file in sorted(root.rglob("*.css")))
