import pytest

from kohtaamo.content.source.encoding import decode
from kohtaamo.problems.problem import Refused

HEAD = "title: Pöytä\n"


def refused(data):
    with pytest.raises(Refused) as caught:
        decode(data)
    return caught.value.code, dict(caught.value.values)


@pytest.mark.parametrize(
    "data",
    [
        HEAD.encode(),
        HEAD.encode("utf-8-sig"),
        b"title: P\xc3\xb6yt\xc3\xa4\r\n",
        b"title: P\xc3\xb6yt\xc3\xa4\r",
        b"title: Po\xcc\x88yta\xcc\x88\n",
    ],
)
def test_utf_8_in_every_form_is_the_same_text(data):
    assert decode(data) == HEAD


@pytest.mark.parametrize(
    ("data", "encoding", "line"),
    [
        ("a: b\ntitle: Pöytä\n".encode("latin-1"), "Latin-1 (ISO-8859-1)", "2"),
        ("a: b\r\nc: d\r\ntitle: Pöytä – juhla\r\n".encode("cp1252"), "Windows-1252", "3"),
        (HEAD.encode("utf-16"), "UTF-16", "1"),
        (HEAD.encode("utf-16-le"), "UTF-16", "1"),
        (HEAD.encode("utf-16-be"), "UTF-16", "1"),
        ("title: Talo\n".encode("utf-16-le"), "UTF-16", "1"),
        (HEAD.encode("utf-32"), "UTF-32", "1"),
    ],
)
def test_another_encoding_is_named(data, encoding, line):
    assert refused(data) == ("not-utf8", {"encoding": encoding, "line": line})


@pytest.mark.parametrize("data", [b"", b"\n", b" \t\r\n \n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_an_empty_file(data):
    assert refused(data) == ("empty-file", {})


def test_a_nul_character_has_a_line():
    assert refused(b"title: Talo\nsummary: a\x00b\n") == ("nul-character", {"line": "2"})


def test_a_file_may_hold_64_kilobytes():
    assert len(decode(b"a" * 65_536)) == 65_536
    assert refused(b"a" * 65_537) == ("file-too-large", {"limit": "64 kB"})


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04\x14\x00", "Word, LibreOffice, zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Word"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
    ],
)
def test_the_file_of_another_program_is_recognised(data, name):
    assert refused(data) == ("not-text", {"format": name})
