"""What a proposed file says, and what it changes, in plain words for whoever agrees to it."""

import html
import re
from datetime import date

from kohtaamo.content.load import Loaded
from kohtaamo.content.source.keys import thing_key
from kohtaamo.content.source.layout import THINGS
from kohtaamo.review.news import Part, Teller
from kohtaamo.review.pairs import Pair
from kohtaamo.review.speaker import Speaker
from kohtaamo.review.touched import undated_keys
from kohtaamo.words.words import Words

_BOLD = re.compile(r"\*\*(.*?)\*\*")
# Joins nothing and parts nothing: for forges only.
_UNSEEN = str.maketrans(dict.fromkeys("\u200b\u2068\u2069"))


def told(
    before: Loaded, after: Loaded, path: str, today: date, words: Words
) -> tuple[str, tuple[str, ...]]:
    """One line for the thing, and a line for each of its news; dates of a series in words.

    A file that cannot be read has a line that says so. Of closed groups room and times are told.
    """
    key = thing_key(path)
    folder, _, slug = key.partition("/")
    kind = THINGS[folder]
    old, new = (getattr(side.network, f"{kind}s").get(slug) for side in (before, after))
    pair = Pair(key=key, path=path, kind=kind, old=old, new=new, is_unread=new is None)
    closed = {
        thing_key(each.origin.path)
        for side in (before, after)
        for each in side.network.events.values()
        if each.is_closed
    }
    hidden = frozenset(each.partition("/")[2] for each in closed)
    teller = Teller(
        before=Speaker(words=words, network=before.network, hidden=hidden),
        after=Speaker(words=words, network=after.network, hidden=hidden),
        undated=frozenset(undated_keys((*before.problems, *after.problems))),
        secret=closed,
        today=today,
    )
    news = teller.news(pair)
    head = words(f"review.part.{news.part.value}") if news.part is not Part.BOOKED else ""
    head = ": ".join(filter(None, (head, _plain(news.head))))
    return head, tuple(map(_plain, news.lines))


def _plain(markdown: str) -> str:
    """Our own Markdown as a line for a terminal: nothing in it is escaped or marked."""
    return html.unescape(_BOLD.sub(r"\1", markdown)).translate(_UNSEEN)
