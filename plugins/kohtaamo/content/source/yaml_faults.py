"""What is probably wrong where the YAML parser gave up, in terms of what stands on the line."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kohtaamo.content.source.rows import AtRow, problem
from kohtaamo.text.characters import describe_character

# YAML 1.1, c-printable, without what is a line break or a byte order mark.
_NOT_PRINTABLE = re.compile(
    r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_TAB = re.compile(r"[ -]*\t")
_NO_SPACE = re.compile(r"\s*(?:- +)*([A-Za-z_]\w*):(?!//)\S")
# Possessive (`*+`): of a line of dashes each is looked at once.
_KEY = r"\s*+(?:- ++)*+(?:[^\s:#\"'\[\]{},&*!|>%@`][^:#]*:\s+)?"
_QUOTED = re.compile(rf"""{_KEY}(?P<quote>["'])(?P<rest>.*)""")
_COLON_INSIDE = re.compile(r"\s*(?:- +)*([\w-]+):\s+[^\"'\s].*:(?:\s|$)")
# A key that something else than a colon follows, and the marks that close a curly quote.
_NO_COLON = re.compile(
    r"(\s*(?:- +)*)(?:(?P<key>[^\W\d]\w*)\s*[,;=]\s*|(?P<word>[a-z][a-z_]+)\s+)(?P<value>\S.*)"
)
_COLON = re.compile(r":(?:\s|$)")
_CURLY = re.compile(rf"{_KEY}([”“„»«’‘])(.*)")
_CURLY_MARKS = "”“„»«’‘"
_SPECIAL = re.compile(rf"{_KEY}([@`%&*!|>{{}}\[\]?,])")
_HASH = re.compile(r"[^#]*\S\s+(#.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Error:
    """The lines of the text, the rows from which and at which the parser failed, its words."""

    lines: list[str]
    first: int
    last: int
    words: str


def explain(error: Exception, text: str) -> AtRow:
    """One problem for the error that ended the reading of `text`."""
    unreadable = _NOT_PRINTABLE.search(text)
    if unreadable is not None:
        return _character(text, unreadable.start())
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return problem(0, "yaml-syntax")
    lines = text.split("\n")
    last = min(mark.line, len(lines) - 1)
    context = getattr(error, "context_mark", None)
    failed = _Error(
        lines=lines,
        first=min(context.line, last) if context is not None else last,
        last=last,
        words=f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}",
    )
    faults = (hint(failed) for hint in _HINTS)
    fallback = problem(_with_text(lines, last), "yaml-syntax")
    return next((fault for fault in faults if fault is not None), fallback)


def _character(text: str, at: int) -> AtRow:
    row = text.count("\n", 0, at)
    before = text[max(at - 30, 0) : at].rpartition("\n")[2].strip()
    character = describe_character(text[at])
    return problem(row, "control-character", character=character, after=before, row="1")


def _tab(error: _Error) -> AtRow | None:
    for row in (error.last, *range(error.first, error.last)):
        if _TAB.match(error.lines[row]):
            return problem(row, "yaml-tab")
    return None


def _escape(error: _Error) -> AtRow | None:
    """A backslash within double quotes; "hexdecimal" is how libyaml spells it."""
    if "escape" in error.words or "hexdecimal" in error.words:
        return problem(error.last, "yaml-backslash")
    return None


def _no_colon(error: _Error) -> AtRow | None:
    """A key without its colon; YAML itself blames the line below it."""
    if "expected ':'" in error.words:
        row: int | None = error.first
    elif "mapping values" in error.words:
        row = _row_above(error.lines, error.last)
    else:
        return None
    match = _NO_COLON.fullmatch(error.lines[row]) if row is not None else None
    if row is None or match is None or _COLON.search(error.lines[row]):
        return None
    key = match["key"] or match["word"]
    value = error.lines[row].strip()[:60]
    suggestion = f"{key}: {match['value'].strip()}"[:60]
    return problem(row, "yaml-no-colon", value=value, key=key, suggestion=suggestion)


def _row_above(lines: list[str], row: int) -> int | None:
    """The line above `row` that begins where it does, unless it goes on with a value."""
    filled = [each for each in range(row) if lines[each].strip()]
    if not filled or _margin(lines[filled[-1]]) != _margin(lines[row]):
        return None
    above = [each for each in filled[:-1] if not lines[each].lstrip().startswith("#")]
    opens = (
        not above
        or lines[above[-1]].rstrip().endswith(":")
        or _margin(lines[above[-1]]) >= _margin(lines[row])
    )
    return filled[-1] if opens else None


def _margin(line: str) -> int:
    """The column at which a line says something, behind blanks and the dash of a list."""
    return len(line) - len(line.lstrip(" -"))


def _curly(error: _Error) -> AtRow | None:
    """A colon within quotes that are none to YAML."""
    match = _CURLY.fullmatch(error.lines[error.last])
    if match is None or "mapping values" not in error.words:
        return None
    inside = match[2].rstrip().rstrip(_CURLY_MARKS).replace('"', "'")[:60]
    return problem(error.last, "yaml-curly-quotes", quote=match[1], suggestion=f'"{inside}"')


def _quote(error: _Error) -> AtRow | None:
    """A quote that nobody closed on its line, or words behind the closing one."""
    if "scanning a quoted scalar" in error.words:
        line = error.lines[error.first]
        opened = next((c for c in line if c in "\"'"), '"')
        return problem(error.first, "yaml-quote-open", quote=opened)
    for row in (error.last, *range(error.last - 1, error.first - 1, -1), error.first - 1):
        match = _QUOTED.match(error.lines[row]) if row >= 0 else None
        if match is None:
            continue
        inside, closing, after = match["rest"].partition(match["quote"])
        if not closing:
            return problem(row, "yaml-quote-open", quote=match["quote"])
        after = after.strip()
        if after and not after.startswith(("#", ",", "]", "}", ":")):
            value = (match["quote"] + inside + closing)[:60]
            return problem(row, "yaml-text-after-quote", value=value, after=after[:60])
    return None


def _start(error: _Error) -> AtRow | None:
    """A value that begins with a character that means something to YAML."""
    if "sequence entries" in error.words:
        return problem(error.last, "yaml-special-start", character="-")
    if "flow sequence" in error.words:
        return problem(error.first, "yaml-bracket", bracket="[")
    if "flow mapping" in error.words:
        return problem(error.first, "yaml-bracket", bracket="{")
    for row in dict.fromkeys((error.last, error.first)):
        match = _SPECIAL.match(error.lines[row])
        if match is not None and match[1] in "[{":
            return problem(row, "yaml-bracket", bracket=match[1])
        if match is not None:
            return problem(row, "yaml-special-start", character=match[1])
    return None


def _colon(error: _Error) -> AtRow | None:
    """No space behind a colon, mostly noticed on the next line; or a colon within the text."""
    above = next((r for r in range(error.last - 1, -1, -1) if error.lines[r].strip()), error.last)
    for row in dict.fromkeys((error.first, error.last, above)):
        match = _NO_SPACE.match(error.lines[row])
        if match is not None:
            return problem(row, "colon-without-space", key=match[1])
    inside = _COLON_INSIDE.match(error.lines[error.last])
    if inside is not None and "mapping values" in error.words:
        return problem(error.last, "yaml-colon-in-value", key=inside[1])
    return None


def _hash(error: _Error) -> AtRow | None:
    """A `#` in the middle of a text that goes on below."""
    for row in range(error.last, max(error.first - 1, error.last - 3, -1), -1):
        match = _HASH.match(error.lines[row])
        if match is not None:
            value = error.lines[row][: match.start(1)].strip()
            return problem(row, "words-after-hash", value=value, dropped=match[1].strip())
    return None


def _keyless(error: _Error) -> AtRow | None:
    """A line that is neither `key: value` nor `- value`."""
    if "expected ':'" not in error.words:
        return None
    value = error.lines[error.first].strip()[:60]
    if value.startswith("-"):
        return problem(error.first, "dash-without-space", value=value)
    return problem(error.first, "yaml-line-without-key", value=value)


def _document(error: _Error) -> AtRow | None:
    """Something behind the `...` that ends a YAML document."""
    if "<document start>" in error.words:
        return problem(error.last, "yaml-second-document")
    return None


def _indentation(error: _Error) -> AtRow | None:
    known = ("block mapping", "block collection", "block sequence", "mapping values", "<block end>")
    if any(part in error.words for part in known):
        return problem(_with_text(error.lines, error.last), "yaml-indentation")
    return None


def _with_text(lines: list[str], row: int) -> int:
    """The last line up to `row` on which anything stands."""
    while row > 0 and not lines[row].strip():
        row -= 1
    return row


# Asked in this order; the first that recognises the fault names it.
_HINTS: tuple[Callable[[_Error], AtRow | None], ...] = (
    _tab,
    _escape,
    _no_colon,
    _curly,
    _quote,
    _start,
    _colon,
    _hash,
    _keyless,
    _document,
    _indentation,
)
