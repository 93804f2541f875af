"""Which browser the tests, judges and screenshots use."""

import os
import shutil


def chromium() -> str:
    """The browser's path: $CHROMIUM, or the first that is installed; "" when there is none."""
    named = os.environ.get("CHROMIUM")
    names = [named] if named else ["chromium", "chromium-browser", "google-chrome"]
    return next(filter(None, map(shutil.which, names)), None) or ""
