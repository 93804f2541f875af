"""What we say beside what they say, and how a judge closes."""

import sys
from collections import Counter
from collections.abc import Iterable

# Of a file that is wrong throughout, these say enough.
MOST_TOLD = 12


def differences(where: str, we_say: Iterable[str], they_say: Iterable[str]) -> list[str]:
    """One line for each thing that only one side says, as often as it says it."""
    ours, theirs = Counter(we_say), Counter(they_say)
    lines = [
        *(f"{where}: only we say: {line}" for line in sorted((ours - theirs).elements())),
        *(f"{where}: only they say: {line}" for line in sorted((theirs - ours).elements())),
    ]
    more = len(lines) - MOST_TOLD
    return lines if more <= 0 else [*lines[:MOST_TOLD], f"{where}: and {more} more"]


def close(who: str, faults: list[str], content: str) -> None:
    """Say the verdict and leave: 0 for content, 1 with every fault on a line of its own."""
    for fault in faults:
        sys.stdout.write(f"{who}: {fault}\n")
    if faults:
        raise SystemExit(1)
    sys.stdout.write(f"{who}: {content}\n")


def must_notice(what: str, faults: list[str]) -> list[str]:
    """A judge that lets a known fault pass is no judge."""
    return [] if faults else [f"the judge did not notice {what}"]
