"""Every problem has its sentence, in every language, with the facts that it is given."""

import string
from collections.abc import Mapping

import pytest

from kohtaamo.problems.catalogue import LANGUAGES, load_catalogue
from kohtaamo.problems.codes import WARNINGS
from tests.problems.raised_codes import MORE, raised_codes


@pytest.fixture(scope="module")
def raised() -> Mapping[str, set[str]]:
    return raised_codes()


def _facts(sentence: str) -> dict[str, str]:
    """The names in braces, each with its style."""
    return {
        name: style or ""
        for _, name, style, _ in string.Formatter().parse(sentence)
        if name is not None
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_sentence_and_every_sentence_a_code(
    language: str, raised: Mapping[str, set[str]]
) -> None:
    assert sorted(load_catalogue(language).sentences) == sorted(raised)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_name_the_same_facts_in_the_same_style(language: str) -> None:
    finnish = load_catalogue("fi").sentences
    other = load_catalogue(language).sentences
    assert {code: _facts(text) for code, text in other.items()} == {
        code: _facts(text) for code, text in finnish.items()
    }


def test_sentences_name_only_facts_that_are_given(raised: Mapping[str, set[str]]) -> None:
    unknown = {
        code: missing
        for code, text in load_catalogue("fi").sentences.items()
        if MORE not in raised[code] and (missing := set(_facts(text)) - raised[code])
    }
    assert unknown == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_begin_small_and_end(language: str) -> None:
    """They follow `field: `; and they end with a full stop, a question mark, or what to write."""
    for code, text in load_catalogue(language).sentences.items():
        assert text == text.strip(), code
        assert "  " not in text, code
        assert not text[0].isupper(), code


def test_only_codes_that_exist_are_warnings() -> None:
    assert set(load_catalogue("fi").sentences) >= WARNINGS
