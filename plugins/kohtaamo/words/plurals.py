"""Forms of words for numbers: a language may have more than one and many (CLDR plural rules)."""

from babel import Locale

# What a words file may say beside `one` and `many`; CLDR's `other` is `many` here.
FURTHER = ("zero", "two", "few")


def form_for(locale: str, count: int) -> str:
    """The form that a whole number takes: `one`, `few` … `many`."""
    form = str(Locale.parse(locale).plural_form(count))
    return "many" if form == "other" else form


def further_forms(locale: Locale) -> tuple[str, ...]:
    """The forms of a language beside `one` and `many`."""
    return tuple(form for form in FURTHER if form in locale.plural_form.tags)
