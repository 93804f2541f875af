"""The form in a browser: with the keyboard alone at 320 pixels, what is wrong, what is ready."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.looks import (
    COLOUR_RULES,
    NARROW,
    ZOOMED,
    listen,
    scrolls_sideways,
    violations,
)

MOST_TABS = 120
SAVED = """---
title: Torstain kahvit
start: 2027-03-03 13:00
end: 15:30
repeat:
  every: week
  until: 2027-05-05
  skip: [2027-03-10]
place: roihankadun-olohuone
organisers: [simpeleen-elakkeensaajat]
---
"""


@pytest.fixture
def page(context: BrowserContext, origin: str) -> Iterator[Page]:
    opened = context.new_page()
    opened.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    heard = listen(opened, origin)
    opened.goto(f"{origin}/ilmoita/")
    opened.wait_for_selector(".form__start")
    yield opened
    assert (heard.noise, heard.elsewhere) == ([], [])


def _tab_to(page: Page, selector: str) -> None:
    """With the tabulator alone, as somebody does who has no mouse."""
    for _ in range(MOST_TABS):
        if page.evaluate("(what) => document.activeElement.matches(what)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(selector)


def _type(page: Page, selector: str, text: str) -> None:
    _tab_to(page, selector)
    page.keyboard.type(text)


def _begin(page: Page, act: str = "event") -> None:
    _tab_to(page, f"[data-act={act}]")
    page.keyboard.press("Enter")
    page.wait_for_selector("form.form__form")


def _fill(page: Page) -> None:
    _type(page, "[name=title]", "Torstain kahvit")
    # Day and month are alike, whichever of them the browser asks for first.
    _type(page, "[name=day]", "03032027")
    _type(page, "[name=from]", "klo 13")
    _type(page, "[name=to]", "15.30")
    _type(page, "[name=often]", "Joka viikko")
    _type(page, "[name=until]", "05052027")


def _problems(page: Page) -> list[str]:
    faults = [*violations(page, "light"), *violations(page, "dark", COLOUR_RULES)]
    wide = {size: scrolls_sideways(page, *size) for size in (NARROW, ZOOMED)}
    faults += [f"{pixels} pixels too wide at {size}" for size, pixels in wide.items() if pixels > 0]
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    return faults


def test_a_series_is_made_with_the_keyboard_alone(page: Page, tmp_path: Path) -> None:
    _begin(page)
    _fill(page)
    _tab_to(page, ".form__dates summary")
    page.keyboard.press("Enter")
    count = page.locator(".form__count")
    assert count.inner_text() == "10 kertaa, ke 3.3.2027 – ke 5.5.2027."
    _tab_to(page, "#skip-2027-03-10")
    page.keyboard.press("Space")
    assert count.inner_text() == "9 kertaa, ke 3.3.2027 – ke 5.5.2027. Väliin jää: ke 10.3.2027."
    _type(page, "[name=municipality]", "Rautj")
    _type(page, "[name=place]", "Roihan")
    _type(page, "[name=organiser1]", "Simpeleen el")
    _tab_to(page, "button[type=submit]")
    page.keyboard.press("Enter")
    assert page.locator(".form__summary:visible").all_inner_texts() == []
    page.wait_for_selector(".form__done")
    assert page.evaluate("document.activeElement.textContent") == "Valmis lähetettäväksi"
    assert _problems(page) == []

    _tab_to(page, ".form__ways button:has(+ p)")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "torstain-kahvit.md"
    download.value.save_as(tmp_path / "saved.md")
    assert (tmp_path / "saved.md").read_text("utf-8") == SAVED


def test_what_is_wrong_is_said_where_it_is_and_at_the_top(page: Page) -> None:
    _begin(page)
    title = page.locator("#f-title")
    assert page.locator(".form__error:visible").count() == 0
    _type(page, "[name=from]", "25")
    page.keyboard.press("Tab")
    assert page.locator("#f-from-error").inner_text().startswith("Kellonaikaa ”25” ei ole.")
    assert page.locator("#f-from").get_attribute("aria-invalid") == "true"
    # What nobody has been at is not called wrong yet, but for the title: the way led through it.
    assert page.locator("#f-organiser1-error").is_hidden()
    page.locator("button[type=submit]").press("Enter")
    summary = page.locator(".form__summary")
    assert page.evaluate("document.activeElement.className") == "form__summary"
    assert summary.locator("h3").inner_text() == "5 kohtaa kaipaa korjausta"
    assert "f-title-error" in (title.get_attribute("aria-describedby") or "")
    assert _problems(page) == []
    summary.locator("a").first.press("Enter")
    assert page.evaluate("document.activeElement.id") == "f-title"


def test_the_draft_stays_in_this_browser_until_it_is_cleared(page: Page) -> None:
    assert page.evaluate("localStorage.length") == 0
    _begin(page)
    _fill(page)
    page.reload()
    page.wait_for_selector(".form__start")
    _begin(page)
    assert page.input_value("[name=title]") == "Torstain kahvit"
    assert page.input_value("[name=often]") == "week"
    page.locator(".form__clear").press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Luonnos on tyhjennetty."
    assert page.evaluate("localStorage.length") == 0
    _begin(page)
    assert page.input_value("[name=title]") == ""


def test_one_date_is_cancelled_from_the_foot_of_its_page(page: Page, origin: str) -> None:
    page.goto(f"{origin}/tapahtumat/torstaikahvit/")
    link = page.locator(".footer a[href*='ilmoita/?']")
    assert link.get_attribute("href") == "/ilmoita/?rautjarvi/events/torstaikahvit"
    link.press("Enter")
    page.wait_for_selector(".form__thing")
    page.get_by_label("Yksi kerta peruuntuu").check()
    date = page.locator("#f-date option").nth(1).get_attribute("value") or ""
    page.locator("#f-date").select_option(date)
    page.locator("form button[type=submit]").press("Enter")
    assert page.evaluate("document.activeElement.id") == "f-reason"
    page.keyboard.type("Vetäjä: flunssa")
    page.keyboard.press("Enter")
    page.wait_for_selector(".form__done")
    assert page.input_value(".form__done textarea") == (
        "kohtaamo: cancel events/torstaikahvit\n"
        f'dates: [{date}]\nreason: "Vetäjä: flunssa"\nkohtaamo: end\n'
    )
    assert _problems(page) == []


def test_only_what_changes_is_sent(page: Page, origin: str) -> None:
    page.goto(f"{origin}/ilmoita/?mistake=rautjarvi/events/torstaikahvit")
    page.wait_for_selector(".form__thing")
    page.get_by_label("Jokin tieto muuttuu tai on väärin").check()
    page.locator("form button[type=submit]").press("Enter")
    page.wait_for_selector("form.form__form")
    page.locator("button[type=submit]").press("Enter")
    assert page.locator(".form__summary").inner_text().startswith("Mikään ei ole vielä muuttunut.")
    page.fill("[name=summary]", "Kahvia #1")
    page.locator("button[type=submit]").press("Enter")
    page.wait_for_selector(".form__done")
    assert page.input_value(".form__done textarea") == (
        'kohtaamo: change events/torstaikahvit\nsummary: "Kahvia #1"\nkohtaamo: end\n'
    )


def test_a_place_is_known_by_its_name_alone(page: Page, origin: str) -> None:
    page.goto(f"{origin}/paikat/roihankadun-olohuone/")
    link = page.locator(".footer a[href*='ilmoita/?']")
    assert link.get_attribute("href") == "/ilmoita/?places/roihankadun-olohuone"
    link.press("Enter")
    page.wait_for_selector(".form__thing")
    assert page.locator(".form__thing").inner_text() == "Roihankadun olohuone"
    assert page.locator("[name=action]").count() == 2


def test_an_event_can_be_copied(page: Page, origin: str) -> None:
    page.goto(f"{origin}/ilmoita/?copy=rautjarvi/events/torstaikahvit")
    page.wait_for_selector("form.form__form")
    assert page.input_value("[name=place]") == "roihankadun-olohuone"
    assert page.input_value("[name=day]") == ""
    assert page.input_value("[name=often]") == "once"


def test_the_data_of_the_page_is_no_more_than_it_needs(page: Page, origin: str) -> None:
    things = json.loads(page.request.get(f"{origin}/ilmoita/rautjarvi.json").body())
    assert "events/torstaikahvit" in things
    assert [
        key for key, thing in things.items() if thing.get("access") in ("closed", "members")
    ] == []
