"""The network's own pages: no page takes the address of another one in another language."""

from collections.abc import Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import problem_at
from kohtaamo.problems.problem import Problem
from kohtaamo.words.load import words_of

# Sections whose text is a file of `pages/`, named by its address word in the first language.
_WRITTEN_SECTIONS = ("about", "privacy")


def check_pages(draft: Draft, _today: date) -> Iterator[Problem]:
    """In a Finnish network with Swedish, `om.md` would lie where the Swedish `tietoa` lies."""
    identity = draft.network.identity
    taken = {
        words(f"addresses.{section}")
        for tag, words in words_of(identity.languages).items()
        for section in _WRITTEN_SECTIONS
        if tag != identity.first_language
    }
    own = words_of((identity.first_language,))
    taken -= {words(f"addresses.{section}") for words in own.values() for section in _WRITTEN_SECTIONS}
    for page in draft.network.pages.values():
        if page.slug in taken:
            yield problem_at(page.origin, "", "slug-reserved", value=page.slug)
