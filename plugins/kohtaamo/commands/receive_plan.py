"""What arrived and the folder it is for → the bytes of one file and its place."""

from dataclasses import dataclass

from kohtaamo.commands.proposing import Desk
from kohtaamo.content.proposed import placed as place_of
from kohtaamo.content.source.files import SourceFile
from kohtaamo.content.source.front_matter import split_head
from kohtaamo.content.source.placing import Placed
from kohtaamo.content.source.read import read_bytes
from kohtaamo.content.source.tree import Mapping, Node
from kohtaamo.content.source.yaml_events import parse_yaml
from kohtaamo.host.older import deleted_before
from kohtaamo.problems.problem import Problem, Refused, Report
from kohtaamo.text.suggestions import nearest
from kohtaamo.writing.compose import (
    FOLDERS,
    check_new_slug,
    municipality_of,
    new_slug,
    path_of,
    title_of,
)
from kohtaamo.writing.edit import File, edited
from kohtaamo.writing.mail.attached import Attached
from kohtaamo.writing.mail.envelope import Action, Envelope, read_envelope
from kohtaamo.writing.mail.unreceived import UnreceivedError
from kohtaamo.writing.merge import cancelling, nested
from kohtaamo.writing.pictures import Picture
from kohtaamo.writing.received import Received, kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`data` are the file's bytes as they would be at `path`, below the content folder.

    `pictures` would come with it, `left_out` is what was attached and is no picture of it.
    """

    action: Action
    kind: str
    path: str
    data: bytes
    is_new: bool
    pictures: tuple[Picture, ...] = ()
    left_out: tuple[Attached, ...] = ()


def plan_of(desk: Desk, received: Received, path: str = "") -> Plan:
    """What would be written. `path` says what a file is for that does not say it itself.

    UnreceivedError: `exists`, `missing`, `unplaced`, `file_to_cancel`, `bad_name`, `was_deleted`,
    `not_an_event` and those of the envelope, of cancelling and of editing.
    """
    envelope = received.envelope or _said(desk, path) or _guessed(desk, received.file)
    placed = _placed(desk, envelope.path)
    there = _there(desk, envelope.kind, placed.slug, placed.language)
    if envelope.action is Action.NEW:
        if there is not None:
            raise UnreceivedError("exists", path=there.path)
        return _new(desk, envelope, received.file, placed.slug, placed.language)
    if there is None:
        raise _missing(desk, envelope, placed.slug)
    data = received.file.encode() if received.file else _edited(envelope, received, there)
    return Plan(
        action=envelope.action, kind=envelope.kind, path=there.path, data=data, is_new=False
    )


def _placed(desk: Desk, path: str) -> Placed:
    """UnreceivedError: `bad_name` for names that no file or folder of the content may have."""
    try:
        return place_of(path)
    except Refused as refused:
        raise _bad_name(desk, refused) from None


def _bad_name(desk: Desk, refused: Refused) -> UnreceivedError:
    fault = Problem(path="", line=1, code=refused.code, values=refused.values)
    return UnreceivedError("bad_name", why=desk.catalogue.message(fault))


def _said(desk: Desk, path: str) -> Envelope | None:
    """The envelope that the command line gives."""
    if not path:
        return None
    envelope = read_envelope(f"kohtaamo: new {path.removeprefix(f'{desk.beside}/')}")
    if envelope is None:
        raise UnreceivedError("bad_path", path=path)
    placed = _placed(desk, envelope.path)
    if _there(desk, envelope.kind, placed.slug, placed.language) is None:
        return envelope
    return Envelope(action=Action.CHANGE, path=envelope.path, kind=envelope.kind)


def _guessed(desk: Desk, file: str) -> Envelope:
    """A new file of the only kind that has such keys, named by its title."""
    kind = kind_of(file)
    title = title_of(kind, _keys(file)) if kind else ""
    if not title:
        raise UnreceivedError("unplaced")
    slug = new_slug(title, desk.folder.reserved.get(kind, frozenset()), frozenset())
    return Envelope(action=Action.NEW, path=f"{FOLDERS[kind]}/{slug}.md", kind=kind)


def _there(desk: Desk, kind: str, slug: str, language: str | None) -> SourceFile | None:
    """The file that is meant, wherever below its kind's folder it lies."""
    return next(
        (
            each
            for each in desk.folder.placed
            if (each.kind, each.slug, each.language) == (kind, slug, language)
        ),
        None,
    )


def _new(desk: Desk, envelope: Envelope, file: str, slug: str, language: str | None) -> Plan:
    """A new file in the folder that was said, or where such files of its municipality lie."""
    path, network = envelope.path, desk.before.network
    if language is not None:
        original = _there(desk, envelope.kind, slug, None)
        if original is not None:
            path = f"{original.path.rpartition('/')[0]}/{path.rpartition('/')[2]}"
    else:
        _check_name(desk, envelope.kind, slug)
        if path.count("/") == 1:
            town = municipality_of(envelope.kind, _keys(file), network)
            path = path_of(envelope.kind, slug, town, network).removesuffix(".md")
            path += "." + envelope.path.rpartition(".")[2]
    return Plan(action=Action.NEW, kind=envelope.kind, path=path, data=file.encode(), is_new=True)


def _check_name(desk: Desk, kind: str, slug: str) -> None:
    try:
        check_new_slug(slug, desk.folder.reserved.get(kind, frozenset()))
    except Refused as refused:
        raise _bad_name(desk, refused) from None
    if deleted_before(desk.folder.root, "HEAD", {f"{FOLDERS[kind]}/{slug}"}):
        raise UnreceivedError("was_deleted", slug=slug)


def _missing(desk: Desk, envelope: Envelope, slug: str) -> UnreceivedError:
    known = {each.slug: each.path for each in desk.folder.placed if each.kind == envelope.kind}
    guess = nearest(slug, known)
    if guess is None:
        return UnreceivedError("missing", path=envelope.path)
    return UnreceivedError("missing_near", path=envelope.path, guess=known[guess])


def _edited(envelope: Envelope, received: Received, there: SourceFile) -> bytes:
    """The bytes of the file with the changed keys in it."""
    try:
        data = read_bytes(there)
    except Refused:
        raise UnreceivedError("cannot_edit", path=there.path) from None
    file = File(
        path=there.path, kind=there.kind, slug=there.slug, language=there.language, data=data
    )
    keys = nested(received.keys or Mapping((), 1))
    if envelope.action is Action.CANCEL:
        if envelope.kind != "event":
            raise UnreceivedError("not_an_event")
        root = file.document(data.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n"))
        is_series = isinstance(root.root, Mapping) and root.root.get("repeat") is not None
        keys = cancelling(keys, is_series=is_series)
    if not keys.entries:
        raise UnreceivedError("empty")
    return edited(file, keys)


def _keys(file: str) -> dict[str, Node]:
    """The keys of a file's head, as far as they can be read."""
    report = Report("")
    parts = split_head(file, report)
    tree = parse_yaml(parts.head, 1, report) if parts else None
    return {key.text: node for key, node in tree.entries} if isinstance(tree, Mapping) else {}
