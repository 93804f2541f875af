"""A file survives what mail programs do to it: what is received is what was sent, byte for byte."""

import re
from pathlib import Path

import pytest

from kohtaamo.content.source.tree import Scalar
from kohtaamo.writing.mail.unreceived import UnreceivedError
from kohtaamo.writing.received import receive
from tests.often import often
from tests.writing.damages import DAMAGES, at_the_margin, broken_at

CONTENT = Path(__file__).resolve().parents[2] / "content"
# With a series and its changes, blocks, long lines, quotes, comments, translations, lists in texts.
FILES = (
    "events/rautjarvi/torstaikahvit.md",
    "events/jyvaskyla/torstain-tarinailta.md",
    "events/kauniainen/kielikahvila.sv.md",
    "places/rautjarvi/roihankadun-olohuone.md",
    "places/mikkeli/kumppanuustalo.md",
    "organisers/rautjarvi/simpeleen-elakkeensaajat.md",
)
EVERY = tuple(
    each.relative_to(CONTENT).as_posix()
    for folder in ("events", "places", "organisers", "notices")
    for each in sorted((CONTENT / folder).rglob("*.md"))
)


def _sent(path: str) -> str:
    return (CONTENT / path).read_text("utf-8")


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_file_is_received_as_it_was_sent(damage: str) -> None:
    for path in FILES:
        sent = _sent(path)
        assert receive(DAMAGES[damage](sent)).file == sent, path


@pytest.mark.parametrize("path", EVERY[:: often(9, 1)])
def test_a_file_without_damage_is_not_touched(path: str) -> None:
    sent = _sent(path)
    assert receive(sent.encode()).file == sent
    addressed = f"kohtaamo: new {path}\n{sent}kohtaamo: end\n\nTerveisin Maija\n"
    received = receive(addressed.encode())
    assert received.file == sent
    assert received.envelope is not None
    assert received.envelope.path == path


@pytest.mark.parametrize("width", [72, 76, 78])
def test_lines_that_a_program_broke_are_whole_again(width: int) -> None:
    for path in FILES:
        sent = _sent(path)
        assert receive(broken_at(sent, width)).file == sent, path


def test_a_dotted_key_with_a_hyphen_begins_a_line_of_its_own() -> None:
    """As the form writes changes of accessibility: such keys are long, and so are two of them."""
    keys = (
        "summary: Kahvit, lehti ja pullaa joka päivä",
        "accessibility.step-free-entrance: yes",
        "accessibility.accessible-toilet: no",
    )
    received = receive("\n".join(("kohtaamo: change places/a", *keys, "kohtaamo: end")).encode())
    assert received.keys is not None
    assert [f"{key.text}: {value.text}" for key, value in received.keys.entries] == list(keys)


def test_a_key_that_is_taken_away_has_nothing_below_it() -> None:
    """As the form writes what somebody emptied; a place has an address of the web, too."""
    keys = "contact.email:\nurl: https://example.fi/\nregistration.by:\nregistration.url:"
    received = receive(f"kohtaamo: change notices/a\n{keys}\nkohtaamo: end\n".encode())
    assert received.keys is not None
    assert [key.text for key, _ in received.keys.entries] == [
        each.partition(":")[0] for each in keys.split("\n")
    ]


def test_a_text_among_changed_keys_is_words_to_its_end() -> None:
    text = "Title: ei kenttä\n* eka  \n• toka\n2026–12–01"
    block = "".join(f"  {line}\n" for line in text.split("\n"))
    received = receive(f"kohtaamo: change places/a\ntext: |\n{block}kohtaamo: end\n".encode())
    assert received.keys is not None
    said = received.keys.get("text")
    assert isinstance(said, Scalar)
    assert said.text.rstrip("\n") == text


def test_words_in_angle_brackets_are_no_links_of_the_signs_before_them() -> None:
    file = '---\ntitle: "<Kahvit>"\n---\n- <klo> 12\n\n( <nimi> )\n'
    assert receive(f"kohtaamo: new events/a.md\n{file}kohtaamo: end\n".encode()).file == file


@pytest.mark.parametrize(
    "greeting",
    ["Terkuin Maija", "Terkut, Maija", "Parhain terkuin", "Bästa hälsningar", "Cheers, Maija"],
)
def test_who_greets_is_no_part_of_the_text(greeting: str) -> None:
    file = "---\ntitle: Kahvit\nstart: 2027-01-07\n---\nTuo muki.\n"
    mail = f"{file}\n{greeting}\nMaija Mallikas\npuh. 010 123 0009\n"
    assert receive(mail.encode()).file == file


def test_what_stands_under_a_key_stands_there_again() -> None:
    for path in FILES:
        sent = _sent(path)
        # Deeper than two levels, and lists that may stand at the margin, nobody can know.
        if "\n      " not in sent and re.search(r"^\w+:\n  \w", sent, re.MULTILINE):
            assert receive(at_the_margin(sent)).file == sent, path


@pytest.mark.parametrize("first", ["quoted", "no-break spaces", "curly quotes", "dashes"])
@pytest.mark.parametrize("second", ["greeting", "forwarded", "Outlook", "Gmail", "Thunderbird"])
def test_damages_come_together(first: str, second: str) -> None:
    sent = _sent(FILES[0])
    once = DAMAGES[first](sent).decode("utf-8")
    assert receive(DAMAGES[second](once)).file == sent


@pytest.mark.parametrize(
    ("mail", "file"),
    [
        ("kohtaamo: new events/varaus-7.yml\nplace: tupa\n", "place: tupa\n"),
        ("kohtaamo: new events/varaus-7.yml\n---\nplace: tupa\n---\n", "place: tupa\n"),
        ("kohtaamo: uusi events/a.md\nplace: tupa\n\nTerveisin M\n", "---\nplace: tupa\n---\n"),
        ("# Kohtaamo: NEW events/a.md\n\n\n---\nplace: tupa\n---\n", "---\nplace: tupa\n---\n"),
    ],
)
def test_a_file_written_by_hand_needs_no_fences(mail: str, file: str) -> None:
    assert receive(mail.encode()).file == file


def _why(data: bytes) -> tuple[str, dict[str, str]]:
    with pytest.raises(UnreceivedError) as caught:
        receive(data)
    return caught.value.code, dict(caught.value.values)


HOSTILE = {
    "maintainers' files": (b"kohtaamo: change network.yml\nid: x\n", "not_yours"),
    "pages": (b"kohtaamo: change pages/tietoa.md\ntitle: x\n", "not_yours"),
    "the code": (b"kohtaamo: new ../tasks.py\n---\ntitle: x\n---\n", "not_yours"),
    "a way up": (b"kohtaamo: new events/../../x.md\n---\ntitle: x\n---\n", "bad_path"),
    "a way from the root": (b"kohtaamo: new events//etc/x.md\n---\ntitle: x\n---\n", "bad_path"),
    "a hidden file": (b"kohtaamo: new events/.x.md\n---\ntitle: x\n---\n", "bad_path"),
    "another ending": (b"kohtaamo: new events/x.py\n---\ntitle: x\n---\n", "bad_path"),
    "too deep": (b"kohtaamo: new events/a/b/c/d/e/f.md\n---\ntitle: x\n---\n", "bad_path"),
    "another verb": (b"kohtaamo: delete events/x.md\n", "unknown_action"),
    "no file": (b"Hei, mitas kuuluu?\n", "nothing"),
    "nothing at all": (b"", "nothing"),
    "keys for no file": (b"title: x\n", "nothing"),
    "a zip file": (b"PK\x03\x04" + b"\0" * 50, "not_text"),
    "a picture": (b"\xff\xd8\xff\xe0" + b"\0" * 50, "not_text"),
    "a file to cancel": (b"kohtaamo: cancel events/x.md\n---\ntitle: x\n---\n", "file_to_cancel"),
    "no keys that can be read": (b"kohtaamo: change events/x.md\ntitle: [x\n", "faulty_keys"),
    "two files": (
        b"kohtaamo: change events/x.md\ntitle: x\n\nkohtaamo: change events/y.md\ntitle: y\n",
        "several",
    ),
    "an alias": (b"kohtaamo: change events/x.md\ntitle: &a x\nsummary: *a\n", "faulty_keys"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_received_is_refused_with_its_reason(name: str) -> None:
    data, code = HOSTILE[name]
    assert _why(data)[0] == code


def test_what_is_too_large_is_not_looked_at() -> None:
    assert _why(b"a" * 10_000_001) == ("too_large", {"limit": "10 MB"})


def test_a_mail_of_endless_parts_is_refused() -> None:
    part = b"--x\r\nContent-Type: text/plain\r\n\r\nhei\r\n"
    head = (
        b'From: a@b.fi\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
    )
    assert _why(head + part * 200 + b"--x--\r\n")[0] == "too_many_parts"
    deep = b"From: a@b.fi\r\nMIME-Version: 1.0\r\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (at, at)
        for at in range(2_000)
    )
    assert _why(deep)[0] == "too_many_parts"


def test_hostile_headers_are_not_read() -> None:
    """Encoded words, endless parameters, wrong charsets: the text is found all the same."""
    sent = _sent(FILES[0])
    head = (
        b"From: =?utf-8?b?//8=?= <\xff\xfe>\r\nDate: never\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: text/plain; charset="x-\xff-none"; format=' + b"a" * 5_000 + b"\r\n"
        b"Content-Transfer-Encoding: 8bit\r\n\r\n"
    )
    assert receive(head + sent.encode()).file == sent


def test_two_different_files_in_a_mail_are_taken_one_by_one() -> None:
    head = b'From: a@b.fi\r\nDate: x\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
    parts = b"".join(
        b"--x\r\nContent-Type: text/plain\r\n\r\nkohtaamo: new events/%s.md\r\n---\r\ntitle: x\r\n"
        b"---\r\n" % name
        for name in (b"yksi", b"kaksi")
    )
    assert _why(head + parts + b"--x--\r\n")[0] == "several"


# Each as large as a mail may be, of what a careless reader takes the square of its length for.
HEAVY = {
    "one long line": "kohtaamo: change events/x.md\ntitle: " + "a" * 900_000,
    "blanks that are nearly base64": "a" * 50 + " " * 900_000 + "!",
    "empty lines": "kohtaamo: new events/x.md\n" + "\n" * 900_000,
    "quote marks": ">" * 900_000,
    "half a link": "kohtaamo: change events/x.md\n" + "title: " + "<a" * 100_000,
    "lines that go on": "kohtaamo: change events/x.md\n" + ("a" * 60 + "\n") * 15_000,
    "tags": "<html>" + "<b>a" * 40_000,
    "quoted by quotes": "<html>" + "<blockquote>" * 10_000 + "a",
    "tags that nobody closes": "<html>" + "<b a " * 19_000 + "y" * 800_000,
    "comments that nobody closes": "<html>" + "<!--" * 200_000,
    "blanks of a page": "<html>" + " " * 900_000 + "a",
    "a section that is none": "<html><![x",
    "nearly answered": "kohtaamo: change events/x.md\n" + "ti " * 250_000,
}


@pytest.mark.parametrize("name", HEAVY)
def test_what_is_heavy_is_read_or_refused_in_time(name: str) -> None:
    """None is received; that it is soon said is what `--durations` shows."""
    with pytest.raises(UnreceivedError):
        receive(HEAVY[name].encode())
