"""`python -m tests.browser.pictures FOLDER`: the pictures of the handbooks, from real pages.

The pages are those of a network that was made for this (`kohtaamo new-network`), so that no region
shows another one's names. Small PNGs with few colours, for docs/.
"""

import sys
import tempfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import FloatRect, Locator, Page, sync_playwright

from kohtaamo.commands.main import main as kohtaamo
from tests.browser.chromium import chromium, reader
from tests.conftest import TODAY, kohtaamo_build
from tests.region.conftest import ANSWERS, given
from tests.served import served

COLOURS = 32
LARGEST = 60_000
TALLEST = 1250
AIR = 16
# A Finnish browser shows dates so; the one at hand may speak another language.
AS_IN_FINLAND = """document.querySelectorAll("[type=date]").forEach((field) => {
  const [year, month, day] = field.value.split("-");
  const shown = field.cloneNode();
  shown.type = "text";
  shown.value = year ? `${day}.${month}.${year}` : "pp.kk.vvvv";
  field.insertAdjacentElement("beforebegin", shown);
  field.style.display = "none";
})"""
PLACE = {
    "name": "Kylätalo",
    "municipality": "saaripitaja",
    "address.street": "Kylätie 1",
    "holiday_hours": "closed",
}
ORGANISER = "saaripitajan-kunta"


def main(folder: Path) -> None:
    """Put every picture into the folder: `lomake-alku.png`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kohtaamo-pictures-") as home:
        content = _network(Path(home) / "verkosto")
        site = Path(home) / "site"
        with served(site) as origin, sync_playwright() as playwright:
            settings = str(content.parent / "pelicanconf.py")
            kohtaamo_build(content, site, "-s", settings, "--site-url", origin)
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=["--no-sandbox", "--disable-gpu", "--lang=fi"]
            )
            tab = reader(browser).new_page()
            tab.set_viewport_size({"width": 600, "height": 900})
            for name, shown in PICTURES.items():
                _save(shown(tab, origin), folder / f"{name}.png")
            browser.close()
    print(f"{len(PICTURES)} pictures in {folder}/")


def _network(folder: Path) -> Path:
    """The content of a new network with one place."""
    content = folder / "content"
    day = ("--today", TODAY)
    for command in (
        ["new-network", str(folder), "--yes", *day, *given({**ANSWERS, "languages": "fi"})],
        ["new", "place", str(content), "--yes", *day, *given(PLACE)],
    ):
        if kohtaamo(command):
            raise SystemExit(1)
    return content


def _save(element: Locator, file: Path) -> None:
    """The element with some air, from its top as far as a picture goes."""
    tab, box = element.page, element.bounding_box()
    if box is None:
        raise SystemExit(f"{file}: nothing to be seen")
    cut: FloatRect = {
        "x": max(0, box["x"] - AIR),
        "y": max(0, box["y"] + float(tab.evaluate("window.scrollY")) - AIR),
        "width": box["width"] + 2 * AIR,
        "height": min(box["height"] + 2 * AIR, TALLEST),
    }
    tab.mouse.move(0, 0)  # no button as if somebody were about to press it
    with Image.open(BytesIO(tab.screenshot(full_page=True, clip=cut))) as picture:
        few = picture.convert("RGB").quantize(COLOURS)
        few.save(file, optimize=True)
    size = file.stat().st_size
    if size > LARGEST:
        raise SystemExit(f"{file} is {size} bytes large; {LARGEST} is the most")
    print(f"{file.name}: {size} bytes")


def _start(tab: Page, origin: str) -> Locator:
    tab.goto(f"{origin}/ilmoita/", wait_until="networkidle")
    tab.wait_for_selector("[data-act=event]")
    return tab.locator(".form__body")


def _when(tab: Page, origin: str) -> Locator:
    _start(tab, origin)
    tab.click("[data-act=event]")
    for name, text in {"day": "2026-12-03", "from": "13", "to": "15"}.items():
        tab.fill(f"[name={name}]", text)
    tab.select_option("[name=often]", "week")
    tab.fill("[name=until]", "2026-12-17")
    tab.press("[name=until]", "Tab")
    tab.evaluate("document.activeElement.blur()")
    tab.evaluate(AS_IN_FINLAND)
    return tab.locator(".form__when")


def _ready(tab: Page, _: str) -> Locator:
    """On from `_when`: all that is needed, and the last page."""
    tab.fill("[name=title]", "Viikkokahvit")
    tab.select_option("[name=municipality]", PLACE["municipality"])
    tab.select_option("[name=place]", "kylatalo")
    tab.select_option("[name^=organiser] >> nth=0", ORGANISER)
    tab.click(".form__form [type=submit]")
    tab.wait_for_selector(".form__form", state="detached")
    return tab.locator(".form__body")


def _mail(tab: Page, origin: str) -> Locator:
    tab.goto(f"{origin}/ilmoita/", wait_until="networkidle")
    return tab.locator("main section").last


def _report(tab: Page, origin: str) -> Locator:
    tab.goto(f"{origin}/raportti/", wait_until="load")
    return tab.locator("main")


PICTURES: Mapping[str, Callable[[Page, str], Locator]] = {
    "lomake-alku": _start,
    "lomake-milloin": _when,
    "lomake-valmis": _ready,
    "ilmoita-sahkopostilla": _mail,
    "raportti": _report,
}

if __name__ == "__main__":
    main(Path(sys.argv[1]))
