"""`python -m tests.judges.web.pa11y COMMAND …`: pa11y on the longest pages of each type.

In all languages of the sample, and in the first one of the network with every field; and the states
that an address leads to.
"""

import sys
from collections.abc import Sequence

from tests.judges.clients.verdict import close
from tests.judges.web.faults import asked, told, unseen
from tests.judges.web.sites import HONEST, networks, spoilt
from tests.judges.web.states import shows

WHO = "pa11y"
# By page: what stands on it, and a part of the code that is to notice it.
WRONG = {
    "contrast": ("<p class='pale'>Kahvit</p>", "1_4_3.G18"),
    "picture": ("<img src='data:,'>", "1_1_1.H37"),
    "link": ("<a href='/kahvit/'></a>", "4_1_2.H91.A.NoContent"),
    "field": ("<input type='text'>", "1_3_1.F68"),
    "twice": ("<p id='a'>x</p><p id='a'>y</p><a href='#b'>z</a>", "2_4_1.G1,G123,G124.NoSuchID"),
}


def main(command: Sequence[str]) -> None:
    """Leave with 0 when nothing is wrong but what is so on purpose."""
    with spoilt({name: fragment for name, (fragment, _) in WRONG.items()}) as site:
        addresses = [f"{site.origin}/{name}.html" for name in (HONEST, *WRONG)]
        expected = {name: code for name, (_, code) in WRONG.items()}
        missed = unseen(expected, asked(command, {"addresses": addresses, "shows": {}}))
    with networks() as (sample, everything):
        states = shows(sample.origin)
        addresses = [*sample.addresses(), *everything.addresses("fi"), *states]
        faults = asked(command, {"addresses": addresses, "shows": states})
    close(WHO, [*missed, *told(faults)], f"no error on {len(addresses)} pages")


if __name__ == "__main__":
    main(sys.argv[1:])
