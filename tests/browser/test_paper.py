"""On the wall of the meeting place: a sheet with what one has to know, and nothing to press."""

import re

import pytest
from playwright.sync_api import BrowserContext

PLACE = "/paikat/roihankadun-olohuone/"
# The usual week has no room beside these two, and next summer's hours are for next spring's sheet.
WEEKS = ["Ensi viikolla", "Poikkeukset myöhemmin"]
SHEETS = (
    "/paikat/roihankadun-olohuone/",
    "/paikat/kumppanuustalo/",
    "/sv/platser/yhteinen-poyta/",
    "/paikat/roihankadun-olohuone/tilat/ryhmahuone/",
    "/selko/paikat/kumppanuustalo/tilat/verstas/",
    "/tapahtumat/torstaikahvit/",
    "/tapahtumat/kohtaamispaikkapaivat-2027/",
    "/tapahtumat/joulukirpputori/",
)


def test_weeks_behind_switches_stand_open_on_paper(context: BrowserContext, origin: str) -> None:
    page = context.new_page()
    page.goto(f"{origin}{PLACE}", wait_until="load")
    weeks = page.locator(".place-hours details:not([open])")
    monday = weeks.filter(has_text="Ensi viikolla").get_by_text("maanantaina 7.12.")
    assert not monday.is_visible()

    page.emulate_media(media="print")

    seen = [week.locator("summary") for week in weeks.all() if week.is_visible()]
    assert [summary.inner_text() for summary in seen] == WEEKS
    assert monday.is_visible()
    for name in ("Aukioloajat kalenteriin", "Onko jotakin peruttu?"):
        assert not page.get_by_text(name, exact=True).is_visible()


def test_a_date_that_is_off_is_on_the_sheet_however_far_down_the_list(
    context: BrowserContext, origin: str
) -> None:
    page = context.new_page()
    page.goto(f"{origin}/paikat/kumppanuustalo/", wait_until="load")
    page.emulate_media(media="print")

    days = page.locator(".place-events .event-days")
    shown = [day.locator("h3").inner_text() for day in days.all() if day.is_visible()]
    assert shown == [
        "Tiistai 1. joulukuuta",
        "Keskiviikko 2. joulukuuta",
        "Torstai 3. joulukuuta",
        "Maanantai 7. joulukuuta",
        "Tiistai 8. joulukuuta",
        "Lauantai 12. joulukuuta",
    ]
    assert page.get_by_text("PERUTTU:").is_visible()
    assert page.get_by_text("Lisää tapahtumia:").is_visible()


@pytest.mark.parametrize("address", SHEETS)
def test_a_place_a_room_and_an_event_fit_one_sheet(
    context: BrowserContext, origin: str, address: str
) -> None:
    page = context.new_page()
    page.goto(f"{origin}{address}", wait_until="load")
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True))
    assert len(sheets) == 1
