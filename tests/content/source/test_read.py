import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kohtaamo.content.source.files import SourceFile
from kohtaamo.content.source.read import read_bytes, read_document
from kohtaamo.content.source.tree import Document, Mapping, Scalar, Sequence
from kohtaamo.problems.problem import Problem, Refused


def read(data, path="events/kahvi.md", kind="event", language=None):
    if isinstance(data, str):
        data = data.encode()
    return read_document(path, kind, "kahvi", language, data)


def codes(problems):
    return [(problem.line, problem.code) for problem in problems]


def test_a_markdown_file_is_head_and_text():
    document, problems = read("\ufeff---\r\ntitle: Kahvi\r\n---\r\n\r\nTule!\r\n")
    assert problems == ()
    assert document == Document(
        path="events/kahvi.md",
        kind="event",
        slug="kahvi",
        language=None,
        root=Mapping(((Scalar("title", 2), Scalar("Kahvi", 2)),), 2),
        text="Tule!",
        text_line=5,
    )


def test_a_yaml_file_keeps_its_text_within():
    document, problems = read(
        "title: Kahvi\ntext: |\n  Tule!\n", path="events/kahvi.sv.yml", language="sv"
    )
    assert problems == ()
    assert document == Document(
        path="events/kahvi.sv.yml",
        kind="event",
        slug="kahvi",
        language="sv",
        root=Mapping(
            (
                (Scalar("title", 1), Scalar("Kahvi", 1)),
                (Scalar("text", 2), Scalar("Tule!\n", 2, plain=False, text_line=3)),
            ),
            1,
        ),
    )


def test_a_yaml_file_may_begin_with_a_fence():
    document, problems = read("---\ntitle: Kahvi\n", path="events/kahvi.yml")
    assert problems == ()
    assert document is not None
    assert document.root == Mapping(((Scalar("title", 2), Scalar("Kahvi", 2)),), 2)


@pytest.mark.parametrize(
    ("kind", "root"),
    [
        ("event", Mapping((), 1)),
        ("network", Mapping((), 1)),
        ("vocabulary", Sequence((), 1)),
        ("sources", Sequence((), 1)),
    ],
)
def test_nothing_but_comments_is_an_empty_document(kind, root):
    document, problems = read("# tulossa\n", path="x.yml", kind=kind)
    assert problems == ()
    assert document is not None
    assert document.root == root


def test_an_empty_head_leaves_it_to_the_schema_to_say_what_is_missing():
    document, problems = read("---\n---\nTule!\n")
    assert problems == ()
    assert document is not None
    assert (document.root, document.text, document.text_line) == (Mapping((), 2), "Tule!", 3)


def test_with_a_problem_that_leaves_the_rest_readable_there_is_a_document():
    document, problems = read("---\ntitle: Kahvi\ntitle: Tee\n---\n")
    assert document is not None
    assert problems == (
        Problem(
            path="events/kahvi.md",
            line=3,
            field="title",
            code="yaml-duplicate-key",
            values={"key": "title", "first": "2"},
        ),
    )


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("Tule kahville!\n", (1, "no-head")),
        ("---\nTule kahville!\n---\n", (2, "not-keys-and-values")),
        ("---\ntitle:Kahvi\n---\n", (2, "colon-without-space")),
        ("", (1, "empty-file")),
        ("---\ntitle: Pöytä\n---\n".encode("latin-1"), (2, "not-utf8")),
        ("---\na: b\nc: \x00\n---\n", (3, "nul-character")),
        (b"x" * 70_000, (1, "file-too-large")),
        ('---\ntitle: "Kahvi\n---\n', (2, "yaml-quote-open")),
    ],
)
def test_without_a_document_the_problem_has_its_line(data, problem):
    document, problems = read(data)
    assert document is None
    assert codes(problems) == [problem]


def test_the_line_stands_at_the_problem_and_not_among_its_values():
    _, [problem] = read("---\ntitle: Pöytä\n---\n".encode("latin-1"))
    assert problem == Problem(
        path="events/kahvi.md",
        line=2,
        code="not-utf8",
        values={"encoding": "Latin-1 (ISO-8859-1)"},
    )


def source(file):
    return SourceFile(
        path="events/kahvi.md", kind="event", slug="kahvi", language=None, file=str(file)
    )


def test_a_file_is_read_from_the_disk(tmp_path):
    file = tmp_path / "kahvi.md"
    file.write_bytes(b"---\ntitle: Kahvi\n---\n")
    assert read_bytes(source(file)) == b"---\ntitle: Kahvi\n---\n"


def test_of_a_huge_file_only_the_beginning_is_read(tmp_path):
    file = tmp_path / "kahvi.md"
    with file.open("wb") as opened:
        opened.truncate(1 << 30)
    data = read_bytes(source(file))
    assert len(data) < 100_000
    document, problems = read(data)
    assert document is None
    assert codes(problems) == [(1, "file-too-large")]


def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path):
    with pytest.raises(Refused) as refused:
        read_bytes(source(tmp_path / "poissa.md"))
    assert refused.value.code == "unreadable-file"
    assert refused.value.values == {"reason": "No such file or directory"}


YAML_LIKE = st.text(alphabet="[]{}:,-? \n\t#&*!|>'\"%@`ab\\\u00a0é0.…\u2028\x07", max_size=120)
ANYTHING = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")),
    YAML_LIKE.map(str.encode),
    YAML_LIKE.map(lambda head: f"---\n{head}\n---\nTule!".encode()),
    st.lists(
        st.tuples(st.text(alphabet=string.ascii_lowercase, min_size=1, max_size=5), YAML_LIKE)
    ).map(lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs).encode()),
)


@settings(derandomize=True, deadline=None, database=None, max_examples=600)
@given(data=ANYTHING, path=st.sampled_from(["events/kahvi.md", "events/kahvi.yml"]))
def test_whatever_bytes_a_file_holds_there_is_a_document_or_a_problem(data, path):
    document, problems = read(data, path=path)
    assert document is not None or problems
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for problem in problems:
        assert problem.path == path
        assert 1 <= problem.line <= lines
        assert all(isinstance(value, str) for value in problem.values.values())


@pytest.mark.parametrize(
    "head",
    [
        "a: [" + "b," * 30_000 + "]",
        "a: b #c\n" * 8_000,
        "a: b\n" + "  c:d\n" * 10_000,
        "a: b\n" + "\n" * 60_000 + "c",
        "a: 'b\n" * 9_000,
        "a: " + ": " * 30_000,
        "a:" * 30_000,
        "a: x" + " " * 60_000 + "\nb",
        "a: " + '"' + "\\x00" * 15_000 + '"',
        "---\n" * 15_000,
        "%A b\n" * 12_000,
        "\u00a0" * 25_000 + "a: b",
        "- " * 30_000 + "\n: ",
        "".join(f"k{n}: v #c\n" for n in range(5_000)),
    ],
    ids=lambda head: repr(head[:8]),
)
def test_sixty_kilobytes_of_malice_are_answered(head):
    for data, path in ((head, "events/kahvi.yml"), (f"---\n{head}\n---\n", "events/kahvi.md")):
        document, problems = read(data, path=path)
        assert document is not None or problems
