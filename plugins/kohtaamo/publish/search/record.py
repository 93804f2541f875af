"""One thing that a search finds, in one language."""

from dataclasses import dataclass

from kohtaamo.model.translation import Said

# Towns first, then places and what comes soon, what comes later, and all the rest.
LAST, LATER, SOON, FIRST = range(1, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """One date: when it is over (`publish/search/over.py`), and in words.

    `state` is said first: `PERUTTU`.
    """

    over: int
    words: str
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A thing in the language `tag`; `language` is the HTML `lang` of the index that it is in.

    `address` is the page's within the site, `kind` says in a word what it is. `when` stays true for
    this week, whatever day somebody looks; `dates` are the next dates, from Monday of this week on,
    and `over` is when none is left, both empty for what has no end. `texts` are plain and may be
    shown. Found and never shown are `called`, other words for the thing itself, `also`, all that it
    has to do with, and `akin`, other words for that. Every text says its language. Of two whose
    names both have what somebody looks for, the one of the higher `rank` comes first.
    """

    address: str
    language: str
    tag: str
    kind: str
    title: Said
    rank: int = LAST
    texts: tuple[Said, ...] = ()
    called: tuple[Said, ...] = ()
    also: tuple[Said, ...] = ()
    akin: tuple[Said, ...] = ()
    where: tuple[Said, ...] = ()
    when: str = ""
    dates: tuple[Coming, ...] = ()
    over: int = 0
    state: str = ""
