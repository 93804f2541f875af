"""Files as large as may be, made to take long: lists, nests and Markdown without end."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from kohtaamo.publish.texts.html import page_to_html, to_html
from kohtaamo.publish.texts.plain import to_plain

from ..saying import written
from .files import through
from .measuring import Measured, measured
from .seeds import Seed

# What a file of content may hold, and what a text may.
LARGEST_FILE, LARGEST_TEXT = 65_000, 20_000
# A page may be some times as long as what somebody wrote; what makes more of it is a bomb.
MOST_TIMES = 60

PIECES = (
    *("> ", "- ", "1. ", "* - + ", "# ", "- a\n ", "> a\n", "-\n", "\n\n    ", "> > - "),
    *(
        "[",
        "]",
        "![",
        "[](",
        "[a](",
        "[a](<",
        "[a]: b\n",
        "[a][",
        "]: ",
        "<a",
        "<!--",
        "<?",
        "<![CDATA[",
    ),
    *("*", "_", "**a ", "*a _b ", "~~a ", "~~", "a*", "*a_ ", "`", "a`", "``a", "`a ", "\\", "\\`"),
    *(
        "&",
        "&#",
        "&#x1F9F6;",
        "&amp;",
        "&lt;",
        "<",
        ">",
        "</",
        "<b>",
        "<b a='",
        "</b>",
        "<b\n",
        "<a@b",
        "<a:",
    ),
    *("|", "|a", "| a ", "a|\n", "|-|\n", "-|", "|:-:", "\n|", "$", "{", "{{", "}}", "^", "://"),
    *(
        "é",
        "🧶",
        "a\u0301",
        " ",
        "\t",
        "\n",
        " \n",
        "  \na",
        "a  \n",
        "\\\n",
        "a\\\n",
        "---\n",
        "===\n",
        "a\n=\n",
    ),
    *(
        "http://a.fi ",
        "a@b.fi ",
        "www.a.fi ",
        "<http://a.fi>",
        "[^1]",
        "[^1]: a\n",
        ":a:",
        '"',
        "'",
    ),
)
_HALF = LARGEST_TEXT // 2


def texts() -> Iterator[tuple[str, str]]:
    """Names and texts of Markdown: pieces without end, and what multiplies itself."""
    for piece in PIECES:
        yield f"pieces of {piece!r}", (piece * LARGEST_TEXT)[: LARGEST_TEXT - 7] + " loppu"
    columns, rows = 2_000, 5_000
    yield "a table of empty cells", "|a" * columns + "|\n" + "|-" * columns + "|\n" + "a\n" * rows
    yield (
        "a table in a list",
        "- " + "|a" * columns + "|\n  " + "|-" * columns + "|\n" + "  a\n" * 2_500,
    )
    yield "a table of short rows", "|a" * 40 + "|\n" + "|-" * 40 + "|\n" + "a\n" * 9_000
    yield "lines in a deep list", "- " * (_HALF // 2) + "a\n" + "a\\\n" * (_HALF // 3)
    yield "lines in a deep quotation", "> " * (_HALF // 2) + "a\n" + "a\\\n" * (_HALF // 3)
    yield "lines in a list of twenty", "- " * 20 + "a\n" + "a\\\n" * 6_000
    yield "a long address many times", f"[a]: https://a.fi/{'x' * _HALF}\n\n" + "[a]" * (_HALF // 3)
    yield "many definitions", "".join(f"[{n}]: /{n}\n" for n in range(1_500)) + "[1]" * 1_000
    yield "many definitions and no link", "[a]: b\n" * 1_000 + "[" * _HALF
    yield "headings of every kind", "".join(f"{'#' * (1 + n % 6)} a\n" for n in range(4_000))
    yield "lists of every depth", "".join(f"{'  ' * (n % 40)}- a\n" for n in range(450))
    yield "links in links", "[a](" * 2_000 + "b" + ")" * 2_000
    yield "brackets around an address", "[a](" + "(" * 9_000 + ")" * 9_000
    yield "emphasis that may end anywhere", "*a **b " * 1_300 + "*** " * 1_300
    yield "code of every length", "".join("`" * n + " " for n in range(1, 190))
    yield "a long word", "x" * LARGEST_TEXT
    yield "a long line of marks", "a" + "\u0301" * (LARGEST_TEXT - 10)
    yield "letters that grow when composed", "\ufb2c" * (LARGEST_TEXT // 4)


def _days(count: int) -> list[str]:
    return [str(date(2026, 12, 3) + timedelta(days=each)) for each in range(count)]


# What the `everything` site knows.
_HERE: dict[str, dict[str, object]] = {
    "event": {"organisers": ["merilahden-martat"]},
    "place": {"municipality": "merilahti"},
    "organiser": {"municipalities": ["merilahti"]},
    "notice": {"municipalities": ["merilahti"], "organisers": ["merilahden-martat"]},
    "page": {},
}


def _all_of(kind: str, **values: object) -> bytes:
    """A file cut where a file ends, before an item of its list."""
    data = written(kind, {**_HERE[kind], **values})
    if len(data) <= LARGEST_FILE:
        return data
    *_, last = re.finditer(rb"\n *- ", data[:LARGEST_FILE])
    return data[: last.start() + 1]


def _hours(count: int) -> list[dict[str, str]]:
    return [{"days": "mon-sun", "from": "10", "to": "18"}] * count


def _files() -> Iterator[tuple[str, str, bytes]]:
    """Names, kinds and bytes of files with long lists."""
    slugs = [f"x{n}" for n in range(9_000)]
    for key in ("organisers", "audiences", "topics", "needs", "formerly", "languages"):
        yield f"event-{key}", "event", _all_of("event", **{key: slugs})
    daily = {"every": "day", "until": "2027-12-31"}
    endless = {"every": "day", "until": "2100-12-31"}
    start = "2026-12-03 13:00"
    rules: tuple[tuple[str, dict[str, object]], ...] = (
        ("daily", daily),
        ("far", {"every": "999 days", "until": "2100-12-31"}),
        ("endless", endless),
        ("times", {"every": "day", "times": "100000"}),
        ("skips", {**daily, "skip": _days(390)}),
        ("spans", {**daily, "skip": [{"from": a, "to": a} for a in _days(360)]}),
        ("holidays", {**daily, "skip": ["public-holidays", "eves", *_days(300)]}),
        ("extra", {**daily, "extra": [f"{day} 15:00" for day in _days(3_000)[400:]]}),
        (
            "changes",
            {**daily, "changes": [{"date": day, "cancelled": "yes"} for day in _days(390)]},
        ),
        (
            "moves",
            {**daily, "changes": [{"date": day, "start": f"{day} 20:00"} for day in _days(390)]},
        ),
        (
            "on",
            {
                "every": "week",
                "on": [f"{day}" for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")],
                "until": "2100-12-31",
            },
        ),
        (
            "ordinals",
            {"every": "month", "on": ["1st mon", "last sun"] * 3_000, "until": "2100-12-31"},
        ),
        ("yearly", {"every": "year", "times": "99999"}),
        ("never", {"every": "year", "on": "5th mon", "until": "2100-12-31"}),
    )
    for name, rule in rules:
        yield f"rule-{name}", "event", _all_of("event", start=start, duration="1 h", repeat=rule)
    yield "prices", "event", _all_of("event", price=[{"amount": "1", "for": "x"}] * 3_000)
    yield "pictures", "event", _all_of("event", images=[{"file": "x.jpg", "alt": "x"}] * 3_000)
    yield (
        "a-long-room-booking",
        "event",
        _all_of(
            "event",
            place="simpukka",
            room="tullisali",
            duration="366 d",
            repeat=daily,
            location=None,
        ),
    )
    closed = [{"date": day, "closed": "yes"} for day in _days(2_500)]
    opened = [{"date": day, "hours": _hours(3)} for day in _days(600)]
    spans = [{"from": "2026-12-03", "to": day, "closed": "yes"} for day in _days(1_200)]
    yield "hours", "place", _all_of("place", hours=_hours(2_000))
    yield "exceptions", "place", _all_of("place", exceptions=closed, hours=_hours(7))
    yield "exceptions-hours", "place", _all_of("place", exceptions=opened)
    yield "exceptions-spans", "place", _all_of("place", exceptions=spans, hours=_hours(7))
    seasons = [{"from": day, "to": day, "hours": _hours(1)} for day in _days(900)]
    yield "seasons", "place", _all_of("place", seasons=seasons)
    rooms = [{"id": f"sali-{n}", "name": "Sali"} for n in range(2_500)]
    yield "rooms", "place", _all_of("place", rooms=rooms)
    stop = {"name": "Tori", "municipality": "merilahti", "hours": _hours(1), "dates": _days(20)}
    yield "stops", "place", _all_of("place", stops=[{"id": f"s{n}", **stop} for n in range(300)])
    yield (
        "accessibility",
        "place",
        written("place", {"accessibility": dict.fromkeys(slugs[:4_000], "yes")}),
    )
    yield "can-host", "place", _all_of("place", can_host=slugs)
    yield "misspelt", "place", "".join(f"nam{n}: x\n" for n in range(6_000)).encode()
    yield (
        "misspelt-slugs",
        "event",
        _all_of("event", organisers=[f"Merilahden Marttoja {n}" for n in range(2_000)]),
    )
    yield "municipalities", "organiser", _all_of("organiser", municipalities=slugs)
    funding = [{"funder": "x", "from": "2026-01-01", "until": "2026-12-31"}] * 900
    yield "funding", "organiser", _all_of("organiser", funding=funding)
    yield "long-domain", "notice", _all_of("notice", url="https://" + "ä" * 20_000 + ".fi")
    yield "long-mail", "notice", _all_of("notice", contact={"email": "a@" + "ä." * 15_000 + "fi"})
    yield "long-phone", "notice", _all_of("notice", contact={"phone": "0 (" * 15_000})
    yield "long-time", "event", _all_of("event", start="klo " * 10_000 + "9-9-9-9")
    yield "long-duration", "event", _all_of("event", duration="1 " * 20_000 + "h")
    yield "digits", "event", _all_of("event", ages={"from": "9" * 40_000})
    yield "codes", "page", _all_of("page", text="131052-308U " * 4_000)
    yield "marks", "page", _all_of("page", title="&#49;" * 10_000)


@cache
def heavy_files() -> tuple[Seed, ...]:
    """All of them, as files of the `everything` site."""
    folders = {"event": "events", "place": "places", "organiser": "organisers", "notice": "notices"}
    made = [
        Seed(f"{folders.get(kind, 'pages')}/{name}.yml", kind, name, None, data)
        for name, kind, data in _files()
    ]
    for number, (_, text) in enumerate(texts()):
        data = f"---\ntitle: Tietoa\n---\n{text}\n".encode()
        made.append(Seed(f"pages/text-{number}.md", "page", f"text-{number}", None, data))
    return tuple(made)


def weighed(number: int) -> Measured:
    """What one of them takes: read, checked, and made into HTML and plain text."""
    return measured(lambda: [*_through(heavy_files()[number])])


def _through(each: Seed) -> Iterator[str]:
    yield from (fault for fault in through(each) if not fault.startswith("#"))
    yield from growth(each.data.decode("utf-8", "replace").rpartition("---\n")[2])


def growth(text: str) -> Iterator[str]:
    """Which forms of a text are too long for what somebody wrote."""
    for form in (to_html, page_to_html, to_plain):
        length = len(form(text))
        if length > MOST_TIMES * len(text) + 1_000:
            yield f"{form.__name__} makes {length} characters of {len(text)}"
