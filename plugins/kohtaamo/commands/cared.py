"""A content folder read for the coordinator, whichever command asks."""

import sys
from datetime import date
from pathlib import Path

from kohtaamo.commands.memories import memories_beside
from kohtaamo.host.caring import Cared, look_after
from kohtaamo.host.clock import today_in_finland
from kohtaamo.host.collector import resting
from kohtaamo.host.faults import ProcessLost
from kohtaamo.host.progress import READING, shown


def read_cared(content: Path, today: date | None) -> Cared | int:
    """What is there; where nothing can be read, the exit code, and why has been said."""
    if not content.is_dir():
        print(f"Kansiota {content} ei ole. Anna sisältökansion nimi.", file=sys.stderr)
        return 2
    try:
        with resting(), shown(READING) as progress:
            day = today or today_in_finland()
            return look_after(content, day, memories_beside(content), progress)
    except ProcessLost:
        print(
            "Koneesta loppui muisti, tai joku keskeytti työn. Aja komento uudelleen.",
            file=sys.stderr,
        )
        return 1
