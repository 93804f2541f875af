"""Messages: dates in the reader's language, facts as data on one line."""

import pytest

from kohtaamo.problems.catalogue import Catalogue, load_catalogue
from kohtaamo.problems.problem import Problem


def _message(language: str, code: str, **values: str) -> str:
    problem = Problem(path="events/a.md", line=3, field="start", code=code, values=values)
    return load_catalogue(language).message(problem)


def test_days_and_moments_as_the_language_writes_them() -> None:
    values = {"by": "2026-12-08 09:05", "start": "2026-12-07"}
    assert _message("fi", "deadline-after-start", **values) == (
        "ilmoittautuminen päättyisi ti 8.12.2026 klo 9.05, mutta tapahtuma alkaa jo ma 7.12.2026. "
        "Aikaista päivää."
    )
    assert _message("sv", "deadline-after-start", **values) == (
        "anmälan skulle sluta tis 8.12.2026 kl. 9.05, men evenemanget börjar redan mån 7.12.2026. "
        "Välj en tidigare dag."
    )
    assert _message("en", "deadline-after-start", **values) == (
        "registration would end on Tue 2026-12-08 09:05, but the event starts on Mon 2026-12-07. "
        "Choose an earlier day."
    )


def test_spans_of_days_and_names_of_weekdays() -> None:
    assert _message("fi", "skip-span-without-date", days="2026-12-21/2027-01-06") == (
        "sarjassa ei ole yhtään päivää ajalla ma 21.12.2026 – ke 6.1.2027. Poista tai korjaa väli."
    )
    assert _message(
        "sv", "hours-overlap", weekday="6", first="9:00–12:00", second="11:00–13:00", mode="staffed"
    ) == (
        "öppettiderna överlappar (söndag): 9:00–12:00 och 11:00–13:00, båda staffed. "
        "Slå ihop dem eller rätta den ena."
    )


def test_what_was_read_stays_as_it_was_written() -> None:
    assert _message("fi", "not-a-time", value="2026-12-08") == (
        "”2026-12-08” ei ole kellonaika. Kirjoita näin: 18:00 tai klo 18"
    )
    assert _message("en", "not-a-date", value="{value} %s {0.__class__}") == (
        "“{value} %s {0.__class__}” is not a date. Write it like this: 2026-12-03 or 3.12.2026"
    )


def test_facts_break_no_line_and_turn_no_text_around() -> None:
    hostile = "a\r\nb\tc\u2028d\x1b[31me\u202ef\u200bg\udce4h"
    assert _message("en", "not-a-time", value=hostile) == (
        "“a  b c d\\u001b[31me\\u202ef\\u200bg\\udce4h” is not a time of day. "
        "Write it like this: 18:00"
    )


def test_long_facts_are_cut_and_lists_less_so() -> None:
    assert _message("en", "not-a-time", value="x" * 5000) == (
        f"“{'x' * 99}…” is not a time of day. Write it like this: 18:00"
    )
    names = ", ".join(f"nimi-{number}" for number in range(300))
    message = _message("en", "unknown-key", key="nim", allowed=names)
    assert message == (f"there is no field “nim”. Here you can use: {names[:599].rstrip()}…")


def test_an_unknown_code_is_our_own_fault() -> None:
    with pytest.raises(KeyError, match="no-such-code"):
        _message("fi", "no-such-code")


@pytest.mark.parametrize(
    ("language", "counts", "summary"),
    [
        ("fi", (1, 0, 0), "Tarkistin kansion content (1 tiedosto): ei virheitä, ei huomioita."),
        ("fi", (62, 1, 1), "Tarkistin kansion content (62 tiedostoa): 1 virhe, 1 huomio."),
        ("sv", (62, 2, 3), "Jag granskade mappen content (62 filer): 2 fel, 3 anmärkningar."),
        ("en", (0, 2, 1), "Checked the folder content (0 files): 2 errors, 1 warning."),
    ],
)
def test_the_last_line(language: str, counts: tuple[int, int, int], summary: str) -> None:
    assert load_catalogue(language).summary(*counts, "content") == summary


def test_warnings_are_marked_by_a_word() -> None:
    problem = Problem(path="a.md", line=1, code="all-skipped")
    words = [_marked(load_catalogue(tag), problem) for tag in ("fi", "sv", "en")]
    assert words == ["huomio", "observera", "warning"]


def _marked(catalogue: Catalogue, problem: Problem) -> str:
    return catalogue.marked(problem).partition(":")[0]


def test_there_is_no_catalogue_in_other_languages() -> None:
    with pytest.raises(ValueError, match="no messages in 'de'"):
        load_catalogue("de")
