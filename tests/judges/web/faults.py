"""What judges of pages find, and how a judge that finds nothing shows that it looked."""

import json
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.judges.web.sites import HONEST

# The same fault stands on many pages: these places tell where.
MOST_PLACES = 3
LONGEST = 240
# The page of all components shows heads and menus as examples. There they are `inert`: whoever
# listens finds one of each.
EXAMPLES = "/komponentit/index.html"
ONCE_A_PAGE = (
    "heading-level",
    "unique-landmark",
    "Consider using the “h1” element as a top-level heading only",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """`page` is an address or a path, `code` the judge's own name of the fault."""

    page: str
    code: str
    words: str


def is_of_example(fault: Fault) -> bool:
    """True where a page has something twice, and once for eyes alone."""
    return f"/{fault.page}".endswith(EXAMPLES) and fault.code.startswith(ONCE_A_PAGE)


def told(faults: Iterable[Fault]) -> list[str]:
    """One line for each kind of fault: its code, how often, where, and how it looks."""
    kinds: dict[str, list[Fault]] = defaultdict(list)
    for fault in faults:
        kinds[fault.code].append(fault)
    return [line for code, found in kinds.items() for line in _kind(code, found)]


def _kind(code: str, found: list[Fault]) -> list[str]:
    places = sorted({fault.page for fault in found})
    more = f" and {len(places) - MOST_PLACES} more" if len(places) > MOST_PLACES else ""
    where = ", ".join(places[:MOST_PLACES])
    words = {" ".join(fault.words.split())[:LONGEST] for fault in found}
    return [
        f"{code}: {len(found)} times on {where}{more}",
        *(f"    {each}" for each in sorted(words)[:MOST_PLACES]),
    ]


def unseen(wrong: Mapping[str, str], faults: Sequence[Fault]) -> list[str]:
    """What is wrong on purpose and was not noticed, or noticed where nothing is wrong.

    `wrong` has the code that is to be found, by the name of the page; a page's file or address ends
    in its name. The honest page has to be found honest.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for fault in faults:
        found[fault.page.rpartition("/")[2].partition(".")[0]].add(fault.code)
    lines = [
        f"the judge did not notice {code} on a page that has it, but {sorted(found[name])}"
        for name, code in wrong.items()
        if not any(code in each for each in found[name])
    ]
    if found[HONEST]:
        lines.append(f"the judge finds {sorted(found[HONEST])} on a page without faults")
    return lines


def asked(command: Sequence[str], question: object) -> list[Fault]:
    """What a program says of what it is asked, as JSON on standard input.

    It says each fault as an object on a line; everything else it says ends the judge.
    """
    done = subprocess.run(
        command, input=json.dumps(question), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{command[0]}: exit {done.returncode}: {done.stderr.strip()}")
    return [Fault(**json.loads(line)) for line in done.stdout.splitlines()]
