"""How a build ended, as a value: for whoever asked for it."""

from dataclasses import dataclass

from kohtaamo.host.apply import Applied
from kohtaamo.problems.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """`code` is the command's exit code, `stopped` the sentence that says why nothing was built.

    `problems` are all that were found, warnings too, with messages in `language`. `applied` says
    what was done to the output folder; None when nothing was. `left_out` are the files that a
    build in quarantine did without, `mended` what it changed because of them, as problems.
    `unsearchable` is the sentence that says why a preview has no search index.
    """

    code: int
    problems: tuple[Problem, ...] = ()
    language: str = "fi"
    stopped: str = ""
    applied: Applied | None = None
    left_out: tuple[Problem, ...] = ()
    mended: tuple[Problem, ...] = ()
    unsearchable: str = ""

    @property
    def changed(self) -> tuple[str, ...]:
        """The files that were written or removed, by their paths in the output folder."""
        return () if self.applied is None else self.applied.changed
