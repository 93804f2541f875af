import pytest
import yaml

from kohtaamo.content.source.tree import Mapping, Scalar, Sequence
from kohtaamo.content.source.yaml_events import parse_yaml
from kohtaamo.problems.problem import Report

LOADERS = [yaml.BaseLoader, yaml.CBaseLoader] if yaml.__with_libyaml__ else [yaml.BaseLoader]


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def parse(request):
    """Read a head that begins on line 2; the tree and the problems."""

    def read(text):
        report = Report("events/kahvi.md")
        node = parse_yaml(text, 2, report, request.param)
        return node, [(p.line, p.field, p.code, dict(p.values)) for p in report.problems]

    return read


def test_every_key_and_value_has_its_line_and_is_text(parse):
    text = (
        "title: Kahvihetki\n"
        "start: 18:00\n"
        "# aukiolo\n"
        "hours:\n"
        "  - days: mon-fri\n"
        '    from: "08:00"\n'
        "\n"
        "  - days: no\n"
        "postcode: 01510\n"
        "empty:\n"
        "languages: [fi, sv]\n"
    )
    tree = Mapping(
        (
            (Scalar("title", 2), Scalar("Kahvihetki", 2)),
            (Scalar("start", 3), Scalar("18:00", 3)),
            (
                Scalar("hours", 5),
                Sequence(
                    (
                        Mapping(
                            (
                                (Scalar("days", 6), Scalar("mon-fri", 6)),
                                (Scalar("from", 7), Scalar("08:00", 7, plain=False)),
                            ),
                            6,
                        ),
                        Mapping(((Scalar("days", 9), Scalar("no", 9)),), 9),
                    ),
                    6,
                ),
            ),
            (Scalar("postcode", 10), Scalar("01510", 10)),
            (Scalar("empty", 11), Scalar("", 11)),
            (
                Scalar("languages", 12),
                Sequence((Scalar("fi", 12), Scalar("sv", 12)), 12),
            ),
        ),
        2,
    )
    assert parse(text) == (tree, [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("text: |\n  # Otsikko\n  a: b\n", "# Otsikko\na: b\n"),
        ("text: >\n  yksi\n  kaksi\n", "yksi kaksi\n"),
        ("text: yksi\n  kaksi\n", "yksi kaksi"),
        ("text: 'Vain ''lainaus'''\n", "Vain 'lainaus'"),
        ('text: "Talo #3: &juhla"\n', "Talo #3: &juhla"),
        ("text: https://a.fi/#osa\n", "https://a.fi/#osa"),
        ("text: mailto:a@b.fi\n", "mailto:a@b.fi"),
        ("text: klo 18:00\n", "klo 18:00"),
        ("text: 50 % alennus\n", "50 % alennus"),
        ("text: A\u2028B\u0085C\n", "A B C"),
        ("text:\u00a0Talo\n", "Talo"),
        ("text: 10\u00a0€\n", "10\u00a0€"),
        ("text: ☕ kahvia\n", "☕ kahvia"),
    ],
)
def test_values_that_read_as_they_look(parse, text, value):
    node, problems = parse(text)
    assert problems == []
    assert isinstance(node, Mapping)
    assert [(key.text, inner.text) for key, inner in node.entries] == [("text", value)]


def test_no_break_spaces_may_indent(parse):
    node, problems = parse("contact:\n\u00a0\u00a0role: Talonmies\n")
    assert problems == []
    tree = Mapping(((Scalar("role", 3), Scalar("Talonmies", 3)),), 3)
    assert node == Mapping(((Scalar("contact", 2), tree),), 2)


@pytest.mark.parametrize("text", ["", "\n\n", "# vain kommentti\n"])
def test_nothing_to_read(parse, text):
    assert parse(text) == (None, [])


def test_all_faults_are_found_in_one_reading(parse):
    text = (
        "title: &otsikko Kahvi\n"
        "summary: *otsikko\n"
        "price: !!int 5\n"
        "title: Tee\n"
        "address: {street: a, street: b}\n"
        "<<: x\n"
        "skip: [{date: x, date: y}]\n"
        "? [a]\n"
        ": b\n"
    )
    node, problems = parse(text)
    assert problems == [
        (2, "title", "yaml-anchor", {"value": "&otsikko"}),
        (3, "summary", "yaml-alias", {"value": "*otsikko"}),
        (4, "price", "yaml-tag", {"value": "!!int"}),
        (5, "title", "yaml-duplicate-key", {"key": "title", "first": "2"}),
        (6, "address.street", "yaml-duplicate-key", {"key": "street", "first": "6"}),
        (7, "<<", "yaml-merge-key", {}),
        (8, "skip[0].date", "yaml-duplicate-key", {"key": "date", "first": "8"}),
        (9, "", "yaml-key-not-text", {}),
    ]
    assert isinstance(node, Mapping)
    assert [key.text for key, _ in node.entries] == ["title", "summary", "price", "address", "skip"]
    assert node.get("title") == Scalar("Kahvi", 2)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title: {{ otsikko }}\n", (2, "title", "yaml-key-not-text", {})),
        ('"": x\n', (2, "", "yaml-empty-key", {})),
        ("title: !!! Tule\n", (2, "title", "yaml-tag", {"value": "!!!"})),
        ("%YAML 1.2\n---\na: b\n", (2, "", "yaml-directive", {})),
        ("a: b\n---\nc: d\n", (3, "", "yaml-second-document", {})),
        (
            "a: " + "[" * 10 + "]" * 10,
            (2, "a" + "[0]" * 9, "yaml-too-deep", {"limit": "10"}),
        ),
    ],
)
def test_more_than_plain_yaml_is_refused(parse, text, problem):
    assert parse(text)[1] == [problem]


def test_ten_levels_are_deep_enough(parse):
    assert parse("a: " + "[" * 9 + "]" * 9)[1] == []


def test_a_hundred_problems_are_enough_at_once(parse):
    node, problems = parse("a:\n" * 500)
    assert node is None
    assert len(problems) == 102
    assert problems[100:] == [
        (103, "a", "yaml-duplicate-key", {"key": "a", "first": "2"}),
        (103, "", "more-problems", {"limit": "100"}),
    ]


def test_any_number_of_comments_is_no_reason_to_stop(parse):
    node, problems = parse("".join(f"k{n}: v # x\n" for n in range(500)))
    assert isinstance(node, Mapping)
    assert len(node.entries) == 500
    assert len(problems) == 100
    assert {code for _, _, code, _ in problems} == {"comment-after-value"}


@pytest.mark.parametrize(
    ("text", "line", "code", "values"),
    [
        ("title: Talo\nx: b\x07c\n", 3, "control-character", {"after": "x: b"}),
        ("title: a\x9bb\n", 2, "control-character", {"character": "U+009B", "after": "title: a"}),
        ("title: a\ufffeb\n", 2, "control-character", {"character": "U+FFFE", "after": "title: a"}),
    ],
)
def test_characters_that_yaml_cannot_hold(parse, text, line, code, values):
    expected = {"character": "U+0007", "row": "1"} | values
    assert parse(text) == (None, [(line, "", code, expected)])


def test_a_lone_surrogate_raises_nothing(parse):
    node, problems = parse("title: a\ud800b\n")
    assert node is None
    values = {"character": "U+D800", "after": "title: a", "row": "1"}
    assert problems == [(2, "", "control-character", values)]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 30_000,
        "a: " + "[" * 500 + "]" * 500,
        "{" * 30_000,
        "- " * 30_000,
        "? " * 30_000,
        "{a: " * 15_000,
    ],
    ids=lambda text: text[:4],
)
def test_bottomless_nesting_is_given_up_at_once(parse, text):
    node, problems = parse(text)
    assert node is None
    assert problems[-1][2] == "yaml-too-deep"


def test_an_alias_bomb_stays_small(parse):
    text = "a: &a [x, x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
    )
    node, problems = parse(text)
    assert isinstance(node, Mapping)
    assert len(problems) == 61
    assert {code for _, _, code, _ in problems} == {"yaml-anchor", "yaml-alias"}
