"""`kohtaamo review`: what a contribution changes, as Markdown for its pull request."""

import sys
from datetime import date
from pathlib import Path

from kohtaamo.host.clock import today_in_finland
from kohtaamo.host.collector import resting
from kohtaamo.host.faults import ProcessLost
from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.problems.catalogue import load_catalogue
from kohtaamo.problems.problem import Problem, Refused
from kohtaamo.words.load import shipped_words


def run_review(
    base: str, content: str, today: date | None, language: str, whole: str | None = None
) -> int:
    """Print what the content folder and its repository change since they left `base`.

    `whole` is the contribution that `kohtaamo forge lay` laid: what it left out is named too. 0
    when nothing is against merging, 1 with errors, 2 without a folder or where git cannot compare
    with `base`.
    """
    root, day = Path(content), today or today_in_finland()
    catalogue = load_catalogue(language)
    if not root.is_dir():
        print(f"Kansiota {content} ei ole. Anna sisältökansion nimi.", file=sys.stderr)
        return 2
    # The command line shows its help without what reads, builds and compares.
    from kohtaamo.host.reviewing import contribution_since
    from kohtaamo.review.told import review_markdown

    try:
        with resting():
            contribution = contribution_since(root, base, day, whole)
            told = review_markdown(contribution, shipped_words(language), catalogue, day)
    except Refused as refused:
        fault = Problem(path=".", line=1, code=refused.code, values=refused.values)
        sentence = catalogue.message(fault)
        print(f"{sentence[:1].upper()}{sentence[1:]}", file=sys.stderr)
        return 2
    except ForgeFault as fault:
        print(fault, file=sys.stderr)
        return 2
    except ProcessLost:
        print(
            "Koneesta loppui muisti, tai joku keskeytti työn. Aja komento uudelleen.",
            file=sys.stderr,
        )
        return 1
    sys.stdout.write(told.markdown)
    return 0 if told.may_merge else 1
