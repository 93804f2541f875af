"""What links led to when they were last asked, kept in the memories of builds and checks."""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kohtaamo.care.links import dead
from kohtaamo.care.report import Finding
from kohtaamo.host.links.asking import DEAD, Verdict
from kohtaamo.host.links.rounds import Asked
from kohtaamo.listings.edition import Edition

_FILE = "links.json"


def recall_asked(memories: Path | None) -> Mapping[str, Asked]:
    """By address; nothing where nothing is kept, or not as it was written."""
    if memories is None:
        return {}
    with suppress(OSError, ValueError, TypeError, AttributeError):
        rows = json.loads((memories / _FILE).read_text("utf-8"))
        return {url: Asked(_moment(at), Verdict(verdict)) for url, (at, verdict) in rows.items()}
    return {}


def _moment(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is None:
        raise ValueError(written)
    return moment


def keep_asked(memories: Path | None, asked: Mapping[str, Asked]) -> None:
    """Keep it for the next time; OSError where there is no room."""
    if memories is None:
        return
    rows = {url: [each.at.isoformat(), each.verdict.value] for url, each in sorted(asked.items())}
    memories.mkdir(parents=True, exist_ok=True)
    draft = memories / f"{_FILE}.part"
    draft.write_text(json.dumps(rows, indent=1), "utf-8")
    draft.replace(memories / _FILE)


def dead_links(edition: Edition, memories: Path | None) -> tuple[Finding, ...]:
    """The links of an edition that led nowhere when they were last asked."""
    asked = recall_asked(memories)
    verdicts = {url: each.verdict.value for url, each in asked.items() if each.verdict in DEAD}
    return dead(edition, verdicts) if verdicts else ()
