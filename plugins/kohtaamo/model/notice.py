"""A notice on the noticeboard."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kohtaamo.model.common import Contact
from kohtaamo.model.origin import Origin
from kohtaamo.model.translation import Translation


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a volunteer would do."""

    time: str | None = None
    supported: bool | None = None
    min_age: int | None = None
    remote: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """On the board until its last day, that day included; the page stays."""

    slug: str
    title: str
    kind: str
    until: date
    municipalities: tuple[str, ...]
    organisers: tuple[str, ...]
    place: str | None = None
    summary: str | None = None
    contact: Contact | None = None
    url: str | None = None
    audiences: tuple[str, ...] = ()
    task: Task | None = None
    published: date | None = None
    languages: tuple[str, ...] = ()
    written_in: str
    formerly: tuple[str, ...] = ()
    sample: bool = False
    text: str = ""
    translations: Mapping[str, Translation] = field(default_factory=dict)
    origin: Origin
