"""`kohtaamo check`: every problem at once, with an address, and nothing written."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kohtaamo.commands.main import main

DAY = ("--today", "2026-12-01")
EVENT = (
    "---\ntitle: Iltakahvit\nplace: asematalo\norganisers: [kylayhdistys]\nstart: 1.2.2027 klo 12\n"
)


@pytest.fixture
def at_home(small_content: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that holds a faultless content/."""
    monkeypatch.chdir(small_content.parent)
    return small_content.parent


@pytest.fixture
def faulty(at_home: Path) -> Path:
    """The same with one error and one warning."""
    event = at_home / "content" / "events" / "iltakahvit.md"
    event.write_text(f"{EVENT}sampel: yes\n---\n", "utf-8")
    place = at_home / "content" / "places" / "asematalo.md"
    text = place.read_text("utf-8").replace("holiday_hours: closed\n", "")
    place.write_text(text, "utf-8")
    return at_home


Printed = pytest.CaptureFixture[str]


@pytest.mark.usefixtures("at_home")
def test_a_content_without_problems(capsys: Printed) -> None:
    assert main(["check", *DAY]) == 0
    assert capsys.readouterr() == (
        "Tarkistin kansion content (9 tiedostoa): ei virheitä, ei huomioita.\n",
        "",
    )


@pytest.mark.usefixtures("faulty")
def test_all_problems_as_text(capsys: Printed) -> None:
    assert main(["check", "content", *DAY]) == 1
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out == (
        "content/events/iltakahvit.md:6: sampel: kenttää ”sampel” ei ole."
        " Tarkoititko ”sample”? [unknown-key-near]\n"
        "\nNämä eivät ole virheitä, mutta katso ne läpi:\n"
        "content/places/asematalo.md:15: hours: huomio: onko paikka auki juhlapyhinä?"
        " Lisää holiday_hours: closed (kiinni) tai normal (kuten muulloin)."
        " [holiday-hours-missing]\n"
        "Tarkistin kansion content (10 tiedostoa): 1 virhe, 1 huomio.\n"
    )


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize(
    ("language", "last_line"),
    [
        ("fi", "Tarkistin kansion content (10 tiedostoa): 1 virhe, 1 huomio."),
        ("sv", "Jag granskade mappen content (10 filer): 1 fel, 1 anmärkning."),
        ("en", "Checked the folder content (10 files): 1 error, 1 warning."),
    ],
)
def test_in_the_language_that_was_asked_for(capsys: Printed, language: str, last_line: str) -> None:
    assert main(["check", *DAY, "--lang", language]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == last_line


@pytest.mark.usefixtures("faulty")
def test_all_problems_as_json(capsys: Printed) -> None:
    assert main(["check", "content", *DAY, "--format", "json", "--lang", "en"]) == 1

    assert json.loads(capsys.readouterr().out) == [
        {
            "path": "content/events/iltakahvit.md",
            "line": 6,
            "field": "sampel",
            "code": "unknown-key-near",
            "severity": "error",
            "message": "there is no field “sampel”. Did you mean “sample”?",
        },
        {
            "path": "content/places/asematalo.md",
            "line": 15,
            "field": "hours",
            "code": "holiday-hours-missing",
            "severity": "warning",
            "message": "is the place open on public holidays?"
            " Add holiday_hours: closed or normal (as on other days).",
        },
    ]


@pytest.mark.usefixtures("at_home")
def test_no_problems_as_json_are_an_empty_list(capsys: Printed) -> None:
    assert main(["check", *DAY, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.usefixtures("faulty")
def test_all_problems_for_a_forge(capsys: Printed) -> None:
    assert main(["check", "content", *DAY, "--format", "github", "--lang", "en"]) == 1
    assert capsys.readouterr().out == (
        "::error file=content/events/iltakahvit.md,line=6,title=unknown-key-near"
        "::sampel: there is no field “sampel”. Did you mean “sample”?\n"
        "::warning file=content/places/asematalo.md,line=15,title=holiday-hours-missing"
        "::hours: is the place open on public holidays?"
        " Add holiday_hours: closed or normal (as on other days).\n"
    )


@pytest.mark.usefixtures("faulty")
def test_all_problems_for_gitlab(capsys: Printed) -> None:
    assert main(["check", "content", *DAY, "--format", "gitlab", "--lang", "en"]) == 1
    assert [
        (each["check_name"], each["severity"], each["location"])
        for each in json.loads(capsys.readouterr().out)
    ] == [
        (
            "unknown-key-near",
            "blocker",
            {"path": "content/events/iltakahvit.md", "lines": {"begin": 6}},
        ),
        (
            "holiday-hours-missing",
            "minor",
            {"path": "content/places/asematalo.md", "lines": {"begin": 15}},
        ),
    ]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fi", "Viestien selitykset tunnuksen mukaan: docs/viestit.md"),
        ("sv", "Meddelandena förklaras enligt sin kod: docs/viestit.sv.md"),
        ("en", "The messages explained, by their codes: docs/viestit.en.md"),
    ],
)
def test_where_messages_are_explained(
    faulty: Path, capsys: Printed, language: str, line: str
) -> None:
    """A file that is there: whoever has written no guides is sent nowhere."""
    asked = ["check", *DAY, "--lang", language]
    main(asked)
    assert line not in capsys.readouterr().out
    main(["reference"])
    assert (faulty / line.rpartition(" ")[2]).is_file()
    capsys.readouterr()

    main(asked)
    assert capsys.readouterr().out.splitlines()[-3:-1] == ["", line]
    main([*asked, "--format", "github"])
    assert capsys.readouterr().out.splitlines()[-1] == f"::notice::{line}"
    for form in ("gitlab", "json"):
        main([*asked, "--format", form])
        assert len(json.loads(capsys.readouterr().out)) == 2
    (faulty / "content" / "events" / "iltakahvit.md").unlink()
    (faulty / "content" / "places" / "asematalo.md").write_text(
        (faulty / "content" / "places" / "asematalo.md")
        .read_text("utf-8")
        .replace("hours:\n", "holiday_hours: closed\nhours:\n", 1),
        "utf-8",
    )
    main(asked)
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_warnings_alone_do_not_fail(faulty: Path) -> None:
    (faulty / "content" / "events" / "iltakahvit.md").unlink()

    assert main(["check", *DAY]) == 0


@pytest.mark.usefixtures("faulty")
def test_one_file_alone(capsys: Printed) -> None:
    assert main(["check", "content/events/iltakahvit.md", *DAY]) == 1
    assert capsys.readouterr().out == (
        "content/events/iltakahvit.md:6: sampel: kenttää ”sampel” ei ole."
        " Tarkoititko ”sample”? [unknown-key-near]\n"
        "Tarkistin tiedoston content/events/iltakahvit.md: 1 virhe, ei huomioita.\n"
    )

    assert main(["check", "content/places/asematalo.md", *DAY, "--lang", "en"]) == 0
    assert capsys.readouterr().out == (
        "These are not errors, but please look at them:\n"
        "content/places/asematalo.md:15: hours: warning: is the place open on public holidays?"
        " Add holiday_hours: closed or normal (as on other days). [holiday-hours-missing]\n"
        "Checked the file content/places/asematalo.md: no errors, 1 warning.\n"
    )


def test_one_file_from_its_own_folder(
    faulty: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    """An event may be called `network.yml` too: that is not the network's own file."""
    events = faulty / "content" / "events"
    text = EVENT.removeprefix("---\n").replace("title: Iltakahvit", "title: Verkostoilta")
    (events / "network.yml").write_text(text, "utf-8")
    monkeypatch.chdir(events)

    assert main(["check", "network.yml", *DAY]) == 0
    assert main(["check", "iltakahvit.md", *DAY, "--format", "json"]) == 1

    summary, _, problems = capsys.readouterr().out.partition("\n")
    assert summary == "Tarkistin tiedoston network.yml: ei virheitä, ei huomioita."
    assert [problem["path"] for problem in json.loads(problems)] == ["../events/iltakahvit.md"]


def test_a_file_that_lies_in_the_wrong_place(at_home: Path, capsys: Printed) -> None:
    """What is wrong with a folder is wrong with all that it holds."""
    folder = at_home / "content" / "muistiot"
    folder.mkdir()
    (folder / "kokous.md").write_text("Kahvia.\n", "utf-8")
    (at_home / "content" / "linkki.md").symlink_to(folder / "kokous.md")

    for path, code in (("muistiot/kokous.md", "unknown-folder"), ("linkki.md", "symlink")):
        assert main(["check", f"content/{path}", *DAY, "--format", "json"]) == 1
        assert [each["code"] for each in json.loads(capsys.readouterr().out)] == [code]


@pytest.mark.parametrize(
    ("folder", "argument", "first"),
    [
        (".", "content", "content/events/iltakahvit.md"),
        (".", "./content/", "content/events/iltakahvit.md"),
        ("content", ".", "events/iltakahvit.md"),
        ("content/events", "..", "../events/iltakahvit.md"),
    ],
)
def test_paths_are_told_from_the_working_folder(
    faulty: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Printed,
    folder: str,
    argument: str,
    first: str,
) -> None:
    monkeypatch.chdir(faulty / folder)

    main(["check", argument, *DAY, "--format", "json"])

    assert json.loads(capsys.readouterr().out)[0]["path"] == first


def test_an_absolute_path_is_told_from_the_working_folder_too(
    faulty: Path, capsys: Printed
) -> None:
    main(["check", str(faulty / "content"), *DAY, "--format", "json"])

    assert json.loads(capsys.readouterr().out)[0]["path"] == "content/events/iltakahvit.md"


def test_the_day_is_an_argument(at_home: Path, capsys: Printed) -> None:
    """A series is confirmed anew every 18 months: what is far off today is near a year later."""
    event = at_home / "content" / "events" / "iltakahvit.md"
    series = "duration: 1 h\nrepeat: {every: week, until: 2029-01-29}\n"
    by_phone = EVENT.replace("place: asematalo", "phone: {number: 010 123 0002}")
    event.write_text(f"{by_phone}{series}---\n", "utf-8")

    main(["check", "--today", "2026-12-01", "--format", "json"])
    early = json.loads(capsys.readouterr().out)
    main(["check", "--today", "31.12.2027", "--format", "json"])
    late = json.loads(capsys.readouterr().out)

    assert [problem["code"] for problem in early] == ["series-long"]
    assert [problem["code"] for problem in late] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "nowhere"], "Kansiota nowhere ei ole. Anna sisältökansion nimi.\n"),
        (["check", "content/events/poissa.md"], "Kansiota content/events/poissa.md ei ole."),
        (["check", "muualla.md"], "Tiedosto muualla.md ei ole sisältökansiossa (network.yml).\n"),
        (
            ["check", "content/network.yml", "--since", "main"],
            "--since vertaa koko sisältökansiota",
        ),
        (["check", "--today", "huomenna"], "'huomenna' ei ole päivä; kirjoita 2026-12-01"),
        (["check", "--format", "xml"], "invalid choice: 'xml'"),
        (["check", "--lang", "de"], "invalid choice: 'de'"),
        (["chekc"], "invalid choice: 'chekc'"),
        ([], "komento"),
    ],
)
@pytest.mark.usefixtures("at_home")
def test_wrong_usage_leaves_with_2(capsys: Printed, arguments: list[str], said: str) -> None:
    Path("muualla.md").touch()
    try:
        code: object = main(arguments)
    except SystemExit as leave:
        code = leave.code

    printed = capsys.readouterr()
    assert code == 2
    assert printed.out == ""
    assert said in printed.err


# One fault each: what stands in the file's name and inside, and the code it is told by.
FAULTS: tuple[tuple[str, Callable[[str], bytes], str], ...] = (
    (".md", lambda head: b"", "empty-file"),
    (".md", lambda head: b"Just a text\n", "no-head"),
    (".md", lambda head: head.encode(), "head-not-closed"),
    (".md", lambda head: f"{head}sampel: yes\n---\n".encode(), "unknown-key-near"),
    (".md", lambda head: f"{head}place: talo\n---\n".encode(), "yaml-duplicate-key"),
    (".md", lambda head: f"{head}end: 31.2.2027\n---\n".encode(), "no-such-date"),
    (".md", lambda head: f"{head}end: klo 25\n---\n".encode(), "no-such-time"),
    (".md", lambda head: f"{head}end: klo 11\n---\n".encode(), "end-not-after-start"),
    (".md", lambda head: f"{head}summary: &a x\n---\n".encode(), "yaml-anchor"),
    (".md", lambda head: f"{head}summary: {'[' * 500}\n---\n".encode(), "yaml-too-deep"),
    (".md", lambda head: f"{head}---\n\xe4\n".encode("latin-1"), "not-utf8"),
    (".md", lambda head: head.encode("utf-16"), "not-utf8"),
    (".md", lambda head: f"{head}---\n{'x' * 70_000}".encode(), "file-too-large"),
    (".yml", lambda head: b"- a list\n", "needs-keys"),
    (".txt", lambda head: f"{head}---\n".encode(), "wrong-ending"),
    (".MD", lambda head: f"{head}---\n".encode(), "wrong-ending"),
    (".x y.md", lambda head: f"{head}---\n".encode(), "file-name-with-dot"),
    (".sv.md", lambda head: b"---\ntitle: x\n---\n", "translation-without-original"),
    ("_.md", lambda head: f"{head}duration: 1 h\n---\n".encode(), "file-name-not-slug"),
    (".md", lambda head: f"{head}topics: [kahvi]\n---\n".encode(), "unknown-term"),
)


def test_three_hundred_faulty_files_at_once(at_home: Path) -> None:
    expected = {}
    for number in range(300):
        ending, made, code = FAULTS[number % len(FAULTS)]
        file = at_home / "content" / "events" / f"osa-{number // 50}" / f"t-{number:03d}{ending}"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(made(EVENT))
        expected[file.relative_to(at_home).as_posix()] = code
    command = [sys.executable, "-m", "kohtaamo", "check", "content", *DAY, "--format", "json"]

    done = subprocess.run(
        command, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"}
    )

    problems = json.loads(done.stdout)
    codes = {problem["path"]: problem["code"] for problem in problems}
    assert (done.returncode, done.stderr) == (1, b"")
    assert codes == expected
    assert [problem["path"] for problem in problems] == sorted(expected)


def test_checking_starts_neither_pelican_nor_a_clock_nor_git(at_home: Path) -> None:
    """It answers at once: what is slow to import is left alone."""
    code = (
        "import sys; from kohtaamo.commands.main import main;"
        "main(['check', '--today', '2026-12-01']);"
        "print([n for n in ('pelican', 'jinja2', 'icalendar', 'feedgen') if n in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"


def test_a_console_of_another_encoding_shows_escapes(faulty: Path) -> None:
    command = [sys.executable, "-m", "kohtaamo", "check", "content", *DAY]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}

    done = subprocess.run(command, capture_output=True, check=False, env=environment)

    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.startswith(
        b"content/events/iltakahvit.md:6: sampel: kentt\\xe4\\xe4 \\u201dsampel\\u201d ei ole."
    )


def test_a_reader_that_has_seen_enough_is_no_fault(at_home: Path) -> None:
    for number in range(1000):
        (at_home / "content" / "events" / f"tapahtuma-{number}.txt").touch()
    command = [sys.executable, "-m", "kohtaamo", "check", "content", *DAY]

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"content/events/tapahtuma-0.txt:1: ")
        process.stdout.close()
        said = process.stderr.read()

    assert (process.returncode, said) == (1, b"")
