"""File names: their stem, language and ending, and the name they should have had."""

import re

from kohtaamo.content.source.layout import DEVICES, IMAGE_ENDINGS, RESERVED
from kohtaamo.problems.problem import Refused
from kohtaamo.problems.visible import escaped
from kohtaamo.text.characters import describe_character
from kohtaamo.text.languages import EASY_FINNISH, parse_language
from kohtaamo.text.slugs import free_slug

TEXT_ENDINGS = (".md", ".yml")
# Endings that mean one of ours.
_MEANT = {"yaml": ".yml", "yml": ".yml"}
_STACKED = (".txt", ".html", ".bak", ".orig")
_READMES = frozenset({"readme", "lueminut", "lue-minut"})
# What no name on Windows may hold or end with.
_NOT_PORTABLE = re.compile(r'[<>:"\\|?*]|[. ]$')
# Of the name of a folder or a picture: names of the output are a little longer.
_LONGEST = 100
_PLAIN = re.compile(r"([a-z0-9-]+)\.(?:md|yml)")


def split_name(name: str) -> tuple[str, str | None]:
    """Slug and language of `<slug>.md` or `<slug>.<language>.md` (or `.yml`).

    Refused: `wrong-ending` with the right name, `file-name-with-dot` when what stands between
    two dots is no language tag.
    """
    if not name.endswith(TEXT_ENDINGS):
        raise Refused("wrong-ending", value=name, suggestion=right_name(name))
    stem, _, ending = name.rpartition(".")
    slug, dot, tag = stem.rpartition(".")
    if not dot:
        return stem, None
    language = _language(tag)
    if language is None:
        suggestion = f"{free_slug(stem, RESERVED)}.{ending}"
        raise Refused("file-name-with-dot", value=name, tag=tag, suggestion=suggestion)
    return slug, language


def right_name(name: str, ending: str = "") -> str:
    """What a file with a wrong ending should be called: `Äijä kerho.MD` → `aija-kerho.md`.

    Where only `ending` may stand, what is before it has other rules, and is left as it is.
    """
    for stacked in _STACKED:
        inner = name[: -len(stacked)]
        if name.lower().endswith(stacked) and inner.lower().endswith((".md", ".yml", ".yaml")):
            return right_name(inner, ending)
    stem, _, written = name.rpartition(".")
    if not stem:
        stem, written = name.strip("."), ""
    if ending:
        return stem + ending
    slug, _, tag = stem.rpartition(".")
    translated = bool(slug) and _language(tag) is not None
    right = f"{free_slug(slug, RESERVED)}.{tag}" if translated else free_slug(stem, RESERVED)
    return right + _MEANT.get(written.lower(), ".md")


def _language(tag: str) -> str | None:
    """The language that a part of a file's name is a tag of, or None."""
    if tag == EASY_FINNISH:
        return tag
    try:
        return parse_language(tag)
    except Refused:
        return None


def is_image(name: str) -> bool:
    """True for the endings of pictures that may be used, in any case."""
    return name.lower().endswith(IMAGE_ENDINGS)


def is_readme(name: str) -> bool:
    """True for `README.md` and its like, which explain a folder and are no content."""
    return name.lower().partition(".")[0] in _READMES


def plain_slug(name: str) -> str | None:
    """The slug of `<slug>.md`, as nearly all files are called; None when there is more to ask."""
    plain = _PLAIN.fullmatch(name)
    return plain[1] if plain is not None and plain[1] not in _READMES else None


def check_printable(name: str) -> None:
    """Refused: `name-not-utf8`, `name-not-printable` for characters nobody can see or type."""
    if name.isprintable():
        return
    if any("\udc80" <= c <= "\udcff" for c in name):
        raise Refused("name-not-utf8", value=escaped(name))
    unseen = next(c for c in name if not c.isprintable())
    raise Refused("name-not-printable", value=escaped(name), character=describe_character(unseen))


def check_portable(name: str) -> None:
    """Refused: `name-not-portable` for names that not every system can store.

    Texts have slugs for names; folders and pictures may be called nearly anything.
    """
    is_device = name.lower().partition(".")[0].rstrip() in DEVICES
    if is_device or len(name.encode()) > _LONGEST or _NOT_PORTABLE.search(name):
        raise Refused("name-not-portable", value=name)
