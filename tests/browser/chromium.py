"""Which browser the tests, judges and screenshots use, and who reads in it."""

import os
import shutil
from datetime import datetime

from playwright.sync_api import Browser, BrowserContext

# On the day of the builds: scripts say what is true at the moment, and no test depends on today.
NOON = datetime.fromisoformat("2026-12-01T12:00:00+02:00")


def chromium() -> str:
    """The browser's path: $CHROMIUM, or the first that is installed; "" when there is none."""
    named = os.environ.get("CHROMIUM")
    names = [named] if named else ["chromium", "chromium-browser", "google-chrome"]
    return next(filter(None, map(shutil.which, names)), None) or ""


def reader(browser: Browser, *, scripts: bool = True) -> BrowserContext:
    """A Finnish reader at noon of the day of the builds."""
    context = browser.new_context(
        java_script_enabled=scripts, locale="fi-FI", timezone_id="Europe/Helsinki"
    )
    context.clock.set_fixed_time(NOON)
    return context
