"""Languages whose readers read another one too, and which way they run."""

import pytest

from kohtaamo.text.languages import broader, direction_of, html_tag, is_easy


@pytest.mark.parametrize(
    ("tag", "all_of_them"),
    [
        ("fi", ("fi",)),
        ("selko", ("selko", "fi")),
        ("sv-simple", ("sv-simple", "sv")),
        ("zh-Hant-TW", ("zh-Hant-TW", "zh-Hant", "zh")),
        ("en-a-bbb", ("en-a-bbb", "en")),
        ("en-XA", ("en-XA",)),
    ],
)
def test_broader_languages(tag: str, all_of_them: tuple[str, ...]) -> None:
    assert broader(tag) == all_of_them


def test_easy_languages() -> None:
    assert html_tag("selko") == "fi-simple"
    assert [is_easy(tag) for tag in ("selko", "sv-simple", "fi", "simple")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        *(("ar", "rtl"), ("fa-IR", "rtl"), ("he", "rtl"), ("ur", "rtl"), ("ckb", "rtl")),
        *(("fi", "ltr"), ("selko", "ltr"), ("az-Arab", "rtl"), ("ar-Latn", "ltr"), ("pa", "ltr")),
        *(("ar-XB", "rtl"), ("en-XA", "ltr")),
    ],
)
def test_directions(tag: str, direction: str) -> None:
    assert direction_of(tag) == direction
