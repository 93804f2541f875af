"""`kohtaamo build`: the build that a plain `pelican` call makes, by the short way."""

import sys
from datetime import date
from pathlib import Path


def run_build(
    content: str, output: str, today: date | None, settings: str, site_url: str | None
) -> int:
    """Build a content folder into an output folder; 0 built, 1 problems, 2 wrong usage.

    `site_url` is where the site will be read, when that differs from the settings.
    """
    missing = missing_inputs(content, settings)
    if missing:
        print(missing, file=sys.stderr)
        return 2
    from kohtaamo.host.run import run

    return run(Path(content), Path(output), Path(settings), today, site_url)


def missing_inputs(content: str, settings: str) -> str:
    """A sentence about what is not there, or nothing."""
    if not Path(content).is_dir():
        return f"Kansiota {content} ei ole. Anna sisältökansion nimi."
    if not Path(settings).is_file():
        return (
            f"Asetustiedostoa {settings} ei ole. Anna se valitsimella -s tai aja komento"
            " kansiossa, jossa se on."
        )
    return ""
