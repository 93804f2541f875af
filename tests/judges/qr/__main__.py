"""`python -m tests.judges.qr SITE FOLDER`: every code of a built site leads to where it stands.

Listings of the first language are drawn in every way that a page can look, all others in one.
"""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, sync_playwright


@dataclass(frozen=True)
class Look:
    """One way in which a page can be shown."""

    name: str
    media: Literal["print", "screen"] = "screen"
    scheme: Literal["dark", "light"] = "light"
    forced: Literal["active", "none"] = "none"


ORIGIN = "https://verkosto.example.org"
ANCHORS = {"sv": "folj", "en": "follow"}
LOOKS = (
    Look("light"),
    Look("dark", scheme="dark"),
    Look("forced colours", scheme="dark", forced="active"),
    Look("paper", media="print"),
)
SHOWN = "document.querySelector('.feed-links__switch').open = true"


def main(site: Path, folder: Path) -> int:
    """0 when every code could be read and was right."""
    # The page of components alone has several: its codes are examples.
    pages = [
        file
        for file in sorted(site.rglob("index.html"))
        if file.read_bytes().count(b'class="qr"') == 1
    ]
    wrong = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 390, "height": 844})
        for file in pages:
            for look, read in _read(page, site, file, folder / "code.png"):
                expected = _expected(file.relative_to(site))
                if read != expected:
                    wrong.append(f"{file.relative_to(site)} ({look}): {read!r}, not {expected!r}")
        browser.close()
    print("\n".join(wrong) or f"zbarimg reads the codes of {len(pages)} pages")
    return 1 if wrong or not pages else 0


def _read(page: Page, site: Path, file: Path, picture: Path) -> Iterator[tuple[str, str]]:
    """What the scanner reads of a page's code, by look."""
    looks = LOOKS if file.parent.parent.parent == site else LOOKS[:1]
    html = file.read_text("utf-8")
    styles = "".join(
        (site / "theme" / name).read_text("utf-8")
        for name in ("kohtaamo.css", "easy.css", "more.css", "paper.css")
    )
    page.set_content(html[: html.index("<meta http-equiv")] + html[html.index("<title") :])
    page.add_style_tag(content=styles)
    page.evaluate(SHOWN)
    for look in looks:
        page.emulate_media(media=look.media, color_scheme=look.scheme, forced_colors=look.forced)
        page.locator("svg.qr").screenshot(path=picture)
        done = subprocess.run(
            ["zbarimg", "--quiet", "--raw", str(picture)],
            capture_output=True,
            text=True,
            check=False,
        )
        yield look.name, done.stdout.strip()


def _expected(path: Path) -> str:
    """The address of the listing that the page shows; on a front page that of all events."""
    address = path.as_posix().removesuffix("index.html")
    anchor = ANCHORS.get(address.partition("/")[0], "seuraa")
    fronts = {
        "": "tapahtumat/",
        "sv/": "sv/evenemang/",
        "en/": "en/events/",
        "se/": "se/dahpahusat/",
    }
    return f"{ORIGIN}/{fronts.get(address, address)}#{anchor}"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
