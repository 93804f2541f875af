"""Hypothesis strategies: a file as somebody wrote it, made worse in one way or in several."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from hypothesis import strategies as st

from kohtaamo.content.schema.kinds import KINDS

from ..reading import attacks
from .seeds import Seed

Draw = Callable[[st.SearchStrategy], object]

# One more than what is read of a file.
_LARGEST = 66_000
_SIGNS = "[]{}:,-? \n\t#&*!|>'\"%@`ab\\\u00a0é0.…\u2028\x07\r\x00\ufeff"
# Values that have been too much for somebody.
_ODD = (
    *("", "~", "null", "yes", "no", "0", "-1", "1e400", "NaN", "9" * 400, "0x10", "1_000", "٣"),
    *(
        "2026-02-30",
        "0000-00-00",
        "9999-12-31",
        "2100-12-31 24:00",
        "2026-12-03T13:00Z",
        "1.1.2000",
    ),
    *(
        "29.2.2028",
        "2027-03-28 03:30",
        "2027-10-31 03:30",
        "31.12.2100 klo 23.59",
        "24:00",
        "99:99",
    ),
    *("366 d", "1 min", "100000 d", "0,5 h", "mon-sun", "sun-mon", "su–ma", "1st mon", "5th fri"),
    *(
        "last day",
        "day 31",
        "even weeks",
        "999 years",
        "1 day",
        "public-holidays",
        "[[[[",
        "{a: {b: c}}",
    ),
    *(
        "- - - x",
        "&a x",
        "*a",
        "!!python/object:os.system",
        "<<: *a",
        "|",
        ">",
        "? x",
        "%",
        "@",
        "`",
    ),
    *(
        "https://",
        "https://example.fi/" + "x" * 2100,
        "a@b",
        "+358",
        "../x",
        "x" * 81,
        "con",
        "index",
    ),
)
_RULES = (
    "day",
    "week",
    "2 weeks",
    "even weeks",
    "odd weeks",
    "month",
    "2 months",
    "year",
    "9 days",
)
_ON = (
    *("mon", "[mon, thu]", "mon-sun", "1st wed", "[2nd thu, 4th thu]", "last fri", "5th sun"),
    *("day 15", "day 31", "last day", "last weekday", "[]", "x"),
)
# Keys whose values are read by people.
_FREE = re.compile(
    rb"\s*(?:- )?(?:title|name|summary|role|note|reason|street|town|directions|equipment|terms|alt"
    rb"|credit|accessibility_note|getting_there|first_visit|funder|time): "
)
_LINES = (
    "# a", "- b", "1. c", "> d", "    e", "```", "~~~", "| a | b |", "|---|---|", "<div>", "</div>",
    "[a]: https://example.fi/", "[a]", "![a](b)", "***", "---", "&#8;", "\\", "a\\", "<!--", "-->",
)  # fmt: skip


@cache
def _keys() -> tuple[str, ...]:
    return tuple(sorted({field.key for kind in KINDS.values() for field in kind.fields}))


@cache
def _hostile() -> tuple[str, ...]:
    """Every attack that fits on a line."""
    lists = (attacks("markup", 2), attacks("addresses"), attacks("paths", 2))
    return tuple(each.text for found in lists for each in found)


def mutants(known: Sequence[Seed]) -> st.SearchStrategy[Seed]:
    """Any of the files, changed once to four times, of at most 66 000 bytes."""

    @st.composite
    def made(draw: Draw) -> Seed:
        seed: Seed = draw(st.sampled_from(known))
        data = seed.data
        for _ in range(draw(st.sampled_from((1, 1, 1, 2, 2, 4)))):
            data = draw(st.sampled_from(_CHANGES))(draw, data, known)[:_LARGEST]
        return seed._replace(data=data)

    return made()


def _span(draw: Draw, data: bytes) -> tuple[int, int]:
    begin = draw(st.integers(0, len(data)))
    return begin, min(len(data), begin + draw(st.integers(0, 200)))


def _line(draw: Draw, lines: list[bytes]) -> int:
    return draw(st.integers(0, len(lines) - 1))


def _flipped(draw: Draw, data: bytes, _: Sequence[Seed]) -> bytes:
    changed = bytearray(data or b" ")
    for _ in range(draw(st.integers(1, 8))):
        changed[draw(st.integers(0, len(changed) - 1))] = draw(st.integers(0, 255))
    return bytes(changed)


def _cut(draw: Draw, data: bytes, _: Sequence[Seed]) -> bytes:
    begin, end = _span(draw, data)
    return data[:begin] + data[end:]


def _ended(draw: Draw, data: bytes, _: Sequence[Seed]) -> bytes:
    return data[: draw(st.integers(0, len(data)))]


def _doubled(draw: Draw, data: bytes, _: Sequence[Seed]) -> bytes:
    begin, end = _span(draw, data)
    times = draw(st.sampled_from((1, 2, 10, 300)))
    return data[:end] + data[begin:end] * times + data[end:]


def _put_in(draw: Draw, data: bytes, _: Sequence[Seed]) -> bytes:
    at, _ = _span(draw, data)
    some = draw(
        st.one_of(
            st.binary(max_size=20),
            st.text(max_size=20).map(lambda text: text.encode("utf-8", "surrogatepass")),
            st.text(alphabet=_SIGNS, max_size=40).map(str.encode),
        )
    )
    return data[:at] + some + data[at:]


def _spliced(draw: Draw, data: bytes, known: Sequence[Seed]) -> bytes:
    other: Seed = draw(st.sampled_from(known))
    begin, _ = _span(draw, data)
    _, end = _span(draw, other.data)
    return data[:begin] + other.data[end:]


def _swapped(draw: Draw, data: bytes, _: Sequence[Seed]) -> bytes:
    lines = data.split(b"\n")
    one, other = _line(draw, lines), _line(draw, lines)
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _repeated(draw: Draw, data: bytes, _: Sequence[Seed]) -> bytes:
    lines = data.split(b"\n")
    at = _line(draw, lines)
    lines[at:at] = lines[at : at + draw(st.integers(1, 4))] * draw(st.sampled_from((1, 3, 200)))
    return b"\n".join(lines)


def _indented(draw: Draw, data: bytes, _: Sequence[Seed]) -> bytes:
    lines = data.split(b"\n")
    at = _line(draw, lines)
    lines[at] = draw(st.sampled_from((b" ", b"  ", b"\t", b"- ", b"\xc2\xa0"))) + lines[at]
    return b"\n".join(lines)


def _odd(draw: Draw) -> str:
    value: str = draw(
        st.one_of(st.sampled_from(_ODD), st.sampled_from(_hostile()), st.text(max_size=30))
    )
    return draw(st.sampled_from((value, _quoted(value), _quoted(value), f"[{value}]")))


def _quoted(text: str) -> str:
    """As YAML holds any text."""
    signs = (c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in text)
    return f'"{"".join(signs)}"'


def _revalued(draw: Draw, data: bytes, _: Sequence[Seed]) -> bytes:
    lines = data.split(b"\n")
    keyed = [at for at, line in enumerate(lines) if b": " in line] or [0]
    at = draw(st.sampled_from(keyed))
    key = lines[at].partition(b": ")[0]
    lines[at] = key + b": " + _odd(draw).encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


def _worded(draw: Draw, data: bytes, _: Sequence[Seed]) -> bytes:
    """Other words in a field of free text, as YAML holds them: most such files have no fault."""
    lines = data.split(b"\n")
    free = [at for at, line in enumerate(lines) if _FREE.match(line)]
    if not free:
        return data
    at = draw(st.sampled_from(free))
    text = draw(st.sampled_from(_hostile()) | st.text(max_size=60))
    lines[at] = lines[at].partition(b": ")[0] + b": " + _quoted(text).encode()
    return b"\n".join(lines)


def _keyed(draw: Draw, data: bytes, _: Sequence[Seed]) -> bytes:
    """A further field, behind the first line of the head."""
    lines = data.split(b"\n")
    key = draw(st.one_of(st.sampled_from(_keys()), st.text(alphabet="abc_-", max_size=6)))
    lines.insert(1, f"{key}: {_odd(draw)}".encode("utf-8", "surrogatepass"))
    return b"\n".join(lines)


def _nested(draw: Draw, data: bytes, _: Sequence[Seed]) -> bytes:
    """YAML in YAML."""
    tree = draw(
        st.recursive(
            st.sampled_from(_ODD),
            lambda inner: (
                st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]")
                | st.tuples(st.sampled_from(_keys()), inner).map(
                    lambda each: f"{{{each[0]}: {each[1]}}}"
                )
            ),
            max_leaves=8,
        )
    )
    lines = data.split(b"\n")
    lines.insert(1, f"{draw(st.sampled_from(_keys()))}: {tree}".encode())
    return b"\n".join(lines)


def _ruled(draw: Draw, data: bytes, _: Sequence[Seed]) -> bytes:
    """Another rule, with odd dates in it."""
    day = st.dates().map(str) | st.sampled_from(_ODD)
    skips = ", ".join(draw(st.lists(day, max_size=5)))
    rule = (
        f"repeat: {{every: {draw(st.sampled_from(_RULES))}, on: {draw(st.sampled_from(_ON))},"
        f" {draw(st.sampled_from(('until', 'times')))}: {draw(day)}, skip: [{skips}],"
        f" extra: [{draw(day)}], changes: [{{date: {draw(day)}, start: {draw(day)}}}]}}"
    )
    kept = [line for line in data.split(b"\n") if not line.startswith((b"repeat:", b"  "))]
    return b"\n".join([*kept[:1], rule.encode("utf-8", "surrogatepass"), *kept[1:]])


def _textual(draw: Draw, data: bytes, _: Sequence[Seed]) -> bytes:
    """Another text, of pieces of Markdown and of HTML."""
    piece = (
        st.sampled_from(_LINES)
        | st.sampled_from(_hostile())
        | st.text(alphabet=_SIGNS, max_size=30)
    )
    lines = draw(st.lists(piece, max_size=12)) * draw(st.sampled_from((1, 1, 2, 100)))
    head = data.rpartition(b"---\n")[0] or b"---\n"
    return head + b"---\n" + "\n".join(lines).encode("utf-8", "surrogatepass")


def _recoded(draw: Draw, data: bytes, _: Sequence[Seed]) -> bytes:
    name = draw(
        st.sampled_from(("utf-16", "utf-16-be", "utf-32", "utf-8-sig", "latin-1", "cp1252"))
    )
    return data.decode("utf-8", "replace").encode(name, "replace")


def _ended_otherwise(draw: Draw, data: bytes, _: Sequence[Seed]) -> bytes:
    return data.replace(b"\n", draw(st.sampled_from((b"\r\n", b"\r", b"\n\n", "\u2028".encode()))))


_CHANGES = (
    *(_flipped, _cut, _ended, _doubled, _put_in, _spliced, _swapped, _repeated, _indented),
    *(_revalued, _revalued, _revalued, _keyed, _keyed, _nested, _ruled, _textual, _textual),
    *(_worded, _worded, _worded, _worded, _worded, _worded, _textual, _textual),
    *(_recoded, _ended_otherwise, _ended_otherwise),
)
