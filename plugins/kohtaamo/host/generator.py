"""The portal as one Pelican generator: checks in its first step, writes in its second."""

from pathlib import Path
from typing import Any

from kohtaamo.host.collector import resting
from kohtaamo.host.job import WrongSetting, order_of
from kohtaamo.host.outcome import Outcome
from kohtaamo.host.portal import IN_PART, Checked, check, publish, say, say_done

OUTCOME = "KOHTAAMOOUTCOME"


def keep_output(pelican: Any) -> None:
    """Pelican's own clearing comes before any check: a failed build must touch nothing."""
    pelican.delete_outputdir = False


def leave_with_code(pelican: Any) -> None:
    """Let a run end with 3 when something was left out: after all plugins have had their turn."""
    run = pelican.run

    def run_and_leave() -> None:
        run()
        outcome: Outcome | None = pelican.settings.get(OUTCOME)
        if outcome is not None and outcome.code:
            raise SystemExit(outcome.code)

    pelican.run = run_and_leave


def add_generator(_: Any) -> type["PortalGenerator"]:
    """Hand Pelican the one generator that makes the portal."""
    return PortalGenerator


def say_result(pelican: Any) -> None:
    """Say what the build did and where the result lies, before Pelican's own closing line."""
    outcome: Outcome | None = pelican.settings.get(OUTCOME)
    if outcome is not None and not pelican.settings.get("KOHTAAMO_QUIET"):
        say_done(outcome, Path(pelican.output_path))


class PortalGenerator:
    """What Pelican asks of a generator: a context step and an output step."""

    def __init__(
        self, context: Any, settings: dict[str, Any], path: str, theme: str, output_path: str
    ) -> None:
        self.settings = settings
        try:
            # Pelican's own call shows a spinner; two on one terminal would be none.
            watched = bool(settings.get("KOHTAAMO_PROGRESS"))
            self.order = order_of(
                settings, Path(path), Path(theme), Path(output_path), is_watched=watched
            )
        except WrongSetting as wrong:
            say(str(wrong))
            raise SystemExit(1) from None
        self.checked: Checked | None = None

    def generate_context(self) -> None:
        """Check everything; leave by SystemExit(1), output untouched, when something is wrong."""
        with resting():
            self.checked = check(self.order)
        self._keep(self.checked.outcome)

    def generate_output(self, writer: Any) -> None:
        """Render every file, then put the changed ones in place."""
        if self.checked is not None:
            with resting():
                self._keep(publish(self.checked))

    def _keep(self, outcome: Outcome) -> None:
        self.settings[OUTCOME] = outcome
        if outcome.code not in {0, IN_PART}:
            raise SystemExit(outcome.code)
