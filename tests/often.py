"""How many examples a property is tried with: a few at every change, many where there is time."""

import os


def often(usual: int, thorough: int) -> int:
    """`usual` in `make test`, `thorough` for the judge `tests/judges/thorough.sh`."""
    return thorough if os.environ.get("KOHTAAMO_THOROUGH") else usual
