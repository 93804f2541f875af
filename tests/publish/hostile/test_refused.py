"""What no text may hold is refused where it stands, in a sentence, and nothing breaks over it."""

from datetime import date
from pathlib import Path

import pytest

from kohtaamo.addresses import reserved_slugs
from kohtaamo.commands.main import main
from kohtaamo.content.load import load

from .content import write_site
from .payloads import Payload

TODAY = date(2026, 12, 1)
REFUSED = {
    "a bell": "\x07",
    "a vertical tab": "\x0b",
    "a form feed": "\x0c",
    "an escape": "\x1b",
    "delete": "\x7f",
    "a control of Latin-1": "\x9b",
    "a zero-width space": "\u200b",
    "a mark of direction": "\u200f",
    "an override from right to left": "\u202e",
    "an isolate": "\u2066",
    "a byte order mark": "\ufeff",
    "a noncharacter": "\uffff",
    "a tag": "\U000e0041",
}


@pytest.mark.parametrize("sign", REFUSED.values(), ids=REFUSED.keys())
def test_every_field_refuses_it_on_its_line(sign: str, tmp_path: Path) -> None:
    payload = Payload(text=f"a{sign}b", markdown=f"a{sign}b", shown="")
    written = write_site(tmp_path / "content", payload)
    # Of a text with several, the first one is named.
    first = {(each.path, each.field): each.line for each in reversed(written.values())}

    problems = load(tmp_path / "content", today=TODAY, reserved=reserved_slugs()).problems

    refused = [each for each in problems if each.code == "control-character"]
    assert {(each.path, each.field): each.line for each in refused} == first
    assert {each.values["character"].split()[0] for each in refused} == {f"U+{ord(sign):04X}"}


NOTICE = "content/notices/kahvinkeittaja.md"
HEAD, TEXT = b"title: ", "hyvää.".encode()
# What no editor shows, as bytes of a file: where it was put, how, and what `check` says of it.
UNSEEN = (
    "tekstissä on merkki, jota ei näe ({}), sanojen ”{}” jälkeen. Poista se ja kirjoita kohta"
    " uudelleen. [control-character]"
)
NUL = (
    "tiedostossa on merkki (NUL), jota tekstissä ei voi olla. Kopioi teksti uuteen tiedostoon ja"
    " tallenna se UTF-8-muodossa. [nul-character]"
)
BACKSLASH = (
    "kenoviiva (\\) ei käy suorien lainausmerkkien sisällä. Käytä arvon ympärillä"
    " heittomerkkejä ('). [yaml-backslash]"
)
OVERRIDE = "U+202E RIGHT-TO-LEFT OVERRIDE"
RAW = {
    "a bell in the head": (
        (HEAD, b"title: Hei \x07"),
        f"2: {UNSEEN.format('U+0007', 'title: Hei')}",
    ),
    "a nul in the head": ((HEAD, b"title: Hei \0"), f"2: {NUL}"),
    "half a character": (
        (HEAD, b"title: Hei \xed\xa0\x80"),
        f"2: {UNSEEN.format('U+D800', 'title: Hei')}",
    ),
    "half a character, escaped": (
        (HEAD, b'title: "Hei \\ud800"\nsummary: '),
        f"2: {BACKSLASH}",
    ),
    "a nul, escaped": (
        (HEAD, b'title: "Hei \\0"\nsummary: '),
        f"2: title: {UNSEEN.format('U+0000', 'Hei')}",
    ),
    "a bell in the text": (
        (TEXT, "hyvää.\n\nHei \x07".encode()),
        f"16: text: {UNSEEN.format('U+0007', 'u on iso ja seura hyvää. Hei')}",
    ),
    "half a character in the text": (
        (TEXT, "hyvää.\n\nHei ".encode() + b"\xed\xa0\x80"),
        f"16: text: {UNSEEN.format('U+D800', 'u on iso ja seura hyvää. Hei')}",
    ),
    "text turned around": (
        (TEXT, "hyvää.\n\nHei \u202e".encode()),
        f"16: text: {UNSEEN.format(OVERRIDE, 'u on iso ja seura hyvää. Hei')}",
    ),
}


@pytest.mark.parametrize(("change", "said"), RAW.values(), ids=RAW.keys())
def test_check_says_what_is_wrong_and_where(
    change: tuple[bytes, bytes],
    said: str,
    small_content: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = small_content.parent / NOTICE
    file.write_bytes(file.read_bytes().replace(*change, 1))
    monkeypatch.chdir(small_content.parent)

    assert main(["check", "content", "--today", "2026-12-01"]) == 1
    assert f"{NOTICE}:{said}" in capsys.readouterr().out.splitlines()
