"""The script that says whether a place is open: it agrees with the build in every minute of 2026.

The build's answer is `schedule.open_now`, which `tests/schedule/test_open_now.py` holds against the
hours of each day. Here the script reads what the theme makes for the builds of each week of the
year, in a browser of another time zone too.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from kohtaamo.model.place import HolidayHours, Hours, Mode, Place
from kohtaamo.model.translation import said_within
from kohtaamo.publish.html.environment import macro, make_environment
from kohtaamo.publish.html.spoken import spoken
from kohtaamo.publish.pages.context import saying_languages, siblings_of
from kohtaamo.publish.pages.open_now import open_now_view
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.site import DAYS_SHOWN, make_site
from kohtaamo.publish.parts import make_parts
from kohtaamo.publish.wording.open_now import open_now
from kohtaamo.schedule.moments import ONE_DAY, clock_of
from kohtaamo.schedule.open_now import states
from kohtaamo.schedule.zone import utc
from tests.browser.chromium import reader as someone
from tests.conftest import ROOT, SITES
from tests.editions import edition_of

CONTENTS = (ROOT / "content", *(SITES / name / "content" for name in ("everything", "small")))
PLACE = "/paikat/roihankadun-olohuone/"
WEEK = timedelta(weeks=1)
# On which the pages of 2026 are made anew, and the Monday after.
MONDAYS = [date(2025, 12, 29) + number * WEEK for number in range(54)]
# From which minute on (since 1970, UTC) what is said.
Built = Callable[[str], Path]
Changes = list[tuple[int, str]]

# All builds of a place with the minute from which on they are what is served: what the newest one
# says in each minute, and the minutes in which the one before says something else.
SAID = """async ({ module, builds, from, to }) => {
    const { read, sentenceAt } = await import(module);
    const asked = builds.map(([, html]) => {
        const page = document.createElement("template");
        page.innerHTML = html;
        const line = page.content.querySelector(".open-now");
        if (!line) return () => "";
        const runs = read(line.getAttribute("data-runs"));
        const said = Array.from(line.querySelector("template").content.querySelectorAll("p"),
            (each) => each.textContent);
        return (minute) => said[sentenceAt(runs, minute)] || "";
    });
    const changes = [], disagreeing = [];
    let newest = 0, before = null;
    for (let minute = from; minute < to; minute++) {
        while (newest + 1 < builds.length && builds[newest + 1][0] <= minute) newest++;
        const said = asked[newest](minute);
        if (said !== before) changes.push([minute, said]);
        before = said;
        if (newest && minute % 15 === 0 && asked[newest - 1](minute) !== said)
            disagreeing.push(minute);
    }
    return [changes, disagreeing];
}"""


def minutes(day: date) -> int:
    """When a day begins in Finland."""
    return (utc(clock_of(day)) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(minutes=1)


YEAR = minutes(date(2026, 1, 1)), minutes(date(2027, 1, 1))


class Network:
    """What the build makes of the places of a content folder, in its first language."""

    def __init__(self, content: Path) -> None:
        edition = saying_languages(edition_of(content))
        site = make_site(edition, make_parts(edition))
        words = edition.words[edition.first_language]
        self.reader = Reader(site=site, words=words, siblings=siblings_of(site))
        self.places = tuple(edition.network.places.values())
        self._macro = macro(make_environment(ROOT / "theme" / "templates"), "open-now")

    def page(self, place: Place, monday: date) -> str:
        """The part of a place's page that is for the script."""
        known = states(place, monday, monday + DAYS_SHOWN * ONE_DAY - ONE_DAY)
        return spoken(self._macro(open_now_view(self.reader, place, known)))

    def said(self, place: Place) -> Changes:
        """What is true of a place in 2026, by what the build knows of each week alone."""

        def stop(stop_id: str) -> str:
            found = place.stop(stop_id)
            return said_within(place, found.name, self.reader.language).text if found else ""

        changes: Changes = []
        for first in MONDAYS[:-1]:
            for moment, day, state in states(place, first, first + WEEK - ONE_DAY)[:-1]:
                text = open_now(self.reader.words, state, day, stop) if state else ""
                minute = int(moment.timestamp()) // 60
                if minute <= YEAR[0]:
                    changes = [(YEAR[0], text)]
                elif minute < YEAR[1] and (not changes or changes[-1][1] != text):
                    changes.append((minute, text))
        return changes


@pytest.fixture(scope="module")
def networks() -> tuple[Network, ...]:
    return tuple(map(Network, CONTENTS))


def open_at_night(place: Place) -> Place:
    """It is open, or opens and closes, in the hours that clocks leave out and show twice."""
    return replace(
        place,
        hours=(
            Hours(days=(5,), from_=22 * 60, to=6 * 60),
            Hours(days=(6,), from_=210, to=270, mode=Mode.SELF_SERVICE),
            Hours(days=(6,), from_=120, to=195, mode=Mode.BY_APPOINTMENT),
        ),
        holiday_hours=HolidayHours.NORMAL,
    )


@pytest.fixture(params=["Europe/Helsinki", "America/New_York"])
def away(request: pytest.FixtureRequest, browser: Browser, origin: str) -> Iterator[Page]:
    """A page of somebody in another time zone."""
    context = browser.new_context(timezone_id=request.param)
    page = context.new_page()
    page.goto(f"{origin}{PLACE}")
    yield page
    context.close()


def test_it_says_what_the_build_says_in_every_minute(
    away: Page, networks: tuple[Network, ...]
) -> None:
    module = away.get_attribute("script[src*=open-now]", "src")
    every = [(network, place) for network in networks for place in network.places]
    every.append((networks[-1], open_at_night(networks[-1].places[0])))
    for network, place in every:
        builds = [(minutes(monday), network.page(place, monday)) for monday in MONDAYS[:-1]]
        asked = {"module": module, "builds": builds, "from": YEAR[0], "to": YEAR[1]}
        changes, disagreeing = away.evaluate(SAID, asked)
        assert [tuple(each) for each in changes] == network.said(place), place.slug
        assert disagreeing == [], place.slug


def test_pages_hold_what_it_reads(networks: tuple[Network, ...], built: Built) -> None:
    """The very text that was looked at above stands on the pages of the sample network."""
    sample, monday = networks[0], date(2026, 11, 30)
    lacking = [
        place.slug
        for place in sample.places
        if sample.page(place, monday)
        not in (built("sample") / f"paikat/{place.slug}/index.html").read_text("utf-8")
    ]
    assert lacking == []
    assert "open-now" in sample.page(sample.places[0], monday)


def said(page: Page) -> list[str]:
    """What the lines on a page say."""
    return [each.inner_text() for each in page.locator(".open-now").all()]


def test_it_goes_with_the_time(context: BrowserContext, origin: str) -> None:
    page = context.new_page()
    page.clock.install(time=datetime.fromisoformat("2026-12-01T11:58:30+02:00"))
    page.goto(f"{origin}{PLACE}", wait_until="load")
    assert said(page) == [
        "Auki nyt, henkilökunta paikalla klo\xa012 asti, sen jälkeen digiopastus klo\xa015 asti."
    ]
    page.clock.run_for(90_000)
    assert said(page) == ["Auki nyt, digiopastus klo\xa015 asti."]
    page.clock.run_for("03:00:00")
    assert said(page) == ["Kiinni nyt, aukeaa huomenna klo\xa09."]


def test_it_looks_again_when_it_is_looked_at_and_ends_with_what_is_known(
    context: BrowserContext, origin: str
) -> None:
    page = context.new_page()
    page.goto(f"{origin}{PLACE}", wait_until="load")
    heard = {}
    for moment in ("12-06T12:00", "12-13T23:59", "12-14T00:00", "12-01T13:00", "11-29T23:59"):
        page.clock.set_fixed_time(datetime.fromisoformat(f"2026-{moment}:00+02:00"))
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        heard[moment] = said(page)
    assert heard == {
        "12-06T12:00": ["Kiinni nyt, aukeaa huomenna klo\xa09."],
        "12-13T23:59": ["Kiinni nyt, aukeaa huomenna klo\xa09."],
        # Two weeks after the last build nobody knows.
        "12-14T00:00": [""],
        "12-01T13:00": ["Auki nyt, digiopastus klo\xa015 asti."],
        "11-29T23:59": [""],
    }


def test_the_front_page_says_it_of_each_place_that_is_open_on_the_day(
    context: BrowserContext, origin: str
) -> None:
    page = context.new_page()
    page.goto(f"{origin}/", wait_until="load")
    assert dict(
        zip(page.locator(".open-today__place").all_inner_texts(), said(page), strict=True)
    ) == {
        "Kansalaisten olohuone": "Auki nyt, henkilökunta paikalla.",
        "Linja auki": "Auki nyt, henkilökunta paikalla.",
        "Yhteinen pöytä": "Auki nyt, henkilökunta paikalla.",
        "Kiertävä perhetupa": "Auki nyt, henkilökunta paikalla.",
        "Mikkelin kumppanuustalo": "Auki nyt, henkilökunta paikalla.",
        "Roihankadun olohuone": "Auki nyt, digiopastus.",
        "Perhetupa Kieppi": "Auki nyt, henkilökunta paikalla.",
    }


def test_after_closing_time_the_front_page_says_when_places_open_next(
    context: BrowserContext, origin: str
) -> None:
    page = context.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat("2026-12-01T22:00:00+02:00"))
    page.goto(f"{origin}/", wait_until="load")
    assert said(page) == [
        "Kiinni nyt, aukeaa huomenna klo\xa010.",
        "Kiinni nyt, aukeaa huomenna klo\xa012.",
        "Kiinni nyt, aukeaa huomenna klo\xa010.",
        "Kiinni nyt, aukeaa huomenna klo\xa016 (Sirkka, koulun ruokasali).",
        *["Kiinni nyt, aukeaa huomenna klo\xa09."] * 3,
    ]


def test_nobody_is_interrupted_by_it(context: BrowserContext, origin: str) -> None:
    """It is read where it stands; a region that announces itself would speak up again and again."""
    page = context.new_page()
    page.goto(f"{origin}{PLACE}", wait_until="load")
    live = "[aria-live], [role=status], [role=alert], [role=log], [role=timer], output"
    assert (
        page.locator(f":is({live}) .open-now, .open-now:is({live}), .open-now :is({live})").count()
        == 0
    )
    assert page.locator(".open-now").aria_snapshot() == (
        "- paragraph: Auki nyt, digiopastus klo 15 asti."
    )


def test_without_scripts_it_takes_no_room(browser: Browser, origin: str) -> None:
    plain = someone(browser, scripts=False)
    page = plain.new_page()
    page.goto(f"{origin}{PLACE}", wait_until="load")
    assert [each.bounding_box()["height"] for each in page.locator(".open-now").all()] == [0]
    plain.close()


def test_only_pages_that_use_it_ask_for_it(built: Built) -> None:
    asking, using = set(), set()
    for file in built("sample").rglob("*.html"):
        text, path = file.read_text("utf-8"), file.relative_to(built("sample")).as_posix()
        if "/theme/open-now.js?v=" in text:
            asking.add(path)
        if 'class="open-now"' in text:
            using.add(path)
    # The page of components shows what it looks like without a script.
    assert using - asking == {"komponentit/index.html"}
    assert asking <= using
    assert {"index.html", "sv/index.html", f"{PLACE[1:]}index.html"} <= asking
