"""Which other things one thing names."""

from kohtaamo.content.rules.walk import references
from kohtaamo.content.schema.choices import Reference
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.layout import THINGS
from kohtaamo.model.event import Event
from kohtaamo.model.notice import Notice
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.place import Place

_KINDS = {Event: "event", Notice: "notice", Organiser: "organiser", Place: "place"}
_FOLDERS = {kind: folder for folder, kind in THINGS.items()}


def references_of(thing: Event | Notice | Organiser | Place) -> tuple[str, ...]:
    """The keys (`places/kirjasto`) of all things that it names, there or not, each once."""
    record = KINDS[_KINDS[type(thing)]]
    named = (
        f"{_FOLDERS[kind.kind]}/{slug}"
        for _, kind, slug in references(record, thing)
        if isinstance(kind, Reference)
    )
    return tuple(dict.fromkeys(named))
