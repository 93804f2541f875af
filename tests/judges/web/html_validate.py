"""`python -m tests.judges.web.html_validate COMMAND …`: html-validate on every page."""

import sys
from collections.abc import Sequence

from tests.judges.clients.verdict import close
from tests.judges.web.faults import Fault, asked, is_of_example, told, unseen
from tests.judges.web.sites import Site, networks, spoilt

WHO = "html-validate"
# By the rule that is to notice it, which is also the page's name: what stands on the page.
WRONG = {
    "aria-label-misuse": "<p aria-label='x'>y</p>",
    "empty-heading": "<h2></h2>",
    "heading-level": "<h4>Kahvit</h4>",
    "input-missing-label": "<input>",
    "no-redundant-role": "<ul role='list'><li>x</li></ul>",
    "text-content": "<button type='button'></button>",
    "wcag/h37": "<img src='/a.png'>",
    "element-permitted-content": "<ul><p>x</p></ul>",
    "no-dup-id": "<p id='a'>x</p><p id='a'>y</p>",
}


def main(command: Sequence[str]) -> None:
    """Leave with 0 when nothing is wrong but what is so on purpose."""
    with spoilt({_name(rule): fragment for rule, fragment in WRONG.items()}) as site:
        missed = unseen({_name(rule): rule for rule in WRONG}, _faults(command, [site]))
    with networks() as sites:
        faults = [each for each in _faults(command, sites) if not is_of_example(each)]
        number = sum(len(site.files) for site in sites)
    close(WHO, [*missed, *told(faults)], f"no fault on {number} pages")


def _name(rule: str) -> str:
    return rule.replace("/", "-")


def _faults(command: Sequence[str], sites: Sequence[Site]) -> list[Fault]:
    files = [{"folder": str(site.folder), "file": file} for site in sites for file in site.files]
    return asked(command, files)


if __name__ == "__main__":
    main(sys.argv[1:])
