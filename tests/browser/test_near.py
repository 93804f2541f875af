"""The script `near`: places by distance, worked out on the device, told in words.

Distances are asked of a formula of our own here (haversine), and of the coordinates as written.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from math import asin, cos, inf, radians, sin, sqrt
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kohtaamo.listings.in_use import listed_by_municipality
from kohtaamo.model.common import Coordinates
from kohtaamo.schedule.in_use import stops_left
from tests.browser.chromium import reader
from tests.conftest import ROOT, SITES
from tests.editions import edition_of
from tests.served import served

RAUTJARVI, LEVI, NEW_YORK = (61.4262, 29.379), (67.83, 24.83), (40.7128, -74.006)
SITES_OF = {"sample": ROOT / "content", "everything": SITES / "everything" / "content"}
Spots = Mapping[str, list[Coordinates]]
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


def spots(content: Path) -> Spots:
    """Where each listed place is, and where it still comes to."""
    edition = edition_of(content)
    listed = listed_by_municipality(edition.known.places.values(), edition.today)
    places = [edition.network.places[slug] for slug in {*chain(*listed.values())}]
    return {
        place.slug: [
            at
            for at in (
                place.coordinates,
                *(stop.coordinates for stop in stops_left(place, edition.today)),
            )
            if at
        ]
        for place in places
    }


@pytest.fixture(scope="module")
def near(browser: Browser) -> Iterator[Page]:
    """A tab of somebody who lets pages know where they are."""
    context = reader(browser)
    context.grant_permissions(["geolocation"])
    yield context.new_page()
    context.close()


def go(page: Page, here: tuple[float, float]) -> None:
    page.context.set_geolocation({"latitude": here[0], "longitude": here[1]})


def press(page: Page) -> str:
    """Presses the button by the keyboard; what is announced when there is an answer."""
    said = page.locator(".near [role=status]")
    before = said.inner_text()
    page.locator(".near button").focus()
    page.keyboard.press("Enter")
    page.wait_for_function(
        "(before) => { const box = document.querySelector('.near'),"
        " said = box.querySelector('[role=status]').innerText,"
        " asking = box.querySelector('template').content.children[3].textContent;"
        " return said !== before && said !== asking; }",
        arg=before,
    )
    return " ".join(said.inner_text().split())


@pytest.mark.parametrize("name", SITES_OF)
def test_the_order_is_that_of_the_distances(
    built: Callable[[str], Path], near: Page, name: str
) -> None:
    asked: list[str] = []
    known = spots(SITES_OF[name])
    with served(built(name)) as origin:
        near.goto(f"{origin}/paikat/", wait_until="load")
        before = seen(near)
        near.on("request", lambda request: asked.append(request.url))
        for here in (RAUTJARVI, NEW_YORK):
            go(near, here)
            press(near)
            own = {
                slug: min((far(here, each) for each in all_of_it), default=None)
                for slug, all_of_it in known.items()
            }
            assert faults(near.evaluate(TOLD), own) == []
            # And back again, as it was.
            assert press(near) == "Paikat ovat taas kunnittain."
            assert seen(near) == before
    assert asked == []


def seen(page: Page) -> list[str]:
    """The places in sight."""
    return page.locator(".card__title >> visible=true").all_inner_texts()


def faults(told: list[list[str]], own: Mapping[str, float | None]) -> list[str]:
    """Places that are missing, at a wrong turn, or with a wrong distance."""
    found = [] if sorted(own) == sorted(slug for slug, _ in told) else ["not each place once"]
    before = 0.0
    for slug, line in told:
        # What is not known stands last.
        distance = own[slug]
        expected = inf if distance is None else distance
        if expected < before - 0.02:
            found.append(f"{slug} is too late")
        before = expected
        number = re.match(r"noin ([\d,\s]+)\skm linnuntietä, ", line)
        if number:
            shown = float(re.sub(r"\s", "", number[1]).replace(",", "."))
            is_right = expected >= 0.99 and shown == pytest.approx(expected, rel=0.051)
        else:
            is_right = line.startswith(
                "etäisyys ei ole tiedossa, " if distance is None else "alle kilometrin päässä, "
            ) and not (1.01 < expected < inf)
        if not is_right:
            found.append(f"{slug}: {line}, not {distance}")
    return found


def test_a_wrong_order_is_noticed() -> None:
    own = {"a": 0.5, "b": 3.14, "c": None}
    right = [
        ["a", "alle kilometrin päässä, X"],
        ["b", "noin 3,1 km linnuntietä, X"],
        ["c", "etäisyys ei ole tiedossa, X"],
    ]
    assert faults(right, own) == []
    assert faults(right[::-1], own) == ["b is too late", "a is too late"]
    assert faults(right[1:], own) == ["not each place once"]
    assert faults([right[0], ["b", right[2][1]], ["c", right[1][1]]], own) == [
        "b: etäisyys ei ole tiedossa, X, not 3.14",
        "c: noin 3,1 km linnuntietä, X, not None",
    ]


def test_distances_are_said_in_the_words_of_the_page(origin: str, near: Page) -> None:
    """With the nearest stop of a place that travels; numbers as a sentence has them."""
    said = {}
    for address in ("/paikat/", "/sv/platser/", "/en/places/", "/se/baikkit/", "/selko/paikat/"):
        near.goto(origin + address, wait_until="load")
        go(near, LEVI)
        press(near)
        told = dict(near.evaluate(TOLD))
        lines = [" ".join(told["kiertava-perhetupa"].split())]
        press(near)
        go(near, NEW_YORK)
        press(near)
        told = dict(near.evaluate(TOLD))
        slugs = ("kansalaisten-olohuone", "linja-auki")
        said[address] = [*lines, *(" ".join(told[slug].split()) for slug in slugs)]
    assert said == {
        "/paikat/": [
            "noin 2,2 km linnuntietä, Sirkka, koulun ruokasali, Kittilä",
            "noin 6 500 km linnuntietä, Jyväskylä",
            "etäisyys ei ole tiedossa, Jyväskylä",
        ],
        "/sv/platser/": [
            "cirka 2,2 km fågelvägen, Sirkka, koulun ruokasali, Kittilä",
            "cirka 6 500 km fågelvägen, Jyväskylä",
            "avståndet är inte känt, Jyväskylä",
        ],
        "/en/places/": [
            "about 2.2 km as the crow flies, Sirkka, the school canteen, Kittilä",
            "about 6,500 km as the crow flies, Jyväskylä",
            "the distance is not known, Jyväskylä",
        ],
        # Sámi borrows Finnish sentences, and their numbers with them.
        "/se/baikkit/": [
            "noin 2,2 km linnuntietä, Sirkka, koulun ruokasali, Gihttel",
            "noin 6 500 km linnuntietä, Jyväskylä",
            "etäisyys ei ole tiedossa, Jyväskylä",
        ],
        "/selko/paikat/": [
            "noin 2,2 kilometrin päässä, Sirkka, koulun ruokasali, Kittilä",
            "noin 6 500 kilometrin päässä, Jyväskylä",
            "emme tiedä matkaa, Jyväskylä",
        ],
    }


def test_it_is_announced_and_the_button_keeps_the_focus(origin: str, near: Page) -> None:
    near.goto(f"{origin}/paikat/", wait_until="load")
    go(near, RAUTJARVI)
    sorted_, by_town = press(near), ("Jyväskylä", "Näytä lähimmät ensin")
    assert sorted_ == (
        "Lähimmät paikat ovat nyt ensin. Etäisyydet ovat arvioita. "
        "Viimeisinä ovat paikat, joiden etäisyys ei ole tiedossa."
    )
    told = near.evaluate(TOLD)
    assert told[0] == ["roihankadun-olohuone", "alle kilometrin päässä, Rautjärvi"]
    assert told[-1] == ["linja-auki", "etäisyys ei ole tiedossa, Jyväskylä"]
    assert heard(near) == ("Lähimmät paikat ensin", "Näytä kunnittain")
    near.emulate_media(media="print")
    assert not near.locator(".near button").is_visible()
    assert near.locator(".near .card").first.is_visible()
    near.emulate_media(media="screen")
    press(near)
    assert heard(near) == by_town


def heard(page: Page) -> tuple[str, str]:
    """The first heading of the list, and what has the focus."""
    return (
        page.get_by_role("heading", level=2).first.inner_text(),
        page.locator("button:focus").inner_text(),
    )


def test_what_to_do_where_no_position_is_to_be_had(browser: Browser, origin: str) -> None:
    context = reader(browser)
    page = context.new_page()
    page.goto(f"{origin}/paikat/", wait_until="load")
    groups = seen(page)
    said = [press(page)]
    for code in (2, 3):
        page.evaluate(
            "(code) => { navigator.geolocation.getCurrentPosition ="
            " (found, failed) => failed({ code }); }",
            code,
        )
        said.append(press(page))
        assert seen(page) == groups
    context.close()
    ways = " Reittiopas on jokaisen paikan omalla sivulla. Löydät paikat myös kunnan mukaan: Kunnat"
    assert said == [
        f"Ei hätää. Selain ei saanut lupaa sijaintiin, joten paikat ovat kunnittain.{ways}",
        f"Laite ei valitettavasti löytänyt sijaintiasi.{ways}",
        f"Sijainnin etsiminen kesti liian kauan. Voit yrittää uudelleen.{ways}",
    ]


def test_there_is_no_button_without_scripts_or_over_http(browser: Browser, origin: str) -> None:
    http = "http://kohtaamo.example"
    for scripts in (False, True):
        context = reader(browser, scripts=scripts)
        page = context.new_page()
        page.route(
            f"{http}/**",
            lambda route: route.fulfill(
                response=route.fetch(url=route.request.url.replace(http, origin))
            ),
        )
        page.goto(f"{http if scripts else origin}/paikat/", wait_until="load")
        assert (page.locator(".card").first.is_visible(), page.locator(".near").is_visible()) == (
            True,
            False,
        )
        # What is still asked for would be answered into a page that is gone.
        page.unroute_all(behavior="ignoreErrors")
        context.close()
