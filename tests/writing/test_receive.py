"""`kohtaamo receive`: from the mail as a program sent it to the file, the words and the commit."""

import io
import shutil
import sys
from pathlib import Path

import pytest

from kohtaamo.commands.main import main
from tests.conftest import files_below
from tests.repositories import Repository

MAILS = Path(__file__).resolve().parents[1] / "mails"
DAY = ("--today", "2026-12-01")
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def content(small_content: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site below the working folder."""
    monkeypatch.chdir(small_content.parent)
    return small_content


def _receive(*arguments: str) -> int:
    return main(["receive", *arguments, *DAY])


def _text(folder: Path, text: str) -> str:
    file = folder / "viesti.txt"
    file.write_text(text, "utf-8")
    return str(file)


NEW = sorted(each.name for each in MAILS.glob("*.eml") if each.name != "cancel.eml")


@pytest.mark.parametrize("mail", NEW)
def test_a_new_file_is_what_was_sent_by_any_program(content: Path, mail: str) -> None:
    assert _receive(str(MAILS / mail), "--yes") == 0
    slug = "talvirieha-koko-kylan-lauantai" if mail == "attachment.eml" else "talvirieha"
    received = content / "events" / f"{slug}.md"
    assert received.read_bytes() == (MAILS / "talvirieha.md").read_bytes()


def test_a_marked_end_is_the_only_one(content: Path) -> None:
    """A text may end with a greeting of its own, and say what a mail would say."""
    own = "\nTervetuloa mukaan!\n\nTerveisin Talviväki\n"
    written = (MAILS / "talvirieha.md").read_text("utf-8") + own
    mail = f"Hei!\n\nkohtaamo: new events/talvirieha.md\n{written}kohtaamo: end\n\nTerveisin Sari\n"
    assert _receive(_text(content.parent, mail), "--yes") == 0
    assert (content / "events/talvirieha.md").read_text("utf-8") == written


def test_a_new_file_is_shown_before_somebody_agrees(
    content: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_below(content)
    monkeypatch.setattr(sys, "stdin", io.StringIO("e\n"))
    assert _receive(str(MAILS / "iphone.eml")) == 1
    assert files_below(content) == before
    shown = "".join(
        f"    {line}\n" if line else "\n"
        for line in (MAILS / "talvirieha.md").read_text("utf-8").splitlines()
    )
    assert capsys.readouterr().out == (
        "Uusi tiedosto: content/events/talvirieha.md\n"
        f"\n{shown}\n"
        "Uutta: Talvirieha: koko kylän lauantai: Koulun piha, Lehtijärvi, vuosittain klo 11–14,"
        " 2 kertaa 5.12.2026 alkaen\n"
        "  Järjestäjät: Lehtijärven kyläyhdistys ry\n"
        "  Hinta: maksuton\n"
        "  Yhteystiedot: Rooli: Kyläyhdistyksen sihteeri, Sähköposti: asematalo@example.fi\n"
        "  Lyhyesti: Mäenlaskua, makkaraa ja kuumaa mehua koko kylälle. Ota oma kelkka mukaan,"
        " jos sinulla on sellainen.\n"
        "  Teksti: Tervetuloa **kaikki**! - Kelkkoja saa lainata. - Makkara maksaa euron.\n"
        "Tarkistus ei löytänyt huomautettavaa.\n"
        "Tallennetaanko? [K/e] e\n"
        "Mitään ei tallennettu.\n"
    )


def test_changed_keys_leave_the_rest_as_it_was(content: Path, capsys: Printed) -> None:
    assert _receive(str(MAILS / "change.txt"), "--yes") == 0
    changed = content / "events" / "torstain-kahvit.md"
    assert changed.read_bytes() == (MAILS / "change.md").read_bytes()
    assert capsys.readouterr().out.startswith(
        "Muutos tiedostoon: content/events/torstain-kahvit.md\n"
        "Aika muuttuu: Torstain kahvit: Asematalo, torstaisin klo 13–15.30\n"
    )


def test_dates_are_cancelled_and_committed_in_nobodys_name(content: Path, capsys: Printed) -> None:
    repository = Repository(content.parent)
    repository.git("init", "--quiet")
    repository.commit("2026-09-01T10:00:00Z")
    (content / "events" / "muu.md").write_text("kesken", "utf-8")
    repository.git("add", "--all")
    before = (content / "events" / "torstain-kahvit.md").read_text("utf-8")
    (content / "events" / "muu.md").unlink()
    assert _receive(str(MAILS / "cancel.eml"), "--yes", "--commit") == 0
    assert capsys.readouterr().out == (
        "Peruutus tiedostoon: content/events/torstain-kahvit.md\n"
        "Kertoja perutaan: Torstain kahvit: Asematalo, torstaisin klo 13–15\n"
        "  torstaina 10.12.2026: peruttu (Vetäjä on sairaana)\n"
        "  torstaina 17.12.2026: peruttu (Vetäjä on sairaana)\n"
        "Tarkistus ei löytänyt huomautettavaa.\n"
        "Tallennettu: content/events/torstain-kahvit.md\n"
        "Tallennettu historiaan nimellä Lehtijärven kohtaamispaikka:"
        " Peruutus: events/torstain-kahvit.md\n"
    )
    assert (content / "events" / "torstain-kahvit.md").read_text("utf-8") == before.replace(
        "  skip: [public-holidays, 24.12.2026]\n",
        "  skip: [public-holidays, 24.12.2026]\n"
        "  changes:\n"
        "    - {date: 2026-12-10, cancelled: yes, reason: Vetäjä on sairaana}\n"
        "    - {date: 2026-12-17, cancelled: yes, reason: Vetäjä on sairaana}\n",
    )
    named = repository.git("log", "-1", "--format=%an <%ae>, %cn <%ce>: %B", "--name-only")
    network = "Lehtijärven kohtaamispaikka <asematalo@example.fi>"
    assert named == (
        f"{network}, {network}: Peruutus: events/torstain-kahvit.md\n\n\n"
        "content/events/torstain-kahvit.md"
    )
    assert "Maija" not in repository.git("log", "-1", "--patch")
    assert repository.git("diff", "--cached", "--name-only") == "content/events/muu.md"


def test_a_whole_event_is_cancelled(content: Path) -> None:
    event = content / "events" / "joululaulut.md"
    before = event.read_text("utf-8")
    mail = "kohtaamo: peruutus events/joululaulut.md\nreason: Laulattaja on sairaana\n\nT. Maija\n"
    assert _receive(_text(content.parent, mail), "--yes") == 0
    assert event.read_text("utf-8") == before.replace(
        "languages: [fi]\n",
        "languages: [fi]\nstatus: cancelled\nreason: Laulattaja on sairaana\n",
    )


def test_a_booking_is_committed_without_a_name(content: Path) -> None:
    repository = Repository(content.parent)
    repository.git("init", "--quiet")
    repository.commit("2026-09-01T10:00:00Z")
    mail = "kohtaamo: change events/varaus-1.md\nend: 2026-12-09 13:00\n"
    assert _receive(_text(content.parent, mail), "--yes", "--commit") == 0
    assert repository.git("log", "-1", "--format=%B") == "Varaus"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("start: 2026", "start: x2026"), ("access: closed", "access: close"), ("end:", "  end:")],
)
def test_a_booking_that_nobody_can_read_is_not_opened(
    content: Path, capsys: Printed, right: str, wrong: str
) -> None:
    booking = content / "events" / "varaus-1.md"
    booking.write_text(booking.read_text("utf-8").replace(right, wrong), "utf-8")
    before = files_below(content)
    talvirieha = (MAILS / "talvirieha.md").read_text("utf-8")
    mail = f"kohtaamo: change events/varaus-1.md\n{talvirieha}kohtaamo: end\n"
    assert _receive(_text(content.parent, mail), "--yes") == 1
    assert capsys.readouterr().err.startswith("Suljetun ryhmän varauksesta events/varaus-1.md ei")
    assert files_below(content) == before


REFUSED = {
    "kohtaamo: change events/torstain-kahvi.md\ntitle: x\n": (
        "Muutettavaa tiedostoa ei ole: events/torstain-kahvi.md."
        " Tarkoititko events/torstain-kahvit.md?\n"
    ),
    "kohtaamo: new events/joululaulut.md\n---\ntitle: x\n---\n": (
        "Tiedosto events/joululaulut.md on jo olemassa. Jos tämä on muutos,"
        " kirjoita kohtaamo: change.\n"
    ),
    "kohtaamo: cancel events/joululaulut.md\ndate: 18.12.2026\n": (
        "Tapahtuma ei ole sarja, joten siitä ei voi perua yhtä päivää. Jätä date pois.\n"
    ),
    "kohtaamo: cancel places/asematalo.md\nreason: x\n": "Vain tapahtuman voi perua.\n",
    "kohtaamo: new events/index.md\n---\ntitle: x\n---\n": (
        "Tiedoston nimi ei kelpaa: nimi ”index” on varattu sivuston omaan käyttöön."
        " Anna tiedostolle toinen nimi.\n"
    ),
    "kohtaamo: new events/131052-308t.md\n---\ntitle: x\n---\n": (
        "Tällaista tiedostoa ei voi olla: events/***********.md."
        " Kirjoita näin: events/saaripitaja/viikkokahvit.md\n"
    ),
    "kohtaamo: change events/varaus-1.md\naccess: members\ntitle: x\norganisers: kylayhdistys\n": (
        "Suljetun ryhmän varauksesta events/varaus-1.md ei tehdä avointa tapahtumaa sähköpostilla."
        " Muuta se käsin.\n"
    ),
    "kohtaamo: new events/con/a.md\n---\ntitle: x\n---\n": (
        "Tiedoston nimi ei kelpaa: nimeä ”con” ei voi tallentaa kaikille koneille. Anna lyhyt nimi"
        " kirjaimilla a–z, numeroilla ja väliviivoilla; con, nul ja aux eivät käy.\n"
    ),
    "kohtaamo: new events/readme.md\n---\ntitle: x\n---\n": (
        "Tiedoston nimi ei kelpaa: ohjetiedosto ”readme.md” ei kuulu sisältöön. Siirrä se pois"
        " kansiosta content, esimerkiksi kansioon docs.\n"
    ),
    "---\nsummary: x\n---\n": (
        "Viesti ei kerro, mihin tiedosto kuuluu. Sano se näin:"
        " --as events/saaripitaja/viikkokahvit.md\n"
    ),
}


@pytest.mark.parametrize("mail", REFUSED)
def test_what_cannot_be_done_is_said(content: Path, capsys: Printed, mail: str) -> None:
    before = files_below(content)
    assert _receive(_text(content.parent, mail), "--yes") == 1
    assert capsys.readouterr() == ("", REFUSED[mail])
    assert files_below(content) == before


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("summary: Soita Maijalle 131052-308T", "identity-code"),
        ("titel: Uusi nimi", "unknown-key-near"),
        ("place: asemetalo", "unknown-reference-near"),
        ("end: klo 12", "end-not-after-start"),
        ("summary: <b>x\u202e</b>", "control-character"),
    ],
)
def test_a_faulty_change_is_told_and_not_written(
    content: Path, capsys: Printed, line: str, code: str
) -> None:
    before = files_below(content)
    mail = _text(content.parent, f"kohtaamo: change events/torstain-kahvit.md\n{line}\n")
    assert _receive(mail, "--yes") == 1
    out = capsys.readouterr().out
    assert f"[{code}]" in out
    assert "131052" not in out
    assert out.endswith("\nMitään ei tallennettu.\n")
    assert files_below(content) == before


def test_nothing_is_written_through_a_link(content: Path, capsys: Printed) -> None:
    outside = content.parent / "muualla"
    outside.mkdir()
    (content / "events" / "linkki").symlink_to(outside)
    mail = (MAILS / "talvirieha.md").read_text("utf-8")
    text = _text(content.parent, f"kohtaamo: new events/linkki/talvi.md\n{mail}")
    assert _receive(text, "--yes") == 1
    assert capsys.readouterr().err == (
        "Tiedosto events/linkki/talvi.md johtaa sisältökansion ulkopuolelle.\n"
    )
    assert list(outside.iterdir()) == []


@pytest.mark.usefixtures("content")
def test_a_pasted_mail_in_another_language(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    pasted = io.TextIOWrapper(io.BytesIO(b"Hej!\n"), "utf-8")
    monkeypatch.setattr(sys, "stdin", pasted)
    assert _receive("--yes", "--lang", "sv") == 1
    assert capsys.readouterr().err == (
        "I meddelandet finns ingen fil. Den ska börja med raden ”---” och fält,"
        " eller med en rad som börjar ”kohtaamo:”.\n"
    )


def test_a_draft_of_new_is_received_when_it_is_mended(content: Path) -> None:
    text = (MAILS / "talvirieha.md").read_text("utf-8")
    draft = content.parent / "luonnos-talvi.md"
    draft.write_text(f"kohtaamo: new events/talvi.md\n{text}", "utf-8")
    assert _receive(str(draft), "--yes") == 0
    assert (content / "events" / "talvi.md").read_text("utf-8") == text


def test_the_command_line_may_say_what_a_file_is_for(content: Path) -> None:
    mail = str(MAILS / "attachment.eml")
    assert _receive(mail, "--yes", "--as", "events/talvi.md") == 0
    assert (content / "events" / "talvi.md").is_file()
    # Where it is there already, the whole file takes its place.
    again = shutil.copy(MAILS / "talvirieha.md", content.parent / "uusi.txt")
    text = Path(again).read_text("utf-8").replace("price: free\n", "")
    assert _receive(_text(content.parent, text), "--yes", "--as", "content/events/talvi.md") == 0
    assert (content / "events" / "talvi.md").read_text("utf-8") == text
