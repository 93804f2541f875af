"""Words that say in which language they are: for HTML (WCAG 2.2, 3.1.2)."""

import re
from dataclasses import replace

from kohtaamo.text.runs import run
from kohtaamo.words.keys import is_read
from kohtaamo.words.words import Words

_VALUE = re.compile(r"\{[^{}]*\}")


def with_languages(words: Words) -> Words:
    """The same words, in which every borrowed text is a run of the language that lends it.

    The values that such a text is filled with stay in the language of `words`: a Finnish sentence
    on a Sámi page names a day in Sámi.
    """
    texts = dict(words.texts)
    for key, lang in words.borrowed.items():
        if is_read(key):
            own = _VALUE.sub(lambda value: run(words.html, value[0]), texts[key])
            texts[key] = run(lang, own)
    return replace(words, texts=texts, says_languages=True)
