"""Yes and no."""

from kohtaamo.problems.problem import Refused

YES = frozenset({"yes", "y", "true", "on", "kyllä", "kylla", "joo", "ja"})
NO = frozenset({"no", "n", "false", "off", "ei", "nej"})


def parse_boolean(text: str) -> bool:
    """`yes`, `kyllä`, `ja`, `true`, `on` or their opposites. Refused: `not-yes-or-no`."""
    word = text.strip().casefold()
    if word in YES:
        return True
    if word in NO:
        return False
    raise Refused("not-yes-or-no", value=text.strip())
