"""`kohtaamo report`: what in the content needs the coordinator's care; nothing written."""

import os
from datetime import date
from pathlib import Path

from kohtaamo.care.make import make_report
from kohtaamo.care.markdown import as_markdown
from kohtaamo.care.text import as_text
from kohtaamo.care.words import care_words
from kohtaamo.commands.cared import read_cared
from kohtaamo.commands.memories import memories_beside
from kohtaamo.host.links.memory import dead_links


def run_report(content: str, today: date | None, form: str, language: str) -> int:
    """Print the report of a content folder; 0 also when much needs care, 2 without a folder."""
    path = Path(content)
    cared = read_cared(path, today)
    if isinstance(cared, int):
        return cared
    report = make_report(
        cared.edition,
        images=cared.images,
        problems=cared.problems,
        links=dead_links(cared.edition, memories_beside(path)),
    )
    words = care_words(language)
    if form == "markdown":
        repository = cared.edition.network.identity.repository
        print(as_markdown(report, words, cared.folder, repository))
    else:
        print(as_text(report, words, Path(os.path.relpath(path)).as_posix()))
    return 0
