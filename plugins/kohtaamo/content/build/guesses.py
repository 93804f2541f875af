"""References that are no ids: which of the network's own was meant, once all are known."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kohtaamo.content.source.layout import THINGS
from kohtaamo.problems.problem import Problem
from kohtaamo.text.suggestions import nearest

# No more of a file are shown, and each is compared with every id of the network.
MOST_GUESSES = 100

_FOLDERS = {kind: folder for folder, kind in THINGS.items()}


def with_guesses(
    problems: Iterable[Problem], known: Mapping[str, Iterable[str]]
) -> Iterator[Problem]:
    """The same problems; a refused reference names the nearest of the ids that it is `among`.

    `known` holds the ids by kind of file and by vocabulary. Without one that is near, the text
    is called no id (`not-a-slug`), as it was.
    """
    guessed: Counter[str] = Counter()
    for problem in problems:
        among = problem.values.get("among")
        if among is None:
            yield problem
            continue
        facts = {key: fact for key, fact in problem.values.items() if key != "among"}
        guessed[problem.path] += 1
        few = guessed[problem.path] <= MOST_GUESSES
        guess = nearest(facts["value"], known.get(among, ())) if few else None
        if guess is None:
            yield replace(problem, values=facts)
        elif among in _FOLDERS:
            values = {"value": facts["value"], "folder": _FOLDERS[among], "guess": guess}
            yield replace(problem, code="unknown-reference-near", values=values)
        else:
            values = {"value": facts["value"], "vocabulary": among, "guess": guess}
            yield replace(problem, code="unknown-term-near", values=values)
