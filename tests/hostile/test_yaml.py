"""YAML that does more than say what it says is refused on its line."""

import pytest

from kohtaamo.problems.catalogue import LANGUAGES, load_catalogue
from kohtaamo.problems.formats import as_github, as_json, as_text

from .reading import Attack, attacks, ids
from .saying import built

CATALOGUES = [load_catalogue(language) for language in LANGUAGES]
ATTACKS = attacks("yaml")


@pytest.mark.parametrize("attack", ATTACKS, ids=ids(ATTACKS))
def test_it_is_refused_where_it_stands(attack: Attack) -> None:
    data = attack.text.encode("utf-8", "surrogatepass")
    problems = built("page", data).problems

    assert attack.expected in {each.code for each in problems}
    assert all(1 <= each.line <= attack.text.count("\n") + 1 for each in problems)
    for catalogue in CATALOGUES:
        for form in (as_text, as_github, as_json):
            said = form(problems, catalogue, "content")
            assert said.replace("\n", "").isprintable()
            assert len(said) < 200_000


@pytest.mark.parametrize("attack", ATTACKS, ids=ids(ATTACKS))
def test_above_a_text_it_is_refused_too(attack: Attack) -> None:
    """A line further down; where it holds a fence, the head ends there, and the rest is text."""
    problems = built("page", f"---\n{attack.text}\n---\nTeksti\n".encode(), "md").problems

    assert problems or "\n---\n" in attack.text
