"""A region's settings stand over ours, and neither wakes Pelican's own blog."""

import subprocess
import sys

from tests.conftest import ROOT


def _python(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return done.stdout.strip()


def test_reading_the_defaults_does_not_import_pelican() -> None:
    code = "import sys; import kohtaamo.host.settings; print('pelican' in sys.modules)"

    assert _python(code) == "False"


def test_publishing_differs_by_three_settings() -> None:
    code = (
        "import pelicanconf as a, publishconf as b;"
        "print(sorted(n for n in dir(b) if n.isupper() and getattr(a, n, None) != getattr(b, n)))"
    )

    assert _python(code) == "['PUBLISH', 'RELATIVE_URLS', 'SITEURL']"


def test_nothing_of_a_blog_is_left() -> None:
    """Whatever Pelican would write by itself is switched off, by its own list of settings."""
    code = (
        "from pelican.settings import read_settings;"
        "s = read_settings('pelicanconf.py');"
        "on = lambda v: v not in (None, '', [], {}, False);"
        "print(sorted(n for n in s if on(s[n]) and ('FEED_A' in n or 'FEED_R' in n"
        " or n.endswith(('_PATHS', 'DIRECT_TEMPLATES', 'TEMPLATE_PAGES')))))"
    )

    assert _python(code) == "['PLUGIN_PATHS']"
