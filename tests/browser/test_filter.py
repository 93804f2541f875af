"""A list of events narrows in a browser to what a plain count over the edition says."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

import icalendar
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facets import facets_of
from kohtaamo.listings.paging import PAGE_SIZE
from kohtaamo.model.event import Access
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.zone import local
from tests.browser.chromium import NOON
from tests.conftest import ROOT
from tests.editions import edition_of

LIST = "/tapahtumat/"
# What a query asks for: facets, and days counted from the day of the build (a Tuesday).
DAYS = {
    "when=today": (0, 0),
    "when=tomorrow": (1, 1),
    "when=week": (0, 5),
    "when=weekend": (4, 5),
    "day=2026-12-24": (23, 23),
    "day=2027-02-09": (70, 70),
    "when=2027-02": (62, 89),
}
FACETS = {
    "municipality=mikkeli": "municipality/mikkeli",
    "place=roihankadun-olohuone": "place/roihankadun-olohuone",
    "audience=elderly": "audience/elderly",
    "topic=music": "topic/music",
    "need=shy": "need/shy",
    "language=sv": "language/sv",
    "accessibility=lift": "accessibility/lift",
    "way=phone": "way/phone",
    "free=1": "free/",
    "drop_in=1": "drop_in/",
    "alone=1": "alone/",
}
# A list is narrowed to what one of these has: then its own pages are asked.
LISTINGS = ("municipality=", "audience=", "topic=", "need=")
BOTH = (
    *("municipality=rautjarvi&when=week", "free=1&when=2027-02&municipality=rautjarvi"),
    *("when=today&topic=music", "drop_in=1&alone=1&free=1", "audience=elderly&when=weekend"),
)
SHOWN = """() => Array.from(document.querySelectorAll("[data-narrowed] .event-row"), (row) => [
    row.querySelector("a").getAttribute("href").split("/").slice(-2)[0],
    row.querySelector("time").getAttribute("datetime")])"""
JOIN = """async (files) => {
    const join = await import(document.querySelector("script[src*='/join.js']").src);
    return join.joined(files, "x");
}"""
ASK = """(query) => {
    history.pushState(null, "", location.pathname);
    dispatchEvent(new PopStateEvent("popstate"));
    history.pushState(null, "", "?" + query);
    dispatchEvent(new PopStateEvent("popstate"));
}"""


@pytest.fixture(scope="module")
def edition() -> Edition:
    return edition_of(ROOT / "content")


@pytest.fixture(scope="module", params=["Europe/Helsinki", "America/New_York"])
def away(request: pytest.FixtureRequest, browser: Browser, origin: str) -> Iterator[Page]:
    context = browser.new_context(timezone_id=request.param)
    context.clock.set_fixed_time(NOON)
    page = context.new_page()
    page.goto(origin + LIST)
    yield page
    context.close()


@pytest.fixture
def page(context: BrowserContext, origin: str) -> Page:
    opened = context.new_page()
    opened.goto(origin + LIST)
    opened.locator(".narrow summary").click()
    return opened


def asked(page: Page, query: str) -> list[tuple[str, str]]:
    page.evaluate(ASK, query)
    page.wait_for_selector(".narrow-said:not(:empty)")
    return [(slug, start) for slug, start in page.evaluate(SHOWN)]


def counted(edition: Edition, query: str, now: datetime = NOON) -> set[tuple[str, str]]:
    """The same by counting.

    Without days asked, the dates that the list's first page has, and the pages after it: those of
    the listing that was chosen, where one was.
    """
    parts = query.split("&")
    facets = {FACETS[each] for each in parts if each in FACETS}
    facets |= {each.replace("=", "/") for each in parts if each.startswith(("muni", "aud"))}
    days = next((DAYS[each] for each in parts if each in DAYS), None)
    own = [each.split("=") for each in parts if each.startswith(LISTINGS)]
    kind, key = own[0] if own else ("all", "")
    first = edition.agenda.of_listing(edition.listed["all", ""])[:PAGE_SIZE]
    later = edition.agenda.of_listing(edition.listed[kind, key])
    whole = {(each.slug, each.at) for each in (*first, *later)}
    return {
        (slug, _iso(each))
        for slug, event in edition.network.events.items()
        if event.access is Access.OPEN and facets <= set(facets_of(edition.facts[slug]))
        for each in edition.ahead[slug]
        if _end(each) > now
        and ((slug, _at(edition, slug, each)) in whole if days is None else _is_in(each, *days))
    }


def _at(edition: Edition, slug: str, each: Occurrence) -> int:
    begins = [begin for begin, _ in edition.facts[slug].spans]
    return begins.index(each.first_day.toordinal())


def _is_in(each: Occurrence, first: int, last: int) -> bool:
    """Some of the days; the hours after midnight belong to the evening before."""
    today = date(2026, 12, 1)
    ends = each.last_day
    if isinstance(each.end, datetime):
        ends = max(each.first_day, (each.end - timedelta(hours=6)).date())
    return each.first_day <= today + timedelta(days=last) and ends >= today + timedelta(days=first)


def _iso(each: Occurrence) -> str:
    start = each.start
    return (
        local(start).isoformat(timespec="minutes")
        if isinstance(start, datetime)
        else start.isoformat()
    )


def _end(each: Occurrence) -> datetime:
    if isinstance(each.start, datetime) and isinstance(each.end, datetime):
        return local(each.end)
    return local(datetime.combine(each.last_day + timedelta(days=1), datetime.min.time()))


def test_every_choice_leaves_what_a_count_says(away: Page, edition: Edition) -> None:
    is_far = away.evaluate("new Date().getTimezoneOffset()") > 0
    queries = (*DAYS, *BOTH[:2]) if is_far else (*FACETS, *DAYS, *BOTH)
    wrong = {}
    for query in queries:
        found = asked(away, query)
        assert len(found) == len({*found}), query
        if {*found} != counted(edition, query):
            wrong[query] = {*found} ^ counted(edition, query)
    assert wrong == {}


def test_days_are_those_of_the_clock(
    context: BrowserContext, origin: str, edition: Edition
) -> None:
    """On Sunday afternoon the weekend is what is left of it, though nothing was built since."""
    page = context.new_page()
    sunday = NOON + timedelta(days=5, hours=3)
    page.clock.set_fixed_time(sunday)
    page.goto(f"{origin}{LIST}?when=weekend")
    page.wait_for_selector(".narrow-said:not(:empty)")
    shown = {(slug, start) for slug, start in page.evaluate(SHOWN)}
    assert shown == counted(edition, "when=weekend", sunday)
    assert shown < counted(edition, "when=weekend")


def test_a_daily_series_is_told_of_on_each_day(
    context: BrowserContext, origin: str, edition: Edition
) -> None:
    """The list of an audience has one row of it: its days are those of the list of all events."""
    page = context.new_page()
    page.goto(f"{origin}/kenelle/families/")
    shown = asked(page, "when=week")
    assert {*shown} == counted(edition, "audience=families&when=week")
    assert len(shown) > len({slug for slug, _ in shown})
    assert {*asked(page, "when=2027-02")} == counted(edition, "audience=families&when=2027-02")


def test_what_is_joined_from_afar_stays_among_its_kind(
    context: BrowserContext, origin: str, edition: Edition
) -> None:
    """Later days are those of the month's page, which has all events."""
    page = context.new_page()
    page.goto(f"{origin}/etana/")
    shown = {*asked(page, "when=2027-02")}
    events = edition.network.events
    whole = counted(edition, "when=2027-02")
    assert shown == {(slug, at) for slug, at in whole if events[slug].from_afar} < whole
    assert shown


def test_choices_stand_in_the_address(page: Page) -> None:
    said = page.locator(".narrow-said")
    page.locator("[name=municipality]").select_option("rautjarvi")
    page.locator("[name=when]").select_option("weekend")
    page.locator("[name=free]").check()
    expect(said).to_have_text("1 tapahtuma: Rautjärvi, Viikonloppuna, Maksuton")
    assert page.url.endswith("/tapahtumat/?municipality=rautjarvi&when=weekend&free=1")
    other = page.locator(".language-switch a").nth(1).get_attribute("href") or ""
    assert other.endswith("/sv/evenemang/?municipality=rautjarvi&when=weekend&free=1")
    page.go_back()
    expect(said).to_have_text("2 tapahtumaa: Rautjärvi, Viikonloppuna")
    expect(page.locator("[name=free]")).not_to_be_checked()
    page.reload()
    expect(said).to_have_text("2 tapahtumaa: Rautjärvi, Viikonloppuna")
    page.goto(page.url + "&free=yes&topic=<b>&constructor=1&day=2026-99-99#x")
    expect(said).to_have_text("2 tapahtumaa: Rautjärvi, Viikonloppuna")


def test_it_works_with_keys_and_focus_stays(page: Page) -> None:
    said = page.locator(".narrow-said")
    page.keyboard.press("Tab")
    page.keyboard.press("m")
    expect(said).to_contain_text("Mikkeli")
    assert page.evaluate("document.activeElement.name") == "municipality"
    page.locator("[name=day]").fill("2026-12-05")
    page.locator("[name=topic]").select_option("health")
    expect(said).to_contain_text("Näillä valinnoilla ei löytynyt mitään.")
    expect(said).to_contain_text("5.12.2026")
    page.get_by_role("button", name="Poista viimeisin valinta").press("Enter")
    expect(page.locator("[name=topic]")).to_have_value("")
    page.get_by_role("button", name="Tyhjennä rajaukset").press("Enter")
    expect(said).to_be_empty()
    expect(page.locator("summary:focus")).to_have_text("Rajaa listaa")
    assert page.url.endswith(LIST)
    expect(page.locator(".events-block__dates")).to_be_visible()


def test_what_cannot_be_fetched_is_said(page: Page) -> None:
    def fail(route: Route) -> None:
        route.abort()

    page.route("**/tapahtumat/2027/02/", fail)
    page.locator("[name=when]").select_option("2027-02")
    expect(page.locator(".narrow-said")).to_contain_text("lista voi olla vajaa")
    page.unroute("**/tapahtumat/2027/02/")
    page.reload()
    expect(page.locator(".narrow-said")).not_to_contain_text("vajaa")
    page.route("**/facts.json", fail)
    page.goto(page.url + "&free=1")
    expect(page.locator(".narrow-said")).to_contain_text("Rajaaminen ei juuri nyt onnistu.")
    expect(page.locator(".events-block__dates")).to_be_visible()


def test_what_is_left_is_one_calendar(page: Page, origin: str) -> None:
    """Its events are those of the subscribed calendar, to the last byte."""
    page.locator("[name=municipality]").select_option("rautjarvi")
    expect(page.locator(".narrow-said")).to_contain_text("Rautjärvi")
    link = page.get_by_role("link", name="Tilaa kalenteriisi: Rautjärvi")
    assert link.get_attribute("href") == "/kunnat/rautjarvi/#seuraa"
    with page.expect_download() as download:
        page.get_by_role("button", name="Lataa nämä kalenteriin").click()
    joined = download.value.path().read_bytes()
    listed = page.request.get(f"{origin}/kunnat/rautjarvi/calendar.ics").body()
    assert _vevents(joined) == _vevents(listed)
    calendar = icalendar.Calendar.from_ical(joined)
    assert [each.name for each in calendar.subcomponents].count("VTIMEZONE") == 1
    assert str(calendar["X-WR-CALNAME"]) == "Rautjärvi"
    assert joined.count(b"\n") == joined.count(b"\r\n")
    assert max(map(len, joined.split(b"\r\n"))) <= 75
    assert joined.startswith(listed[: listed.index(b"CALSCALE")])


def test_no_title_breaks_the_calendar(page: Page, origin: str) -> None:
    """Though it may be called like a line of it."""
    file = page.request.get(f"{origin}/tapahtumat/torstaikahvit/event.ics").text()
    names = [f"{end}:{part}" for end in ("BEGIN", "END") for part in ("VEVENT", "VTIMEZONE")]
    files = [re.sub(r"\r\n(NAME|SUMMARY):[^\r]*", rf"\r\n\1:{name}", file) for name in names]
    calendar = icalendar.Calendar.from_ical(page.evaluate(JOIN, files))
    parts = [each.name for each in calendar.subcomponents]
    assert parts.count("VTIMEZONE") == 1
    assert parts.count("VEVENT") == len(names) * file.count("BEGIN:VEVENT")


def _vevents(calendar: bytes) -> set[bytes]:
    return {each.partition(b"END:VEVENT")[0] for each in calendar.split(b"BEGIN:VEVENT")[1:]}


def test_nothing_is_fetched_before_it_is_asked_for(
    context: BrowserContext, origin: str, built: Callable[[str], object]
) -> None:
    page = context.new_page()
    fetched: list[str] = []
    page.on("request", lambda each: fetched.append(each.url.removeprefix(origin)))
    page.goto(origin + LIST, wait_until="load")
    assert [each for each in fetched if "/theme/" not in each] == [LIST]
