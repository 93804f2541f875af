"""A file survives what mail programs do to it: what is received is what was sent, byte for byte."""

from pathlib import Path

import pytest

from kohtaamo.writing.mail.unreceived import UnreceivedError
from kohtaamo.writing.received import receive
from tests.often import often
from tests.writing.damages import DAMAGES, broken_at

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


@pytest.mark.parametrize("first", ["quoted", "no-break spaces", "curly quotes", "dashes"])
@pytest.mark.parametrize("second", ["greeting", "forwarded", "Outlook", "Gmail", "Thunderbird"])
def test_damages_come_together(first: str, second: str) -> None:
    sent = _sent(FILES[0])
    once = DAMAGES[first](sent).decode("utf-8")
    assert receive(DAMAGES[second](once)).file == sent


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
    assert _why(deep)[0] in ("not_text", "too_many_parts", "nothing")


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
