"""A region's own settings, over the defaults that come with Kohtaamo.

This file and content/ are what a region changes; see kohtaamo/host/settings.py for every default.
Paths count from this file's folder, so that Pelican may be called from any folder.
"""

import sys
from pathlib import Path

_here = Path(__file__).resolve().parent
if str(_here / "plugins") not in sys.path:
    sys.path.insert(0, str(_here / "plugins"))

from kohtaamo.host.settings import *  # noqa: E402 - the line above makes it importable

SITENAME = "Kohtaamo"
# Where the site is read. Only publishing needs the real address: publishconf.py.
SITEURL = "http://127.0.0.1:8000"

PATH = str(_here / "content")
THEME = str(_here / "theme")
PLUGIN_PATHS = [str(_here / "plugins")]
# What one build leaves for the next; it may be deleted at any time.
MEMORY_PATH = str(_here / ".kohtaamo")
