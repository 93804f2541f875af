"""Files of events that are, or may be meant to be, of closed groups, told by their bytes alone.

A group that is closed by mistake is a nuisance; one that is published by mistake cannot be taken
back. So whatever looks as if somebody had meant a closed group counts as one here.
"""

import re

# The field, under the names that people know it by, and what is written there.
_ACCESS = re.compile(
    """(?i:\\b(?:acc?ess?|accsess|pääsy|tillträde))["']?\\s*+:\\s*+["']?([a-zA-ZåäöÅÄÖ-]*)""".encode()
)
_SEEN = frozenset({b"open", b"members"})
# The word, as a value of whatever field but the state of a registration.
_CLOSED = re.compile(
    rb"""\b(\w{1,40}+)["']?[ \t]*+:[ \t]*+["']?(?i:closed|suljettu|sluten|slutna)\b"""
)
_STATES = frozenset({b"state", b"tila", b"status", b"holiday_hours"})
# Said where it does not count: in a comment, in the text, further down; or taken away by `#`.
_BESIDE = re.compile(
    b"""^[ \\t#>-]*+access["']?[ \\t]*+:[ \\t]*+"""
    b"""(?:["']?closed\\b|(?:~|null|""|'')?[ \\t]*+(?:#|\\r?$))""",
    re.MULTILINE,
)


def may_be_closed(data: bytes) -> bool:
    """True when a file of an event may be of a closed group, even one that nobody can read."""
    data = data.replace(b"\0", b"")
    if any(word.lower() not in _SEEN for word in _ACCESS.findall(data)):
        return True
    return any(key.lower() not in _STATES for key in _CLOSED.findall(data))


def unclear_line(data: bytes) -> int:
    """The line on which a file says `access: closed` without its counting; 0 for none.

    To be asked of files that are read as open ones. An `access:` with nothing behind it is one
    too: whoever writes the name of the field has something to say.
    """
    if b"access" not in data:
        return 0
    found = _BESIDE.search(data)
    return data.count(b"\n", 0, found.start()) + 1 if found else 0
