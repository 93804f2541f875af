import pytest

from kohtaamo.text.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Äijälä", "aijala"),
        ("ÅLAND", "aland"),
        ("Čáhcesuolu", "cahcesuolu"),
        ("đŋŧ", "dnt"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("plain", "plain"),
    ],
)
def test_case_and_accents_do_not_count(text, folded):
    assert fold(text) == folded
