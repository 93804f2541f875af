"""What languages are called in another language."""

from functools import cache

from babel import Locale

from kohtaamo.words.words import Words


def language_name(words: Words, tag: str) -> str:
    """A language's name as the language of `words` has it; "" when CLDR knows none."""
    return _language_name(words.locale, tag)


@cache
def _language_name(locale: str, tag: str) -> str:
    """A pure function; there are as many pairs as languages that somebody speaks in the network."""
    names = Locale.parse(locale).languages
    return names.get(tag.replace("-", "_")) or names.get(tag.partition("-")[0]) or ""
