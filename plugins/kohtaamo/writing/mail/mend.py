"""Lines of a file that mail programs changed → the lines as they were written.

Every mending waits for a sign that the damage was done: what was not damaged comes out the same.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kohtaamo.text.folding import DASHES
from kohtaamo.writing.mail.block import FENCE, KEYS, key_of
from kohtaamo.writing.mail.indent import indented

_LIKE_DATE = re.compile(r"\b(\d{4})[\u2010-\u2014\u2212](\d\d)[\u2010-\u2014\u2212](\d\d)\b")
_HYPHENS = re.compile("[\u2010\u2011]")
_BULLET = re.compile(r"^( *)[\u2013\u2014\u2022\u00b7\u25aa\u25cf*]\s+(?=\S)")
_CAPITAL = re.compile(r"^( *(?:- )?)([A-Z][a-z_]+)(?= ?:(?:\s|$))")
# A value in quotes that a word processor made round, where only straight ones are YAML's.
_ROUND = re.compile(
    r"""(?<=[:\-,\[{][ ])
    (?:[\u201c\u201d\u201e]([^\u201c\u201d\u201e"]*)[\u201c\u201d]
      |[\u2018\u2019]([^\u2018\u2019']*)[\u2018\u2019])
    (?=\s*(?:$|[,\]}]))""",
    re.VERBOSE,
)
_NEEDS_QUOTES = re.compile(r"[\d:.\-]+$|.*(?::(?:\s|$)|\s\#|[,\[\]{}]).*|[-?:,&*!|>%@`#].*")
_LINK = re.compile(r"(\S+) ?<(?:mailto:|tel:)?([^<>\s]+)>")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]\s]+)\]\((?:mailto:|tel:)?([^()\s]+)\)")
_SAFE = re.compile(r"https://\w+\.safelinks\.protection\.outlook\.com/\?url=([^&\s]+)[^\s\]}>)]*")
_OPEN = str.maketrans({"[": "(", "{": "(", "]": ")", "}": ")"})
# A key whose value are the lines below it.
_BLOCK = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*:\s*[|>][-+]?")
# Keys of a file, and those of a cancellation.
_SAID = KEYS | {"date", "dates"}
# No line of ours is longer; looking for links takes longer than a line is long.
_LONGEST = 4_000
# Programs break lines at 72 to 78 characters.
_BROKEN = 55


def mended(lines: Sequence[str]) -> list[str]:
    """A whole file: its head between `---`, and the text below."""
    found = [each.rstrip(" \t") if at < 2 else each for at, each in enumerate(lines)]
    closing = next((at for at, line in enumerate(found[1:], 1) if FENCE.fullmatch(line)), None)
    if closing is None:
        return [*mended_keys(found)]
    head, body = found[1:closing], found[closing + 1 :]
    is_doubled = _is_doubled(head)
    joined = mended_keys(head)
    body = [_trimmed(unlinked(each)) for each in body]
    if is_doubled:
        body = _halved(body)
    if len(joined) < len([each for each in head if each.strip()]):
        body = _rejoined(body)
    while body and not body[-1].strip():
        body.pop()
    return ["---", *joined, "---", *body]


def mended_keys(lines: Sequence[str]) -> list[str]:
    """The lines of a head, or of a block of changed keys."""
    found = [each.rstrip().replace("\t", "  ") for each in lines]
    if _is_doubled(found):
        found = [each for each in found if each]
    elif any(map(_BLOCK.fullmatch, found)):
        # What ends a line of a text may be its own.
        found = [_trimmed(each.replace("\t", "  ")) for each in lines]
    while found and not found[-1]:
        found.pop()
    return indented(list(_straightened(_whole(found))))


def _straightened(lines: Sequence[str]) -> Iterator[str]:
    """Each line as YAML knows it; those of a text below `|` are words."""
    is_text = False
    for line in lines:
        is_text = line[:1] in ("", " ") if is_text else False
        yield unlinked(line) if is_text else _straight(line.rstrip())
        is_text = is_text or bool(_BLOCK.fullmatch(line.rstrip()))


def unlinked(line: str) -> str:
    """A line without the links that programs put beside addresses."""
    if len(line) > _LONGEST or ("<" not in line and "](" not in line and "safe" not in line):
        return line
    if "safelinks" in line:
        # Few mails have them.
        from urllib.parse import unquote  # noqa: PLC0415

        line = _SAFE.sub(lambda found: unquote(found[1]), line)
    line = _LINK.sub(_same_link, line)
    return _MARKDOWN_LINK.sub(_same_link, line)


def _same_link(found: re.Match[str]) -> str:
    """The address alone where the link only says it again."""
    said, target = found[1], found[2]
    before = re.split(r"[\s\[{(]", said)[-1].rstrip("/,")
    same = re.sub(r"\W", "", before).endswith(re.sub(r"\W|^https?", "", target)) or re.sub(
        r"\W|^https?", "", target
    ).endswith(re.sub(r"\W|^https?", "", before))
    return said if re.search(r"\w", before) and re.search(r"\w", target) and same else found[0]


def _straight(line: str) -> str:
    """One line of a head, with the signs that YAML knows."""
    if len(line) > _LONGEST:
        return line
    line = unlinked(_BULLET.sub(r"\1- ", line))
    line = _LIKE_DATE.sub(r"\1-\2-\3", line)
    line = _HYPHENS.sub("-", line)
    line = _CAPITAL.sub(_small, line)
    return _ROUND.sub(_quoted, line)


def _small(found: re.Match[str]) -> str:
    """A key that a phone began with a capital."""
    return found[1] + (found[2].lower() if found[2].lower() in _SAID else found[2])


def _quoted(found: re.Match[str]) -> str:
    """Straight quotes where YAML needs them; elsewhere they may be the writer's own."""
    inner = found[1] if found[1] is not None else found[2]
    if not _NEEDS_QUOTES.match(inner):
        return found[0]
    return f'"{inner}"' if found[1] is not None else f"'{inner}'"


def _whole(lines: Sequence[str]) -> list[str]:
    """Lines that a program broke, joined: what stands at the margin and is no key goes on."""
    whole: list[str] = []
    for line in lines:
        if whole and line and _goes_on(whole[-1], line):
            whole[-1] = f"{whole[-1]} {line.strip()}"
        else:
            whole.append(line)
    return whole


def _goes_on(before: str, line: str) -> bool:
    if not before.strip() or before.lstrip().startswith("#") or line[0] == " ":
        return False
    if _is_open(before):
        return line[0] not in "]}"
    is_item = line.startswith("- ") or (line[0] in DASHES and line[1:2] == " ")
    if line[0] == "#" or line == "-" or _BULLET.match(line):
        return False
    if is_item or key_of(line) in _SAID:
        return False
    return len(before) + 1 + len(line.split(" ", 1)[0]) > _BROKEN and not key_like(line)


def key_like(line: str) -> bool:
    """True for `word:` at the margin, known or not: a wrong key is told of, not swallowed."""
    return bool(key_of(line)) and len(key_of(line)) <= 20 and line.index(":") <= 20


def _is_open(line: str) -> bool:
    """True when a bracket or a straight quote at the beginning of the value is not closed."""
    value = line.partition(": ")[2] if ": " in line else line.lstrip().removeprefix("- ")
    value = value.lstrip()
    if value[:1] not in ("[", "{", '"'):
        value = line.lstrip().removeprefix("- ")
    if value[:1] == '"':
        return value.count('"') % 2 == 1
    if value[:1] in ("[", "{"):
        bare = re.sub(r'"[^"]*"', "", value).translate(_OPEN)
        return bare.count("(") > bare.count(")")
    return False


def _is_doubled(lines: Sequence[str]) -> bool:
    """True when there is an empty line behind every line."""
    said = [bool(each.strip()) for each in lines]
    is_close = any(one and two for one, two in pairwise(said))
    return len(said) > 3 and said.count(True) > 1 and not is_close


def _halved(lines: Sequence[str]) -> list[str]:
    """The same with each line end that was doubled single again."""
    kept: list[str] = []
    blank = 0
    for line in (*lines, "."):
        if not line.strip():
            blank += 1
            continue
        kept += [""] * (blank // 2)
        kept.append(line)
        blank = 0
    return kept[:-1]


def _trimmed(line: str) -> str:
    """Two spaces at the end break a line in Markdown; any others say nothing."""
    bare = line.rstrip()
    return f"{bare}  " if bare and line[len(bare) :] == "  " else bare


def _rejoined(lines: Sequence[str]) -> list[str]:
    """Paragraphs whose lines were broken only because the next word did not fit."""
    longest = max((len(each) for each in lines), default=0)
    whole: list[str] = []
    last = 0
    for line in lines:
        first = line.split(" ", 1)[0]
        fits = last + 1 + len(first) <= longest
        if not whole or not line or not whole[-1] or fits or re.match(r"[-*#>|]|\d+[.)]", line):
            whole.append(line)
        else:
            whole[-1] = f"{whole[-1]} {line}"
        last = len(line)
    return whole
