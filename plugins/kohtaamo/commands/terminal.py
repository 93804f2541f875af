"""Whoever sits at the terminal: lines asked from them, and lines said to them."""

import sys
from dataclasses import dataclass

from kohtaamo.problems.visible import visible
from kohtaamo.words.words import Words


class EndedError(Exception):
    """Nobody answers any more: the input has ended."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Asks on standard output and reads standard input, a terminal or a pipe.

    `words` say what is asked. With a pipe the answers are printed too, so that what was said can
    be read afterwards.
    """

    words: Words

    def say(self, line: str = "") -> None:
        """Print one line."""
        print(line)

    def tell(self, key: str, **values: object) -> None:
        """Print a text of the words."""
        self.say(self.words(f"writing.{key}", **values))

    def ask(self, prompt: str) -> str:
        """One line, without blanks around it. EndedError at the end of the input."""
        if sys.stdin.isatty():
            try:
                return input(prompt).strip()
            except EOFError:
                raise EndedError from None
        print(prompt, end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            print()
            raise EndedError
        print(visible(line.rstrip("\r\n")))
        return line.strip()

    def ask_text(self) -> str:
        """Lines until one that holds only a full stop, or the end of the input."""
        lines: list[str] = []
        while True:
            try:
                line = self.ask("  ") if not sys.stdin.isatty() else input("  ")
            except (EndedError, EOFError):
                break
            if line.strip() == ".":
                break
            lines.append(line.rstrip())
        return "\n".join(lines).strip("\n")

    def agrees(self, question: str, *, by_default: bool) -> bool:
        """Whether somebody says yes; an empty line is the default."""
        choice = "yes_first" if by_default else "no_first"
        prompt = f"{question} {self.words(f'writing.{choice}')} "
        yes, no = (self.words(f"writing.{each}").split() for each in ("yes_words", "no_words"))
        while True:
            answer = self.ask(prompt).lower()
            if not answer:
                return by_default
            if answer in yes or answer in no:
                return answer in yes
            self.tell("yes_or_no")
