import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kohtaamo.text.slugs import check_slug, free_slug, is_slug, slug_from

RESERVED = frozenset({"index", "sivu"})


@pytest.mark.parametrize("text", ["talo", "kylatalo-2", "2-kerho", "a", "a1", "x" * 80])
def test_a_slug(text):
    assert is_slug(text)
    check_slug(text, RESERVED)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Joulujuhla", "joulujuhla"),
        ("äijäkerho", "aijakerho"),
        ("joulu juhla", "joulu-juhla"),
        ("joulu_juhla", "joulu-juhla"),
        ("joulu--juhla", "joulu-juhla"),
        ("-joulu", "joulu"),
        ("joulu-", "joulu"),
        ("Čáhcesuolu & đŋŧ", "cahcesuolu-dnt"),
        ("ﬁlmi", "filmi"),
        ("日本", "uusi-nimi"),
        ("", "uusi-nimi"),
        ("talo\n", "talo"),
        ("1٣", "1"),
    ],
)
def test_what_is_no_slug_gets_one_suggested(refusal, text, suggestion):
    if suggestion == "1":
        suggestion = "nro-1"
    values = {"value": text, "suggestion": suggestion}
    assert refusal(check_slug, text, RESERVED) == ("not-a-slug", values)


def test_a_slug_of_digits_only_could_be_a_year_or_a_page(refusal):
    values = {"value": "2026", "suggestion": "nro-2026"}
    assert refusal(check_slug, "2026", RESERVED) == ("slug-only-digits", values)


def test_a_slug_has_at_most_80_characters_and_is_cut_between_words(refusal):
    text = "kylatalon-" * 8 + "kahvi"
    values = {"value": text, "limit": "80", "suggestion": "kylatalon-" * 7 + "kylatalon"}
    assert refusal(check_slug, text, RESERVED) == ("slug-too-long", values)
    assert slug_from("a" * 100) == "a" * 80


def test_the_portals_own_words_are_taken(refusal):
    assert refusal(check_slug, "sivu", RESERVED) == ("slug-reserved", {"value": "sivu"})


@settings(derandomize=True, deadline=None, database=None)
@given(st.text(max_size=200))
def test_whatever_is_suggested_is_a_slug(text):
    suggestion = slug_from(text)
    assert suggestion == "" or is_slug(suggestion)
    assert slug_from(suggestion) == suggestion


def test_a_proposed_slug_is_none_that_is_reserved(refusal):
    assert free_slug("Sivu", frozenset({"sivu"})) == "sivu-1"
    assert free_slug("Sivut", frozenset({"sivu"})) == "sivut"
    assert free_slug("!", frozenset({"sivu"})) == "uusi-nimi"
    assert refusal(check_slug, "Sivu", RESERVED) == (
        "not-a-slug",
        {"value": "Sivu", "suggestion": "sivu-1"},
    )
