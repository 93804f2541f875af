"""Heads that are read without YAML's parser: the same tree as from its events, or none at all."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kohtaamo.content.source.encoding import decode
from kohtaamo.content.source.front_matter import split_head
from kohtaamo.content.source.plain_head import read_plain
from kohtaamo.content.source.tree import Mapping, Scalar, Sequence
from kohtaamo.content.source.yaml_events import parse_yaml
from kohtaamo.problems.problem import Refused, Report

ROOT = Path(__file__).parents[3]

HEAD = """\
title: Torstain kahvit
start: 2026-12-03 13:00
end: "15:00"
# Kysy avain naapurista.
organisers: [martat, lions]
price:
  - {amount: 4, for: "Aikuiset, lapset"}
repeat:
  every: week
  skip:
  - 2026-12-24
summary:
"""


def _same(text: str) -> bool:
    """Whether the head is read; then YAML's parser says the same, and finds nothing wrong."""
    plain = read_plain(text, 2)
    if plain is None:
        return False
    report = Report("events/x.md")
    assert plain == parse_yaml(text, 2, report)
    assert report.problems == []
    return True


def test_a_head_with_nearly_everything() -> None:
    price = Mapping(
        (
            (Scalar("amount", 8), Scalar("4", 8)),
            (Scalar("for", 8), Scalar("Aikuiset, lapset", 8, plain=False)),
        ),
        8,
    )
    repeat = Mapping(
        (
            (Scalar("every", 10), Scalar("week", 10)),
            (Scalar("skip", 11), Sequence((Scalar("2026-12-24", 12),), 12)),
        ),
        10,
    )
    assert read_plain(HEAD, 2) == Mapping(
        (
            (Scalar("title", 2), Scalar("Torstain kahvit", 2)),
            (Scalar("start", 3), Scalar("2026-12-03 13:00", 3)),
            (Scalar("end", 4), Scalar("15:00", 4, plain=False)),
            (Scalar("organisers", 6), Sequence((Scalar("martat", 6), Scalar("lions", 6)), 6)),
            (Scalar("price", 7), Sequence((price,), 8)),
            (Scalar("repeat", 9), repeat),
            (Scalar("summary", 13), Scalar("", 13)),
        ),
        2,
    )
    assert _same(HEAD)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "# kommentti",
        "teksti",
        " title: sisennetty",
        "title: yksi\n  jatkuu: kaksi",
        "title: yksi\n  jatkuu",
        "title: yksi\ntitle: kaksi",
        "title: a: b",
        "title: a:",
        "title:b",
        "title: &a b",
        "title: *a",
        "title: !!str b",
        "title: |\n  teksti",
        "title: 'it''s'",
        'title: "\\u0061"',
        'title: "a" b',
        "title: [a",
        "title: [a, [b]]",
        "title: [a, ]",
        "title: {a: b, a: c}",
        "title: {a: b}}",
        "title: [a: b]",
        "title: Talo #3",
        "title: a # b",
        "title: a\tb",
        "title: a\u2028b",
        "title: - a",
        "title: -a",
        "- a\ntitle: b",
        "title: a\n- b",
        "- - a",
        "-",
        "? a",
        "<<: a",
        "---\ntitle: a",
        "title: a\n...",
        "a:\n   b: 1\n  c: 2",
        "a:\n  - b\n - c",
        "a: {b:\n c}",
        "\n".join(f"{' ' * depth}a:" for depth in range(12)),
    ],
)
def test_in_any_doubt_nothing_is_read(text: str) -> None:
    assert read_plain(text, 2) is None


def test_most_heads_of_the_sites_are_read_and_all_alike() -> None:
    heads = []
    for file in sorted((*ROOT.glob("content/**/*.md"), *ROOT.glob("tests/sites/**/*.md"))):
        try:
            parts = split_head(decode(file.read_bytes()), Report(file.name))
        except Refused:
            continue
        if parts is not None:
            heads.append(parts.head)
    read = sum(map(_same, heads))
    assert read > 0.7 * len(heads)


WORDS = st.sampled_from(
    [
        *(
            "a",
            "kahvi",
            "12:00",
            "2026-12-03",
            "no",
            "~",
            "null",
            "1",
            "äiti",
            "it's",
            "a-b",
            "(x)",
        ),
        *("https://example.fi/a?b=c&d", "+358 40", "a, b", "a [b]", "ja: ei", "x:y", "b:", ":c"),
        *(
            "-a",
            "- a",
            "?a",
            "a?",
            "#a",
            "a#b",
            "a #b",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a",
        ),
        *('"a"', "'a'", '"a: b"', "'a, b'", '"a\\"', '"a', "'a''b'", '"a" b', "=", "<<", "…", "€"),
        *("[]", "{}", "[a]", "[a, b c]", "[12:00, 9:30]", "[a,b]", "[a , b]", "[ a ]", "[a", "a]"),
        *("{a: b}", "{a: b, c: d}", '{a: "b, c"}', "{a:b}", "{a: }", "{a: [b]}", "[a: b]", "[-a]"),
        *(
            "{ a: b }",
            "{a: b ,c: d}",
            "[a?]",
            "[a ?b]",
            "{a: 9:00}",
            "[a#b]",
            "",
            " ",
            "\t",
            "\u00a0",
        ),
    ]
)
KEYS = st.sampled_from(["a", "b", "title", "no", "x-y", "_a", "1", "ä", "a b", '"a"', "<<", "~"])
LINES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "", "", " ", "  ", "    "]),
        st.sampled_from(["", "", "", "- ", "-  ", "-", "- - "]),
        st.one_of(
            KEYS.map("{}: ".format), KEYS.map("{}:".format), KEYS.map("{}:  ".format), st.just("")
        ),
        WORDS,
        st.sampled_from(["", "", "", " ", "  ", " # a", "#a"]),
    ),
)


@given(st.lists(st.one_of(LINES, st.sampled_from(["", "  ", "# a", "  # a"])), max_size=8))
@settings(derandomize=True, max_examples=1500, deadline=None)
def test_what_is_read_is_what_the_parser_reads(lines: list[str]) -> None:
    _same("\n".join(lines))


@given(st.text(alphabet="ab:-# \n[]{},\"'?9\\", max_size=40))
@settings(derandomize=True, max_examples=1500, deadline=None)
def test_any_text_of_the_characters_that_mean_something(text: str) -> None:
    _same(text)


@given(st.data())
@settings(derandomize=True, max_examples=500, deadline=None)
def test_a_head_in_which_something_was_mistyped(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(HEAD)))
    put = data.draw(
        st.one_of(WORDS, st.sampled_from([":", ": ", "\n", "  ", "\n- ", "#", ",", "'"]))
    )
    drop = data.draw(st.integers(0, 3))
    _same(HEAD[:at] + put + HEAD[at + drop :])
