"""Settings of the site that is put on the web: those of pelicanconf.py and what differs."""

import sys
from pathlib import Path

_here = Path(__file__).resolve().parent
if str(_here) not in sys.path:
    sys.path.insert(0, str(_here))

from pelicanconf import *  # noqa: E402 - the line above makes it importable

# The address under which people read the site, without a slash at the end.
SITEURL = "https://kohtaamo.example"
RELATIVE_URLS = False
PUBLISH = True
