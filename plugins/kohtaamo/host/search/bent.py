"""Words bend in ways that stemming does not undo: `pöytä` is `pöydälle`, `möte` is `mötet`.

Who searches has stems alone, and those of such forms are other ones than the base form's. So for
each base form a word of every such stem is found too.
"""

from collections.abc import Iterator

# How a last consonant changes within a word; the longest that fits is meant.
_WEAK = {
    "kk": "k",
    "pp": "p",
    "tt": "t",
    "nk": "ng",
    "mp": "mm",
    "nt": "nn",
    "lt": "ll",
    "rt": "rr",
    "ht": "hd",
    "t": "d",
    "p": "v",
    "k": "",
}
_VOWELS = tuple("aeiouyäö")
# Base forms that end in another way than their stems.
_OTHERS = {
    "nen": ("selle",),
    "si": ("delle",),
    "in": ("imelle",),
    "s": ("kselle", "delle"),
    "yö": ("öille", "öitä"),
    "uo": ("oille", "oita"),
    "ie": ("eille", "eitä"),
}


def bent(lemma: str, language: str) -> Iterator[str]:
    """What words of other stems of a base form would be, if they are words at all."""
    if lemma and language == "fi":
        yield from _finnish(lemma)
    elif lemma and language == "sv":
        # Swedish stemming takes `-en` off, and not `-et`.
        yield from (f"{lemma}et", f"{lemma}t")


def _finnish(lemma: str) -> Iterator[str]:
    for stem in dict.fromkeys((lemma, _weakened(lemma))):
        if stem.endswith(_VOWELS):
            for end in ("e", "oi", "öi", "ei", "i"):
                yield f"{stem[:-1]}{end}lle"
            yield f"{stem}lle"
    for ending, others in _OTHERS.items():
        if lemma.endswith(ending):
            for other in others:
                yield f"{lemma.removesuffix(ending)}{other}"
    yield from (f"{lemma}jä", f"{lemma}ja")


def _weakened(lemma: str) -> str:
    """The last consonants before the last vowel in their weak grade; `pöytä` as `pöydä`."""
    body, vowel = lemma[:-1], lemma[-1:]
    strong = next((each for each in _WEAK if body.endswith(each)), "")
    return f"{body.removesuffix(strong)}{_WEAK[strong]}{vowel}" if strong else lemma
