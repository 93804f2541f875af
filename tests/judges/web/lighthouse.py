"""`python -m tests.judges.web.lighthouse COMMAND …`: Lighthouse on the sample's types and states.

It looks as a slow telephone would. Its points for speed are told and not judged: they depend on
what else the machine does.
"""

import sys
from collections.abc import Sequence

from tests.judges.clients.verdict import close
from tests.judges.web.faults import asked, told, unseen
from tests.judges.web.sites import HONEST, networks, spoilt
from tests.judges.web.states import shows
from tests.shown import PREVIEWS

WHO = "Lighthouse"
SPEED = "speed"
# By page: what stands on it, and what is to notice it.
WRONG = {
    "access": ("<p class='pale'>Kahvit</p>", "accessibility: color-contrast"),
    "practice": ("<script src='/nonsense.js'></script>", "best-practices: errors-in-console"),
    "search": ("<meta name='robots' content='noindex'></head>", "seo: is-crawlable"),
}


def main(command: Sequence[str]) -> None:
    """Leave with 0 when nothing is wrong but what is so on purpose."""
    with spoilt({name: fragment for name, (fragment, _) in WRONG.items()}) as site:
        addresses = [f"{site.origin}/{name}.html" for name in (HONEST, *WRONG)]
        faults = [fault for fault in asked(command, addresses) if fault.code != SPEED]
        missed = unseen({name: code for name, (_, code) in WRONG.items()}, faults)
    with networks() as (sample, _):
        # Search engines are not to find what is only for those who work on the site.
        addresses = [
            f"{sample.origin}{page.address}"
            for page in sample.shown
            if page.language == "fi" and page.kind not in PREVIEWS
        ]
        addresses += shows(sample.origin)
        found = asked(command, addresses)
    faults = [fault for fault in found if fault.code != SPEED]
    speed = sorted(int(fault.words) for fault in found if fault.code == SPEED)
    content = (
        f"100 points for accessibility, best practices and search engines on {len(speed)} pages;"
        f" for speed {speed[0]} to {speed[-1]}, half of them at least {speed[len(speed) // 2]}"
    )
    close(WHO, [*missed, *told(faults)], content)


if __name__ == "__main__":
    main(sys.argv[1:])
