"""Yes and no."""

from kohtaamo.problems.problem import Refused

_YES = frozenset({"yes", "y", "true", "on", "kyllä", "kylla", "joo", "ja"})
_NO = frozenset({"no", "n", "false", "off", "ei", "nej"})


def parse_boolean(text: str) -> bool:
    """`yes`, `kyllä`, `ja`, `true`, `on` or their opposites. Refused: `not-yes-or-no`."""
    word = text.strip().casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise Refused("not-yes-or-no", value=text.strip())
