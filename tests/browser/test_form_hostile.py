"""The form against odd addresses, odd words, wrong ways in and what a browser refuses."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.looks import listen


@pytest.fixture
def page(context: BrowserContext, origin: str) -> Iterator[Page]:
    opened = context.new_page()
    heard = listen(opened, origin)
    yield opened
    assert (heard.noise, heard.elsewhere) == ([], [])


def test_an_address_finds_only_what_the_network_has(page: Page, origin: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for query in (
        "mistake=places/constructor",
        "constructor",
        "copy=rautjarvi/events/constructor",
        "mistake=..%5C..%5Cbuilt/events/x",
    ):
        page.goto(f"{origin}/ilmoita/?{query}")
        state = page.locator("#form .form__body .form__state")
        expect(state).to_have_text("Luetteloa ei löytynyt. Kirjoita sähköpostia tai soita.")
    assert [each for each in asked if each.endswith("built.json")] == []


def test_short_answers_are_checked_too(page: Page, origin: str) -> None:
    page.goto(f"{origin}/ilmoita/?mistake=rautjarvi/events/torstaikahvit")
    for action, name, text, said in (
        ("all_off", "reason", "Maija 131052-308T on sairaana", "Tässä on henkilötunnus."),
        ("all_off", "reason", "x" * 301, "Teksti on liian pitkä"),
        ("mistake", "words", "Soita 131052-308T", "Tässä on henkilötunnus."),
        ("mistake", "words", "a\u202eb", "Tekstissä on merkki, jota ei näe (U+202E)"),
    ):
        page.check(f"[name=action][value={action}]")
        page.fill(f"[name={name}]", text)
        page.locator("form button[type=submit]").press("Enter")
        assert page.locator(f"#f-{name}-error").inner_text().startswith(said)
    assert page.locator(".form__done").count() == 0


def test_what_failed_once_is_not_said_when_it_works(context: BrowserContext, origin: str) -> None:
    page = context.new_page()
    page.goto(f"{origin}/ilmoita/")
    failed = page.get_by_text("Lomake ei avautunut.")
    page.route("**/ilmoita/form.json", lambda route: route.abort())
    page.click("[data-act=event]")
    expect(failed).to_be_visible()
    page.unroute("**/ilmoita/form.json")
    page.click("[data-act=event]")
    page.wait_for_selector("form.form__form")
    expect(failed).to_be_hidden()


def test_without_a_clipboard_what_is_pasted_is_the_file(page: Page, origin: str) -> None:
    """What a mail carries has lines around the file, which no forge's page may have."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{origin}/ilmoita/")
    page.click("[data-act=place]")
    page.fill("[name=name]", "Con")
    page.select_option("[name=municipality]", index=1)
    page.fill("[name='address.street']", "Rantatie 1")
    page.fill("[name=text]", "pitkä " * 1_100)
    page.locator("form button[type=submit]").press("Enter")
    page.wait_for_selector(".form__done")
    link = page.locator(".form__ways a[target]")
    name = link.get_attribute("href")
    link.evaluate("(link) => link.removeAttribute('href')")
    link.click()
    assert page.input_value(".form__done textarea").startswith("---\nname: Con\n")
    # A name that no system can hold is given to no file.
    assert str(name).endswith("?filename=con-2.md")


def test_who_takes_a_wrong_way_in_has_not_lost_a_draft(page: Page, origin: str) -> None:
    def begin(kind: str) -> None:
        page.goto(f"{origin}/ilmoita/")
        page.click(f"[data-act={kind}]")
        page.wait_for_selector("form.form__form")

    begin("event")
    page.fill("[name=title]", "Torstain kahvit")
    page.press("[name=title]", "Tab")
    begin("notice")
    page.click("form.form__form > p .form__clear")
    begin("event")
    assert page.input_value("[name=title]") == "Torstain kahvit"
