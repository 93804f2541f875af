"""What is added and removed in the form: days with other hours, rooms, pictures, an organiser."""

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.form_page import begin, problems, tab_to, type_in

# What somebody sees of the simplest event before it is done; the rest is folded.
SEEN = """() => Array.from(document.querySelectorAll(
    ".form__form input, .form__form select, .form__form textarea"
)).filter((each) => each.getClientRects().length && !each.closest("details:not([open])"))
    .map((each) => each.name)"""
FOCUS = "document.activeElement.id"
OTHER_HOURS = """kohtaamo: change places/roihankadun-olohuone
exceptions:
  - date: 2027-03-03
    hours:
      - days: [wed]
        from: 10:00
        to: 12:30
  - from: 2027-04-04
    to: 2027-05-05
    closed: yes
    reason: Remontti
kohtaamo: end
"""
NEWCOMER = """kohtaamo: new organisers/rautjarvi/kutojat-ry.md
---
name: Kutojat ry
class: culture
sector: association
municipalities: [rautjarvi]
---
kohtaamo: end
"""
OF_MEMBERS = """kohtaamo: new events/rautjarvi/kangaspuut.md
---
title: Kangaspuut
start: 2027-03-03 13:00
end: 15:00
place: roihankadun-olohuone
organisers: [kutojat-ry]
access: members
images:
  - file: img-1234-kudin.jpg
    alt: Kaksi kutojaa
---
kohtaamo: end
"""


def test_a_day_with_other_hours_is_told_with_the_keyboard_alone(tell: Page) -> None:
    tab_to(tell, "[data-act=hours]")
    tell.keyboard.press("Enter")
    tell.wait_for_selector("#f-thing")
    type_in(tell, "#f-thing", "Roihank")
    tab_to(tell, "button[type=submit]")
    tell.keyboard.press("Enter")
    tell.wait_for_selector("form.form__form")
    tab_to(tell, "button[type=submit]")
    tell.keyboard.press("Enter")
    assert tell.locator(".form__summary li").all_inner_texts() == [
        "Poikkeus 1, Päivä: Tämä puuttuu. Kirjoita tai valitse se."
    ]
    type_in(tell, "[name='exceptions.0.date']", "03032027")
    tab_to(tell, "#f-exceptions-0-closed")
    tell.keyboard.press("ArrowDown")
    # Hours of one day hold on that day.
    assert tell.locator("[name='exceptions.0.hours.0.days']:visible").count() == 0
    type_in(tell, "[name='exceptions.0.hours.0.from']", "10")
    type_in(tell, "[name='exceptions.0.hours.0.to']", "12.30")
    tab_to(tell, "#f-exceptions")
    tell.keyboard.press("Enter")
    assert tell.evaluate(FOCUS) == "f-exceptions-1-date"
    said = tell.locator(".form__many[data-name=exceptions] > [role=status]")
    assert said.inner_text() == "Lisättiin: Poikkeus 2"
    tell.keyboard.type("04042027")
    type_in(tell, "[name='exceptions.1.to']", "05052027")
    tab_to(tell, "#f-exceptions-1-closed")
    tell.keyboard.press("Space")
    type_in(tell, "[name='exceptions.1.reason']", "Remontti")
    assert problems(tell) == []
    tab_to(tell, "button[type=submit]")
    tell.keyboard.press("Enter")
    tell.wait_for_selector(".form__done")
    assert tell.input_value(".form__done textarea") == OTHER_HOURS


def test_an_organiser_that_is_not_here_yet_goes_first(tell: Page, tmp_path: Path) -> None:
    begin(tell)
    seen = tell.evaluate(SEEN)
    assert (len(seen), seen[0], seen[-1]) == (14, "title", "organiser1")
    for name, text in {"title": "Kangaspuut", "from": "13", "to": "15"}.items():
        tell.fill(f"[name={name}]", text)
    tell.fill("[name=day]", "2027-03-03")
    tell.select_option("[name=municipality]", "rautjarvi")
    tell.select_option("[name=place]", "roihankadun-olohuone")
    tell.locator("summary", has_text="Järjestäjä puuttuu luettelosta").press("Enter")
    tell.fill("[name='new.name']", "Kutojat ry")
    tell.locator("summary h3", has_text="Kenelle ja mistä").click()
    tell.get_by_label("Vain jäsenet").check()
    tell.locator("summary h3", has_text="Kuva tapahtumasta").click()
    picture = tmp_path / "IMG_1234 Kudin.JPG"
    picture.write_bytes(b"")
    for _ in range(2):
        tell.locator("#f-images").press("Enter")
    tell.locator("[type=file]").nth(1).set_input_files(picture)
    tell.locator("[data-list=remove]").first.press("Enter")
    assert tell.evaluate(FOCUS) == "f-images"
    assert tell.locator("#f-images + p").inner_text() == "Poistettiin: Kuva 1"
    assert tell.locator(".form__picture").inner_text().endswith(": img-1234-kudin.jpg")
    tell.locator("button[type=submit]").press("Enter")
    assert tell.locator(".form__summary li").all_inner_texts() == [
        f"{name}: Tämä puuttuu. Kirjoita tai valitse se."
        for name in ("Sektori", "Luokka", "Kuva 1, Kuvaus")
    ]
    tell.select_option("[name='new.sector']", "association")
    tell.select_option("[name='new.class']", "culture")
    tell.fill("[name='images.1.alt']", "Kaksi kutojaa")
    assert problems(tell) == []
    tell.locator("button[type=submit]").press("Enter")
    tell.wait_for_selector(".form__done")
    texts = tell.locator(".form__done textarea")
    assert [texts.nth(0).input_value(), texts.nth(1).input_value()] == [NEWCOMER, OF_MEMBERS]
    assert problems(tell) == []


def test_names_of_a_large_site_are_taken_too(tell: Page, origin: str) -> None:
    listed = "<sitemapindex><sitemap><loc>https://verkko.example/sitemap-2.xml</loc></sitemap>"
    part = "<urlset><url><loc>https://verkko.example/ilmoitustaulu/kutojia/</loc></url></urlset>"
    tell.route("**/sitemap.xml", lambda route: route.fulfill(body=listed))
    tell.route("**/sitemap-2.xml", lambda route: route.fulfill(body=part))
    begin(tell, "notice")
    tell.fill("[name=title]", "Kutojia")
    tell.fill("[name=until]", "2027-03-03")
    tell.select_option("[name=kind]", "volunteers")
    tell.select_option("[name=organiser1]", index=1)
    tell.locator("[name=municipalities][value=rautjarvi]").check()
    tell.locator("button[type=submit]").press("Enter")
    tell.wait_for_selector(".form__done")
    text = tell.input_value(".form__done textarea")
    assert text.startswith("kohtaamo: new notices/rautjarvi/kutojia-2.md")


def test_a_draft_opens_with_all_that_was_added(tell: Page) -> None:
    begin(tell, "organiser")
    tell.fill("[name=name]", "Kutojat ry")
    tell.select_option("[name=sector]", "association")
    tell.select_option("[name=class]", "culture")
    tell.locator("[name=municipalities][value=rautjarvi]").check()
    tell.locator("summary h3", has_text="Mitä etsitte").click()
    tell.locator("summary", has_text="Mitä etsitään").click()
    tell.get_by_label("Tekijöitä mukaan").check()
    tell.locator("summary h3", has_text="Kuva toiminnasta").click()
    tell.locator("#f-images").click()
    tell.fill("[name='images.0.alt']", "Kangaspuut")
    tell.keyboard.press("Tab")
    tell.reload()
    tell.wait_for_selector(".form__start")
    begin(tell, "organiser")
    assert tell.get_by_label("Tekijöitä mukaan").is_checked()
    assert tell.locator("[name='images.0.alt']:visible").input_value() == "Kangaspuut"
    tell.locator("[data-list=remove]").click()
    tell.locator("button[type=submit]").press("Enter")
    tell.wait_for_selector(".form__done")
    looks_for = "municipalities: [rautjarvi]\nlooks_for: [people]\n"
    assert tell.input_value(".form__done textarea") == NEWCOMER.replace(
        "municipalities: [rautjarvi]\n", looks_for
    )
