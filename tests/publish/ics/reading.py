"""Which of many calendars other readers need to see."""

import re
from collections.abc import Mapping

_COMPONENT = re.compile(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", re.DOTALL)


def saying_more(calendars: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The calendars with a VEVENT that stands in none before them, letter by letter.

    The same event stands in the calendars of its place, its organiser, its municipality and more;
    whoever can read it in one can read it in all, as the heads of all have the same properties.
    The largest come first: few of them hold everything. Those without a VEVENT are all read.
    """
    seen: set[bytes] = set()
    chosen = {}
    for path, body in sorted(calendars.items(), key=lambda item: (-len(item[1]), item[0])):
        parts = set(_COMPONENT.findall(body))
        if not parts or not parts <= seen:
            seen |= parts
            chosen[path] = body
    return chosen
