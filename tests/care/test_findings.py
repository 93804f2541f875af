"""When something needs care, and when it does not."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kohtaamo.care.make import make_report
from kohtaamo.care.report import Report, Topic
from kohtaamo.care.text import as_text
from kohtaamo.care.words import care_words
from kohtaamo.content.defaults import default_vocabularies
from kohtaamo.host.caring import look_after
from tests.editions import edition_of
from tests.repositories import new_repository

from .conftest import NEGLECTED, THURSDAY, change, report_of, told

EVERYBODY = ", ".join(term.id for term in default_vocabularies()["audiences"])


def test_when_all_is_well_it_says_so_in_one_line(small_content: Path) -> None:
    event = small_content / "events" / "kaikille.md"
    event.write_text(
        "---\ntitle: Kaikille\nplace: asematalo\norganisers: [kylayhdistys]\n"
        f"start: 2026-12-09 13:00\naudiences: [{EVERYBODY}]\n---\n",
        "utf-8",
    )
    report = report_of(small_content, date(2026, 12, 1))
    assert as_text(report, care_words("fi"), "content").split("\n") == [
        "Lehtijärven kohtaamispaikka: mikä kaipaa huolenpitoa",
        "Tiistaina 1.12.2026",
        "",
        "Kaikki on kunnossa. Mikään ei kaipaa nyt huolenpitoa.",
    ]


def test_what_is_pressing_comes_first_and_of_each_kind_once(content: Path) -> None:
    change(content / "events" / "neulepiiri.md", "until: 2027-05-26", "until: 2027-04-21")
    assert [each.says for each in report_of(content).urgent] == [
        "series-ends",
        "term-ends",
        "series-ends",
    ]


@pytest.mark.parametrize(
    ("today", "series"),
    [
        # Six weeks before its last date, and a day earlier; on that date, and a day later.
        ("2027-04-14", ["torstaikahvit", "neulepiiri"]),
        ("2027-04-13", ["torstaikahvit"]),
        ("2027-04-22", ["torstaikahvit", "neulepiiri"]),
        ("2027-04-23", ["neulepiiri"]),
        ("2027-05-27", []),
    ],
)
def test_a_series_is_told_six_weeks_before_its_last_date(today: str, series: list[str]) -> None:
    report = report_of(NEGLECTED, date.fromisoformat(today))
    assert told(report, "series") == [f"series-ends events/{each}.md" for each in series]


def test_a_series_that_goes_on_under_its_title_needs_no_word(content: Path) -> None:
    change(content / "events" / "laulut-syksy.md", "title: Kevätlaulut", "title: Syyslaulut")
    assert "series-ends events/kevatlaulut.md" in told(report_of(content), "series")


def test_the_term_is_told_from_three_months_before_and_when_it_is_over() -> None:
    days = ("2027-01-23", "2027-01-24", "2027-04-24", "2027-04-25")
    assert [told(report_of(NEGLECTED, date.fromisoformat(day)), "term") for day in days] == [
        [],
        ["term-ends network.yml"],
        ["term-ends network.yml"],
        ["term-over network.yml"],
    ]


@pytest.mark.parametrize(
    ("today", "seasons", "is_told"),
    [
        ("2027-02-28", "", False),
        ("2027-03-01", "", True),
        # On the last Thursday of the summer, and after it.
        ("2027-08-26", "", True),
        ("2027-08-27", "", False),
        ("2027-04-15", "seasons: [{from: 2026-06-01, to: 2026-08-31, hours: HOURS}]", True),
        ("2027-04-15", "seasons: [{from: 2027-08-31, to: 2027-09-30, hours: HOURS}]", False),
        ("2027-04-15", "open_until: 2027-05-31", False),
        ("2027-04-15", "open_from: 2027-09-01", False),
    ],
)
def test_summer_hours_are_asked_for_in_time(
    content: Path, today: str, seasons: str, is_told: bool
) -> None:
    place = content / "places" / "kylatupa.md"
    hours = "[{days: to, from: 9:00, to: 12:00}]"
    change(place, "can_host: all", f"can_host: all\n{seasons.replace('HOURS', hours)}")
    found = told(report_of(content, date.fromisoformat(today)), "summer")
    assert ("summer-unsaid places/kylatupa.md" in found) is is_told


def test_a_week_of_holidays_says_something_of_the_summer_and_midsummer_eve_does_not(
    content: Path,
) -> None:
    place = content / "places" / "kylatupa.md"
    change(place, "{date: 2027-06-25,", "{from: 2027-06-25, to: 2027-07-01,")
    assert told(report_of(content), "summer") == []


def test_a_holiday_is_told_until_something_is_said_of_it(content: Path) -> None:
    place = content / "places" / "kylatupa.md"
    change(place, "exceptions:", "exceptions:\n  - {date: 2027-05-06, closed: yes, reason: Pyhä}")
    (section,) = (each for each in report_of(content).sections if each.topic is Topic.HOLIDAYS)
    # The next Thursday that is a public holiday: Epiphany.
    assert section.findings[0].day == date(2028, 1, 6)
    change(place, "can_host: all", "can_host: all\nholiday_hours: normal")
    assert told(report_of(content), "holidays") == []


def test_a_place_is_checked_for_twelve_months(content: Path) -> None:
    change(content / "places" / "kylatupa.md", "checked: 2026-04-14", "checked: 2026-04-16")
    assert told(report_of(content), "unchecked") == ["never-checked places/asema.md"]
    assert told(report_of(content, date(2027, 4, 16)), "unchecked")[:2] == [
        "checked-long-ago places/kylatupa.md",
        "checked-long-ago places/linja.md",
    ]


def test_a_date_that_is_moved_to_a_place_is_something_there(content: Path) -> None:
    event = content / "events" / "torstaikahvit.md"
    change(event, "changes:", "changes:\n    - {date: 2027-04-22, place: asema}")
    report = report_of(content)
    assert told(report, "quiet-places") == []
    # Nothing but coffee was on in Laakso, and that is for all whom anything is for.
    assert report.coverage is not None
    assert report.coverage.gaps == ()


def test_dates_are_counted_where_they_are_for_whom_the_file_names(content: Path) -> None:
    event = content / "events" / "peruttu-retki.md"
    change(event, "status: cancelled\nreason: Lähtijöitä oli liian vähän\n", "")
    report = report_of(content)
    assert report.coverage is not None
    nowhere = [term.id for term in report.coverage.nowhere]
    # Those of a members' evening and of a closed group, too: neither is open to all.
    assert {"carers", "long-term-illness"} <= set(nowhere)
    assert not {"elderly", "everyone", "young-people"} & set(nowhere)
    gaps = {each.municipality.by_language["fi"]: each for each in report.coverage.gaps}
    assert [term.id for term in gaps["Laakso"].missing] == ["elderly"]
    assert [term.id for term in gaps["Harju"].missing] == ["young-people"]
    # Songs 5, course 2, knitting 4 and coffee 2, the cancelled one left out; four weeks and a day.
    assert (gaps["Laakso"].dates, gaps["Harju"].dates) == (1, 12)


def test_of_an_umbrella_the_parts_are_counted(content: Path) -> None:
    for slug, extra in (("juhla", ""), ("osa", "part_of: juhla\n")):
        (content / "events" / f"{slug}.md").write_text(
            f"---\ntitle: {slug}\nplace: asema\norganisers: [kylayhdistys]\n{extra}"
            "start: 2027-04-20 10:00\n---\n",
            "utf-8",
        )
    report = report_of(content)
    assert report.coverage is not None
    assert [each.dates for each in report.coverage.gaps] == [1]


def test_an_organiser_is_heard_of_by_what_it_does(content: Path) -> None:
    quiet = "organiser-quiet organisers/laakson-nuoret.md"
    assert told(report_of(content), "quiet-organisers") == [quiet]
    assert told(report_of(content, date(2027, 4, 14)), "quiet-organisers") == []
    change(content / "notices" / "talkoot.md", "[kylayhdistys]", "[laakson-nuoret]")
    assert told(report_of(content), "quiet-organisers") == []


def test_an_organiser_that_has_just_come_is_left_in_peace(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "network")
    shutil.copytree(NEGLECTED, repository.content)
    repository.commit("2027-03-01T10:00:00Z")
    report = make_report(look_after(repository.content, THURSDAY, None).edition)
    assert told(report, "quiet-organisers") == []
    later = make_report(look_after(repository.content, date(2027, 9, 2), None).edition)
    assert "organiser-quiet organisers/laakson-nuoret.md" in told(later, "quiet-organisers")


def test_files_with_errors_come_first_and_everything_else_is_still_told(content: Path) -> None:
    change(content / "places" / "kylatupa.md", "municipality: harju", "municipality: harjukyla")
    change(content / "organisers" / "kylayhdistys.md", "class: culture", "klass: culture")
    (content / "events" / "neulepiiri.sv.md").write_text("---\ntitel: [\n---\n", "utf-8")
    cared = look_after(content, THURSDAY, None)
    report = make_report(cared.edition, images=cared.images, problems=cared.problems)
    assert report.urgent[0].says == "file-faulty"
    assert {
        "file-faulty places/kylatupa.md",
        "file-faulty organisers/kylayhdistys.md",
        "file-faulty events/neulepiiri.sv.md",
    } <= set(told(report, "faults"))
    assert told(report, "notices") == ["notice-over notices/kahvinkeittaja.md"]


def test_of_a_closed_group_with_an_error_not_even_the_file_is_named(content: Path) -> None:
    change(content / "events" / "varaus-1.md", "room: sali", "room: pikkusali")
    cared = look_after(content, THURSDAY, None)
    report = make_report(cared.edition, images=cared.images, problems=cared.problems)
    assert told(report, "faults") == ["file-faulty events"]
    said = as_text(report, care_words("fi"), "content")
    assert "   content/events\n" in said
    assert "varaus" not in said
    # What shows which picture is not known as long as a file cannot be read.
    assert told(report, "images") == []


def test_a_file_that_may_be_of_a_closed_group_is_not_named_either(content: Path) -> None:
    """Nobody can read it, and its name tells whom it is for."""
    for path, text in {
        "events/suru/surupiiri.md": "---\naccess: closed\nroom: [sali\n---\n",
        "events/suruilta.yaml": "access: closed\n",
        "notices/suruviesti.md": "---\ntitle: Suru\naccess: closed\n---\n",
        "surukahvit.md": "---\npääsy: suljettu\n---\n",
        "events/surupiiri.sv.md": "---\ntitle: Sorg\n---\n",
        "events/arvonta.md": "---\naccess: open\nroom: [sali\n---\n",
    }.items():
        (content / path).parent.mkdir(exist_ok=True)
        (content / path).write_text(text, "utf-8")
    cared = look_after(content, THURSDAY, None)
    report = make_report(cared.edition, problems=cared.problems)
    assert set(told(report, "faults")) == {
        "file-faulty .",
        "file-faulty events",
        "file-faulty events/arvonta.md",
        "file-faulty notices",
    }
    assert "suru" not in as_text(report, care_words("fi"), "content").lower()


def test_without_a_network_file_there_is_a_report(content: Path) -> None:
    (content / "network.yml").unlink()
    cared = look_after(content, THURSDAY, None)
    report = make_report(cared.edition, problems=cared.problems)
    assert told(report, "faults") == ["file-faulty network.yml"]


def test_no_more_findings_are_made_than_are_asked_for_and_all_are_counted() -> None:
    few = make_report(edition_of(NEGLECTED, today=THURSDAY), most=1)
    assert [(each.count, len(each.findings)) for each in few.sections if each.count > 1] == [
        (2, 1),
        (2, 1),
        (2, 1),
    ]
    lines = as_text(few, care_words("fi"), "content").split("\n")
    assert lines.count("Lisäksi 1 muu.") == 3


def test_what_is_not_pressing_is_told_once_for_all_of_its_kind(neglected: Report) -> None:
    (waiting,) = (each for each in neglected.sections if each.topic is Topic.UNREVIEWED)
    report = replace(neglected, urgent=waiting.findings[:1])
    said = as_text(report, care_words("fi"), "content")

    assert "KIIREISINTÄ\n1. Tarkistamattomat käännökset (2). Pyydä kieltä hyvin osaavaa" in said
