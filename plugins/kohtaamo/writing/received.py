"""What arrived → what is to be done: a whole file, or changed keys of one that is there."""

import re
from dataclasses import dataclass, replace

from kohtaamo.content.source.encoding import LARGEST
from kohtaamo.content.source.tree import Mapping
from kohtaamo.content.source.yaml_events import parse_yaml
from kohtaamo.problems.problem import Problem, Report
from kohtaamo.writing.mail.attached import Attached
from kohtaamo.writing.mail.block import FENCE, Block, find_block
from kohtaamo.writing.mail.envelope import Action, Envelope
from kohtaamo.writing.mail.mend import mended, mended_keys
from kohtaamo.writing.mail.parts import arrived
from kohtaamo.writing.mail.unreceived import UnreceivedError

# A key at the margin that only one kind of file has, or has to have.
_KINDS = (
    ("event", re.compile(r"^start:", re.MULTILINE)),
    ("organiser", re.compile(r"^(?:class|sector):", re.MULTILINE)),
    ("notice", re.compile(r"^kind:", re.MULTILINE)),
    ("place", re.compile(r"^municipality:", re.MULTILINE)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """`file` is a whole file, "" when only `keys` are given (none for a plain cancellation).

    `envelope` is None for a file that nobody said the place of; `attached` is what came with it.
    """

    envelope: Envelope | None
    file: str = ""
    keys: Mapping | None = None
    attached: tuple[Attached, ...] = ()


def receive(data: bytes) -> Received:
    """What a mail or a pasted text asks for.

    UnreceivedError: `nothing` (no file in it), `several` (different ones), `faulty_keys` (its
    `problems` are the YAML's) and those of the parts. Of who sent it nothing is read.
    """
    found: list[Block] = []
    mail = arrived(data)
    for text in mail.texts:
        block = find_block(text)
        if block is not None:
            found.append(block)
    if not found:
        raise UnreceivedError("nothing")
    addressed = {each.envelope for each in found if each.envelope is not None}
    if len(addressed) > 1:
        raise UnreceivedError("several")
    block = next((each for each in found if each.envelope is not None), found[0])
    return replace(_read(block), attached=mail.attached)


def _read(block: Block) -> Received:
    lines = block.lines
    if sum(map(len, lines)) > 2 * LARGEST:
        raise UnreceivedError("too_large", limit=f"{LARGEST // 1024} kB")
    if lines and FENCE.fullmatch(lines[0]):
        if block.envelope is not None and block.envelope.action is Action.CANCEL:
            raise UnreceivedError("file_to_cancel")
        whole = mended(lines)
        if _is_all_keys(block.envelope) and whole[-1] == "---":
            whole = whole[1:-1]
        return Received(envelope=block.envelope, file="\n".join(whole) + "\n")
    if block.envelope is None:
        raise UnreceivedError("nothing")
    text = "\n".join(mended_keys(lines))
    if block.envelope.action is Action.NEW:
        if not text.strip():
            raise UnreceivedError("empty")
        # Whoever writes a file by hand forgets its fences.
        file = f"{text}\n" if _is_all_keys(block.envelope) else f"---\n{text}\n---\n"
        return Received(envelope=block.envelope, file=file)
    report = Report(block.envelope.path)
    tree = parse_yaml(text, 1, report) if text.strip() else Mapping((), 1)
    if report.problems or not isinstance(tree, Mapping):
        raise FaultyKeysError(tuple(report.problems))
    return Received(envelope=block.envelope, keys=tree)


def _is_all_keys(envelope: Envelope | None) -> bool:
    """True for a file that is YAML throughout, without fences."""
    return envelope is not None and envelope.path.endswith(".yml")


class FaultyKeysError(UnreceivedError):
    """The changed keys cannot be read; `problems` say why, with lines of the block."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("faulty_keys")
        self.problems = problems


def kind_of(file: str) -> str:
    """The kind that a file with these keys can only be; "" when it may be several."""
    head = file.split("\n---", 1)[0]
    return next((kind for kind, key in _KINDS if key.search(head)), "")
