import pytest

from kohtaamo.text.suggestions import nearest

ALLOWED = ("name", "title", "municipality", "holiday_hours", "summary", "start")
ALIASES = {"nimi": "name", "otsikko": "title", "kunta": "municipality", "alkaa": "start"}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("nimi", "name"),
        ("Nimi", "name"),
        ("otsiko", "title"),
        ("naem", "name"),
        ("titel", "title"),
        ("Title", "title"),
        ("muncipality", "municipality"),
        ("holiday-hours", "holiday_hours"),
        ("holiday hours", "holiday_hours"),
        ("sumary", "summary"),
        ("stärt", "start"),
        ("xyzzy", None),
        ("", None),
        ("a" * 60_000, None),
    ],
)
def test_what_was_probably_meant(word, meant):
    assert nearest(word, ALLOWED, ALIASES) == meant


def test_words_that_begin_or_end_otherwise_are_near_too():
    assert nearest("ummary", ALLOWED) == "summary"
    assert nearest("kylayhdistys ry", ("martat", "kylayhdistys")) == "kylayhdistys"
    assert nearest("kylä", ("kylayhdistys",)) is None


def test_without_words_there_is_nothing_to_suggest():
    assert nearest("nimi", ()) is None
