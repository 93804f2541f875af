"""`kohtaamo new KIND`: asks for what a file needs, shows it, and writes it when somebody agrees."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kohtaamo.commands.asking import Asker
from kohtaamo.commands.new_file import Made, finish
from kohtaamo.commands.proposing import Desk, open_desk
from kohtaamo.commands.terminal import EndedError
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.tree import Scalar
from kohtaamo.host.clock import today_in_finland
from kohtaamo.host.collector import resting
from kohtaamo.writing.answers import Answer
from kohtaamo.writing.compose import is_closed
from kohtaamo.writing.given import given_answer, put
from kohtaamo.writing.names import names_of
from kohtaamo.writing.questions import CLOSED, DATED, ELSEWHERE, FIRST, GROUPS
from kohtaamo.writing.words import writing_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the command line asks for: a kind, answers to some fields, and how much is asked."""

    kind: str
    given: Sequence[str] = ()
    slug: str = ""
    folder: str = ""
    language: str = "fi"
    is_quiet: bool = False
    # Only what every file has is asked, and nothing is said of what comes after.
    is_brief: bool = False


def run_new(content: str, today: date | None, wanted: Wanted) -> int:
    """Ask for a new file and write it: 0 when it is written, 1 when not, 2 for wrong usage."""
    root, day = Path(content), today or today_in_finland()
    words = writing_words(wanted.language)
    if not (root / "network.yml").is_file():
        print(words("writing.no_folder", folder=content), file=sys.stderr)
        return 2
    try:
        with resting():
            desk = open_desk(root, day, wanted.language)
            asker = _asker(desk)
            wrong = _take_given(asker, wanted)
            if wrong:
                print("\n".join(wrong), file=sys.stderr)
                return 2
            _ask_all(asker, wanted)
            made = Made(kind=wanted.kind, nodes=asker.nodes, is_brief=wanted.is_brief)
            return finish(desk, asker, made, wanted.slug, wanted.folder, is_quiet=wanted.is_quiet)
    except (KeyboardInterrupt, EndedError):
        print(f"\n{words('writing.ended')}")
        return 1


def _asker(desk: Desk) -> Asker:
    return Asker(
        terminal=desk.terminal,
        network=desk.before.network,
        catalogue=desk.catalogue,
        today=desk.today,
    )


def _take_given(asker: Asker, wanted: Wanted) -> list[str]:
    """Put the answers of the command line among the others; a sentence for each that is wrong."""
    words, record, wrong = asker.terminal.words, KINDS[wanted.kind], []
    for each in wanted.given:
        key, sign, text = each.partition("=")
        if not sign:
            wrong.append(words("writing.not_given", text=each))
            continue
        answer = given_answer(
            record,
            key.strip(),
            text.strip(),
            lambda field: names_of(field, asker.nodes, asker.network, words),
        )
        if answer.node is not None:
            put(asker.nodes, key.strip(), answer.node)
        wrong += [f"{key}: {each}" for each in _wrong(asker, answer)]
    return wrong


def _wrong(asker: Asker, answer: Answer) -> Iterator[str]:
    for text, found in answer.unclear:
        if found.near:
            near = ", ".join(found.near)
            yield asker.terminal.words("writing.meant_in_line", text=text, near=near)
        else:
            yield asker.terminal.words("writing.unknown", text=text).strip()
    yield from map(asker.sentence, answer.problems)


def _ask_all(asker: Asker, wanted: Wanted) -> None:
    """Fill in what is missing: first what every file has, then group by group what is wanted."""
    kind, nodes, words = wanted.kind, asker.nodes, asker.terminal.words
    if kind in DATED and not is_closed(nodes):
        nodes.setdefault(DATED[kind], Scalar(asker.today.isoformat(), 1))
    if wanted.is_quiet:
        return
    asker.terminal.tell(f"begin.{kind}")
    asker.terminal.tell("how")
    for key in CLOSED if is_closed(nodes) else FIRST[kind]:
        _ask_first(asker, kind, key)
    if is_closed(nodes) or wanted.is_brief:
        return
    for group in GROUPS[kind]:
        missing = [key for key in group.fields if key not in nodes]
        question = words(f"writing.group.{kind}.{group.name}")
        if not missing:
            continue
        asker.terminal.say()
        if asker.terminal.agrees(question, by_default=False):
            for key in missing:
                _ask(asker, kind, key, required=False, sure=len(missing) == 1)
    _ask_language(asker, wanted.language)


def _ask_language(asker: Asker, language: str) -> None:
    """Whoever is asked in another language than the network's own may have answered in it."""
    if language == asker.network.identity.first_language or "written_in" in asker.nodes:
        return
    asker.terminal.say()
    if asker.terminal.agrees(asker.terminal.words("writing.written_in"), by_default=True):
        asker.nodes["written_in"] = Scalar(language, 1)


def _ask_first(asker: Asker, kind: str, key: str) -> None:
    """One of the first questions, and what depends on its answer."""
    if key == "room" and not _has_rooms(asker):
        return
    _ask(asker, kind, key, required=KINDS[kind].by_key[key].required)
    while kind == "event" and key == "place" and not _is_somewhere(asker):
        asker.terminal.tell("elsewhere")
        for other in ELSEWHERE:
            if not _is_somewhere(asker):
                _ask(asker, kind, other, required=False, sure=False)
        if not _is_somewhere(asker):
            asker.terminal.tell("nowhere")
            _ask(asker, kind, key, required=False)


def _ask(asker: Asker, kind: str, key: str, *, required: bool, sure: bool = True) -> None:
    if key in asker.nodes:
        return
    record = KINDS[kind]
    node = asker.field(record, record.by_key[key], required=required, sure=sure)
    if node is not None:
        asker.nodes[key] = node


def _is_somewhere(asker: Asker) -> bool:
    return any(key in asker.nodes for key in ("place", *ELSEWHERE))


def _has_rooms(asker: Asker) -> bool:
    room = KINDS["event"].by_key["room"]
    return bool(names_of(room, asker.nodes, asker.network, asker.terminal.words))
