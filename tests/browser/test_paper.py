"""A place's page on the wall of the meeting place: all its hours, and nothing to press."""

from playwright.sync_api import BrowserContext

PLACE = "/paikat/roihankadun-olohuone/"
WEEKS = ["Ensi viikolla", "Tavallinen viikko", "Kesäajat: 21.6.2027–8.8.2027"]


def test_weeks_behind_switches_stand_open_on_paper(context: BrowserContext, origin: str) -> None:
    page = context.new_page()
    page.goto(f"{origin}{PLACE}", wait_until="load")
    weeks = page.locator(".place-hours details:not([open])")
    monday = weeks.filter(has_text="Tavallinen viikko").get_by_text("Maanantai")
    assert not monday.is_visible()

    page.emulate_media(media="print")

    assert [week.locator("summary").inner_text() for week in weeks.all()] == WEEKS
    assert monday.is_visible()
    for name in ("Aukioloajat kalenteriin", "Onko jotakin peruttu?"):
        assert not page.get_by_text(name, exact=True).is_visible()
