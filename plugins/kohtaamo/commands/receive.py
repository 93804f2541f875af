"""`kohtaamo receive`: a file or changed keys from a mail, shown in words, checked and written."""

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kohtaamo.commands.proposing import Desk, open_desk, write_new, write_over
from kohtaamo.commands.receive_pictures import (
    picture_paths,
    remove,
    tell_pictures,
    with_pictures,
    write_pictures,
)
from kohtaamo.commands.receive_plan import Plan, plan_of
from kohtaamo.commands.terminal import EndedError
from kohtaamo.content.load import Loaded
from kohtaamo.content.source.private import may_be_closed
from kohtaamo.host.clock import today_in_finland
from kohtaamo.host.collector import resting
from kohtaamo.host.committing import Committer, commit_files, is_repository
from kohtaamo.problems.problem import Problem, has_errors
from kohtaamo.problems.visible import visible
from kohtaamo.text.identity_codes import hide_identity_codes
from kohtaamo.words.words import Words
from kohtaamo.writing.mail.parts import LARGEST
from kohtaamo.writing.mail.unreceived import UnreceivedError
from kohtaamo.writing.received import FaultyKeysError, receive
from kohtaamo.writing.told import told
from kohtaamo.writing.words import writing_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command line says: where the mail is, for which file, and what to do at the end."""

    file: str = "-"
    path: str = ""
    language: str = "fi"
    is_sure: bool = False
    commits: bool = False


def run_receive(content: str, today: date | None, asked: Asked) -> int:
    """Take a mail in: 0 when its file is written, 1 when not, 2 for wrong usage."""
    root, day = Path(content), today or today_in_finland()
    words = writing_words(asked.language)
    if not (root / "network.yml").is_file():
        print(words("writing.no_folder", folder=content), file=sys.stderr)
        return 2
    if asked.file == "-" and sys.stdin.isatty():
        print(words("writing.receive.paste"), file=sys.stderr)
    data = _read(asked.file)
    if data is None:
        print(words("writing.receive.no_file", file=visible(asked.file)), file=sys.stderr)
        return 2
    try:
        with resting():
            desk = open_desk(root, day, asked.language)
            received = receive(data)
            plan = with_pictures(desk, plan_of(desk, received, asked.path), received)
            return _take(desk, plan, asked)
    except UnreceivedError as error:
        _say_why(words, error, asked.language)
        return 1
    except (KeyboardInterrupt, EndedError):
        print(f"\n{words('writing.ended')}")
        return 1


def _read(file: str) -> bytes | None:
    """What arrived, of too much no more than shows that it is."""
    if file == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        with Path(file).open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError:
        return None


def _say_why(words: Words, error: UnreceivedError, language: str) -> None:
    values = {key: visible(hide_identity_codes(text))[:300] for key, text in error.values.items()}
    print(words(f"writing.receive.{error.code}", **values), file=sys.stderr)
    if isinstance(error, FaultyKeysError) and error.problems:
        # Only who sends faulty keys waits for the sentences.
        from kohtaamo.problems.catalogue import load_catalogue

        catalogue = load_catalogue(language)
        for each in error.problems:
            print(f"  {each.line}: {catalogue.message(each)}", file=sys.stderr)


def _take(desk: Desk, plan: Plan, asked: Asked) -> int:
    """Show, check and write; nothing is written that has errors."""
    terminal = desk.terminal
    committer = _committer(desk) if asked.commits else None
    after, problems = _checked(desk, plan)
    where = f"{desk.beside}/{plan.path}"
    _show(desk, plan, after, problems, where)
    if has_errors(problems):
        terminal.tell("not_saved")
        return 1
    if not asked.is_sure and not _agrees(desk, asked):
        terminal.tell("not_saved")
        return 1
    _write(desk, plan)
    terminal.tell("saved", path=where)
    if committer is None:
        paths = [where, *(f"{desk.beside}/{each}" for each in picture_paths(plan))]
        terminal.tell("receive.next", path=where, paths=" ".join(paths))
        return 0
    message = _message(desk, plan, after)
    if not commit_files(desk.folder.root, (plan.path, *picture_paths(plan)), committer, message):
        terminal.tell("receive.not_committed", path=where)
        return 1
    terminal.tell("receive.committed", name=visible(committer.name), message=message)
    return 0


def _show(desk: Desk, plan: Plan, after: Loaded, problems: tuple[Problem, ...], where: str) -> None:
    """What was understood, what becomes of attachments, what changes in words, what is wrong."""
    terminal = desk.terminal
    terminal.tell(f"receive.understood.{plan.action.value}", path=where)
    if plan.is_new:
        terminal.say()
        text = plan.data.decode("utf-8", "replace").rstrip("\n")
        for line in text.split("\n"):
            terminal.say(f"    {visible(hide_identity_codes(line))}".rstrip())
        terminal.say()
    tell_pictures(desk, plan)
    if not has_errors(problems):
        head, lines = told(desk.before, after, plan.path, desk.today, terminal.words)
        terminal.say("\n".join([head, *(f"  {line}" for line in lines)]))
    desk.show_problems(problems)


def _checked(desk: Desk, plan: Plan) -> tuple[Loaded, tuple[Problem, ...]]:
    """The network with the file in it, and what would be wrong.

    UnreceivedError: `opens_group` for a closed group that would be told of: in words it is a room
    that is taken as before; `picture_of_group`: nobody may see what it is about.
    """
    names = [each.file for each in plan.pictures if each.data]
    after, problems = desk.would_be(plan.path, plan.data, names)
    was, is_still = _are_closed(desk, plan, after)
    if was and not is_still and not has_errors(problems):
        raise UnreceivedError("opens_group", path=plan.path)
    if is_still and plan.pictures:
        raise UnreceivedError("picture_of_group")
    return after, problems


def _agrees(desk: Desk, asked: Asked) -> bool:
    """Asked at the terminal also where the mail came through a pipe; without one nobody agrees."""
    question = desk.terminal.words("writing.save")
    if asked.file != "-":
        return desk.terminal.agrees(question, by_default=True)
    try:
        with Path("/dev/tty").open(encoding="utf-8") as keyboard:
            before, sys.stdin = sys.stdin, keyboard
            try:
                return desk.terminal.agrees(question, by_default=True)
            finally:
                sys.stdin = before
    except OSError:
        desk.terminal.tell("receive.say_yes")
        return False


def _committer(desk: Desk) -> Committer:
    """UnreceivedError: `no_repository`, `no_role_address`."""
    identity = desk.before.network.identity
    roles = (identity.contact, identity.coordinator)
    email = next((each.email for each in roles if each is not None and each.email), None)
    if not is_repository(desk.folder.root):
        raise UnreceivedError("no_repository")
    if email is None:
        raise UnreceivedError("no_role_address")
    return Committer(name=identity.name, email=email)


def _write(desk: Desk, plan: Plan) -> None:
    """UnreceivedError: `outside` where links would lead out of the content, `exists`."""
    root, file = desk.folder.root.resolve(), desk.folder.root / plan.path
    above = next(each for each in file.parents if each.exists())
    if not above.resolve().is_relative_to(root) or file.is_symlink():
        raise UnreceivedError("outside", path=plan.path)
    write_pictures(desk, plan)
    try:
        if plan.is_new:
            write_new(file, plan.data)
        else:
            write_over(file, plan.data)
    except OSError as error:
        remove([desk.folder.root / each for each in picture_paths(plan)])
        if isinstance(error, FileExistsError):
            raise UnreceivedError("exists", path=plan.path) from None
        raise


def _message(desk: Desk, plan: Plan, after: Loaded) -> str:
    """What was done, never who asked for it; of a closed group not even its file's name."""
    words = desk.terminal.words
    if any(_are_closed(desk, plan, after)):
        return words("writing.receive.commit.booking")
    return words(f"writing.receive.commit.{plan.action.value}", path=plan.path)


def _are_closed(desk: Desk, plan: Plan, after: Loaded) -> tuple[bool, bool]:
    """Whether the file is that of a closed group, before and after; no file is none.

    One that nobody can read was one when its bytes look like it.
    """
    if plan.kind != "event":
        return False, False
    slug = plan.path.rpartition("/")[2].split(".")[0]
    was, now = (side.network.events.get(slug) for side in (desk.before, after))
    before = was.is_closed if was is not None else _looks_closed(desk, plan)
    return before, now is not None and now.is_closed


def _looks_closed(desk: Desk, plan: Plan) -> bool:
    # Where it is new, or in another language, there is nothing to open.
    try:
        return not plan.is_new and may_be_closed((desk.folder.root / plan.path).read_bytes())
    except OSError:
        return False
