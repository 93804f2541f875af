"""Base forms of words: whoever looks for `kahvila` finds `muistikahvilassa`."""

import re
from collections.abc import Callable, Iterable

from kohtaamo.model.translation import Said
from kohtaamo.text.languages import broader

# A function of a word in small letters and a language that gives other forms, blanks between them:
# base forms, a semicolon, and words of other stems.
Forms = Callable[[str, str], str]
# The languages whose words have known base forms.
INFLECTED = ("fi", "sv", "en")
_WORD = re.compile(r"[^\W\d_]{3,}")


def no_forms(word: str, language: str) -> str:
    """For whoever does without."""
    return ""


def base_forms(texts: Iterable[Said], forms: Forms) -> str:
    """The base forms of all words of texts that are no words of theirs themselves, each once."""
    return _forms(texts, lambda word, language: forms(word, language).partition(";")[0])


def all_forms(texts: Iterable[Said], forms: Forms) -> str:
    """Those, and words of other stems."""
    return _forms(texts, lambda word, language: forms(word, language).replace(";", " "))


def _forms(texts: Iterable[Said], forms: Forms) -> str:
    words = dict.fromkeys(_words(texts))
    written = {word for word, _ in words}
    found = dict.fromkeys(
        form
        for word, language in words
        for form in forms(word, language).split()
        if form not in written
    )
    return " ".join(found)


def _words(texts: Iterable[Said]) -> Iterable[tuple[str, str]]:
    for text in texts:
        language = next((tag for tag in broader(text.language) if tag in INFLECTED), "")
        if language:
            for word in _WORD.findall(text.text.lower()):
                yield word, language
