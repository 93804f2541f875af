"""What subscribers would lose without a word: identities, and dates that leave a series."""

from collections.abc import Iterable, Iterator

from kohtaamo.content.source.keys import thing_key
from kohtaamo.problems.problem import Problem
from kohtaamo.review.markdown import plain
from kohtaamo.review.news import News
from kohtaamo.review.speaker import Speaker
from kohtaamo.review.when import days_words

# What nobody is told of before it is gone.
_VANISHING = frozenset(
    {
        "dates-vanish",
        "event-vanishes",
        "notice-vanishes",
        "organiser-vanishes",
        "past-event-vanishes",
        "place-vanishes",
        "renamed-without-formerly",
        "term-vanishes",
    }
)


def count_lost(lost: Iterable[Problem]) -> int:
    """How many of these problems are about something that vanishes."""
    return sum(each.code in _VANISHING for each in lost)


def dropped_lines(speaker: Speaker, news: Iterable[News], lost: Iterable[Problem]) -> Iterator[str]:
    """A line for each series that has fewer coming dates than before; none where `lost` has it."""
    words = speaker.words
    named = {thing_key(each.path) for each in lost if each.code == "dates-vanish"}
    for each in news:
        if each.dropped and each.pair.new and thing_key(each.pair.new.origin.path) not in named:
            title = plain(getattr(each.pair.new, "title", ""))
            message = words.several(
                "review.dropped", len(each.dropped), days=days_words(speaker, each.dropped)
            )
            where = plain(each.pair.path)
            yield words("review.finding.titled", title=title, where=where, message=message)
