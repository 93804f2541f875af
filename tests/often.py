"""How many examples a property is tried with: a few at every change, many where there is time."""

import os
from typing import TypeVar

Value = TypeVar("Value")


def often(usual: Value, thorough: Value) -> Value:
    """`usual` in `make test`, `thorough` for the judge `tests/judges/thorough.sh`."""
    return thorough if os.environ.get("KOHTAAMO_THOROUGH") else usual
