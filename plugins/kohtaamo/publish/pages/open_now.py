"""What the script `open-now` says of a place: each sentence, and from which moment on it is true.

The build knows the hours and the words; the script knows the time. `runs` is the contract between
them: `29678280:0 540:1 360:` says sentence 0 from minute 29678280 after the beginning of 1970 (UTC)
on, sentence 1 from 540 minutes later on, and nothing 360 minutes after that. What nothing is said
of is a public holiday that nobody knows of, and all that lies past the last run: a build that has
stopped says nothing wrong.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from kohtaamo.model.place import Place
from kohtaamo.model.translation import said_within
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.wording.open_now import StopName, open_now
from kohtaamo.schedule.open_now import OpenState, StateFrom
from kohtaamo.text.runs import plain
from kohtaamo.words.words import Words

# The module of the theme that shows it.
SCRIPT = "open-now"
# What is said of a state on a day: one of the sentences of `wording/open_now.py`.
Say = Callable[[Words, OpenState, date, StopName], str]
_1970 = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
_NOTHING = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """`is_open` when one may come without an appointment."""

    text: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenNow:
    """`sentences` by the number that `runs` give them; `longest` is plain, to keep its place."""

    runs: str
    sentences: tuple[Sentence, ...]
    longest: str


def open_now_view(
    reader: Reader, place: Place, states: Iterable[StateFrom], say: Say = open_now
) -> OpenNow | None:
    """What is to be said of a place in these states; None when there is nothing."""
    said = tuple(_said(reader, place, states, say))
    sentences = tuple(dict.fromkeys(each for _, each in said if each is not None))
    if not sentences:
        return None
    return OpenNow(
        runs=_encoded(said, sentences),
        sentences=sentences,
        longest=max((plain(each.text) for each in sentences), key=len),
    )


def _said(
    reader: Reader, place: Place, states: Iterable[StateFrom], say: Say
) -> Iterator[tuple[datetime, Sentence | None]]:
    """From which moment on (UTC) which sentence is true, each but once on end."""
    words = reader.words.speaker("open_now.")

    def stop(stop_id: str) -> str:
        found = place.stop(stop_id)
        return reader.quoted(said_within(place, found.name, reader.language)) if found else stop_id

    before: Sentence | None = None
    for moment, day, state in states:
        sentence = None
        if state is not None:
            text = reader.words.quoted(say(words, state, day, stop), words.tag)
            sentence = Sentence(text, bool(state.going_on and state.going_on.is_open))
        if sentence != before:
            yield moment, sentence
        before = sentence


def _encoded(
    said: Sequence[tuple[datetime, Sentence | None]], sentences: Sequence[Sentence]
) -> str:
    runs, before = [], _1970
    for moment, sentence in said:
        number = _NOTHING if sentence is None else sentences.index(sentence)
        runs.append(f"{(moment - before) // _MINUTE}:{number}")
        before = moment
    return " ".join(runs)
