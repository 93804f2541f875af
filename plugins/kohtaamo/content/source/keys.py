"""One key for all files that tell of one thing, wherever they lie in its folder."""

from collections.abc import Iterable

from kohtaamo.content.source.layout import FIXED, IMAGE, THINGS


def thing_key(path: str) -> str:
    """The key of a path below the content folder: folder of the kind, and slug.

    `events/harju/kerho.sv.md` and `events/kerho.md` are both `events/kerho`; `network.sv.yml` is
    `network`, `vocabularies/topics.yml` is `vocabularies/topics`. Pictures are told apart by their
    whole path. Nothing is checked: the path may be one that lay here years ago.
    """
    folder, _, inside = path.partition("/")
    if FIXED.get(folder) == IMAGE:
        return path
    above, _, name = path.rpartition("/")
    stem = name.partition(".")[0]
    if folder in THINGS and inside:
        return f"{folder}/{stem}"
    return f"{above}/{stem}" if above else stem


def names_of(path: str, formerly: Iterable[str]) -> tuple[str, ...]:
    """The keys under which a thing is and was to be found: its own, and those of former slugs."""
    folder = path.partition("/")[0]
    return (thing_key(path), *(f"{folder}/{slug}" for slug in formerly))


def translated_into(path: str) -> str | None:
    """The language tag of a path below the content folder that is a thing's translation.

    `events/harju/kerho.sv.md` is `sv`; None for originals and all else. Nothing is checked.
    """
    folder, _, inside = path.partition("/")
    if folder not in THINGS:
        return None
    _, *tags = inside.rpartition("/")[2].split(".")
    return tags[0] if len(tags) == 2 else None
