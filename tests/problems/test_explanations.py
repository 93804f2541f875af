"""Every message is explained, in every language, in the order in which messages stand."""

import re

import pytest

from kohtaamo.commands.guides import message_file
from kohtaamo.problems.catalogue import LANGUAGES, load_catalogue
from kohtaamo.problems.codes import WARNINGS
from kohtaamo.problems.explanations import MessageGuide, Piece, guide_markdown, message_guide
from kohtaamo.words.load import shipped_words
from tests.conftest import ROOT

GUIDES = {language: message_guide(load_catalogue(language)) for language in LANGUAGES}


def _codes(guide: MessageGuide) -> list[str]:
    return [each.code for subject in guide.subjects for each in subject.messages]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_explanation(language: str) -> None:
    """Its place is that of its sentence; a code that is new in the catalogue is missed here."""
    assert _codes(GUIDES[language]) == list(load_catalogue(language).sentences)


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_have_the_same_subjects(language: str) -> None:
    assert [
        (each.key, [one.code for one in each.messages]) for each in GUIDES[language].subjects
    ] == [(each.key, [one.code for one in each.messages]) for each in GUIDES["fi"].subjects]


@pytest.mark.parametrize("language", LANGUAGES)
def test_explanations_are_whole_sentences_that_say_more_than_the_message(language: str) -> None:
    for subject in GUIDES[language].subjects:
        assert subject.title[0].isupper(), subject.key
        for each in subject.messages:
            assert each.meaning == each.meaning.strip(), each.code
            assert each.meaning[0].isupper() or not each.meaning[0].isalpha(), each.code
            assert re.search(r"[.?!”\"\]}:]$", each.meaning), each.code
            assert "  " not in each.meaning, each.code
            said = "".join(piece.text for piece in each.sentence)
            assert each.meaning not in said, each.code
            assert each.is_warning == (each.code in WARNINGS)


def test_facts_are_said_in_words() -> None:
    (clash,) = (
        each
        for subject in GUIDES["fi"].subjects
        for each in subject.messages
        if each.code == "place-closed"
    )
    assert clash.sentence == (
        Piece("paikka ”"),
        Piece("paikka", is_fact=True),
        Piece("” on kiinni "),
        Piece("päivä", is_fact=True),
        Piece(" ("),
        Piece("tiedosto ja rivi", is_fact=True),
        Piece("). Varmista, että ovi on auki, tai korjaa päivä tai aukiolo."),
    )


def test_markdown_has_an_anchor_for_each_code() -> None:
    text = guide_markdown(GUIDES["en"], "Messages")

    assert re.findall(r"^### (.*)$", text, re.MULTILINE) == _codes(GUIDES["en"])
    assert text.startswith("# Messages\n\nWhen content is checked")
    # What Markdown would take for its own is escaped.
    assert "\nError: the mark “\\<\\<” cannot be used. Write the fields out.\n" in text
    assert "\nWarning: the place “*place*” is closed on *day* (*file and line*). Make sure" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_written_guides_are_up_to_date(language: str) -> None:
    written = (ROOT / message_file(language)).read_text("utf-8")
    title = shipped_words(language)("reference.messages.title")

    assert written == guide_markdown(GUIDES[language], title), "run `inv reference`"
