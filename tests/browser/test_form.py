"""The form in a browser: with the keyboard alone at 320 pixels, what is wrong, what is ready."""

import json
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.form_page import begin, problems, tab_to, type_in

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


def _fill(tell: Page) -> None:
    type_in(tell, "[name=title]", "Torstain kahvit")
    # Day and month are alike, whichever of them the browser asks for first.
    type_in(tell, "[name=day]", "03032027")
    type_in(tell, "[name=from]", "klo 13")
    type_in(tell, "[name=to]", "15.30")
    type_in(tell, "[name=often]", "Joka viikko")
    type_in(tell, "[name=until]", "05052027")


def test_a_series_is_made_with_the_keyboard_alone(tell: Page, tmp_path: Path) -> None:
    begin(tell)
    _fill(tell)
    tab_to(tell, ".form__dates summary")
    tell.keyboard.press("Enter")
    count = tell.locator(".form__count")
    assert count.inner_text() == "10 kertaa, ke 3.3.2027 – ke 5.5.2027."
    tab_to(tell, "#skip-2027-03-10")
    tell.keyboard.press("Space")
    assert count.inner_text() == "9 kertaa, ke 3.3.2027 – ke 5.5.2027. Väliin jää: ke 10.3.2027."
    type_in(tell, "[name=municipality]", "Rautj")
    type_in(tell, "[name=place]", "Roihan")
    type_in(tell, "[name=organiser1]", "Simpeleen el")
    tab_to(tell, "button[type=submit]")
    tell.keyboard.press("Enter")
    assert tell.locator(".form__summary:visible").all_inner_texts() == []
    tell.wait_for_selector(".form__done")
    assert tell.evaluate("document.activeElement.textContent") == "Valmis lähetettäväksi"
    assert problems(tell) == []

    tab_to(tell, ".form__ways button:has(+ p)")
    with tell.expect_download() as download:
        tell.keyboard.press("Enter")
    assert download.value.suggested_filename == "torstain-kahvit.md"
    download.value.save_as(tmp_path / "saved.md")
    assert (tmp_path / "saved.md").read_text("utf-8") == SAVED


def test_what_is_wrong_is_said_where_it_is_and_at_the_top(tell: Page) -> None:
    begin(tell)
    title = tell.locator("#f-title")
    assert tell.locator(".form__error:visible").count() == 0
    type_in(tell, "[name=from]", "25")
    tell.keyboard.press("Tab")
    assert tell.locator("#f-from-error").inner_text().startswith("Kellonaikaa ”25” ei ole.")
    assert tell.locator("#f-from").get_attribute("aria-invalid") == "true"
    # What nobody has been at is not called wrong yet, but for the title: the way led through it.
    assert tell.locator("#f-organiser1-error").is_hidden()
    tell.locator("button[type=submit]").press("Enter")
    summary = tell.locator(".form__summary")
    assert tell.evaluate("document.activeElement.className") == "form__summary"
    assert summary.locator("h3").inner_text() == "5 kohtaa kaipaa korjausta"
    assert "f-title-error" in (title.get_attribute("aria-describedby") or "")
    assert problems(tell) == []
    summary.locator("a").first.press("Enter")
    assert tell.evaluate("document.activeElement.id") == "f-title"


def test_the_draft_stays_in_this_browser_until_it_is_cleared(tell: Page) -> None:
    assert tell.evaluate("localStorage.length") == 0
    begin(tell)
    _fill(tell)
    tell.reload()
    tell.wait_for_selector(".form__start")
    begin(tell)
    assert tell.input_value("[name=title]") == "Torstain kahvit"
    assert tell.input_value("[name=often]") == "week"
    tell.locator("[data-act=clear]").press("Enter")
    assert tell.evaluate("document.activeElement.textContent") == "Luonnos on tyhjennetty."
    assert tell.evaluate("localStorage.length") == 0
    begin(tell)
    assert tell.input_value("[name=title]") == ""


def test_one_date_is_cancelled_from_the_foot_of_its_page(tell: Page, origin: str) -> None:
    tell.goto(f"{origin}/tapahtumat/torstaikahvit/")
    link = tell.locator(".footer a[href*='ilmoita/?']")
    assert link.get_attribute("href") == "/ilmoita/?rautjarvi/events/torstaikahvit"
    link.press("Enter")
    tell.wait_for_selector(".form__thing")
    tell.get_by_label("Yksi kerta peruuntuu").check()
    date = tell.locator("#f-date option").nth(1).get_attribute("value") or ""
    tell.locator("#f-date").select_option(date)
    tell.locator("form button[type=submit]").press("Enter")
    assert tell.evaluate("document.activeElement.id") == "f-reason"
    tell.keyboard.type("Vetäjä: flunssa")
    tell.keyboard.press("Enter")
    tell.wait_for_selector(".form__done")
    assert tell.input_value(".form__done textarea") == (
        "kohtaamo: cancel events/torstaikahvit\n"
        f'dates: [{date}]\nreason: "Vetäjä: flunssa"\nkohtaamo: end\n'
    )
    assert problems(tell) == []


def test_only_what_changes_is_sent(tell: Page, origin: str) -> None:
    tell.goto(f"{origin}/ilmoita/?mistake=rautjarvi/events/torstaikahvit")
    tell.wait_for_selector(".form__thing")
    tell.get_by_label("Jokin tieto muuttuu tai on väärin").check()
    tell.locator("form button[type=submit]").press("Enter")
    tell.wait_for_selector("form.form__form")
    tell.locator("button[type=submit]").press("Enter")
    assert tell.locator(".form__summary").inner_text().startswith("Mikään ei ole vielä muuttunut.")
    tell.fill("[name=summary]", "Kahvia #1")
    tell.locator("button[type=submit]").press("Enter")
    tell.wait_for_selector(".form__done")
    assert tell.input_value(".form__done textarea") == (
        'kohtaamo: change events/torstaikahvit\nsummary: "Kahvia #1"\nkohtaamo: end\n'
    )


def test_a_place_is_known_by_its_name_alone(tell: Page, origin: str) -> None:
    tell.goto(f"{origin}/paikat/roihankadun-olohuone/")
    link = tell.locator(".footer a[href*='ilmoita/?']")
    assert link.get_attribute("href") == "/ilmoita/?places/roihankadun-olohuone"
    link.press("Enter")
    tell.wait_for_selector(".form__thing")
    assert tell.locator(".form__thing").inner_text() == "Roihankadun olohuone"
    assert tell.locator("[name=action]").count() == 3


def test_an_event_can_be_copied(tell: Page, origin: str) -> None:
    tell.goto(f"{origin}/ilmoita/?copy=rautjarvi/events/torstaikahvit")
    tell.wait_for_selector("form.form__form")
    assert tell.input_value("[name=place]") == "roihankadun-olohuone"
    assert tell.input_value("[name=day]") == ""
    assert tell.input_value("[name=from]") == "10:00"
    assert tell.input_value("[name=to]") == "11:30"
    assert tell.input_value("[name=often]") == "once"


def test_the_data_of_the_page_is_no_more_than_it_needs(tell: Page, origin: str) -> None:
    things = json.loads(tell.request.get(f"{origin}/ilmoita/rautjarvi.json").body())
    assert "events/torstaikahvit" in things
    assert [
        key for key, thing in things.items() if thing.get("access") in ("closed", "members")
    ] == []
