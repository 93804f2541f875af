"""One Pelican run inside this process, as `pelican CONTENT -o OUTPUT -s SETTINGS` would do it."""

import logging
from collections.abc import Mapping
from pathlib import Path

from pelican import Pelican
from pelican.log import console
from pelican.log import init as init_logging
from pelican.settings import read_settings

from kohtaamo.host.generator import OUTCOME
from kohtaamo.host.outcome import Outcome


def run_pelican(
    content: Path, output: Path, settings: Path, override: Mapping[str, object], *, quiet: bool
) -> Outcome:
    """The same as `kohtaamo.host.run.run`, for settings with plugins that only Pelican can call.

    Pelican's own closing line counts articles, of which a portal has none, so it is kept quiet.
    """
    init_logging(level=logging.WARNING)
    chosen = read_settings(
        str(settings),
        override={
            **override,
            "PATH": str(content.resolve()),
            "OUTPUT_PATH": str(output.resolve()),
            "KOHTAAMO_PROGRESS": True,
            "KOHTAAMO_QUIET": quiet,
        },
    )
    console.quiet = True
    code = 0
    try:
        Pelican(chosen).run()
    except SystemExit as leave:
        code = leave.code if isinstance(leave.code, int) else 1
    outcome = chosen.get(OUTCOME)
    return outcome if isinstance(outcome, Outcome) else Outcome(code=code)
