"""One Pelican run inside this process, as `pelican CONTENT -o OUTPUT -s SETTINGS` would do it."""

import logging
from datetime import date
from pathlib import Path

from pelican import Pelican
from pelican.log import console
from pelican.log import init as init_logging
from pelican.settings import read_settings


def run(
    content: Path, output: Path, settings: Path, today: date | None, site_url: str | None = None
) -> int:
    """0 when built, 1 when problems were printed and the output left as it was.

    Pelican's own closing line counts articles, of which a portal has none, so it is kept quiet.
    """
    init_logging(level=logging.WARNING)
    override: dict[str, object] = {
        "PATH": str(content.resolve()),
        "OUTPUT_PATH": str(output.resolve()),
        "KOHTAAMO_PROGRESS": True,
    }
    if today is not None:
        override["TODAY"] = today.isoformat()
    if site_url is not None:
        override["SITEURL"] = site_url
    console.quiet = True
    try:
        Pelican(read_settings(str(settings), override=override)).run()
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else 1
    return 0
