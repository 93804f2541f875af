"""The line that says what a text is for: `kohtaamo: change events/saaripitaja/viikkokahvit.md`."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kohtaamo.content.source.layout import THINGS
from kohtaamo.text.identity_codes import holds_identity_code
from kohtaamo.text.slugs import is_slug
from kohtaamo.writing.mail.unreceived import UnreceivedError

# Strangers may touch these; all else is the maintainers'.
FOLDERS = {folder: kind for folder, kind in THINGS.items() if kind != "page"}


class Action(StrEnum):
    """What is to be done with the file."""

    NEW = "new"
    CHANGE = "change"
    CANCEL = "cancel"


_ACTIONS = {
    **{each.value: each for each in Action},
    "uusi": Action.NEW,
    "ny": Action.NEW,
    "muutos": Action.CHANGE,
    "ändring": Action.CHANGE,
    "peruutus": Action.CANCEL,
    "inställt": Action.CANCEL,
}
_LINE = re.compile(r"#?\s*kohtaamo\s*:\s*(\w+)\s+<?([^\s<>]+)>?\s*", re.IGNORECASE)
_END = re.compile(r"#?\s*kohtaamo\s*:\s*(?:end|loppu|slut)\s*", re.IGNORECASE)
_DEEPEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """`path` is below the content folder; for a file that is there its folders may be left out."""

    action: Action
    path: str
    kind: str


def read_envelope(line: str) -> Envelope | None:
    """The envelope that a line is, None for any other line.

    UnreceivedError: `unknown_action`, `not_yours` (what only maintainers touch), `bad_path`.
    """
    found = _LINE.fullmatch(line.strip())
    if found is None or _END.fullmatch(line.strip()):
        return None
    action = _ACTIONS.get(found[1].lower())
    if action is None:
        raise UnreceivedError("unknown_action", text=found[1])
    path = found[2].replace("\u2010", "-").replace("\u2011", "-")
    folder, *inside = path.split("/")
    folder = folder.lower()
    if folder not in FOLDERS:
        raise UnreceivedError("not_yours", path=path)
    if not 1 <= len(inside) <= _DEEPEST:
        raise UnreceivedError("bad_path", path=path)
    stem, dot, ending = inside[-1].partition(".")
    language, _, last = ending.rpartition(".")
    parts = [*inside[:-1], stem, *([language] if language else [])]
    is_name = all(is_slug(each) for each in parts) and last in ("md", "yml", "")
    if not is_name or holds_identity_code(path):
        raise UnreceivedError("bad_path", path=path)
    whole = "/".join((folder, *inside)) + ("" if dot else ".md")
    return Envelope(action=action, path=whole, kind=FOLDERS[folder])


def is_end(line: str) -> bool:
    """True for the line that ends what is meant for us."""
    return bool(_END.fullmatch(line.strip()))
