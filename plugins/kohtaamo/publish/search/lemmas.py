"""Base forms of words: whoever looks for `kahvila` finds `muistikahvilassa`."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain

from kohtaamo.model.translation import Said
from kohtaamo.text.languages import broader

# A function of a word in small letters and a language that gives other forms, blanks between them:
# base forms, a semicolon, and words of other stems.
Forms = Callable[[str, str], str]
# The languages whose words have known base forms.
INFLECTED = ("fi", "sv", "en")
_WORD = re.compile(r"[^\W\d_]{3,}")
# In letters: what is no longer may stand in many records.
_LABEL = 300


def no_forms(word: str, language: str) -> str:
    """For whoever does without."""
    return ""


# Compared by identity: there is one of each word in a language.
@dataclass(frozen=True, slots=True, eq=False)
class _Bent:
    word: str
    base: tuple[str, ...]
    every: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inflection:
    """The forms of whole texts; each word is taken apart once, however many records have it."""

    forms: Forms
    _words: dict[str, dict[str, _Bent]] = field(default_factory=dict)
    _labels: dict[Said, tuple[_Bent, ...]] = field(default_factory=dict)

    def base(self, texts: Iterable[Said]) -> str:
        """The base forms of all words of texts, each once; none that is a word of theirs itself."""
        words = self._once(texts)
        return _others(words, chain.from_iterable([each.base for each in words]))

    def all(self, texts: Iterable[Said]) -> str:
        """Those, and words of other stems."""
        words = self._once(texts)
        return _others(words, chain.from_iterable([each.every for each in words]))

    def _once(self, texts: Iterable[Said]) -> Iterable[_Bent]:
        return dict.fromkeys(chain.from_iterable(map(self._of, texts)))

    def _of(self, text: Said) -> tuple[_Bent, ...]:
        """The words of a text; those of labels are remembered."""
        found = self._labels.get(text)
        if found is None:
            found = tuple(self._bent(text))
            if len(text.text) <= _LABEL:
                self._labels[text] = found
        return found

    def _bent(self, text: Said) -> Iterable[_Bent]:
        language = next((tag for tag in broader(text.language) if tag in INFLECTED), "")
        known = self._words.setdefault(language, {})
        for word in _WORD.findall(text.text.lower()) if language else ():
            found = known.get(word)
            if found is None:
                base, _, others = self.forms(word, language).partition(";")
                first = tuple(base.split())
                known[word] = found = _Bent(word, first, (*first, *others.split()))
            yield found


def _others(words: Iterable[_Bent], forms: Iterable[str]) -> str:
    written = {each.word for each in words}
    return " ".join(form for form in dict.fromkeys(forms) if form not in written)
