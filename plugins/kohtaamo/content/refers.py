"""Which other things one thing names, by its fields and by links in its texts."""

import re
from collections.abc import Iterator

from kohtaamo.content.rules.links import linked
from kohtaamo.content.rules.walk import references
from kohtaamo.content.schema.choices import Reference
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.layout import THINGS
from kohtaamo.model.event import Event
from kohtaamo.model.notice import Notice
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.place import Place

_KINDS = {Event: "event", Notice: "notice", Organiser: "organiser", Place: "place"}
_SLUG = re.compile(r"[a-z0-9-]+")
_FOLDERS = {kind: folder for folder, kind in THINGS.items()}


def references_of(thing: Event | Notice | Organiser | Place) -> tuple[str, ...]:
    """The keys (`places/kirjasto`) of all things that it names, there or not, each once.

    What a link leads to says a word of some language: it may be a thing of any kind.
    """
    record = KINDS[_KINDS[type(thing)]]
    named = (
        f"{_FOLDERS[kind.kind]}/{slug}"
        for _, kind, slug in references(record, thing)
        if isinstance(kind, Reference)
    )
    return tuple(dict.fromkeys((*named, *_linked(thing))))


def _linked(thing: Event | Notice | Organiser | Place) -> Iterator[str]:
    for _, link in linked(thing):
        names = () if link.host else link.path.split("/")
        for name in filter(_SLUG.fullmatch, names):
            yield from (f"{folder}/{name}" for folder in _FOLDERS.values())
