"""`python -m tests.judges.web.firefox FOLDER`: axe-core in Firefox, light and dark; and errands.

The longest page of each type in each language of two networks, and the states that an address
leads to. The folder is that of the packages, with the scripts of `tests/judges/firefox/`.
"""

import sys
from collections.abc import Mapping, Sequence

from tests.browser.chromium import NOON
from tests.browser.looks import ALL_RULES
from tests.judges.clients.verdict import close
from tests.judges.web.faults import Fault, asked, told, unseen
from tests.judges.web.firefox_keys import run
from tests.judges.web.sites import HONEST, networks, spoilt
from tests.judges.web.states import shows

WHO = "axe in Firefox"
# By the rule that is to notice it, which is also the page's name: what stands on the page.
WRONG = {
    "color-contrast": "<p class='pale'>Kahvit</p>",
    "link-name": "<a href='/kahvit/'></a>",
    "landmark-no-duplicate-main": "<main><p>x</p></main>",
    "heading-order": "<h4>Kahvit</h4>",
    "target-size": "<button class='tiny'>a</button><button class='tiny'>b</button>",
}
DARK = {"dark": "<p class='pale-in-the-dark'>Kahvit</p>"}


def main(folder: str) -> None:
    """Leave with 0 when nothing is wrong but what is so on purpose."""
    look = ["node", f"{folder}/look.mjs"]
    with spoilt({**WRONG, **DARK}) as site:
        pages = [f"{site.origin}/{name}.html" for name in (HONEST, *WRONG, *DARK)]
        expected = {rule: rule for rule in WRONG} | {"dark": "color-contrast"}
        missed = unseen(expected, _faults(look, pages))
    with networks() as sites:
        states = shows(sites[0].origin)
        addresses = [*(address for site in sites for address in site.addresses()), *states]
        faults = _faults(look, addresses, states)
        lost, tabs = run(["node", f"{folder}/hands.mjs"], sites[0].origin)
    content = (
        f"no violation on {len(addresses)} pages, light and dark; {len(tabs)} errands by"
        f" keyboard, with {min(tabs)} to {max(tabs)} steps of the tabulator"
    )
    close(WHO, [*missed, *told(faults), *lost], content)


def _faults(
    command: Sequence[str], addresses: Sequence[str], states: Mapping[str, str] | None = None
) -> list[Fault]:
    question = {
        "addresses": addresses,
        "rules": dict(ALL_RULES),
        "moment": NOON.isoformat(),
        "shows": states or {},
    }
    return asked(command, question)


if __name__ == "__main__":
    main(sys.argv[1])
