"""The preview's own page of all messages: its page of faults leads to what each of them means."""

from kohtaamo.commands.fault_page import rendered
from kohtaamo.problems.catalogue import LANGUAGES, load_catalogue
from kohtaamo.problems.explanations import message_guide
from kohtaamo.words.load import shipped_words


def message_page(language: str) -> str | None:
    """HTML in a language that has messages; None for any other."""
    if language not in LANGUAGES:
        return None
    return rendered(
        "messages.html",
        lang=language,
        title=shipped_words(language)("reference.messages.title"),
        guide=message_guide(load_catalogue(language)),
    )
