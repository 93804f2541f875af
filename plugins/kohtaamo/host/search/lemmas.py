"""Base forms by simplemma, remembered: it takes seconds to load, and words seldom change.

What is remembered is JSON, one file a language, kept beside the memories of output folders and
shared by them; a build gives the same whether it is there or not.
"""

import json
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from kohtaamo.host.memory.store import as_json, digest, put_file

# Its name among the memories of output folders.
LEMMAS = "lemmas"
# Of one language: what was not asked for is forgotten beyond it.
MOST_WORDS = 200_000
# Goes up whenever the same word gets other forms.
_RECIPE = "1"
# A part of a compound: shorter ones are found in words that hold none.
_SHORTEST = 4


@dataclass(frozen=True, kw_only=True)
class Lemmas:
    """`folder` is where forms are kept, None for nowhere; nothing that goes wrong there is raised.

    Forms of a word are its base form, and where that is a compound its last part.
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


def _stamp() -> str:
    return f"{_RECIPE} simplemma {version('simplemma')}"


def forms_of(word: str, language: str) -> str:
    """The base form of a word in small letters, and the last part of a compound, if any differ."""
    # Takes its time: whoever knows all words does without.
    from simplemma import lemmatize

    lemma = lemmatize(word, lang=language).lower()
    parts = (lemma, _last_part(lemma, language))
    return " ".join(dict.fromkeys(part for part in parts if part and part != word))


def _last_part(lemma: str, language: str) -> str:
    """The longest base form at the end of a word whose beginning is a word too."""
    from simplemma import is_known, lemmatize

    for at in range(_SHORTEST, len(lemma) - _SHORTEST + 1):
        head, tail = lemma[:at], lemma[at:]
        are_words = is_known(tail, lang=language) and is_known(head, lang=language)
        if are_words and lemmatize(tail, lang=language).lower() == tail:
            return tail
    return ""
