"""Whole numbers and amounts."""

import re
from decimal import Decimal

from kohtaamo.problems.problem import Refused

# Thousands may stand apart: `1 000`, with a plain, no-break or narrow no-break space.
_WHOLE = r"(?:[0-9]{1,12}|[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3}){1,3})"
INTEGER = re.compile(rf"[-+−]?{_WHOLE}")
DECIMAL = re.compile(rf"[-+−]?{_WHOLE}(?:[.,][0-9]{{1,12}})?")
_PLAIN = str.maketrans({" ": "", "\u00a0": "", "\u202f": "", "−": "-", ",": "."})


def parse_integer(text: str, minimum: int, maximum: int) -> int:
    """A whole number, both limits allowed. Refused: `not-a-whole-number`, `number-out-of-range`."""
    text = text.strip()
    if INTEGER.fullmatch(text) is None:
        raise Refused("not-a-whole-number", value=text)
    number = int(text.translate(_PLAIN))
    if not minimum <= number <= maximum:
        raise _out_of_range(text, minimum, maximum)
    return number


def parse_decimal(text: str, minimum: Decimal | int, maximum: Decimal | int) -> Decimal:
    """A number with decimal comma or point. Refused: `not-a-number`, `number-out-of-range`."""
    text = text.strip()
    if DECIMAL.fullmatch(text) is None:
        raise Refused("not-a-number", value=text)
    number = Decimal(text.translate(_PLAIN))
    if not minimum <= number <= maximum:
        raise _out_of_range(text, minimum, maximum)
    return number


def _out_of_range(text: str, minimum: Decimal | int, maximum: Decimal | int) -> Refused:
    return Refused("number-out-of-range", value=text, minimum=str(minimum), maximum=str(maximum))
