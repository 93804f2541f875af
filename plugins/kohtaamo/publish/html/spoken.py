"""Runs of text in another language become `lang` (WCAG 2.2, 3.1.2), and `dir` where it turns.

The last step of a page. Templates and sentences only mark runs (`kohtaamo.text.runs`). Here, where
it is known what stands in an attribute and what in a text, a run becomes a `span`, or the `lang` of
the element that holds nothing else. An attribute can hold no element: its own element says the
language, and what the element then holds in the page's language says so again.

A page has thousands of tags and few runs: only what stands around a run is looked at.
"""

import re
from collections.abc import Iterator
from functools import cache

from kohtaamo.publish.html.marked import TAG, VOID, marked
from kohtaamo.text.languages import direction_of
from kohtaamo.text.runs import START

_LANG = ' lang="'
# The language of an element that does not say its direction itself. A label has none: what its
# element holds keeps the page's.
_SAID = re.compile(r' lang="([^"]*)"(?! dir=)(?![^<>]*\saria-label=)')
_ROOT = re.compile(r'<html lang="([^"]*)" dir="([^"]*)"')


def spoken(html: str) -> str:
    """A page of which every run says its language; a page without runs stays as it is."""
    return "".join(_parts(html)) if START in html else html


def turned(html: str) -> str:
    """A page on which texts of the other direction than its own say so.

    Its own language has the direction that `<html>` says.
    """
    root = _ROOT.search(html)
    if root is None:
        return html
    lang, direction = root[1], root[2]

    def said(match: re.Match[str]) -> str:
        turns = match[1] != lang and direction_of(match[1]) != direction
        return f'{match[0]} dir="{direction_of(match[1])}"' if turns else match[0]

    return _SAID.sub(said, html)


def _parts(html: str) -> Iterator[str]:
    """The page, piece by piece: as it was up to the next run, then what stands around the run."""
    languages, at = _Languages(html), 0
    while (mark := html.find(START, at)) >= 0:
        begin, end = _around(html, mark)
        yield html[at:begin]
        yield marked(html[begin:end], languages.at(begin))
        at = end
    yield html[at:]


def _around(html: str, mark: int) -> tuple[int, int]:
    """What has to be looked at because of a run: a text, or an element from its first tag on.

    The element, when the run stands in one of its attributes or is all that it holds.
    """
    opens, closes = html.rfind("<", 0, mark), html.rfind(">", 0, mark)
    if opens > closes:
        return opens, _end_of(html, opens)
    following = html.find("<", mark)
    tag = TAG.match(html, opens)
    if tag is not None and not tag[1] and html.startswith(f"</{tag[2]}>", following):
        return opens, following + len(tag[2]) + 3
    return closes + 1, following


def _end_of(html: str, begin: int) -> int:
    """Where the element ends whose first tag begins here."""
    tag = TAG.match(html, begin)
    if tag is None:
        return html.find(">", begin) + 1
    name, at = tag[2], tag.end()
    if name in VOID or tag[3].endswith("/"):
        return at
    inside = 1
    for other in _tags_named(name).finditer(html, at):
        inside += -1 if other[1] else 1
        if inside == 0:
            return other.end()
    return len(html)


@cache
def _tags_named(name: str) -> re.Pattern[str]:
    """A pure function of the names that HTML has."""
    return re.compile(rf"<(/?){name}\b[^>]*>")


class _Languages:
    """The language that elements around a place of the page say; asked from first to last."""

    __slots__ = ("_html", "_next", "_open")

    def __init__(self, html: str) -> None:
        self._html = html
        self._next = html.find(_LANG)
        self._open: list[tuple[int, str]] = [(len(html), "")]

    def at(self, place: int) -> str:
        """The language of the innermost element around a place."""
        while 0 <= self._next < place:
            begin = self._html.rfind("<", 0, self._next)
            value = self._next + len(_LANG)
            lang = self._html[value : self._html.find('"', value)]
            if begin < place:
                end = _end_of(self._html, begin)
                if end > place:
                    self._open.append((end, lang))
            self._next = self._html.find(_LANG, self._next + 1)
        while self._open[-1][0] <= place:
            self._open.pop()
        return self._open[-1][1]
