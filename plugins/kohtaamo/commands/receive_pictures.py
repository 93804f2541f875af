"""The pictures that came with a mail: named by its file, kept under names that are free."""

from dataclasses import replace
from pathlib import Path

from kohtaamo.commands.proposing import Desk, write_new
from kohtaamo.commands.receive_plan import Plan
from kohtaamo.content.proposed import IMAGES
from kohtaamo.content.source.layout import IMAGE
from kohtaamo.content.source.tree import Mapping
from kohtaamo.problems.problem import Problem
from kohtaamo.problems.visible import visible
from kohtaamo.text.identity_codes import hide_identity_codes
from kohtaamo.writing.edit import File
from kohtaamo.writing.mail.unreceived import UnreceivedError
from kohtaamo.writing.merge import nested
from kohtaamo.writing.picture_names import named, renamed
from kohtaamo.writing.pictures import FaultyPictureError, taken
from kohtaamo.writing.received import Received


def with_pictures(desk: Desk, plan: Plan, received: Received) -> Plan:
    """The plan with the pictures that its file names, and the file with the names they get.

    UnreceivedError: what `taken` says, and `outside` where a link would lead out of the content.
    """
    file = _file(plan)
    try:
        root = file.document(_lines(plan.data)).root if received.attached else None
    except UnreceivedError:
        # What is wrong with the file is said by its check.
        return plan
    if not isinstance(root, Mapping):
        return plan
    said = root if received.keys is None else nested(received.keys)
    folder = _folder(desk)
    try:
        found = taken(
            list(named(said.get("images"))),
            received.attached,
            file.slug,
            [each.slug for each in desk.folder.placed if each.kind == IMAGE]
            + [each.name for each in (folder.iterdir() if folder.is_dir() else ())],
            lambda name: _held(folder / name),
        )
    except FaultyPictureError as error:
        refused = error.refused
        fault = Problem(path="", line=1, code=refused.code, values=refused.values)
        raise UnreceivedError("bad_picture", why=desk.catalogue.message(fault)) from None
    files, images = dict(found.files), root.get("images")
    data = plan.data
    if images is not None and any(name != now for name, now in files.items()):
        data = renamed(file, images, files)
    return replace(plan, data=data, pictures=found.taken, left_out=found.left_out)


def tell_pictures(desk: Desk, plan: Plan) -> None:
    """Say what becomes of each attachment."""
    terminal = desk.terminal
    for each in plan.pictures:
        name, path = _shown(each.sent), f"{desk.beside}/{IMAGES}/{each.file}"
        if each.data:
            terminal.tell("receive.picture", name=name, path=path)
        else:
            terminal.tell("receive.picture_there", name=name, path=path)
    for attached in plan.left_out:
        terminal.tell("receive.left_out", name=_shown(attached.name))


def picture_paths(plan: Plan) -> tuple[str, ...]:
    """Where the new pictures are, below the content folder."""
    return tuple(f"{IMAGES}/{each.file}" for each in plan.pictures if each.data)


def write_pictures(desk: Desk, plan: Plan) -> None:
    """Write the new pictures, all or none; UnreceivedError: `exists` when one is there by now."""
    written: list[Path] = []
    try:
        for each in plan.pictures:
            if each.data:
                file = _folder(desk) / each.file
                write_new(file, each.data)
                written.append(file)
    except OSError as error:
        remove(written)
        if isinstance(error, FileExistsError):
            raise UnreceivedError("exists", path=f"{IMAGES}/{each.file}") from None
        raise


def remove(files: list[Path]) -> None:
    """Take away what was written for nothing."""
    for file in files:
        file.unlink(missing_ok=True)


def _folder(desk: Desk) -> Path:
    root = desk.folder.root.resolve()
    folder = root / IMAGES
    if not folder.resolve().is_relative_to(root):
        raise UnreceivedError("outside", path=IMAGES)
    return folder


def _held(file: Path) -> bytes | None:
    try:
        return None if file.is_symlink() else file.read_bytes()
    except OSError:
        return None


def _file(plan: Plan) -> File:
    stem = plan.path.rpartition("/")[2].rpartition(".")[0]
    slug, _, language = stem.partition(".")
    return File(
        path=plan.path, kind=plan.kind, slug=slug, language=language or None, data=plan.data
    )


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")


def _shown(name: str) -> str:
    return visible(hide_identity_codes(name))
