import pytest

from kohtaamo.text.booleans import parse_boolean


@pytest.mark.parametrize(
    "text", ["yes", "Yes", "true", "on", "kyllä", "KYLLÄ", "kylla", "joo", "ja"]
)
def test_yes(text):
    assert parse_boolean(text) is True


@pytest.mark.parametrize("text", ["no", "No", "false", "off", "ei", "Ei", "nej", " no "])
def test_no(text):
    assert parse_boolean(text) is False


@pytest.mark.parametrize("text", ["", "ehkä", "1", "0", "x", "ei tiedossa"])
def test_anything_else_is_neither(refusal, text):
    assert refusal(parse_boolean, text) == ("not-yes-or-no", {"value": text})
