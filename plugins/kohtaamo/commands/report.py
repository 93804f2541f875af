"""`kohtaamo report`: what in the content needs the coordinator's care; nothing written."""

import os
import sys
from datetime import date
from pathlib import Path

from kohtaamo.care.make import make_report
from kohtaamo.care.markdown import as_markdown
from kohtaamo.care.text import as_text
from kohtaamo.care.words import care_words
from kohtaamo.commands.memories import memories_beside
from kohtaamo.host.caring import look_after
from kohtaamo.host.clock import today_in_finland
from kohtaamo.host.collector import resting
from kohtaamo.host.faults import ProcessLost
from kohtaamo.host.links.memory import dead_links
from kohtaamo.host.progress import READING, shown


def run_report(content: str, today: date | None, form: str, language: str) -> int:
    """Print the report of a content folder; 0 also when much needs care, 2 without a folder."""
    path = Path(content)
    if not path.is_dir():
        print(f"Kansiota {content} ei ole. Anna sisältökansion nimi.", file=sys.stderr)
        return 2
    day, memories = today or today_in_finland(), memories_beside(path)
    try:
        with resting(), shown(READING) as progress:
            cared = look_after(path, day, memories, progress)
    except ProcessLost:
        print(
            "Koneesta loppui muisti, tai joku keskeytti työn. Aja komento uudelleen.",
            file=sys.stderr,
        )
        return 1
    report = make_report(
        cared.edition,
        images=cared.images,
        problems=cared.problems,
        links=dead_links(cared.edition, memories),
    )
    words = care_words(language)
    if form == "markdown":
        repository = cared.edition.network.identity.repository
        print(as_markdown(report, words, cared.folder, repository))
    else:
        print(as_text(report, words, Path(os.path.relpath(path)).as_posix()))
    return 0
