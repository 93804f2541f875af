"""Where in a mail the file begins and ends, without the marks that mail programs put around it."""

import re
from dataclasses import dataclass

from kohtaamo.content.build.translation import TRANSLATION_KEYS
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.text.folding import DASHES
from kohtaamo.writing.mail.ending import is_ending
from kohtaamo.writing.mail.envelope import FOLDERS, Envelope, is_end, read_envelope
from kohtaamo.writing.mail.unreceived import UnreceivedError

# What programs make of `---`.
FENCE = re.compile(rf"\s*\\?(?:[{DASHES}]{{2,}}|[\u2013\u2014]|[-*_](?: [-*_]){{2,}})\s*")
_QUOTES = re.compile(r"(?:[ ]?>)*")
# What this program says in a mail: where a block begins, and where it ends.
_OURS = re.compile(r"\s*#?\s*kohtaamo\s*:", re.IGNORECASE)
_CODE = re.compile(r"\s*(?:```+|~~~+)\s*\w*\s*")
_KEY = re.compile(r"\s*([A-Za-z_]+)(?:\.[A-Za-z0-9_.-]+)?\s?:(?:\s|$)")
# Lines that are looked at before a mail is given up.
_MOST_LINES = 20_000
# Empty lines that may stand between two keys.
_FAR = 20

KEYS = frozenset(TRANSLATION_KEYS).union(*(KINDS[kind].by_key for kind in FOLDERS.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The lines of a file or of changed keys, and what they are for, when that is said.

    `is_closed` when their end was marked, so that nothing has to be guessed about it.
    """

    envelope: Envelope | None
    lines: tuple[str, ...]
    is_closed: bool


def find_block(text: str) -> Block | None:
    """The block in a text; None where there is none.

    Errors are those of `read_envelope`, and `several` where another block is for something else.
    """
    lines = text.split("\n")[:_MOST_LINES]
    bare = [_QUOTES.sub("", line, count=1) for line in lines]
    addressed = [(at, one) for at, line in enumerate(bare) if (one := read_envelope(line))]
    if addressed:
        # What was answered to may say the same once more.
        if len({one for _, one in addressed}) > 1:
            raise UnreceivedError("several")
        return _block(lines, *addressed[0])
    for number, line in enumerate(bare):
        if FENCE.fullmatch(line) and _is_head(bare, number):
            return _block(lines, number, None)
    return None


def key_of(line: str) -> str:
    """The key that a line begins with, in small letters as phones do not write it; "" for none.

    Of a dotted key the first part.
    """
    found = _KEY.match(line)
    return found[1].lower() if found else ""


def _is_head(lines: list[str], number: int) -> bool:
    """True when the first line after a fence has a key of ours."""
    after = lines[number + 1 : number + 6]
    return key_of(next((line for line in after if line.strip()), "")) in KEYS


def _block(lines: list[str], number: int, envelope: Envelope | None) -> Block:
    """What follows the first line at its own depth, up to the end that is marked or plain."""
    own = _unquoted(lines, number)
    first = own[0]
    in_code = number > 0 and bool(_CODE.fullmatch(_QUOTES.sub("", lines[number - 1], count=1)))
    rest = own[1:] if envelope is not None else own
    indent = len(first) - len(first.lstrip(" \t"))
    rest = [line[min(indent, len(line) - len(line.lstrip(" \t"))) :] for line in rest]
    rest = _from_first(rest)
    if rest and _CODE.fullmatch(rest[0]):
        in_code, rest = True, _from_first(rest[1:])
    is_file = bool(rest) and bool(FENCE.fullmatch(rest[0]))
    kept: list[str] = []
    fences, is_marked = 0, _is_marked(rest)
    for at, line in enumerate(rest):
        if is_end(line) or (in_code and _CODE.fullmatch(line)):
            return Block(envelope=envelope, lines=tuple(kept), is_closed=True)
        # A line of dashes ends a head; below it, and in a block of keys, it is a signature's.
        if is_file and fences < 2 and FENCE.fullmatch(line):
            fences += 1
        elif is_marked:
            pass
        elif (fences == 2 or not is_file) and is_ending(rest, at):  # noqa: SIM114 - two reasons
            break
        elif not is_file and not line.strip() and _is_over(rest, at):
            break
        kept.append(line)
    return Block(envelope=envelope, lines=tuple(kept), is_closed=False)


def _is_marked(lines: list[str]) -> bool:
    """True when the end is said before anything else is: then nothing is taken for an end."""
    ours = (line for line in lines if _OURS.match(line))
    return is_end(next(ours, ""))


def _from_first(lines: list[str]) -> list[str]:
    first = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    return lines[first:]


def _is_over(lines: list[str], blank: int) -> bool:
    """True for an empty line behind which there are no more keys, and no indented text."""
    after = next((line for line in lines[blank : blank + _FAR] if line.strip()), "")
    return not (after[:1] in " -" or key_of(after) in KEYS or is_end(after) or not after)


def _unquoted(lines: list[str], number: int) -> list[str]:
    """The lines from one on without its quote marks, as far as they are quoted as deep."""
    marks = _QUOTES.match(lines[number])
    depth = marks[0].count(">") if marks else 0
    if depth == 0:
        return lines[number:]
    spaced = lines[number][marks.end() if marks else 0 :].startswith(" ")
    own: list[str] = []
    for at, line in enumerate(lines[number:], number):
        said = _without(line, depth, spaced=spaced)
        if said is not None:
            own.append(said)
        elif not line.strip():
            own.append("")
        elif at + 1 < len(lines) and _without(lines[at + 1], depth, spaced=spaced) is not None:
            # The tail of a line that was broken after it had been quoted.
            own[-1] = f"{own[-1]} {line.strip()}"
        else:
            break
    return own


def _without(line: str, depth: int, *, spaced: bool) -> str | None:
    """A line without so many quote marks; None when it has fewer."""
    at = 0
    for _ in range(depth):
        at += line[at : at + 2] == " >"
        if line[at : at + 1] != ">":
            return None
        at += 1
    rest = line[at:]
    return rest.removeprefix(" ") if spaced else rest
