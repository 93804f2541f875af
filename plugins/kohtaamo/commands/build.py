"""`kohtaamo build`: the build that a plain `pelican` call makes, by the short way."""

import os
import sys
import traceback
from datetime import date
from pathlib import Path


def run_build(
    content: str,
    output: str,
    today: date | None,
    settings: str,
    site_url: str | None,
    report: str | None = None,
    *,
    quarantine: bool | None = None,
    search_later: bool = False,
) -> int:
    """Build a content folder into an output folder; 0 built, 1 problems, 2 wrong usage.

    In `quarantine` (None: as the settings say) what is faulty is left out, and the code is 3.
    `site_url` is where the site will be read, when that differs from the settings. `report` is a
    file for the program that started this: it gets how the build ended (`build_end.py`), and that
    program then says what was done. Problems are printed all the same. With `search_later` the
    search index stays as it is, for the build after this one.
    """
    missing = missing_inputs(content, settings)
    if missing:
        print(missing, file=sys.stderr)
        _tell(report, stopped=missing)
        return 2
    try:
        return _build(
            content,
            output,
            today,
            settings,
            site_url,
            report,
            quarantine=quarantine,
            search_later=search_later,
        )
    except Exception:
        _tell(report, crash=traceback.format_exc())
        raise


def _build(
    content: str,
    output: str,
    today: date | None,
    settings: str,
    site_url: str | None,
    report: str | None,
    *,
    quarantine: bool | None,
    search_later: bool,
) -> int:
    from kohtaamo.host.run import run

    quiet = report is not None
    outcome = run(
        Path(content),
        Path(output),
        Path(settings),
        today,
        site_url,
        quiet=quiet,
        quarantine=quarantine,
        search_later=search_later,
    )
    if report is not None:
        from kohtaamo.commands.build_end import write_build_end

        write_build_end(Path(report), outcome, Path(os.path.relpath(content)).as_posix())
    return outcome.code


def _tell(report: str | None, *, stopped: str = "", crash: str = "") -> None:
    if report is not None:
        from kohtaamo.commands.build_end import write_failure

        write_failure(Path(report), stopped=stopped, crash=crash)


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
