import pytest

from kohtaamo.text.identity_codes import find_identity_codes, hide_identity_codes


@pytest.mark.parametrize("sign", list("-YXWVU") + list("+") + list("ABCDEF"))
def test_a_code_with_the_sign_of_any_century(sign):
    code = f"131052{sign}308T"
    assert find_identity_codes(f"Ilmoittaudu ({code}).") == (code,)


def test_every_code_is_found_as_written():
    text = "131052-308T, 131052a308t\n131052–308T;010101-123N 131052-308T"
    assert find_identity_codes(text) == (
        "131052-308T",
        "131052a308t",
        "131052–308T",
        "010101-123N",
        "131052-308T",
    )


@pytest.mark.parametrize(
    "text",
    [
        "131052-308U",
        "311152-308T",
        "131052-308",
        "a131052-308T",
        "131052-308Tx",
        "1131052-308T",
        "131052-308Tä",
        "131052G308T",
        "131052 308T",
        "040-1234567",
        "1234567-1",
        "",
    ],
)
def test_other_numbers_are_left_alone(text):
    assert find_identity_codes(text) == ()


def test_hidden_codes_leave_the_rest_as_it_was():
    assert hide_identity_codes("ilta-131052-308t.md") == "ilta-***********.md"
    assert hide_identity_codes("ilta-131052-308s.md") == "ilta-131052-308s.md"
