"""Pictures that came with a file: which of them it names, and how each is kept.

A picture is told by what is in it, never by its name. It is kept as it would be published, upright
and without anything that the telephone wrote into it, because the repository is public too.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from kohtaamo.content.source.images import is_picture
from kohtaamo.content.source.layout import RESERVED
from kohtaamo.problems.problem import Refused
from kohtaamo.text.identity_codes import find_identity_codes
from kohtaamo.text.slugs import free_slug, slug_from
from kohtaamo.writing.mail.attached import Attached, base_name
from kohtaamo.writing.mail.unreceived import UnreceivedError

# Of one mail; each may take a moment and a good deal of memory.
MOST_PICTURES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """`sent` is the attachment's name, `file` the one below `content/images/`.

    `data` is empty for a picture that is there already, byte for byte.
    """

    sent: str
    file: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """`files` says for each name that the file uses which one it is now."""

    taken: tuple[Picture, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    left_out: tuple[Attached, ...] = ()


def taken(
    named: Iterable[str],
    attached: Sequence[Attached],
    slug: str,
    there: Collection[str],
    held: Callable[[str], bytes | None],
) -> Pictures:
    """The pictures that a file names, out of those attached.

    `slug` names a picture that has no usable name; `there` are the names that are taken, and
    `held` gives the bytes under one. UnreceivedError: `same_name`, `not_a_picture`, `bad_picture`
    with the reason as `refused`, `too_many_pictures`.
    """
    found = {name: _meant(name, attached) for name in dict.fromkeys(named)}
    meant = {name: each for name, each in found.items() if each is not None}
    sent = list(dict.fromkeys(meant.values()))
    if len(sent) > MOST_PICTURES:
        raise UnreceivedError("too_many_pictures", limit=str(MOST_PICTURES))
    used = {each.casefold() for each in there}
    kept: dict[Attached, Picture] = {}
    for each in sent:
        kept[each] = _kept(each, slug, used, held)
        used.add(kept[each].file.casefold())
    return Pictures(
        taken=tuple(kept.values()),
        files=tuple((name, kept[each].file) for name, each in meant.items()),
        left_out=tuple(each for each in attached if each not in kept),
    )


def _meant(name: str, attached: Sequence[Attached]) -> Attached | None:
    """The attachment that is called so, or so but for case, ending and letters of the slug."""
    exact = dict.fromkeys(each for each in attached if each.name == base_name(name))
    near = dict.fromkeys(each for each in attached if _stem(each.name) == _stem(name) != "")
    for found in (exact, near):
        if len(found) > 1:
            raise UnreceivedError("same_name", name=base_name(name))
        if found:
            return next(iter(found))
    return None


def _stem(name: str) -> str:
    stem, dot, ending = base_name(name).rpartition(".")
    return slug_from(stem if dot else ending)


def _kept(
    sent: Attached, slug: str, used: Collection[str], held: Callable[[str], bytes | None]
) -> Picture:
    data = _written_anew(sent)
    stem = _stem(sent.name)
    if not stem or find_identity_codes(stem):
        stem = slug
    stem = free_slug(stem, RESERVED)
    for number in count(1):
        file = f"{stem}.jpg" if number == 1 else f"{stem}-{number}.jpg"
        if file.casefold() not in used:
            return Picture(sent=sent.name, file=file, data=data)
        if held(file) == data:
            return Picture(sent=sent.name, file=file, data=b"")
    raise AssertionError


def _written_anew(sent: Attached) -> bytes:
    # Only mails with pictures need what decodes them.
    from kohtaamo.publish.pictures.encode import kept_anew  # noqa: PLC0415
    from kohtaamo.publish.pictures.plain import plain  # noqa: PLC0415

    if not is_picture(sent.data):
        raise UnreceivedError("not_a_picture", name=sent.name)
    try:
        return kept_anew(plain(sent.name, sent.data))
    except Refused as refused:
        raise FaultyPictureError(refused) from None


class FaultyPictureError(UnreceivedError):
    """A picture that cannot be decoded, or only with too much effort; `refused` says why."""

    def __init__(self, refused: Refused) -> None:
        super().__init__("bad_picture")
        self.refused = refused
