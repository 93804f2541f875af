"""`kohtaamo new`: a whole talk, from the lines that somebody types to what they read and the file.

A session is `<name>.in`, what was typed, and `<name>.out`, what was said. After a change that is
meant, `KOHTAAMO_GOLDEN=write` writes the latter anew; the difference is part of the review.
"""

import io
import os
import sys
from pathlib import Path

import pytest

from kohtaamo.commands.main import main
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.writing.names import Found, find
from kohtaamo.writing.questions import DATED, FIRST, GROUPS, LATER
from kohtaamo.writing.questions import KINDS as ASKED
from tests.conftest import files_below
from tests.repositories import Repository

SESSIONS = Path(__file__).parent / "sessions"
DAY = ("--today", "2026-12-01")
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def content(small_content: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site below the working folder."""
    monkeypatch.chdir(small_content.parent)
    return small_content


def _talk(monkeypatch: pytest.MonkeyPatch, name: str, *arguments: str) -> int:
    typed = (SESSIONS / f"{name}.in").read_text("utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    return main(["new", *arguments, *DAY])


def _same_as(name: str, said: str) -> None:
    golden = SESSIONS / f"{name}.out"
    if os.environ.get("KOHTAAMO_GOLDEN") == "write":
        golden.write_text(said, "utf-8", newline="\n")
    assert said == golden.read_text("utf-8")


SERIES = """\
---
title: Äidin iltakahvit
start: 2026-12-03 18:00
end: "20:00"
repeat:
  every: viikko
  until: 2027-05-27
  skip:
    - public-holidays
    - 2026-12-24
    - {from: 2026-12-28, to: 2027-01-06}
place: asematalo
room: odotussali
organisers: [kylayhdistys]
summary: "Kahvia ja seuraa: tule käymään."
price: free
drop_in: yes
alone_ok: yes
audiences: [everyone]
topics: [music]
published: 2026-12-01
---
"""


def test_a_series_is_asked_shown_and_written(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    code = _talk(monkeypatch, "series", "event")
    _same_as("series", capsys.readouterr().out)
    assert code == 0
    assert (content / "events" / "aidin-iltakahvit.md").read_text("utf-8") == SERIES


PLACE = """\
---
name: Biblioteket
municipality: lehtijarvi
summary: Läshörna och kaffe.
address: {street: Esimerkkitie 4, postcode: 01510, town: Lehtijärvi}
hours:
  - {days: må–fr, from: "10:00", to: "18:00"}
  - {days: lör, from: "10:00", to: "14:00", mode: self-service}
holiday_hours: closed
checked: 2026-12-01
written_in: sv
---
"""


def test_a_place_is_asked_for_in_swedish(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    code = _talk(monkeypatch, "place.sv", "place", "--lang", "sv")
    _same_as("place.sv", capsys.readouterr().out)
    assert code == 0
    assert (content / "places" / "biblioteket.md").read_text("utf-8") == PLACE


NOTICE = """\
---
title: Somebody to make coffee?
kind: volunteers
until: 2027-01-31
municipalities: [lehtijarvi]
organisers: [kylayhdistys]
published: 2026-12-01
written_in: en
---
Once a week.

Come and ask.
"""


def test_a_notice_in_english_under_a_name_that_is_free(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    code = _talk(monkeypatch, "notice.en", "notice", "--lang", "en")
    _same_as("notice.en", capsys.readouterr().out)
    assert code == 0
    assert (content / "notices" / "somebody-to-make-coffee.md").read_text("utf-8") == NOTICE


def test_a_fault_is_mended_before_anything_is_written(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    code = _talk(monkeypatch, "faulty", "event")
    _same_as("faulty", capsys.readouterr().out)
    assert code == 0
    assert 'end: "18:00"\n' in (content / "events" / "paallekkainen.md").read_text("utf-8")


def test_a_faulty_file_is_only_kept_as_a_draft_beside_the_content(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    before = files_below(content)
    code = _talk(monkeypatch, "draft", "event")
    _same_as("draft", capsys.readouterr().out)
    assert code == 1
    assert files_below(content) == before
    draft = (content.parent / "luonnos-vaarin-pain.md").read_text("utf-8")
    assert draft.startswith("kohtaamo: new events/vaarin-pain.md\n---\ntitle: Väärin päin\n")


def test_an_end_of_the_answers_leaves_nothing_behind(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    before = files_below(content.parent)
    code = _talk(monkeypatch, "stopped", "event")
    assert capsys.readouterr().out.endswith("> \n\nKeskeytit. Mitään ei tallennettu.\n")
    assert code == 1
    assert files_below(content.parent) == before


class _Interrupted(io.StringIO):
    """Whoever types has had enough."""

    def readline(self, _: int = -1) -> str:
        raise KeyboardInterrupt


def test_control_c_leaves_nothing_behind(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    before = files_below(content.parent)
    monkeypatch.setattr(sys, "stdin", _Interrupted())
    assert main(["new", "notice", *DAY]) == 1
    assert capsys.readouterr().out.endswith("> \nKeskeytit. Mitään ei tallennettu.\n")
    assert files_below(content.parent) == before


def _given(**answers: str) -> list[str]:
    return [
        part
        for key, value in answers.items()
        for part in ("--set", f"{key.replace('__', '.')}={value}")
    ]


EVENT = {"title": "Kuoro", "start": "7.12.2026 klo 10", "end": "11", "place": "asematalo"}


def test_a_script_answers_all_at_once(content: Path, capsys: Printed) -> None:
    answers = _given(
        **EVENT,
        organisers="kylayhdistys",
        price="4,50 Aikuiset, 2 Lapset",
        repeat__every="joka toinen viikko",
        repeat__times="5",
        accessibility="{accessible-toilet: no}",
        text="Lauletaan.",
    )
    assert main(["new", "event", "--yes", *answers, *DAY]) == 0
    assert (content / "events" / "kuoro.md").read_text("utf-8") == (
        """\
---
title: Kuoro
start: 2026-12-07 10:00
end: "11:00"
repeat: {every: joka toinen viikko, times: 5}
place: asematalo
organisers: [kylayhdistys]
price:
  - {amount: 4.50, for: Aikuiset}
  - {amount: 2, for: Lapset}
accessibility: {accessible-toilet: no}
published: 2026-12-01
---
Lauletaan.
"""
    )
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("content")
def test_what_a_script_gets_wrong_is_named(capsys: Printed) -> None:
    answers = _given(
        nimi="x", place="asemtalo", topics="sali 9", organisers="kylä", start="huomenna"
    )
    assert main(["new", "event", "--yes", *answers, *DAY]) == 2
    assert capsys.readouterr().err == (
        "nimi: Kenttää ”nimi” ei ole. Tarkoititko ”title”?\n"
        "place: ”asemtalo” ei ole yksiselitteinen. Tarkoititko: asematalo?\n"
        "topics: Tällaista ei ole: ”sali 9”\n"
        "organisers: ”kylä” ei ole yksiselitteinen. Tarkoititko: kylayhdistys?\n"
        "start: ”huomenna” ei ole päivä eikä päivä ja kellonaika."
        " Kirjoita näin: 2026-12-03 18:00 tai 3.12.2026 klo 18\n"
    )


def test_a_script_with_a_faulty_file_writes_nothing(content: Path, capsys: Printed) -> None:
    before = files_below(content)
    assert main(["new", "event", "--yes", *_given(**EVENT), *DAY]) == 1
    assert files_below(content) == before
    assert capsys.readouterr().out.endswith("[required]\nMitään ei tallennettu.\n")


def test_a_closed_group_tells_nothing_of_itself(content: Path, capsys: Printed) -> None:
    answers = _given(
        access="closed", start="8.12.2026 klo 10", end="12", place="asematalo", room="odotussali"
    )
    assert main(["new", "event", "--yes", *answers, *DAY]) == 0
    assert (content / "events" / "varaus-2.md").read_text("utf-8") == (
        '---\nstart: 2026-12-08 10:00\nend: "12:00"\nplace: asematalo\nroom: odotussali\n'
        "access: closed\n---\n"
    )
    assert "Odotussali" in capsys.readouterr().out


def test_a_name_that_was_somebody_elses_is_not_given_again(content: Path, capsys: Printed) -> None:
    repository = Repository(content.parent)
    repository.git("init", "--quiet")
    repository.commit("2026-09-01T10:00:00Z")
    repository.delete("content/events/joululaulut.md")
    repository.commit("2026-09-02T10:00:00Z")
    answers = _given(**{**EVENT, "title": "Joululaulut"}, organisers="kylayhdistys")
    assert main(["new", "event", "--yes", *answers, "--slug", "joululaulut", *DAY]) == 1
    assert capsys.readouterr().out == (
        "  Nimi joululaulut on ollut aiemmin jollakin muulla, ja kalenterit luulisivat uutta siksi."
        " Anna toinen.\n"
    )
    assert main(["new", "event", "--yes", *answers, *DAY]) == 0
    assert (content / "events" / "joululaulut-2.md").is_file()


ROIHANKATU = "Roihankadun olohuone, Rautjärvi"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("roihankadun-olohuone", Found(exact="roihankadun-olohuone")),
        ("Roihankadun olohuone", Found(exact="roihankadun-olohuone")),
        ("  ROIHANKADUN   olohuone ", Found(exact="roihankadun-olohuone")),
        ("rautj", Found(near=("roihankadun-olohuone", "tupa"))),
        ("olohuone", Found(near=("kansalaisten-olohuone", "roihankadun-olohuone"))),
        ("roihankadun-olohone", Found(near=("roihankadun-olohuone",))),
        ("2", Found(exact="roihankadun-olohuone")),
        ("9", Found()),
        ("", Found()),
        ("kirjasto", Found()),
    ],
)
def test_an_id_is_found_by_what_people_call_it(text: str, found: Found) -> None:
    names = {
        "kansalaisten-olohuone": "Kansalaisten olohuone, Jyväskylä",
        "roihankadun-olohuone": ROIHANKATU,
        "tupa": "Tupa, Rautjärvi",
    }
    assert find(text, names) == found


@pytest.mark.parametrize("kind", ASKED)
def test_every_field_is_asked_for_or_known_to_be_for_later(kind: str) -> None:
    grouped = {key for group in GROUPS[kind] for key in group.fields}
    asked = {*FIRST[kind], *grouped, "location"} if kind == "event" else {*FIRST[kind], *grouped}
    assert asked | LATER >= {field.key for field in KINDS[kind].fields}
    assert asked <= set(KINDS[kind].by_key)
    assert DATED.get(kind, "published") in LATER
