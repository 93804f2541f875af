"""Where a value was written, so that a later check can name file and line."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Origin:
    """The file (relative to the content folder) and the line of each field that was written."""

    path: str
    lines: Mapping[str, int] = field(default_factory=dict)

    def line(self, name: str) -> int:
        """The line of a field, of the nearest field that holds it, or 1."""
        while name:
            if name in self.lines:
                return self.lines[name]
            cut = max(name.rfind("."), name.rfind("["))
            name = name[:cut] if cut > 0 else ""
        return 1
