"""One thing of the network before it is written: by us as a file, by each peer in its own way."""

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.corpus.days import Rhythm
from benchmarks.corpus.head import Value, document


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place, an event, an organiser, a notice or a page; a series has a rhythm too."""

    slug: str
    municipality: str
    fields: Mapping[str, Value]
    text: str
    rhythm: Rhythm | None = None

    @property
    def written(self) -> str:
        """The whole file."""
        return document(self.fields, self.text)
