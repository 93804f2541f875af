import pytest

from kohtaamo.text.languages import parse_language


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("fi", "fi"),
        ("SV", "sv"),
        ("se", "se"),
        ("no", "no"),
        ("smn", "smn"),
        ("pt-br", "pt-BR"),
        ("ZH-HANT-tw", "zh-Hant-TW"),
        ("sr-latn", "sr-Latn"),
        ("es-419", "es-419"),
        ("fi-simple", "fi-simple"),
        ("de-1996", "de-1996"),
        ("de-DE-u-co-phonebk", "de-DE-u-co-phonebk"),
        ("en-x-kylä".replace("ä", "a"), "en-x-kyla"),
    ],
)
def test_a_well_formed_tag_in_its_usual_case(text, tag):
    assert parse_language(text) == tag


@pytest.mark.parametrize(
    "text", ["", "f", "suomi", "fi_FI", "fi-", "-fi", "fi--FI", "fi-x", "äi", "fi sv", "a" * 70]
)
def test_what_is_no_tag(refusal, text):
    assert refusal(parse_language, text) == ("not-a-language", {"value": text})
