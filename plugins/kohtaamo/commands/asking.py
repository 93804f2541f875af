"""Fields asked one by one, each answer read at once as a check would read it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kohtaamo.commands.terminal import Terminal
from kohtaamo.content.schema.field import Field, Record, Type
from kohtaamo.content.schema.forms import CanHostType
from kohtaamo.content.schema.many import ListOf, YesNoMap
from kohtaamo.content.schema.scalars import BLOCK
from kohtaamo.content.source.tree import Mapping as Tree
from kohtaamo.content.source.tree import Node, Scalar
from kohtaamo.content.source.tree import Sequence as List
from kohtaamo.model.network import Network
from kohtaamo.problems.catalogue import Catalogue
from kohtaamo.problems.problem import Problem, Report
from kohtaamo.problems.visible import visible
from kohtaamo.writing.answers import Answer, read_answer, replaced, takes_one_line
from kohtaamo.writing.names import MOST, find, names_for, names_of

_YES_NO = {"kyllä": "yes", "k": "yes", "joo": "yes", "j": "yes", "ja": "yes", "y": "yes", "e": "no"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Asks for the fields of one file; `nodes` holds the answers there are by now, by key."""

    terminal: Terminal
    network: Network
    catalogue: Catalogue
    today: date
    nodes: dict[str, Node] = field(default_factory=dict)

    def field(
        self, record: Record, asked: Field, *, required: bool, sure: bool = True
    ) -> Node | None:
        """The value of a field, None for none; whoever must answer is asked until they do.

        Of several values in one, somebody who is not `sure` is asked first whether they want any.
        """
        words = self.terminal.words
        label = words(f"fields.{record.name}.{asked.key}.label")
        self.terminal.say()
        self.terminal.say(label + ("" if not required else f" ({words('writing.required')})"))
        self.terminal.say(f"  {words(f'fields.{record.name}.{asked.key}.help')}")
        has_parts = not takes_one_line(asked.type) and asked.type is not BLOCK
        if (
            has_parts
            and not sure
            and not self.terminal.agrees(words("writing.any"), by_default=False)
        ):
            return None
        while True:
            node = self._value(record, asked)
            if node is not None or not required:
                return node
            self.terminal.tell("needed")

    def _value(self, record: Record, asked: Field) -> Node | None:
        kind = asked.type
        if isinstance(kind, Record):
            return self._record(kind)
        if isinstance(kind, ListOf) and isinstance(kind.item, Record):
            return self._rows(kind.item)
        if isinstance(kind, YesNoMap):
            return self._facts(kind)
        if kind is BLOCK:
            self.terminal.tell("text_ends")
            text = self.terminal.ask_text()
            return Scalar(text, 1, False) if text else None
        return self._line(record, asked)

    def _line(self, record: Record, asked: Field) -> Node | None:
        """One line, asked again until it can be read; an empty one is no answer."""
        names = names_of(asked, self.nodes, self.network, self.terminal.words)
        self._hint(record, asked, names)
        while True:
            text = self.terminal.ask("> ")
            if not text:
                return None
            answer = read_answer(asked.type, asked.key, self._yes_no(asked.type, text), names)
            if answer.unclear:
                clear = self._clear(asked.type, text, answer, names)
                if clear is None:
                    continue
                answer = read_answer(asked.type, asked.key, clear, names)
            if answer.node is not None:
                return answer.node
            for problem in answer.problems:
                self.terminal.say(f"  {self.sentence(problem)}")

    def _clear(self, kind: Type, text: str, answer: Answer, names: Mapping[str, str]) -> str | None:
        """The same text with an id for each name that was not clear; None to ask again."""
        chosen = {}
        for part, found in answer.unclear:
            one = self._choose(part, found.near[:MOST], names)
            if one is None:
                return None
            chosen[part] = one
        return replaced(kind, text, chosen)

    def _choose(self, part: str, near: Sequence[str], names: Mapping[str, str]) -> str | None:
        """Which of the names was meant by a part of one."""
        terminal = self.terminal
        if not near:
            terminal.tell("unknown", text=visible(part))
            self._all(names)
            return None
        if len(near) == 1:
            name = f"{visible(names[near[0]])} ({near[0]})"
            question = terminal.words("writing.meant_one", text=visible(part), name=name)
            return near[0] if terminal.agrees(f"  {question}", by_default=True) else None
        terminal.tell("meant", text=visible(part))
        few = {each: names[each] for each in near}
        self._all(few)
        return find(terminal.ask("> "), few).exact

    def _hint(self, record: Record, asked: Field, names: Mapping[str, str]) -> None:
        """What may be written: all names where they are few, else an example."""
        words, item = self.terminal.words, asked.type
        is_list = isinstance(item, ListOf)
        kind = item.item if isinstance(item, ListOf) else item
        own = words.texts.get(f"writing.examples.{record.name}.{asked.key}")
        if kind.name == "yes-no":
            self.terminal.tell("yes_or_no_hint")
        elif isinstance(kind, CanHostType) or not names:
            example = own or asked.example.strip('"[]')
            self.terminal.tell("example", example=example)
        elif len(names) <= MOST:
            self._all(names)
            if is_list:
                self.terminal.tell("several")
        else:
            self.terminal.tell("find_several" if is_list else "find_one")

    def _all(self, names: Mapping[str, str]) -> None:
        if 0 < len(names) <= MOST:
            for number, (each, name) in enumerate(names.items(), start=1):
                self.terminal.say(f"    {number}  {visible(name)}  ({each})")

    def _yes_no(self, kind: Type, text: str) -> str:
        return _YES_NO.get(text.lower(), text) if kind.name == "yes-no" else text

    def _record(self, record: Record) -> Node | None:
        """The fields of a mapping; without an answer to a required one there is none."""
        while True:
            entries = []
            for inner in record.fields:
                node = self.field(record, inner, required=False, sure=inner.required)
                if node is None and inner.required:
                    return None
                if node is not None:
                    entries.append((Scalar(inner.key, 1), node))
            if not entries:
                return None
            tree, report = Tree(tuple(entries), 1), Report("")
            record.read(tree, "", report)
            if not report.problems:
                return tree
            for problem in report.problems:
                self.terminal.say(f"  {self.sentence(problem)}")

    def _rows(self, record: Record) -> Node | None:
        """Mappings until somebody has no more of them."""
        rows: list[Node] = []
        words = self.terminal.words
        while True:
            node = self._record(record)
            if node is not None:
                rows.append(node)
            if node is None or not self.terminal.agrees(words("writing.another"), by_default=False):
                break
        return List(tuple(rows), 1) if rows else None

    def _facts(self, kind: YesNoMap) -> Node | None:
        """Yes, no or nothing to each term of a vocabulary."""
        self.terminal.tell("facts")
        return self._mapping(dict(self._each_fact(kind)))

    def _each_fact(self, kind: YesNoMap) -> Iterator[tuple[str, str]]:
        yes, no = (
            self.terminal.words(f"writing.{each}").split() for each in ("yes_words", "no_words")
        )
        for each, name in names_for(kind, self.network, self.terminal.words).items():
            answer = self.terminal.ask(f"    {name}: ").lower()
            if answer in yes or answer in no:
                yield each, "yes" if answer in yes else "no"

    def _mapping(self, facts: dict[str, str]) -> Node | None:
        entries = tuple((Scalar(key, 1), Scalar(value, 1)) for key, value in facts.items())
        return Tree(entries, 1) if entries else None

    def sentence(self, problem: Problem) -> str:
        """What a check would say of an answer, as a sentence of its own."""
        values = {key: value for key, value in problem.values.items() if key != "among"}
        message = self.catalogue.message(Problem(path="", line=1, code=problem.code, values=values))
        return f"{message[:1].upper()}{message[1:]}"
