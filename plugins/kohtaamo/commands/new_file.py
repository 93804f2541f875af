"""The end of `kohtaamo new`: a name for the file, a look at all of it, and writing it."""

import re
from dataclasses import dataclass
from pathlib import Path

from kohtaamo.commands.asking import Asker
from kohtaamo.commands.proposing import Desk, write_new
from kohtaamo.content.proposed import placed
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.keys import thing_key
from kohtaamo.content.source.tree import Node
from kohtaamo.host.older import deleted_before
from kohtaamo.problems.problem import Problem, Refused, Severity, has_errors
from kohtaamo.text.slugs import is_slug
from kohtaamo.writing.compose import (
    FOLDERS,
    check_new_slug,
    file_text,
    municipality_of,
    new_slug,
    path_of,
    title_of,
)
from kohtaamo.writing.told import told

_FIRST_KEY = re.compile(r"[a-z_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The answers to all questions."""

    kind: str
    nodes: dict[str, Node]
    is_brief: bool = False


def finish(desk: Desk, asker: Asker, made: Made, slug: str, folder: str, *, is_quiet: bool) -> int:
    """Name, show, check and write the file; 0 when it is written, else 1 with nothing written."""
    path = _path(desk, made, slug, folder, is_quiet=is_quiet)
    if path is None:
        return 1
    while True:
        text = file_text(made.kind, made.nodes)
        problems = _show(desk, path, text)
        errors = [each for each in problems if each.severity is Severity.ERROR]
        if not errors:
            break
        if is_quiet or not _mend(desk, asker, made, errors):
            return _draft(desk, made, path, text, is_quiet=is_quiet)
    words = desk.terminal.words
    if not is_quiet and not desk.terminal.agrees(words("writing.save"), by_default=True):
        desk.terminal.tell("not_saved")
        return 1
    file = desk.folder.root / path
    try:
        write_new(file, text.encode())
    except FileExistsError:
        desk.terminal.tell("exists", path=f"{desk.beside}/{path}")
        return 1
    desk.terminal.tell("saved", path=f"{desk.beside}/{path}")
    if not made.is_brief:
        desk.terminal.tell("next", path=f"{desk.beside}/{path}")
    return 0


def _path(desk: Desk, made: Made, slug: str, folder: str, *, is_quiet: bool) -> str | None:
    """Where the file goes; a name that somebody gives is asked for until it can be one."""
    words, network = desk.terminal.words, desk.before.network
    reserved = desk.folder.reserved.get(made.kind, frozenset())
    top = FOLDERS[made.kind]
    taken = frozenset(each.slug for each in desk.folder.placed if each.kind == made.kind)
    offered = _unused(desk, made, reserved, taken)
    while True:
        wanted = slug or offered
        if not slug and not is_quiet:
            desk.terminal.say()
            desk.terminal.tell("file_name")
            wanted = desk.terminal.ask(f"[{offered}] > ") or offered
        reason = _against(desk, top, wanted, reserved, taken)
        if not reason:
            break
        desk.terminal.say(f"  {reason}")
        if slug or is_quiet:
            return None
    if folder:
        path = f"{top}/{folder.strip('/')}/{wanted}.md"
        if all(map(is_slug, folder.strip("/").split("/"))) and _may_be(path):
            return path
        desk.terminal.tell("no_such_folder", folder=folder)
        return None
    path = path_of(made.kind, wanted, municipality_of(made.kind, made.nodes, network), network)
    desk.terminal.say(words("writing.place", path=f"{desk.beside}/{path}"))
    return path


def _may_be(path: str) -> bool:
    """True for a path that a file of the content may have."""
    try:
        placed(path)
    except Refused:
        return False
    return True


def _unused(desk: Desk, made: Made, reserved: frozenset[str], taken: frozenset[str]) -> str:
    """A slug from the title that nothing has, nor ever had."""
    used = taken
    while True:
        slug = new_slug(title_of(made.kind, made.nodes), reserved, used)
        if not _was_deleted(desk, f"{FOLDERS[made.kind]}/{slug}"):
            return slug
        used |= {slug}


def _against(
    desk: Desk, top: str, slug: str, reserved: frozenset[str], taken: frozenset[str]
) -> str:
    """Why a file cannot be called this, "" when it can."""
    try:
        check_new_slug(slug, reserved)
    except Refused as refused:
        fault = Problem(path="", line=1, code=refused.code, values=refused.values)
        return desk.catalogue.message(fault)
    if slug in taken:
        return desk.terminal.words("writing.taken", slug=slug)
    if _was_deleted(desk, f"{top}/{slug}"):
        return desk.terminal.words("writing.was_deleted", slug=slug)
    return ""


def _was_deleted(desk: Desk, key: str) -> bool:
    """True when git remembers a thing of this name: calendars would take the new one for it."""
    return bool(deleted_before(desk.folder.root, "HEAD", {thing_key(key)}))


def _show(desk: Desk, path: str, text: str) -> tuple[Problem, ...]:
    """The file, what it says in words, and what is wrong with it."""
    terminal = desk.terminal
    after, problems = desk.would_be(path, text.encode())
    terminal.say()
    terminal.tell("shown")
    terminal.say()
    terminal.say("\n".join(f"    {line}".rstrip() for line in text.rstrip("\n").split("\n")))
    terminal.say()
    if not has_errors(problems):
        head, lines = told(desk.before, after, path, desk.today, terminal.words)
        terminal.say("\n".join([head, *(f"  {line}" for line in lines)]))
    desk.show_problems(problems)
    return problems


def _mend(desk: Desk, asker: Asker, made: Made, errors: list[Problem]) -> bool:
    """Ask again for the fields that are at fault; False when nobody wants to."""
    terminal, record = desk.terminal, KINDS[made.kind]
    keys = dict.fromkeys(found[0] for each in errors if (found := _FIRST_KEY.match(each.field)))
    wrong = [record.by_key[key] for key in keys if key in record.by_key]
    if not wrong or not terminal.agrees(terminal.words("writing.mend"), by_default=True):
        return False
    for field in wrong:
        made.nodes.pop(field.key, None)
        node = asker.field(record, field, required=field.required)
        if node is not None:
            made.nodes[field.key] = node
    return True


def _draft(desk: Desk, made: Made, path: str, text: str, *, is_quiet: bool) -> int:
    """Keep a faulty file beside the content, where nothing is published from; always 1."""
    terminal = desk.terminal
    draft = Path(f"luonnos-{path.rpartition('/')[2]}")
    question = terminal.words("writing.draft", path=draft)
    if is_quiet or not terminal.agrees(question, by_default=False):
        terminal.tell("not_saved")
        return 1
    try:
        write_new(draft, f"kohtaamo: new {path}\n{text}".encode())
    except FileExistsError:
        terminal.tell("exists", path=draft)
        return 1
    terminal.tell("draft_saved", path=draft)
    return 1
