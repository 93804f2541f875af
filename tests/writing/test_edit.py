"""Changed keys in a file that is there: what is not named stays, line by line and byte by byte."""

import difflib
from pathlib import Path

import pytest

from kohtaamo.content.source.placing import place_file
from kohtaamo.content.source.read import read_document
from kohtaamo.content.source.tree import Mapping, Scalar
from kohtaamo.content.source.yaml_events import parse_yaml
from kohtaamo.problems.problem import Report
from kohtaamo.writing.edit import File, edited
from kohtaamo.writing.mail.unreceived import UnreceivedError
from kohtaamo.writing.merge import nested, plain_tree
from tests.often import often

CONTENT = Path(__file__).resolve().parents[2] / "content"
PATHS = tuple(
    each.relative_to(CONTENT).as_posix()
    for folder in ("events", "places", "organisers", "notices")
    for each in sorted((CONTENT / folder).rglob("*.md"))
)
EVENT = """\
---
# eka rivi
title: Torstaikahvit   # nimi
start: 2026-09-03 10:00
contact: {role: X, phone: 010 1}
price:
  - {amount: 1, for: kahvi ja pulla}

# toisto
repeat:
  every: week
  until: 2027-12-16
  skip:
    - public-holidays   # pyhät
    - {from: 2027-06-28, to: 2027-08-08, reason: Kesätauko}
    # vielä
  changes:
    - {date: 2026-12-17, end: "13:00"}  # puuro
    - {date: 2027-01-07, cancelled: yes}
---
Teksti

lisää
"""


def _edited(changes: str, text: str = EVENT) -> str:
    tree = parse_yaml(changes, 1, Report(""))
    assert isinstance(tree, Mapping)
    file = File(path="events/a.md", kind="event", slug="a", language=None, data=text.encode())
    return edited(file, nested(tree)).decode()


def _difference(changes: str) -> list[str]:
    """The lines that went and came, in order."""
    both = difflib.ndiff(EVENT.splitlines(), _edited(changes).splitlines())
    return [line for line in both if line[:1] in "-+"]


CHANGES = {
    'title: "Uusi: nimi"': ["- title: Torstaikahvit   # nimi", '+ title: "Uusi: nimi"   # nimi'],
    "place: tupa": ["+ place: tupa"],
    "contact: {phone: 020 2}": [
        "- contact: {role: X, phone: 010 1}",
        "+ contact: {role: X, phone: 020 2}",
    ],
    "contact.role: ": ["- contact: {role: X, phone: 010 1}", "+ contact: {phone: 010 1}"],
    # Of several keys of one mapping each is taken away.
    "contact.role: \ncontact.phone: ": ["- contact: {role: X, phone: 010 1}"],
    "contact.phone: \ncontact.role: Y\ncontact.email: ": [
        "- contact: {role: X, phone: 010 1}",
        "+ contact: {role: Y}",
    ],
    "registration.url: \nregistration.phone: 020 2": ["+ registration: {phone: 020 2}"],
    "contact: ~": ["- contact: {role: X, phone: 010 1}"],
    "price: free": ["- price:", "-   - {amount: 1, for: kahvi ja pulla}", "+ price: free"],
    "repeat.skip: [2026-12-24]": ["+     - 2026-12-24"],
    "repeat.skip: [public-holidays]": [],
    "repeat: {until: 2027-06-01, skip: 2026-12-24}": [
        "-   until: 2027-12-16",
        "+   until: 2027-06-01",
        "+     - 2026-12-24",
    ],
    "repeat.changes: [{date: 17.12.2026, cancelled: yes}]": [
        '-     - {date: 2026-12-17, end: "13:00"}  # puuro',
        "+     - {date: 17.12.2026, cancelled: yes}",
    ],
    "repeat.changes: ": [
        "-   changes:",
        '-     - {date: 2026-12-17, end: "13:00"}  # puuro',
        "-     - {date: 2027-01-07, cancelled: yes}",
    ],
    'text: "Uusi\\n\\nteksti"': ["- Teksti", "+ Uusi", "- lisää", "+ teksti"],
}


@pytest.mark.parametrize("changes", CHANGES)
def test_only_what_is_named_changes(changes: str) -> None:
    assert sorted(_difference(changes)) == sorted(CHANGES[changes])


def test_line_ends_and_marks_stay() -> None:
    text = "\ufeff" + EVENT.replace("\n", "\r\n")
    changed = text.replace("title: Torstaikahvit ", "title: Uusi ")
    changed = changed.replace("cancelled: yes}\r\n", "cancelled: yes}\r\nplace: tupa\r\n")
    assert _edited("title: Uusi\nplace: tupa", text) == changed


@pytest.mark.parametrize("path", PATHS[:: often(11, 1)])
def test_any_key_of_any_file_can_be_changed_and_taken_away(path: str) -> None:
    data = (CONTENT / path).read_bytes()
    place = place_file(tuple(path.split("/")))
    file = File(path=path, kind=place.kind, slug=place.slug, language=place.language, data=data)
    root = _root(file, data)
    for key, node in root.entries:
        same = edited(file, Mapping(((key, node),), 1))
        assert plain_tree(_root(file, same)) == plain_tree(root)
        gone = edited(file, Mapping(((key, Scalar("", 1)),), 1))
        left = {name: said for name, said in plain_tree(root).items() if name != key.text}
        assert plain_tree(_root(file, gone)) == left
        lines = iter(data.decode().split("\n"))
        assert all(line in lines for line in gone.decode().split("\n")), "a line is new or moved"


def _root(file: File, data: bytes) -> Mapping:
    document, problems = read_document(file.path, file.kind, file.slug, file.language, data)
    assert document is not None
    assert problems == ()
    assert isinstance(document.root, Mapping)
    return document.root


@pytest.mark.parametrize("text", ["title: x\n", "---\n- a\n---\n", "---\ntitle: {\n---\n"])
def test_what_cannot_be_read_is_not_edited(text: str) -> None:
    with pytest.raises(UnreceivedError, match="cannot_edit"):
        _edited("title: y", text)
