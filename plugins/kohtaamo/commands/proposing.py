"""What `new` and `receive` share: the network with the file in it, and writing the file."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kohtaamo.addresses import reserved_slugs
from kohtaamo.commands.terminal import Terminal
from kohtaamo.content.load import Loaded
from kohtaamo.content.proposed import Folder, as_it_is, as_it_would_be, fresh_problems, read_folder
from kohtaamo.problems.catalogue import Catalogue, load_catalogue
from kohtaamo.problems.formats import FORMATS
from kohtaamo.problems.problem import Problem, has_errors
from kohtaamo.writing.words import writing_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A content folder that was read, and whoever sits before it."""

    folder: Folder
    before: Loaded
    today: date
    terminal: Terminal
    catalogue: Catalogue

    @property
    def beside(self) -> str:
        """The content folder as seen from the working folder."""
        try:
            return Path(os.path.relpath(self.folder.root)).as_posix()
        except ValueError:
            # On another drive of Windows no path leads there from here.
            return self.folder.root.resolve().as_posix()

    def would_be(
        self, path: str, data: bytes, pictures: Iterable[str] = ()
    ) -> tuple[Loaded, tuple[Problem, ...]]:
        """The network with `data` at `path`, and what would be wrong because of it."""
        after = as_it_would_be(self.folder, path, data, self.today, pictures)
        return after, fresh_problems(self.before, after, path)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say them as a check does, with what they are first."""
        if not problems:
            self.terminal.tell("no_problems")
            return
        if has_errors(problems):
            self.terminal.tell("faulty")
        self.terminal.say(FORMATS["text"](problems, self.catalogue, self.beside))


def open_desk(root: Path, today: date, language: str) -> Desk:
    """Read the content folder once."""
    folder = read_folder(root, reserved_slugs())
    return Desk(
        folder=folder,
        before=as_it_is(folder, today),
        today=today,
        terminal=Terminal(writing_words(language)),
        catalogue=load_catalogue(language),
    )


def write_new(file: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all. FileExistsError when it is there."""
    made = [folder for folder in (file.parent, *file.parent.parents) if not folder.exists()]
    file.parent.mkdir(parents=True, exist_ok=True)
    waiting = file.with_name(f".{file.name}.{os.getpid()}~")
    try:
        waiting.write_bytes(data)
        # A link, unlike a renaming, never takes the place of another file.
        try:
            os.link(waiting, file)
        except (OSError, NotImplementedError) as error:
            if isinstance(error, FileExistsError):
                raise
            with file.open("xb") as opened:
                opened.write(data)
    except OSError:
        for folder in made:
            with suppress(OSError):
                waiting.unlink(missing_ok=True)
                folder.rmdir()
        raise
    finally:
        waiting.unlink(missing_ok=True)


def write_over(file: Path, data: bytes) -> None:
    """Put other bytes into a file that is there, whole or not at all."""
    waiting = file.with_name(f".{file.name}.{os.getpid()}~")
    try:
        waiting.write_bytes(data)
        waiting.replace(file)
    finally:
        waiting.unlink(missing_ok=True)
