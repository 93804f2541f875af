"""`python -m tests.browser.screenshots FOLDER`: pictures of every type of page, to be looked at.

The longest Finnish page of each type of the sample network, on a phone and on a desk, in light and
dark colours; long pages are cut where nobody would look any further.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import chromium, reader
from tests.conftest import kohtaamo_build
from tests.served import served
from tests.shown import PREVIEWS, ROOT, Shown, shown_of

SCREENS = {"phone": (390, 844), "desk": (1280, 900)}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# In windows of each screen: a page of a hundred events is the same from here on.
MOST_WINDOWS = 5


def main(folder: Path) -> None:
    """Make the folder anew and put the pictures there: `event-phone-dark.png`."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="kohtaamo-screenshots-") as home:
        site = Path(home) / "site"
        with served(site) as origin, sync_playwright() as playwright:
            kohtaamo_build(ROOT / "content", site, "--site-url", origin)
            pages = [page for page in shown_of(ROOT / "content", site) if page.language == "fi"]
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
            )
            for screen in SCREENS:
                _shoot(browser, origin, pages, screen, folder)
            browser.close()
    print(f"{len(pages) * len(SCREENS) * len(SCHEMES)} pictures in {folder}/")


def _shoot(browser: Browser, origin: str, pages: list[Shown], screen: str, folder: Path) -> None:
    width, height = SCREENS[screen]
    tab = reader(browser).new_page()
    tab.set_viewport_size({"width": width, "height": height})
    for page in pages:
        tab.goto(f"{origin}{page.address}", wait_until="load")
        long = int(tab.evaluate("document.documentElement.scrollHeight"))
        most = long if page.kind in PREVIEWS else height * MOST_WINDOWS
        cut = {"x": 0, "y": 0, "width": width, "height": min(long, most)}
        for scheme in SCHEMES:
            tab.emulate_media(color_scheme=scheme)
            file = folder / f"{page.kind}-{screen}-{scheme}.png"
            tab.screenshot(path=file, full_page=True, clip=cut)
    tab.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
