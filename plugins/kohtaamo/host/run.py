"""One build from the command line: by the short way, or through Pelican where a region needs it.

The short way reads the settings file as Pelican does and makes the same files without importing
Pelican. A region that has other plugins in PLUGINS gets them: its builds go through Pelican.
"""

import runpy
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kohtaamo.host import missing_package
from kohtaamo.host.collector import resting
from kohtaamo.host.job import WrongSetting, order_of
from kohtaamo.host.outcome import Outcome
from kohtaamo.host.portal import build, say, say_done

OUR_PLUGINS = ["kohtaamo.host"]


def run(
    content: Path,
    output: Path,
    settings: Path,
    today: date | None,
    site_url: str | None = None,
    *,
    quiet: bool = False,
    quarantine: bool | None = None,
    search_later: bool = False,
) -> Outcome:
    """Build; the outcome's code is 0 when built, 1 when the output was left as it was.

    It is 3 when built without what is faulty: `quarantine` says whether that is wanted, None leaves
    it to the settings.
    With `search_later` the search index stays as it is.
    With `quiet`, whoever asked says by the outcome what was done; problems are printed all the
    same.
    """
    override: dict[str, object] = {}
    if today is not None:
        override["TODAY"] = today.isoformat()
    if site_url is not None:
        override["SITEURL"] = site_url
    if quarantine is not None:
        override["QUARANTINE"] = quarantine
    if search_later:
        override["SEARCH_LATER"] = True
    chosen = settings_of(settings) | override
    if chosen.get("PLUGINS") != OUR_PLUGINS:
        from kohtaamo.host.through_pelican import run_pelican

        return run_pelican(content, output, settings, override, quiet=quiet)
    try:
        theme = Path(chosen["THEME"])
        order = order_of(chosen, content.resolve(), theme, output.resolve(), is_watched=True)
    except WrongSetting as wrong:
        say(str(wrong))
        return Outcome(code=1, stopped=str(wrong))
    try:
        with resting():
            outcome = build(order)
    except ImportError as error:
        sentence = missing_package(error)
        say(sentence)
        return Outcome(code=1, stopped=sentence)
    if not quiet:
        say_done(outcome, output)
    return outcome


def settings_of(file: Path) -> dict[str, Any]:
    """The settings of a file: all its names in capitals, paths from its own folder.

    What the file raises is raised here.
    """
    named: Mapping[str, Any] = runpy.run_path(str(file.resolve()))
    chosen = {name: value for name, value in named.items() if name.isupper()}
    for name in ("THEME", "MEMORY_PATH"):
        if chosen.get(name):
            chosen[name] = str(file.resolve().parent / chosen[name])
    return chosen
