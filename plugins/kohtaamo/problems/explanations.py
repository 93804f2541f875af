"""What each message means and how to mend it: the guide of messages, by subject."""

import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kohtaamo.problems.codes import WARNINGS
from kohtaamo.problems.facts import OPTIONAL_STYLES

if TYPE_CHECKING:
    # Pages are named without a sentence being read.
    from kohtaamo.problems.catalogue import Catalogue

# A date and a weekday are called so, whichever of a problem's facts they are.
_NAMED_BY_STYLE = frozenset({"when", "weekday", *OPTIONAL_STYLES})


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence; `is_fact` where a problem's own value stands, here in a word for it."""

    text: str
    is_fact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One code: the shape of its sentence, and what the sentence has no room for."""

    code: str
    is_warning: bool
    sentence: tuple[Piece, ...]
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Messages about one thing, in the order of the catalogue."""

    key: str
    title: str
    messages: tuple[Explained, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageGuide:
    """Every message of a language; `error` and `warning` are the words for the two kinds."""

    intro: str
    error: str
    warning: str
    subjects: tuple[Subject, ...]


def message_guide(catalogue: "Catalogue") -> MessageGuide:
    """The guide in the catalogue's language.

    KeyError for a code without a sentence, and for a value that no word stands for.
    """
    from kohtaamo.problems.catalogue import load_tree  # noqa: PLC0415

    tree = load_tree("explanations", catalogue.language)
    subjects = (
        Subject(
            key=key,
            title=subject["title"],
            messages=tuple(_explained(subject["codes"], catalogue, tree["facts"])),
        )
        for key, subject in tree["subjects"].items()
    )
    return MessageGuide(
        intro=tree["intro"],
        error=tree["error"],
        warning=catalogue.warning,
        subjects=tuple(subjects),
    )


def guide_markdown(guide: MessageGuide, title: str) -> str:
    """The same as one file under a title; each message has its code as heading and anchor."""
    parts = [f"# {title}", guide.intro]
    for subject in guide.subjects:
        parts.append(f"## {subject.title}")
        for message in subject.messages:
            kind = guide.warning if message.is_warning else guide.error
            sentence = "".join(map(_marked, message.sentence))
            parts += (f"### {message.code}", f"{kind.capitalize()}: {sentence}", message.meaning)
    return "\n\n".join(parts) + "\n"


def _explained(
    meanings: Mapping[str, str], catalogue: "Catalogue", facts: Mapping[str, str]
) -> Iterator[Explained]:
    for code, meaning in meanings.items():
        yield Explained(
            code=code,
            is_warning=code in WARNINGS,
            sentence=tuple(_pieces(catalogue.sentences[code], facts)),
            meaning=meaning,
        )


def _pieces(sentence: str, facts: Mapping[str, str]) -> Iterator[Piece]:
    for text, name, style, _ in string.Formatter().parse(sentence):
        if text:
            yield Piece(text)
        if style in OPTIONAL_STYLES:
            yield Piece(" ")
        if name is not None:
            yield Piece(facts[style if style in _NAMED_BY_STYLE else name], is_fact=True)


def _marked(piece: Piece) -> str:
    """A fact in italics; everything else as it stands, whatever Markdown would make of it."""
    text = piece.text
    for character in "\\`*_[]<>#":
        text = text.replace(character, f"\\{character}")
    return f"*{text}*" if piece.is_fact else text
