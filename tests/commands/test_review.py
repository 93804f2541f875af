"""`kohtaamo review BASE`: what a coordinator reads in a pull request, step by step.

`golden/review/*.md` hold the whole texts; `KOHTAAMO_GOLDEN=write` writes them anew.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from kohtaamo.commands.main import main
from tests.conftest import ROOT, SITES
from tests.repositories import Repository, new_repository

GOLDEN = Path(__file__).parent / "golden" / "review"
SONGS, COFFEE = "content/events/joululaulut.md", "content/events/torstain-kahvit.md"
PLACE, ORGANISER = "content/places/asematalo.md", "content/organisers/kylayhdistys.md"
CLOSED = "content/events/varaus-1.md"
Printed = pytest.CaptureFixture[str]

BINGO = """\
---
title: Vanhan ajan bingo
start: 2026-12-10 13:00
end: {end}
place: asematalo
room: odotussali
organisers: [{organiser}]
price: free
repeat: {{every: week, until: 2027-03-11, skip: [2026-12-24, 2027-01-07]}}
---
Palkintoina paketti kahvia.
"""
LIONS = """\
---
name: Lehtijärven leijonat
class: culture
sector: association
municipalities: [lehtijarvi]
---
"""
TWIN = """\
---
title: Torstaikahvit Asematalolla
start: 2027-02-04 13:00
end: "15:00"
place: asematalo
organisers: [lions]
---
"""


@pytest.fixture
def fork(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A clone of the small network's repository, on a branch of its own; the working folder."""
    upstream = new_repository(tmp_path / "upstream")
    shutil.copytree(SITES / "small" / "content", upstream.content)
    upstream.write("theme/style.css", "body {}\n")
    upstream.commit("2026-09-01T10:00:00Z")
    upstream.git("clone", "--quiet", ".", str(tmp_path / "fork"))
    fork = Repository(tmp_path / "fork")
    fork.git("switch", "--quiet", "--create", "ehdotus")
    monkeypatch.chdir(fork.folder)
    return fork


def _review(printed: Printed, *options: str, base: str = "origin/main") -> tuple[int, str]:
    """How it leaves, and what it says."""
    code = main(["review", base, "--today", "2026-12-01", *options])
    said = printed.readouterr()
    assert said.err == ""
    return code, said.out


def _is_golden(name: str, said: str) -> bool:
    file = GOLDEN / f"{name}.md"
    if os.environ.get("KOHTAAMO_GOLDEN") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(said, "utf-8")
    assert said == file.read_text("utf-8")
    return True


def _contribute(fork: Repository) -> None:
    """A new series with faults, and changes of all kinds in what was there."""
    fork.write("content/events/bingo.md", BINGO.format(end="klo 25", organiser="leijonat"))
    fork.replace(
        COFFEE,
        "  skip: [public-holidays, 24.12.2026]\n",
        "  skip: [public-holidays, 24.12.2026]\n"
        "  changes:\n"
        "    - {date: 2026-12-17, cancelled: yes, reason: Vetäjä on matkalla}\n"
        '    - {date: 2027-01-14, start: "15:00"}\n',
    )
    fork.replace(COFFEE, "Kahvia ja juttuseuraa", "Kahvia, pullaa ja juttuseuraa")
    fork.replace(SONGS, "start: 2026-12-18 17:00", "start: 2026-12-17 18:00")
    fork.replace(PLACE, "ma–pe, from: 10:00, to: 18:00", "ma–to, from: 10:00, to: 20:00")
    fork.replace(PLACE, "  phone: 010 123 0001\n", "  phone: 010 123 0002\n")
    fork.delete("content/notices/kahvinkeittaja.md")
    fork.write("content/events/torstaikahvit.md", TWIN)
    fork.commit("2026-11-01T10:00:00Z")


def _mend(fork: Repository) -> None:
    fork.write("content/events/bingo.md", BINGO.format(end="klo 15", organiser="lions"))
    fork.replace("content/events/bingo.md", "room: odotussali\n", "")
    fork.write("content/organisers/lions.md", LIONS)
    fork.git("checkout", "--quiet", "origin/main", "--", "content/notices")
    fork.commit("2026-11-02T10:00:00Z")


def test_who_names_a_place_that_has_not_named_him(fork: Repository, capsys: Printed) -> None:
    fork.replace(PLACE, "can_host: all\n", "")
    fork.commit("2026-11-01T10:00:00Z")
    stranger = LIONS.replace("[lehtijarvi]\n", "[lehtijarvi]\nplaces: [asematalo]\n")
    fork.write("content/organisers/leijonat.md", stranger)
    fork.commit("2026-11-02T10:00:00Z")
    code, said = _review(capsys, base="HEAD~1")
    assert code == 0
    assert (
        "### Päällekkäisyydet, aukiolo ja luvat (1)\n\n"
        "- **Lehtijärven leijonat** (content/organisers/leijonat.md, rivi 6, places): paikan"
        " ”Asematalo” omissa tiedoissa ei ole tätä järjestäjää, joten tämä ei näy paikan sivulla."
    ) in said


def test_from_a_faulty_fork_to_the_merge(fork: Repository, capsys: Printed) -> None:
    _contribute(fork)
    code, said = _review(capsys)
    assert code == 1
    assert _is_golden("1-faulty", said)

    _mend(fork)
    code, mended = _review(capsys)
    assert code == 0
    assert _is_golden("2-mended", mended)

    # Meanwhile others land something: that is neither missing nor new here.
    fork.git("switch", "--quiet", "--detach", "origin/main")
    fork.delete(CLOSED)
    fork.commit("2026-11-03T10:00:00Z")
    fork.git("update-ref", "refs/remotes/origin/main", "HEAD")
    fork.git("switch", "--quiet", "ehdotus")
    assert _review(capsys) == (0, mended)

    # Merged as the forge tries it, the same is said, and after the merge nothing is new.
    fork.git("switch", "--quiet", "--detach", "origin/main")
    fork.git("merge", "--quiet", "--no-ff", "--message", "Merge", "ehdotus")
    assert _review(capsys) == (0, mended)
    code, said = _review(capsys, base="HEAD")
    assert (code, said) == (0, "**Mikään ei muutu.** Ehdotuksessa ei ole muutoksia.\n")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_in_the_coordinators_language(fork: Repository, capsys: Printed, language: str) -> None:
    _contribute(fork)

    assert _is_golden(f"1-faulty-{language}", _review(capsys, "--lang", language)[1])


def test_a_small_change_is_told_in_few_lines(fork: Repository, capsys: Printed) -> None:
    fork.replace(ORGANISER, "phone: 010 123 0001", "phone: 010 123 0009")
    fork.replace(COFFEE, "drop_in: yes", "drop_in: no")

    code, said = _review(capsys)
    assert code == 0
    assert said == (
        "**Voi yhdistää.** Tarkistus ei löytänyt huomautettavaa.\n\n"
        "### Muutettu (2)\n\n"
        "- **Torstain kahvit**: Asematalo, torstaisin klo 13–15\n"
        "  - Saa vain tulla: kyllä → ei\n"
        "- **Lehtijärven kyläyhdistys ry**: järjestäjä, Lehtijärvi\n"
        "  - Yhteystiedot, puhelin: 010 123 0001 → 010 123 0009\n\n"
        "Mukana on muutoksia, joita ei ole vielä viety gitiin (commit).\n"
    )


# What a file may hold that a forge would make something of; no line of it leaves as it is.
HOSTILE = """\
---
title: "@kunta sulki #12:n ![x](https://example.org/x.png) <img src=x onerror=alert(1)>"
start: 2026-12-11 13:00
end: "15:00"
place: asematalo
organisers: [kylayhdistys]
summary: "| a | b | `c` [linkki](javascript:alert(1)) GH-12 !34 &lt; :tada: www.example.org"
reason: "</details> ~~x~~ **y** _z_ \\\\ deadbeef0123 ryhma/projekti>"
---
# Otsikko

- [ ] @kaikki

[1]: https://example.org
"""


def test_texts_of_strangers_are_only_text(fork: Repository, capsys: Printed) -> None:
    fork.write("content/events/vihamielinen.md", HOSTILE)
    fork.replace(COFFEE, "summary: Kahvia", "summary: '@kunta <b>Kahvia</b> #1'\nreason: Kahvia")
    fork.write("content/images/<b>@x #1.png", "ei kuva")
    fork.write("theme/[x](y) @kunta.css", "")
    fork.commit("2026-11-01T10:00:00Z")
    _, said = _review(capsys)

    assert _is_golden("hostile", said)
    said = said.replace("&#", "&")
    for raw in ("@k", "@x", "#1", "<b", "<img", "![", "](", "`", "://", "GH-12", "!34", ":tada:"):
        assert raw not in said, raw


def test_closed_groups_are_rooms_and_times(fork: Repository, capsys: Printed) -> None:
    """Also when only one side is closed, in whatever file it is or was."""
    shared = "title: Surupiiri\nstart: {start}\nend: {end}\nplace: asematalo\nroom: odotussali\n"
    telling = "organisers: [kylayhdistys]\nsummary: Läheisensä menettäneille\nformerly: [suru]\n"
    event = f"---\n{shared}{telling}---\n"
    one, other = (
        event.format(start=f"2026-12-1{day} 17:00", end=f"2026-12-1{day} 19:00") for day in (0, 1)
    )
    fork.write("content/events/suru/surupiiri.md", one)
    fork.write("content/events/suru/surupiiri.sv.md", "---\ntitle: Sorggrupp\n---\n")
    fork.write("content/events/suru/surupiiri-2.md", other.replace("suru]", "suru-2]"))
    fork.commit("2026-09-02T10:00:00Z")
    fork.git("update-ref", "refs/remotes/origin/main", "HEAD")
    # One becomes closed in its file, one in another file, and a closed one becomes open.
    fork.replace("content/events/suru/surupiiri.md", "title: S", "access: closed\ntitle: S")
    fork.delete("content/events/suru/surupiiri-2.md")
    fork.write(
        "content/events/varaus-2.yml",
        "access: closed\nplace: asematalo\nroom: odotussali\n"
        "start: 2026-12-11 17:00\nend: 2026-12-11 19:00\n",
    )
    fork.replace(CLOSED, "access: closed", "title: Surukahvit\norganisers: [kylayhdistys]")
    fork.write("content/events/suru/rikki.md", "---\naccess: closed\ntitle: 'Surulliset\n---\n")
    fork.write("content/events/suru/surupuhelin.yaml", "access: closed\nroom: odotussali\n")
    fork.write("content/surut/surusauna.md", "---\naccess: suljettu\n---\n")
    # Nor does what names them tell.
    fork.replace(SONGS, "room:", "part_of: surupiiri\nreplaced_by: surupiiri-2\nroom:")
    fork.commit("2026-11-01T10:00:00Z")
    code, said = _review(capsys)

    assert code == 1
    assert _is_golden("closed", said)
    for word in ("suru", "sorg", "läheis", "kylä", "rikki", "varaus-2"):
        assert word not in said.lower(), word


def test_no_folder_and_no_wrong_place_tells_of_a_closed_group(
    fork: Repository, capsys: Printed
) -> None:
    closed = "---\naccess: closed\nplace: asematalo\nroom: odotussali\n{times}---\n"
    times = "start: 2026-12-18 16:00\nend: 2026-12-18 18:00\n"
    fork.write("content/events/Suruväki Ä/varaus-9.md", closed.format(times=times))
    fork.write("content/events/suruilta.md", closed.format(times=""))
    fork.commit("2026-09-02T10:00:00Z")
    fork.git("update-ref", "refs/remotes/origin/main", "HEAD")
    # What clashes with one does not name its folder.
    fork.replace(SONGS, "Lauletaan", "Nyt lauletaan")
    fork.move("content/events/suruilta.md", "content/notices/suruilta.md")
    fork.write("content/notices/surukirje.md", closed.format(times=""))
    fork.write("kopio/suruilta.md", closed.format(times=""))
    fork.commit("2026-11-01T10:00:00Z")
    code, said = _review(capsys)

    assert code == 1
    assert "tiedosto varaus klo 16.00–18.00" in said
    assert "suru" not in said.lower()


def test_a_folder_of_the_layout_is_named_whatever_is_in_it(
    fork: Repository, capsys: Printed
) -> None:
    fork.move("content/events", "content/Events")
    fork.commit("2026-11-01T10:00:00Z")

    assert "kansion ”Events” nimen pitää olla ”events”" in _review(capsys)[1]


def test_a_further_date_at_another_time_says_when(fork: Repository, capsys: Printed) -> None:
    extra = "  extra: [{} 13:00, {} {}]\n  skip:"
    fork.replace(COFFEE, "  skip:", extra.format("2026-12-05", "2026-12-12", "18:00"))
    fork.commit("2026-09-02T10:00:00Z")
    assert "lisäksi la 5.12. ja la 12.12. klo 18" in _review(capsys)[1]
    fork.git("update-ref", "refs/remotes/origin/main", "HEAD")

    # Nothing else tells of it when only that time is another one.
    fork.replace(COFFEE, "2026-12-12 18:00", "2026-12-12 17:30")
    said = _review(capsys)[1]
    assert "### Aika muuttuu (1)" in said
    assert "la 12.12. klo 18 → " in said
    assert "lisäksi la 5.12. ja la 12.12. klo 17.30\n" in said


def test_another_repository_in_the_content_is_no_small_thing(
    fork: Repository, tmp_path: Path, capsys: Printed
) -> None:
    """Nobody sees what it will hold; where its files are there, they are the contribution's."""
    other = new_repository(tmp_path / "muu")
    other.write("vieras.md", "---\ntitle: Vieras\n---\n")
    name = other.commit("2026-11-01T10:00:00Z")
    entry = f"160000,{name},content/events/muu"
    fork.git("update-index", "--add", "--cacheinfo", entry)
    fork.git("commit", "--quiet", "--message", "A repository")
    (fork.content / "events" / "muu").mkdir()
    told = "- content/events/muu (toinen git-varasto, jonka sisältöä tämä ei näytä): lisätty\n"
    code, said = _review(capsys)
    assert code == 0
    assert said.startswith("**Katso ensin, yhdistä sitten:** 1 ylläpidon tiedosto.")
    assert told in said

    (fork.content / "events" / "muu").rmdir()
    other.git("clone", "--quiet", ".", str(fork.content / "events" / "muu"))
    code, said = _review(capsys)
    assert code == 1
    assert told in said
    assert "content/events/muu/vieras.md, rivi 2, start" in said
    assert "ennestään" not in said


def test_what_is_the_maintainers_is_listed(fork: Repository, capsys: Printed) -> None:
    fork.replace("content/network.yml", "area: Lehtijärvi", "area: Lehtijärven seutu")
    fork.replace("content/pages/tietoa.md", "Sivuja pitää", "Näitä sivuja pitää")
    fork.write("theme/style.css", "body { color: red }\n")
    fork.write(".github/workflows/review.yml", "on: push\n")
    fork.write("content/vocabularies/topics.yml", "- {id: kahvi, label: {fi: Kahvi}}\n")
    fork.write("content/images/kuva.png", "ei kuva")
    fork.commit("2026-11-01T10:00:00Z")
    # What git does not know and nobody reads is no part of a contribution.
    fork.write("muistiinpano.txt", "")

    code, said = _review(capsys)
    assert code == 1
    assert _is_golden("maintainers", said)


def test_faults_that_were_there_are_not_this_ones(fork: Repository, capsys: Printed) -> None:
    """Only those that a change makes in other files are."""
    fork.replace(SONGS, "price: free", "price: free\nhinta: 3")
    fork.replace(PLACE, "holiday_hours: closed\n", "")
    fork.commit("2026-09-02T10:00:00Z")
    fork.git("update-ref", "refs/remotes/origin/main", "HEAD")
    fork.replace(PLACE, "summary: Kylän", "summary: Koko kylän")
    fork.replace(PLACE, "  - {id: odotussali, name: Odotussali, capacity: 30}\n", "")
    fork.replace(PLACE, "rooms:\n", "")
    fork.commit("2026-11-01T10:00:00Z")

    code, said = _review(capsys)
    assert code == 1
    assert _is_golden("elsewhere", said)


def test_a_picture_that_is_gone_is_missed_where_it_was_shown(
    fork: Repository, capsys: Printed
) -> None:
    """Whatever its size was: git is asked for its name alone."""
    (fork.content / "images").mkdir()
    Image.effect_noise((400, 400), 100).save(fork.content / "images" / "talo.png")
    fork.replace(PLACE, "checked:", "images: [{file: talo.png, alt: Talo}]\nchecked:")
    fork.commit("2026-09-02T10:00:00Z")
    fork.git("update-ref", "refs/remotes/origin/main", "HEAD")
    fork.delete("content/images/talo.png")
    fork.commit("2026-11-01T10:00:00Z")

    code, said = _review(capsys, "--lang", "en")
    assert code == 1
    assert said == (
        "**Cannot be merged yet:** 1 error to mend.\n\n"
        "### Mend before merging (1)\n\n"
        "- **Asematalo** (content/places/asematalo.md, line 26, images.file): there is no picture"
        " “talo.png” in the folder images. Add it there or correct the name. (This file was not"
        " touched: the fault comes from what the contribution changes elsewhere.)\n\n"
        "### Pictures (1)\n\n"
        "- content/images/talo.png (picture): removed\n"
    )


def test_a_name_that_another_event_had(fork: Repository, capsys: Printed) -> None:
    """Old links and subscriptions would lead to the new one."""
    fork.delete(SONGS)
    fork.commit("2026-09-02T10:00:00Z")
    fork.git("update-ref", "refs/remotes/origin/main", "HEAD")
    fork.write(SONGS, TWIN.replace("lions", "kylayhdistys").replace("13:00", "16:00"))
    fork.replace(SONGS, '"15:00"', '"17:00"')

    code, said = _review(capsys)
    assert code == 1
    assert (
        "- **Torstaikahvit Asematalolla** (content/events/joululaulut.md, rivi 1): nimi"
        " ”joululaulut” on ollut toisella (”Joululaulut asemalla”), joka on poistettu. Vanhat"
        " linkit ja tilaukset veisivät nyt väärään paikkaan. Anna tiedostolle toinen nimi,"
        " esimerkiksi joululaulut-2.\n"
    ) in said


def test_a_network_that_nobody_can_read(fork: Repository, capsys: Printed) -> None:
    """All is said that can be said: of events, though nothing of the network."""
    fork.write("content/network.yml", "id: [\n")
    fork.replace(COFFEE, "drop_in: yes", "drop_in: no")

    code, said = _review(capsys)
    assert code == 1
    assert _is_golden("no-network", said)


def test_what_becomes_of_dates(fork: Repository, capsys: Printed) -> None:
    """More dates move nothing, fewer are named, and members are told among themselves."""
    other = "content/events/kahvit-{}.md"
    for name in ("pidempi", "lyhyempi", "jasenet", "siirtyy", "loppuu"):
        text = (fork.folder / COFFEE).read_text("utf-8")
        text = text.replace("Torstain kahvit", f"Kerho, {name}").replace("13\n", "9\n", 1)
        fork.write(other.format(name), text.replace("klo 15", "klo 10"))
    fork.commit("2026-09-02T10:00:00Z")
    fork.git("update-ref", "refs/remotes/origin/main", "HEAD")
    fork.replace(other.format("pidempi"), "27.5.2027", "24.6.2027")
    fork.replace(other.format("lyhyempi"), "27.5.2027", "13.5.2027")
    fork.replace(other.format("jasenet"), "drop_in:", "access: members\ndrop_in:")
    fork.replace(
        other.format("siirtyy"), "drop_in:", "status: postponed\nreason: Remontti\ndrop_in:"
    )
    fork.replace(other.format("loppuu"), "end: klo 10", "end: klo 11")
    fork.commit("2026-11-01T10:00:00Z")

    code, said = _review(capsys)
    assert code == 0
    assert _is_golden("dates", said)


def test_a_long_review_is_cut_between_lines(
    fork: Repository, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    _contribute(fork)
    whole = _review(capsys)[1]
    monkeypatch.setattr("kohtaamo.review.told.LONGEST", 700)
    cut = _review(capsys)[1]

    begun, _, end = cut.rpartition("\n\n")
    assert end == "Loput eivät mahdu tähän. Pyydä ehdotus pienempinä osina.\n"
    assert whole.startswith(f"{begun}\n")
    assert 500 < len(begun) < 700


def test_renamed_with_and_without_formerly(fork: Repository, capsys: Printed) -> None:
    fork.move(COFFEE, "content/events/lehtijarvi/kahvit.md")
    fork.replace(
        "content/events/lehtijarvi/kahvit.md", "place:", "formerly: [torstain-kahvit]\nplace:"
    )
    fork.move(SONGS, "content/events/laulut.md")
    fork.commit("2026-11-01T10:00:00Z")

    code, said = _review(capsys)
    assert code == 0
    assert _is_golden("renamed", said)


# What the files of the test's older version say; the newer one says everything there is.
_KEPT = re.compile(
    r"(title|name|start|place|location|online|phone|organisers|municipality|municipalities|kind"
    r"|class|sector|until|access|address|stops|rooms|written_in|part_of|status): ?"
)


def _less(text: str) -> str:
    """A file without most of its fields, and without its text."""
    _, head, _ = text.split("---\n", 2)
    kept = re.findall(r"^[a-z_]+:.*\n(?:[ -].*\n)*", head, re.MULTILINE)
    return f"---\n{''.join(field for field in kept if _KEPT.match(field))}---\n"


def test_every_field_has_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    repository = new_repository(tmp_path / "everything")
    full = SITES / "everything" / "content"
    shutil.copytree(full, repository.content)
    things = [file for file in full.rglob("*.md") if file.name.count(".") == 1]
    for file in things:
        if file.parent.name != "pages":
            path = f"content/{file.relative_to(full).as_posix()}"
            repository.write(path, _less(file.read_text("utf-8")))
    repository.commit("2026-09-01T10:00:00Z")
    shutil.copytree(full, repository.content, dirs_exist_ok=True)
    monkeypatch.chdir(repository.folder)

    assert _is_golden("everything", _review(capsys, base="HEAD")[1])
    repository.commit("2026-10-01T10:00:00Z")
    repository.git("rm", "--quiet", "-r", "content/events", "content/notices")
    shutil.rmtree(repository.content / "places")
    assert _is_golden("nothing-left", _review(capsys, base="HEAD")[1])


@pytest.mark.parametrize(
    ("base", "sentence"),
    [
        (
            "eilinen",
            (
                "Versiota ”eilinen” ei löydy. Kirjoita haaran nimi tai commitin tunnus,"
                " esimerkiksi origin/main. Hae ensin uusimmat tiedot (git fetch).\n"
            ),
        ),
        (
            "--output=x",
            (
                "Versiota ”--output=x” ei löydy. Kirjoita haaran nimi tai commitin tunnus,"
                " esimerkiksi origin/main. Hae ensin uusimmat tiedot (git fetch).\n"
            ),
        ),
    ],
)
def test_a_base_that_is_not_there(
    fork: Repository, capsys: Printed, base: str, sentence: str
) -> None:
    assert fork.folder == Path.cwd()
    assert main(["review", "--today", "2026-12-01", "--", base]) == 2
    assert capsys.readouterr() == ("", sentence)


def test_no_folder_and_no_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["review", "main"]) == 2
    assert capsys.readouterr().err == "Kansiota content ei ole. Anna sisältökansion nimi.\n"

    (tmp_path / "content").mkdir()
    assert main(["review", "main"]) == 2
    assert "Tämän kansion historiaa ei ole gitissä" in capsys.readouterr().err


def test_inv_hands_everything_on() -> None:
    """The task works in the project's own folder, whose history the tests do not rely on."""
    done = subprocess.run(
        [sys.executable, "-m", "invoke", "review", "ei-ole", "--lang", "en"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.startswith("There is no version “ei-ole”")
