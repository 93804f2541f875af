"""What is wrong with a calendar file, in sentences: the letter of RFC 5545, and what clients read.

It reads bytes and shares no code with the package (contract §5.3–6). The modules go from the
octets to the series; nothing further is said of a file whose lines cannot be read.
"""

from .calendar import calendar_faults
from .events import event_faults
from .octets import octet_faults
from .reading import Unreadable, read
from .series import series_faults
from .zone import zone_faults


def faults(body: bytes) -> list[str]:
    """All that is wrong with a calendar file, nothing when it is right."""
    found = list(octet_faults(body))
    if found:
        return found
    try:
        calendar = read(body)
    except Unreadable as fault:
        return [str(fault)]
    return [
        *calendar_faults(calendar),
        *zone_faults(calendar),
        *event_faults(calendar),
        *series_faults(calendar),
    ]
