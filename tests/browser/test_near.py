"""The script `near`: places by distance, worked out on the device, told in words.

Distances are asked of a formula of our own here (haversine), and of the coordinates as written.
"""

from collections.abc import Callable, Iterator
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from kohtaamo.listings.in_use import listed_by_municipality
from kohtaamo.model.common import Coordinates
from kohtaamo.schedule.in_use import stops_left
from tests.browser.chromium import NOON, reader
from tests.browser.forced import disappears
from tests.browser.looks import violations
from tests.conftest import ROOT, SITES
from tests.editions import edition_of
from tests.served import served

RAUTJARVI, NEW_YORK = (61.4262, 29.379), (40.7128, -74.006)
SITES_OF = {"sample": ROOT / "content", "everything": SITES / "everything" / "content"}
# Each card in sight: its address and what is said of its distance.
TOLD = """() => Array.from(document.querySelectorAll(".near .card"), (card) => [
    card.querySelector("a").pathname.split("/").slice(-2)[0],
    card.querySelector(".card__title + p").textContent])"""


def far(here: tuple[float, float], there: Coordinates) -> float:
    """Kilometres on a sphere as large as the earth."""
    lat, lon = radians(float(there.lat)), radians(float(there.lon))
    own = radians(here[0])
    half = sin((lat - own) / 2) ** 2
    half += cos(lat) * cos(own) * sin((lon - radians(here[1])) / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))


def nearest(content: Path, here: tuple[float, float]) -> dict[str, float | None]:
    """Each listed place with its distance, None where it is not known."""
    edition = edition_of(content)
    listed = listed_by_municipality(edition.known.places.values(), edition.today)
    found: dict[str, float | None] = {}
    for slug in {slug for slugs in listed.values() for slug in slugs}:
        place = edition.network.places[slug]
        spots = [place.coordinates, *(s.coordinates for s in stops_left(place, edition.today))]
        found[slug] = min((far(here, each) for each in spots if each), default=None)
    return found


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page of somebody who is somewhere, and has allowed it or not."""
    contexts: list[BrowserContext] = []

    def open_at(address: str, here: tuple[float, float] | None, accuracy: float = 20) -> Page:
        context = reader(browser)
        contexts.append(context)
        if here is not None:
            context.set_geolocation(
                {"latitude": here[0], "longitude": here[1], "accuracy": accuracy}
            )
            context.grant_permissions(["geolocation"])
        page = context.new_page()
        page.goto(address, wait_until="load")
        return page

    yield open_at
    for each in contexts:
        each.close()


def press(page: Page) -> str:
    """Presses the button by the keyboard; what is announced then."""
    page.locator(".near button").focus()
    page.keyboard.press("Enter")
    page.wait_for_function(
        "!/^(Etsi|Laite etsii|Din pos|Looking)/.test("
        "document.querySelector('.near [role=status]').textContent)"
    )
    return " ".join(page.locator(".near [role=status]").inner_text().split())


@pytest.mark.parametrize("here", [RAUTJARVI, NEW_YORK], ids=["rautjarvi", "new-york"])
@pytest.mark.parametrize("name", SITES_OF)
def test_the_order_is_that_of_the_distances(
    built: Callable[[str], Path],
    opened: Callable[..., Page],
    name: str,
    here: tuple[float, float],
) -> None:
    with served(built(name)) as origin:
        page = opened(f"{origin}/paikat/", here)
        before = page.locator(".card__title a").all_inner_texts()
        asked: list[Request] = []
        page.on("request", asked.append)
        press(page)
        said = page.evaluate(TOLD)
        own = nearest(SITES_OF[name], here)
        fars = [own[slug] for slug, _ in said]
        known = [each for each in fars if each is not None]
        assert sorted(own) == sorted(slug for slug, _ in said)
        assert known == pytest.approx(sorted(known), abs=0.02)
        # What is not known stands last, and says so.
        assert all(each is None for each in fars[len(known) :])
        for (_, line), distance in zip(said, fars, strict=True):
            assert line.split(",")[0].startswith(
                "etäisyys ei ole tiedossa"
                if distance is None
                else "alle kilometrin"
                if distance < 1
                else "noin "
            )
        assert asked == []
        # And back again, as it was.
        assert press(page) == "Paikat ovat taas kunnittain."
        assert page.locator(".card__title a >> visible=true").all_inner_texts() == before
        assert page.locator(".near .card").count() == 0


def test_distances_are_said_in_the_words_of_the_page(
    origin: str, opened: Callable[..., Page]
) -> None:
    """With the nearest stop of a place that travels; numbers as the language writes them."""
    said = {}
    for address in ("/paikat/", "/sv/platser/", "/en/places/", "/se/baikkit/", "/selko/paikat/"):
        page = opened(origin + address, (67.83, 24.83))
        press(page)
        told = dict(page.evaluate(TOLD))
        assert len(told) == 8
        said[address] = [
            " ".join(told[slug].split())
            for slug in ("kiertava-perhetupa", "kansalaisten-olohuone", "linja-auki")
        ]
    assert said == {}


def test_far_away_and_next_door(origin: str, opened: Callable[..., Page]) -> None:
    page = opened(f"{origin}/paikat/", RAUTJARVI)
    assert press(page) == (
        "Lähimmät paikat ovat nyt ensin. Etäisyydet ovat arvioita. "
        "Viimeisinä ovat paikat, joiden etäisyys ei ole tiedossa."
    )
    first, *_, last = page.evaluate(TOLD)
    assert first == ["roihankadun-olohuone", "alle kilometrin päässä, Rautjärvi"]
    assert last == ["linja-auki", "etäisyys ei ole tiedossa, Jyväskylä"]
    away = opened(f"{origin}/en/places/", NEW_YORK)
    press(away)
    assert away.evaluate(TOLD)[0][1] == ""


def test_the_button_says_what_it_does_and_keeps_the_focus(
    origin: str, opened: Callable[..., Page]
) -> None:
    page = opened(f"{origin}/paikat/", RAUTJARVI)
    for now, heading in (
        ("Näytä kunnittain", "Lähimmät paikat ensin"),
        ("Näytä lähimmät ensin", "Jyväskylä"),
    ):
        press(page)
        assert page.locator(".near").get_by_role("button").all_inner_texts() == [now]
        assert page.evaluate("document.activeElement.tagName") == "BUTTON"
        assert page.get_by_role("heading", level=2).first.inner_text() == heading


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (1, "Ei hätää, sijaintiasi ei käytetä, koska selain ei saanut siihen lupaa."),
        (2, "Laite ei valitettavasti löytänyt sijaintiasi."),
        (3, "Sijainnin etsiminen kesti liian kauan. Voit yrittää uudelleen."),
    ],
)
def test_what_to_do_where_no_position_is_to_be_had(
    origin: str, opened: Callable[..., Page], code: int, says: str
) -> None:
    page = opened(f"{origin}/paikat/", None)
    if code > 1:
        page.evaluate(
            "(code) => { navigator.geolocation.getCurrentPosition ="
            " (found, failed) => failed({ code }); }",
            code,
        )
    assert press(page) == (
        f"{says} Reittiopas on jokaisen paikan omalla sivulla. "
        "Löydät paikat myös kunnan mukaan: Kunnat"
    )
    assert page.locator(".near [role=status] a").get_attribute("href") == "/kunnat/"
    assert page.locator(".group >> visible=true").count() > 5
    assert violations(page, "light") == []


def test_it_is_accessible_when_sorted(origin: str, opened: Callable[..., Page]) -> None:
    page = opened(f"{origin}/paikat/", RAUTJARVI)
    press(page)
    assert violations(page, "light") + violations(page, "dark") == []
    assert disappears(page) == []
    page.emulate_media(media="print")
    assert not page.locator(".near button").is_visible()
    assert page.locator(".near .card").first.is_visible()


def test_there_is_no_button_without_scripts_or_over_http(browser: Browser, origin: str) -> None:
    plain = reader(browser, scripts=False)
    page = plain.new_page()
    page.goto(f"{origin}/paikat/", wait_until="load")
    assert not page.locator(".near").is_visible()
    plain.close()
    context = reader(browser)
    page = context.new_page()
    page.route(
        "http://kohtaamo.example/**",
        lambda route: route.fulfill(
            response=route.fetch(url=route.request.url.replace("http://kohtaamo.example", origin))
        ),
    )
    page.goto("http://kohtaamo.example/paikat/", wait_until="load")
    assert page.evaluate("isSecureContext") is False
    assert not page.locator(".near").is_visible()
    context.close()
