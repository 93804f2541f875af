"""Values → the YAML head of a file, as a contributor would write it."""

import json
import re
from collections.abc import Mapping, Sequence

Value = str | Sequence["Value"] | Mapping[str, "Value"]

# What needs no quotes anywhere, in a row between brackets neither.
_PLAIN = re.compile(r"[\wÄÖÅäöå+](?:[\wÄÖÅäöå ./@()–?!+-]|:(?=[^\s]))*")


def document(fields: Mapping[str, Value], text: str) -> str:
    """A whole `.md` file: the head between lines, then the text."""
    return f"---\n{block(fields)}---\n{text}\n"


def block(fields: Mapping[str, Value]) -> str:
    """One line a field, a row of things one line each; what is empty stays away."""
    return "".join(_field(key, value) for key, value in fields.items() if value)


def _field(key: str, value: Value) -> str:
    if isinstance(value, Mapping):
        inner = "".join(f"  {line}\n" for line in block(value).splitlines())
        return f"{key}:\n{inner}"
    if isinstance(value, str) or all(isinstance(each, str) for each in value):
        return f"{key}: {_flow(value)}\n"
    return f"{key}:\n" + "".join(f"  - {_flow(each)}\n" for each in value)


def _flow(value: Value) -> str:
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(map(_flow, value)) + "]"
