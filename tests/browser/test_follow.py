"""The preview follows saved files in a real browser, and shows faults as an accessible page."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from kohtaamo.commands.build_end import BuildEnd, Entry
from kohtaamo.commands.live import Live
from kohtaamo.commands.live_server import live_server
from tests.browser.looks import scrolls_sideways, violations

LONG = "<p>Rivi</p>" * 200
FAULTY = BuildEnd(
    code=1,
    problems=(
        Entry(
            path="content/events/rautjarvi/keskiviikon-kahvit.md",
            line=5,
            field="start",
            code="no-such-time",
            severity="error",
            message="kellonaikaa ”klo 25” ei ole. Kirjoita aika väliltä 0:00–23:59.",
        ),
        Entry(
            path="content/network.yml",
            line=1,
            field="repeat.changes[0]." + "pitka" * 40,
            code="sample-network",
            severity="warning",
            message="tämä on esimerkki.",
        ),
    ),
    crash="Traceback (most recent call last):\n  File " + "a/" * 100,
)
BUILT = BuildEnd(code=0)
HEADING = "Sivustoa ei päivitetty: 1 virhe"


class Preview:
    """A preview server whose builds are told by the test."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.folder = folder
        self.live = Live()
        self.server = live_server(folder, "127.0.0.1", port, self.live)
        self.port = self.server.server_address[1]
        self.origin = f"http://127.0.0.1:{self.port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()

    def build(self, **pages: str) -> None:
        """Write pages by their names at the top of the site, and tell of the build."""
        for name, words in pages.items():
            file = self.folder / (f"{name}/index.html" if name != "front" else "index.html")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(
                f'<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>{name}</title>'
                f"</head><body><h1>{words}</h1>{LONG}</body></html>",
                "utf-8",
            )
        self.live.tell(BUILT)

    def end(self) -> None:
        self.live.end()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    opened = Preview(tmp_path / "output")
    yield opened
    opened.end()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def _heading(page: Page, words: str) -> None:
    """Wait until the page shows this heading."""
    expect(page.locator("h1")).to_have_text(words, timeout=30_000)


def _listen(page: Page) -> None:
    """Hear the first event beside the page's own script, and after it; a reload would forget all.

    `window.next` is fulfilled by the second.
    """
    page.evaluate("""() => new Promise((first) => {
        const events = new EventSource("/_kohtaamo/events?page=" + location.pathname);
        window.next = new Promise((second) => {
            events.onmessage = () => {
                events.onmessage = () => second("heard");
                first();
            };
        });
    })""")


def _scrolled_to(page: Page, place: int) -> bool:
    """Wait until the page stands there: scrolling may follow the loading. False at a deadline."""
    return bool(
        page.evaluate(
            """(place) => new Promise((there) => {
                const look = () => {
                    if (Math.round(window.scrollY) === place) there(true);
                    else requestAnimationFrame(look);
                };
                look();
                setTimeout(() => there(false), 10_000);
            })""",
            place,
        )
    )


def test_a_change_is_seen_where_the_reader_is(preview: Preview, page: Page) -> None:
    preview.build(front="Etusivu")
    page.goto(f"{preview.origin}/?kunta=kittila")
    page.evaluate("window.scrollTo(0, 700)")

    preview.build(front="Uusi etusivu")

    _heading(page, "Uusi etusivu")
    assert _scrolled_to(page, 700)
    assert page.url == f"{preview.origin}/?kunta=kittila"


def test_a_page_that_did_not_change_is_left_alone(preview: Preview, page: Page) -> None:
    preview.build(front="Etusivu", paikat="Paikat")
    page.goto(f"{preview.origin}/")
    _listen(page)

    preview.build(paikat="Muut paikat")
    assert page.evaluate("window.next") == "heard"

    preview.build(front="Uusi etusivu")
    _heading(page, "Uusi etusivu")


def test_faults_open_by_themselves_and_leave_when_they_are_mended(
    preview: Preview, page: Page
) -> None:
    preview.build(front="Etusivu", paikat="Paikat")
    page.goto(f"{preview.origin}/paikat/?kunta=kittila#rivi")
    page.evaluate("window.scrollTo(0, 700)")

    preview.live.tell(FAULTY)
    _heading(page, HEADING)
    assert page.url.startswith(f"{preview.origin}/_kohtaamo/faults/?from=")

    preview.build(paikat="Muut paikat")
    _heading(page, "Muut paikat")
    assert page.url == f"{preview.origin}/paikat/?kunta=kittila#rivi"
    assert _scrolled_to(page, 700)


def test_the_last_good_site_can_be_browsed_meanwhile(preview: Preview, page: Page) -> None:
    preview.build(front="Etusivu", paikat="Paikat")
    page.goto(f"{preview.origin}/paikat/")
    preview.live.tell(FAULTY)
    _heading(page, HEADING)

    page.get_by_role("link", name="Takaisin viimeisimmälle ehjälle sivulle").click()
    for address, words in (("/paikat/", "Paikat"), ("/", "Etusivu")):
        page.wait_for_url(f"{preview.origin}{address}")
        _listen(page)
        _heading(page, words)
        page.goto(f"{preview.origin}/")

    # A further save that mends nothing is told of again.
    preview.live.tell(FAULTY)
    _heading(page, HEADING)


def test_the_list_of_faults_follows(preview: Preview, page: Page) -> None:
    preview.build(front="Etusivu")
    page.goto(f"{preview.origin}/_kohtaamo/faults/")
    _heading(page, "Ei virheitä")

    preview.live.tell(FAULTY)
    _heading(page, HEADING)

    preview.live.tell(BuildEnd(code=1, problems=FAULTY.problems[:1] * 2))
    _heading(page, "Sivustoa ei päivitetty: 2 virhettä")


def test_a_first_start_with_faults_ends_in_the_portal(preview: Preview, page: Page) -> None:
    preview.live.tell(FAULTY)
    response = page.goto(f"{preview.origin}/paikat/")
    assert response is not None
    assert response.status == 503
    _heading(page, HEADING)

    preview.build(front="Etusivu", paikat="Paikat")

    _heading(page, "Paikat")
    assert page.url == f"{preview.origin}/paikat/"


def test_a_tab_outlives_a_restart(tmp_path: Path, page: Page) -> None:
    before = Preview(tmp_path / "output")
    try:
        before.build(front="Etusivu")
        page.goto(f"{before.origin}/")
        _heading(page, "Etusivu")
    finally:
        before.end()

    after = Preview(tmp_path / "output", before.port)
    try:
        after.build(front="Etusivu")
        after.build(front="Uusi etusivu")
        _heading(page, "Uusi etusivu")
    finally:
        after.end()


def test_a_page_from_the_browsers_memory_is_made_new(preview: Preview, page: Page) -> None:
    preview.build(front="Etusivu", paikat="Paikat")
    page.goto(f"{preview.origin}/")
    page.goto(f"{preview.origin}/paikat/")
    preview.build(front="Uusi etusivu")

    page.go_back()

    _heading(page, "Uusi etusivu")


def test_the_faults_are_accessible(preview: Preview, page: Page) -> None:
    preview.build(front="Etusivu")
    preview.live.tell(FAULTY)
    noise: list[str] = []
    page.on("console", lambda message: noise.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.goto(f"{preview.origin}/_kohtaamo/faults/")
    page.get_by_text("Huomiot (1)").click()

    assert page.title() == HEADING
    assert violations(page, "light") == []
    assert violations(page, "dark") == []
    assert scrolls_sideways(page, 320) == 0
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert scrolls_sideways(page, 360) <= 0
    assert noise == []


def test_the_faults_are_reached_by_keyboard_and_without_scripts(
    preview: Preview, context: BrowserContext
) -> None:
    browser = context.browser
    assert browser is not None
    preview.build(front="Etusivu")
    preview.live.tell(FAULTY)
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(f"{preview.origin}/_kohtaamo/faults/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Takaisin viimeisimmälle ehjälle sivulle")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("pre")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="no-such-time")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("tämä on esimerkki.")).to_be_visible()

    for _ in range(3):
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    _heading(page, "Etusivu")
    preview.build(front="Uusi etusivu")
    page.reload()
    _heading(page, "Uusi etusivu")
    plain.close()
