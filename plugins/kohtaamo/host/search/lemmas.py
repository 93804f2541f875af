"""Base forms by simplemma, remembered: it takes seconds to load, and words seldom change.

What is remembered is JSON, one file a language, kept beside the memories of output folders and
shared by them; a build gives the same whether it is there or not.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

from kohtaamo.host.memory.store import as_json, digest, put_file
from kohtaamo.host.search import bent

# Its name among the memories of output folders.
LEMMAS = "lemmas"
# Of one language: what was not asked for is forgotten beyond it.
MOST_WORDS = 200_000
# Goes up whenever the same word gets other forms.
_RECIPE = "5"
# Of a part of a compound: shorter ones are found in words that hold none. A word nobody lists is
# likely to be one.
_SHORTEST, _SHORTEST_OF_NEW = 4, 3


@dataclass(frozen=True, kw_only=True)
class Lemmas:
    """`folder` is where forms are kept, None for nowhere; nothing that goes wrong there is raised.

    Forms of a word are its base form, the parts of that where it is a compound, and of each
    a word of every other stem (`host/search/bent.py`).
    """

    folder: Path | None = None
    _known: dict[str, dict[str, str]] = field(default_factory=dict)
    _asked: dict[str, dict[str, str]] = field(default_factory=dict)

    def __call__(self, word: str, language: str) -> str:
        asked = self._asked.setdefault(language, {})
        forms = asked.get(word)
        if forms is None:
            forms = self._of(language).get(word)
            asked[word] = forms = forms_of(word, language) if forms is None else forms
        return forms

    def keep(self) -> None:
        """Keep what was asked for, and what was kept before, for the next build."""
        for language, asked in self._asked.items():
            known = self._of(language)
            if self.folder is None or asked.keys() <= known.keys():
                continue
            every = {**known, **asked}
            words = asked if len(every) > MOST_WORDS else every
            data = as_json([_stamp(), dict(sorted(words.items()))])
            with suppress(OSError):
                put_file(self.folder / f"{language}.json", digest(data).encode() + b"\n" + data)

    def _of(self, language: str) -> dict[str, str]:
        if language not in self._known:
            self._known[language] = self._read(language)
        return self._known[language]

    def _read(self, language: str) -> dict[str, str]:
        if self.folder is not None:
            with suppress(OSError, ValueError, TypeError, RecursionError):
                written = (self.folder / f"{language}.json").read_bytes()
                name, _, data = written.partition(b"\n")
                if name.decode() == digest(data):
                    stamp, words = json.loads(data)
                    if stamp == _stamp():
                        return dict(words)
        return {}


@cache
def _stamp() -> str:
    return f"{_RECIPE} simplemma {version('simplemma')}"


def forms_of(word: str, language: str) -> str:
    """What differs from a word in small letters: its base form and the parts of that; other stems.

    Blanks are between them, and a semicolon before the stems.
    """
    # Takes its time: whoever knows all words does without.
    from simplemma import is_known, lemmatize

    lemma = lemmatize(word, lang=language).lower()
    if is_known(word, lang=language):
        parts = _parts(lemma, language, _SHORTEST)
    else:
        parts = _parts(word, language, _SHORTEST_OF_NEW)
    bases = dict.fromkeys(each for each in (lemma, *parts) if each)
    stems = [each for base in bases for each in _stems(base, language)]
    if language == "fi" and word.endswith("in"):
        # Names like `Levi`, which no list of words has, are stemmed as they stand.
        stems.append(word[:-1])
    others = dict.fromkeys(each for each in stems if each != word and each not in bases)
    return f"{' '.join(each for each in bases if each != word)};{' '.join(others)}".rstrip(";")


def _parts(word: str, language: str, shortest: int) -> tuple[str, ...]:
    """The base forms of two words that are one: the longest that can end it; () for others."""
    from simplemma import is_known, lemmatize

    for at in range(shortest, len(word) - shortest + 1):
        parts = word[:at], word[at:]
        if all(is_known(each, lang=language) for each in parts):
            return tuple(lemmatize(each, lang=language).lower() for each in parts)
    return ()


def _stems(lemma: str, language: str) -> Iterator[str]:
    """Of a base form, a word of each stem of another kind."""
    from simplemma import is_known, lemmatize

    # Any quality is one, whether somebody has listed it or not.
    if language == "fi" and lemma.endswith(("uus", "yys")):
        yield f"{lemma[:-1]}delle"
    # What one does: `neulominen` of `neuloa`.
    if language == "fi" and lemma.endswith(("a", "ä")):
        doing = (f"{lemma[:-1]}minen", f"{lemma[:-2]}{lemma[-1]}minen")
        yield from (each for each in doing if is_known(each, lang=language))
    for form in bent.bent(lemma, language):
        is_other = form[:-3] != lemma and is_known(form, lang=language)
        if is_other and lemmatize(form, lang=language) == lemma:
            yield form
