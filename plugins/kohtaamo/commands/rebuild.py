"""One build after another, by the code, the settings and the content as they are saved."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kohtaamo.commands.build_end import BuildEnd, read_build_end


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuild:
    """What each build is asked for; `report` is a file that belongs to it alone.

    Calendars and feeds carry whole addresses, so they have to name the server's `address`.
    """

    content: str
    output: str
    settings: str
    today: date | None
    address: str
    report: Path

    @property
    def arguments(self) -> list[str]:
        """Those of `kohtaamo`: nobody waits for a search index."""
        return [*self._asked(self.report), "--search-later"]

    @property
    def index_report(self) -> Path:
        """How the build ended that made an index."""
        return self.report.with_name("index.json")

    @property
    def index_arguments(self) -> list[str]:
        """The same, with the index."""
        return self._asked(self.index_report)

    def _asked(self, report: Path) -> list[str]:
        asked = ["build", self.content, "-o", self.output, "-s", self.settings]
        asked += ["--site-url", self.address, "--report", str(report)]
        # Whoever looks at a preview wants to see what is wrong, whatever is published at night.
        asked += ["--no-quarantine"]
        return asked if self.today is None else [*asked, "--today", self.today.isoformat()]

    def run(self, build: Callable[[], int]) -> BuildEnd:
        """How a build ended that `build` runs by these arguments, which gives its exit code."""
        self.report.unlink(missing_ok=True)
        return read_build_end(self.report, build())
