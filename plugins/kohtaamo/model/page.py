"""A page of the network itself: about, privacy, how to take part."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kohtaamo.model.origin import Origin
from kohtaamo.model.translation import Translation


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`text` is Markdown with tables; maintainers write it.

    A page with `decided` tells of a decision of the network, or of a meeting: on which day, and at
    which event.
    """

    slug: str
    title: str
    summary: str | None = None
    decided: date | None = None
    meeting: str | None = None
    written_in: str
    formerly: tuple[str, ...] = ()
    sample: bool = False
    text: str = ""
    translations: Mapping[str, Translation] = field(default_factory=dict)
    origin: Origin
