"""Links in texts: what they lead to within the portal is there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.portal import Portal
from kohtaamo.content.rules.rule import everything, problem_at
from kohtaamo.model.origin import Origin
from kohtaamo.problems.problem import Problem
from kohtaamo.text.links import WebLink, links_in

LEADS_NOWHERE = frozenset({"link-leads-nowhere", "link-leads-nowhere-near"})
_FIELD = "text"


def check_links(draft: Draft, _today: date) -> Iterator[Problem]:
    """Each link from the site's own root to a page, calendar or feed that is not there.

    Former names lead on, and are as good as present ones; of other sites nothing is known.
    """
    if draft.network.identity.first_language not in draft.words:
        return
    portal = Portal(draft)
    for _kind, _record, item in everything(draft.network):
        for origin, link in linked(item):
            if not link.host and not portal.has(link.path):
                yield _dead(origin, link, portal)


def linked(item: Any) -> Iterator[tuple[Origin, WebLink]]:
    """The links in the text of a thing or page and in its translations, with their files."""
    yield from ((item.origin, link) for link in links_in(getattr(item, _FIELD, None) or ""))
    for each in item.translations.values():
        yield from ((each.origin, link) for link in links_in(each.values.get(_FIELD, "")))


def _dead(origin: Origin, link: WebLink, portal: Portal) -> Problem:
    # The lines of a text below the head are lines of the file.
    row = link.row if origin.path.endswith(".md") else 0
    guess = portal.nearest(link.path)
    if guess:
        found = problem_at(
            origin, _FIELD, "link-leads-nowhere-near", value=link.written, guess=guess
        )
    else:
        found = problem_at(origin, _FIELD, "link-leads-nowhere", value=link.written)
    return replace(found, line=found.line + row)
