import pytest
import yaml

from kohtaamo.content.source.yaml_events import parse_yaml
from kohtaamo.problems.problem import Report

LOADERS = [yaml.BaseLoader, yaml.CBaseLoader] if yaml.__with_libyaml__ else [yaml.BaseLoader]


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def fault(request):
    """The one problem of a head that begins on line 2."""

    def read(text):
        report = Report("events/kahvi.md")
        assert parse_yaml(text, 2, report, request.param) is None
        [problem] = report.problems
        return problem.line, problem.code, dict(problem.values)

    return read


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("address:\n\tstreet: Kylätie 1\n", 3),
        ("title: Talo\n\tsummary: x\n", 3),
        ("hours:\n  -\tdays: mon\n\t  from: 9\n", 3),
    ],
)
def test_a_tab_cannot_indent(fault, text, line):
    assert fault(text) == (line, "yaml-tab", {})


@pytest.mark.parametrize(
    ("text", "line", "quote"),
    [
        ('title: "Talo\nsummary: Tule mukaan\n', 2, '"'),
        ('end: x\ntitle: "Talo\nsummary: "Tule"\n', 3, '"'),
        ("title: 'Talo\nsummary: Tule\n", 2, "'"),
    ],
)
def test_a_quote_wants_to_be_closed(fault, text, line, quote):
    assert fault(text) == (line, "yaml-quote-open", {"quote": quote})


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        ('title: "Talo" ja piha\n', '"Talo"', "ja piha"),
        ("title: 'Vai niin'kö\nend: x\n", "'Vai niin'", "kö"),
        ('- "Talo" ja piha\n', '"Talo"', "ja piha"),
    ],
)
def test_words_behind_the_closing_quote(fault, text, value, after):
    assert fault(text) == (2, "yaml-text-after-quote", {"value": value, "after": after})


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("title: Juhla: joulun aikaan\n", "title"),
        ("end: x\nprice: 5 €: lapset 2 €\n", "price"),
        ("a:\n  - note: klo 18: kahvit\n", "note"),
    ],
)
def test_a_colon_within_a_value_needs_quotes(fault, text, key):
    line = 1 + len(text.splitlines())
    assert fault(text) == (line, "yaml-colon-in-value", {"key": key})


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("title: Juhla\nstart:2026-09-07\n", 3, "start"),
        ("title: Juhla\nstart:2026-09-07\nend: x\n", 3, "start"),
        ("hours:\n  - days:mon\n    from: 9\n", 3, "days"),
    ],
)
def test_a_colon_without_its_space(fault, text, line, key):
    assert fault(text) == (line, "colon-without-space", {"key": key})


@pytest.mark.parametrize("character", ["@", "`", "%", "*", "|", ">", "}", "]", "?", ","])
def test_characters_that_cannot_begin_a_value(fault, character):
    text = f"end: x\ntitle: {character} Talo\nsummary: y\n"
    assert fault(text) == (3, "yaml-special-start", {"character": character})


def test_a_list_cannot_begin_behind_a_key(fault):
    expected = (2, "yaml-special-start", {"character": "-"})
    assert fault("title: - Talo\n") == expected


@pytest.mark.parametrize(
    ("text", "bracket"),
    [
        ("organisers: [martat, lions\ntitle: Talo\n", "["),
        ("coordinates: {lat: 61, lon: 29\ntitle: Talo\n", "{"),
        ("title: [Peruttu] Talo\n", "["),
    ],
)
def test_brackets_come_in_pairs(fault, text, bracket):
    assert fault(text) == (2, "yaml-bracket", {"bracket": bracket})


def test_a_backslash_within_double_quotes(fault):
    assert fault('file: "C:\\Kuvat"\n') == (2, "yaml-backslash", {})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("hours:\n  - days: mon\n    from: 9\n   to: 10\n", 5),
        ("address:\n    street: a\n  town: b\n", 4),
        ("title: Talo\n- kahvia\n", 3),
    ],
)
def test_lines_that_do_not_stand_below_each_other(fault, text, line):
    assert fault(text) == (line, "yaml-indentation", {})


def test_a_line_of_dashes_as_long_as_a_file_may_be(fault):
    """It is gone through once; going back for every dash would be felt."""
    dashes = "- " * 30_000
    expected = (4, "yaml-quote-open", {"quote": '"'})
    assert fault(f'text: |\n  {dashes}x\ntitle: "Talo\n') == expected


def test_a_line_that_says_nothing_to_yaml(fault):
    expected = (3, "yaml-line-without-key", {"value": "Tule mukaan kahville"})
    assert fault("title: Talo\nTule mukaan kahville\nend: x\n") == expected


def test_a_dash_wants_a_space_behind_it(fault):
    expected = (4, "dash-without-space", {"value": "-sun"})
    assert fault("days:\n- mon\n-sun\n") == expected


def test_a_document_that_was_ended_by_hand(fault):
    assert fault("title: Talo\n...\nsummary: x\n") == (4, "yaml-second-document", {})


def test_faults_above_the_one_that_ends_the_file_are_told_too():
    report = Report("events/kahvi.md")
    assert parse_yaml('title: a\ntitle: b\nsummary: "c\n', 2, report) is None
    assert [(problem.line, problem.code) for problem in report.problems] == [
        (3, "yaml-duplicate-key"),
        (4, "yaml-quote-open"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "key", "suggestion"),
    [
        ("title: a\nplace, olohuone\norganisers: [x]\n", 3, "place", "place: olohuone"),
        ("title, Neulekerho\nplace: x\n", 2, "title", "title: Neulekerho"),
        ("repeat:\n  every week\n  on: ke\n", 3, "every", "every: week"),
        ("title: a\norganisers;[x, y]\n", 3, "organisers", "organisers: [x, y]"),
    ],
)
def test_a_key_without_its_colon(fault, text, line, key, suggestion):
    written = text.splitlines()[line - 2].strip()
    values = {"value": written, "key": key, "suggestion": suggestion}
    assert fault(text) == (line, "yaml-no-colon", values)


def test_a_text_of_two_lines_is_no_key_without_its_colon(fault):
    text = "start: 5.11.2026\n  klo 17\n  end: 18\n"
    assert fault(text) == (4, "yaml-indentation", {})


def test_a_colon_within_curly_quotes(fault):
    values = {"quote": "”", "suggestion": '"Neulekerho: lankaa"'}
    assert fault("title: ”Neulekerho: lankaa”\n") == (2, "yaml-curly-quotes", values)
