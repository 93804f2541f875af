"""Answers → the file, and where it belongs."""

from collections import Counter
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.layout import RESERVED, THINGS
from kohtaamo.content.source.tree import Mapping as Tree
from kohtaamo.content.source.tree import Node, Scalar, Sequence
from kohtaamo.model.network import Network
from kohtaamo.text.slugs import LONGEST, check_slug, free_slug
from kohtaamo.writing.yaml_text import entry_lines

FOLDERS = {kind: folder for folder, kind in THINGS.items()}
_TITLES = {"event": "title", "notice": "title", "place": "name", "organiser": "name"}
_BOOKING = "varaus"


def file_text(kind: str, nodes: Mapping[str, Node]) -> str:
    """A whole Markdown file: fields in the schema's order, and the text below them."""
    lines = ["---"]
    for field in KINDS[kind].fields:
        if field.key in nodes and field.key != "text":
            lines += entry_lines(field.key, nodes[field.key])
    lines.append("---")
    text = nodes.get("text")
    if isinstance(text, Scalar):
        lines.append(text.text.strip("\n"))
    return "\n".join(lines) + "\n"


def is_closed(nodes: Mapping[str, Node]) -> bool:
    """True for a closed group, of which nothing but place, room and times is written."""
    access = nodes.get("access")
    return isinstance(access, Scalar) and access.text == "closed"


def title_of(kind: str, nodes: Mapping[str, Node]) -> str:
    """What the file's slug is made from; of a closed group nothing that tells of it."""
    if is_closed(nodes):
        return f"{_BOOKING} 1"
    title = nodes.get(_TITLES[kind])
    return title.text if isinstance(title, Scalar) else ""


def new_slug(title: str, reserved: frozenset[str], taken: frozenset[str]) -> str:
    """A slug for a title that is neither reserved nor `taken`: `kahvit`, then `kahvit-2`."""
    slug = free_slug(title, reserved | RESERVED)
    stem, number = slug, 2
    if slug.startswith(f"{_BOOKING}-") and slug[len(_BOOKING) + 1 :].isdecimal():
        stem = _BOOKING
    while slug in taken:
        ending = f"-{number}"
        slug = stem[: LONGEST - len(ending)].rstrip("-") + ending
        number += 1
    return slug


def check_new_slug(slug: str, reserved: frozenset[str]) -> None:
    """Refused: what `check_slug` says of a name that no file may have."""
    check_slug(slug, reserved | RESERVED)


def municipality_of(kind: str, nodes: Mapping[str, Node], network: Network) -> str:
    """The municipality that a new file belongs to; "" where nothing tells."""
    for key in ("municipality", "municipalities"):
        if first := _first(nodes.get(key)):
            return first
    place = network.places.get(_first(nodes.get("place")))
    if place is not None:
        return place.municipality
    location = nodes.get("location")
    if isinstance(location, Tree) and (town := _first(location.get("municipality"))):
        return town
    organiser = network.organisers.get(_first(nodes.get("organisers")))
    return organiser.municipalities[0] if kind == "event" and organiser else ""


def path_of(kind: str, slug: str, municipality: str, network: Network) -> str:
    """Where the file goes: with the others of its municipality, as this network lays them.

    A network whose files of the kind all lie in one flat folder keeps it flat.
    """
    root = FOLDERS[kind]
    things: Mapping[str, Any] = getattr(network, f"{kind}s")
    folders = {each: str(PurePosixPath(one.origin.path).parent) for each, one in things.items()}
    near = Counter(
        folders[each] for each, one in things.items() if municipality in _towns(one, network)
    )
    if near:
        return f"{near.most_common(1)[0][0]}/{slug}.md"
    is_flat = bool(folders) and set(folders.values()) == {root}
    return (
        f"{root}/{slug}.md" if is_flat or not municipality else f"{root}/{municipality}/{slug}.md"
    )


def _towns(thing: Any, network: Network) -> frozenset[str]:
    """The municipality of a place or an event; of others only one that is their only one."""
    if hasattr(thing, "municipality"):
        return frozenset({thing.municipality})
    if hasattr(thing, "municipalities"):
        return frozenset(thing.municipalities if len(thing.municipalities) == 1 else ())
    place = network.places.get(thing.place or "")
    if place is not None:
        return frozenset({place.municipality})
    location = thing.location
    return frozenset({location.municipality} if location and location.municipality else ())


def _first(node: Node | None) -> str:
    if isinstance(node, Sequence) and node.items:
        node = node.items[0]
    return node.text if isinstance(node, Scalar) else ""
