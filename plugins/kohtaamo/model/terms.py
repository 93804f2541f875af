"""Vocabulary terms: municipalities, audiences, topics, needs and the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kohtaamo.model.fitting import EventRule, PlaceRule
from kohtaamo.model.origin import Origin
from kohtaamo.model.translation import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry of a vocabulary; `in_` and `for_` are inflected labels ("Rautjärvellä").

    `text` is what its own page says first. `also` are other words that people look for it by: a
    search finds by them, and no page shows them. A need lists what fits any rule of `events`,
    beside what names it, and shows what fits any rule of `places`. Of a municipality,
    `associations` is about how many registered associations have their seat there.
    """

    id: str
    label: Label
    in_: Label = field(default_factory=Label)
    for_: Label = field(default_factory=Label)
    text: Label = field(default_factory=Label)
    also: Label = field(default_factory=Label)
    events: tuple[EventRule, ...] = ()
    places: tuple[PlaceRule, ...] = ()
    uri: str | None = None
    associations: int | None = None
    formerly: tuple[str, ...] = ()
    origin: Origin


Vocabulary = Mapping[str, Term]
