"""The network's own pages: none takes an address of the portal, in any of its languages."""

from collections.abc import Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import problem_at
from kohtaamo.problems.problem import Problem

# Sections whose text is a file of `pages/`, named by its address word in the first language.
_WRITTEN_SECTIONS = ("addresses.about", "addresses.privacy")


def check_pages(draft: Draft, _today: date) -> Iterator[Problem]:
    """Neither a page nor its former name is an address word or the tag of a language in use.

    In a Finnish network with Swedish, `om.md` would lie where the Swedish `tietoa` lies.
    """
    first = draft.words.get(draft.network.identity.first_language)
    own = {first(key) for key in _WRITTEN_SECTIONS} if first else set()
    taken = set(draft.words) | {
        text
        for words in draft.words.values()
        for key, text in words.texts.items()
        if key.startswith("addresses.")
    }
    for page in draft.network.pages.values():
        if page.slug in taken - own:
            yield problem_at(page.origin, "", "slug-reserved", value=page.slug)
        for index, former in enumerate(page.formerly):
            if former in taken:
                at = f"formerly[{index}]"
                yield problem_at(page.origin, at, "formerly-reserved", value=former)
