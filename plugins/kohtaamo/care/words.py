"""The words of the report, in the languages of the coordinator: Finnish, Swedish and English."""

from functools import cache
from importlib.resources import files

from kohtaamo.text.languages import broader
from kohtaamo.words.load import SHIPPED, shipped_words, texts_in
from kohtaamo.words.names import language_name
from kohtaamo.words.words import Words

LANGUAGES = SHIPPED


@cache
def care_words(tag: str) -> Words:
    """The words of one of `LANGUAGES`, those of pages among them; no language borrows any.

    A fault in our own file is a fault of the package and raises ValueError.
    """
    file = files("kohtaamo.care").joinpath("messages", f"{tag}.yml")
    return Words(tag=tag, texts={**shipped_words(tag).texts, **texts_in(tag, file)})


def care_language(tag: str) -> str:
    """The language of a report for readers of `tag`: their own, or Finnish."""
    return next((each for each in broader(tag) if each in LANGUAGES), LANGUAGES[0])


def called(words: Words, language: str) -> str:
    """What a language of the network is called in the report; its tag when nobody knows."""
    own = words.texts.get(f"care.language.{language}")
    return own or language_name(words, language) or language
