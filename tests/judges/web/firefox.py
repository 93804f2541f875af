"""`python -m tests.judges.web.firefox COMMAND …`: axe-core in Firefox, light and dark.

The longest page of each type in each language of two networks.
"""

import sys
from collections.abc import Sequence

from tests.browser.looks import ALL_RULES
from tests.judges.clients.verdict import close
from tests.judges.web.faults import Fault, asked, told, unseen
from tests.judges.web.sites import HONEST, networks, spoilt

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


def main(command: Sequence[str]) -> None:
    """Leave with 0 when nothing is wrong but what is so on purpose."""
    with spoilt({**WRONG, **DARK}) as site:
        pages = [f"{site.origin}/{name}.html" for name in (HONEST, *WRONG, *DARK)]
        expected = {rule: rule for rule in WRONG} | {"dark": "color-contrast"}
        missed = unseen(expected, _faults(command, pages))
    with networks() as sites:
        addresses = [address for site in sites for address in site.addresses()]
        faults = _faults(command, addresses)
    close(WHO, [*missed, *told(faults)], f"no violation on {len(addresses)} pages, light and dark")


def _faults(command: Sequence[str], addresses: Sequence[str]) -> list[Fault]:
    return asked(command, {"addresses": addresses, "rules": dict(ALL_RULES)})


if __name__ == "__main__":
    main(sys.argv[1:])
