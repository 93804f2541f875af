"""The scripts `past` and `days`: a page stays true when nobody builds it anew.

What is over is asked of the occurrences themselves, not of what the pages tell the script.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page

from kohtaamo.schedule.moments import clock_of
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.zone import local
from tests.browser.chromium import NOON
from tests.conftest import ROOT
from tests.editions import edition_of
from tests.shown import Shown

KINDS = ("front", "listing", "month", "event", "place", "municipality", "organiser", "changes")
OTHERS = (
    # Rows with their dates, a van, rooms, a series with dates that are off, a programme, one date.
    *("/etana/", "/haku/", "/aiheet/music/", "/paikat/kiertava-perhetupa/"),
    *("/paikat/kumppanuustalo/", "/paikat/kumppanuustalo/tilat/keittio/"),
    *("/tapahtumat/torstaikahvit/", "/tapahtumat/kohtaamispaikkapaivat-2027/"),
    *("/tapahtumat/joulukirpputori/", "/tapahtumat/itsenaisyyspaivan-kahvit/"),
)
MOMENTS = {
    "noon of the build": NOON,
    "afternoon": NOON + timedelta(hours=2),
    "a minute to midnight": datetime.fromisoformat("2026-12-01T23:59:30+02:00"),
    "midnight": datetime.fromisoformat("2026-12-02T00:00:00+02:00"),
    "a week later": NOON + timedelta(weeks=1),
}
# As far as occurrences are looked into; what is later is not over.
FAR = "2027-11"
# Every date that the page tells of as coming: the event's address or "", when, and whether hidden.
TOLD = """() => Array.from(document.querySelectorAll(
    ".event-row time, .date-list time, .event-when__next time, .names__when time,"
    + ".room-free time, .change, [id=today] h2 > time"), (each) => {
    const link = each.closest(".event-when__next, .event-dates, .event-off") ? location
        : (each.closest(".event-row, .names__link, li") || document.body).querySelector("a")
        || each.closest("a");
    const time = each.matches(".change") ? each.closest("section").querySelector("time") : each;
    const isHidden = Boolean(each.closest("[hidden]"));
    return [link ? link.pathname : "", time.getAttribute("datetime"), isHidden];
})"""
Ends = Mapping[tuple[str, str], datetime]


@pytest.fixture(scope="module")
def ends() -> Ends:
    """When each date of the sample network is over, by the event's address and its start."""
    edition = edition_of(ROOT / "content")
    return {
        (f"/tapahtumat/{slug}/", _iso(each)): _end(each)
        for slug, dates in edition.occurrences.items()
        for each in dates
    }


def _iso(occurrence: Occurrence) -> str:
    start = occurrence.start
    if isinstance(start, datetime):
        return local(start).isoformat(timespec="minutes")
    return start.isoformat()


def _end(occurrence: Occurrence) -> datetime:
    if isinstance(occurrence.start, datetime) and isinstance(occurrence.end, datetime):
        return local(occurrence.end)
    return local(clock_of(occurrence.last_day) + timedelta(days=1))


@pytest.fixture(scope="module", params=["Europe/Helsinki", "America/New_York"])
def away(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A tab of somebody in another time zone."""
    context = browser.new_context(timezone_id=request.param)
    yield context.new_page()
    context.close()


def at(page: Page, moment: datetime) -> None:
    """It becomes that moment, and the tab is looked at."""
    page.clock.set_fixed_time(moment)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_what_is_over_is_hidden_and_nothing_else(
    away: Page, origin: str, shown: tuple[Shown, ...], ends: Ends
) -> None:
    longest = [each.address for each in shown if each.language == "fi" and each.kind in KINDS]
    if away.evaluate("new Date().getTimezoneOffset()") > 0:
        longest = longest[:4]
    wrong, hidden = [], dict.fromkeys(MOMENTS, 0)
    for address in (*longest, *OTHERS):
        away.clock.set_fixed_time(NOON)
        response = away.goto(origin + address, wait_until="load")
        assert response is not None
        assert response.ok, address
        for name, moment in MOMENTS.items():
            at(away, moment)
            for path, start, is_hidden in away.evaluate(TOLD):
                end = (
                    _end_of_day(start)
                    if start[:10] > FAR or "T" not in start
                    else ends[path, start]
                )
                hidden[name] += is_hidden
                if is_hidden != (end <= moment):
                    wrong.append(f"{address} {name}: {path} {start}")
    assert wrong == []
    counts = list(hidden.values())
    assert counts == sorted({*counts})
    assert counts[0] == 0


def _end_of_day(start: str) -> datetime:
    return local(datetime.fromisoformat(start[:10]) + timedelta(days=1))


def seen(page: Page, selector: str) -> list[str]:
    """The texts of what is in sight."""
    found = page.locator(f"{selector} >> visible=true").all_inner_texts()
    return [" ".join(each.split()) for each in found]


def test_lists_with_nothing_left_say_so(away: Page, origin: str) -> None:
    for address, said in (
        ("/", "Kaikki tähän merkityt ajat ovat jo menneet."),
        ("/sv/", "Alla tider som stod här har redan varit."),
        ("/en/", "All the times listed here have passed."),
        ("/selko/", "Kaikki ajat ovat jo menneet."),
    ):
        away.clock.set_fixed_time(NOON)
        away.goto(origin + address, wait_until="load")
        assert (seen(away, ".is-over"), len(seen(away, "[id=today] h2"))) == ([], 2)
        at(away, MOMENTS["a minute to midnight"])
        assert (seen(away, ".is-over"), len(seen(away, "[id=today] h2"))) == ([said], 2)
        at(away, MOMENTS["a week later"])
        # Of the days of the week; today's events and places are no longer there.
        assert (seen(away, ".is-over"), seen(away, "[id=today] h2")) == ([said], [])
        assert seen(away, "main time") == []


def test_an_event_page_goes_on_to_its_next_date(away: Page, origin: str) -> None:
    away.clock.set_fixed_time(NOON)
    away.goto(f"{origin}/tapahtumat/torstaikahvit/", wait_until="load")
    said = {}
    for day in ("02", "03", "04", "11", "18"):
        at(away, datetime.fromisoformat(f"2026-12-{day}T09:00+02:00"))
        (said[day],) = seen(away, ".event-when__next")
    assert said == {
        "02": "Seuraavan kerran huomenna torstaina 3.12.2026 klo 10–11.30",
        "03": "Seuraavan kerran tänään torstaina 3.12.2026 klo 10–11.30",
        "04": "Seuraavan kerran torstaina 10.12.2026 klo 10–11.30",
        "11": "Seuraavan kerran torstaina 17.12.2026 klo 10–13 "
        "Päättyy tavallista myöhemmin. Piti olla torstaina 17.12.2026 klo 10–11.30. "
        "Syy: Joulupuuro kahvin päälle",
        "18": "Seuraavan kerran torstaina 31.12.2026 klo 10–11.30",
    }
    assert seen(away, ".event-calendar__one") == []
    # After the first dates are over, the others stand in their place; then nothing is known.
    at(away, datetime.fromisoformat("2027-03-01T09:00+02:00"))
    assert seen(away, ".event-dates__rest li")[0].endswith("klo 10–11.30")
    assert seen(away, ".event-dates__rest summary") == []
    at(away, datetime.fromisoformat("2029-03-01T09:00+02:00"))
    assert seen(away, ".event-dates, .event-when__next") == [
        "Tulevat kerrat Kaikki tähän merkityt ajat ovat jo menneet."
    ]


def test_of_one_date_it_says_that_it_was(away: Page, origin: str) -> None:
    away.clock.set_fixed_time(NOON)
    away.goto(f"{origin}/tapahtumat/kohtaamispaikkapaivien-ilta/", wait_until="load")
    assert seen(away, ".event-when time") == ["torstaina 8.4.2027 klo 18–20"]
    at(away, datetime.fromisoformat("2027-04-08T20:00+03:00"))
    assert seen(away, ".event-when p:has(time)") == ["Viimeksi torstaina 8.4.2027 klo 18–20"]


@pytest.mark.parametrize(
    ("slug", "stays"),
    [
        (
            "roihankadun-olohuone",
            ["Poikkeukset myöhemmin", "Tavallinen viikko", "Kesäajat: 21.6.2027–8.8.2027"],
        ),
        ("kiertava-perhetupa", ["Poikkeukset myöhemmin"]),
    ],
)
def test_the_week_of_a_place_is_the_one_that_it_is(
    away: Page, origin: str, slug: str, stays: list[str]
) -> None:
    """The next week takes this one's place; then its hours are not known any more."""
    away.clock.set_fixed_time(NOON)
    away.goto(f"{origin}/paikat/{slug}/", wait_until="load")
    told = []
    for day in (1, 6, 7, 13, 14, 15):
        at(away, datetime.fromisoformat(f"2026-12-{day:02}T00:00+02:00"))
        rows = away.locator(".place-hours > * [datetime]").evaluate_all(
            "(all) => all.filter((each) => !each.closest('[hidden]')).map((each) => each.dateTime)"
        )
        folded = "Ensi viikolla" in seen(away, ".place-hours summary")
        told.append((rows[:1], rows[-1:], folded, seen(away, ".place-hours .is-over")))
    last, unknown = ["2026-12-13"], ["Tämän viikon aukioloaikoja ei ole päivitetty."]
    assert told == [
        (["2026-12-01"], last, True, []),
        (["2026-12-06"], last, True, []),
        (["2026-12-07"], last, False, []),
        (last, last, False, []),
        *[([], [], False, unknown)] * 2,
    ]
    # What holds in any week stays.
    assert seen(away, ".place-hours summary") == stays


def test_near_dates_are_called_by_the_day_in_finland(away: Page, origin: str) -> None:
    away.clock.set_fixed_time(NOON)
    away.goto(f"{origin}/tapahtumat/", wait_until="load")
    said = {}
    for name, moment in MOMENTS.items():
        at(away, moment)
        said[name] = [each for each in seen(away, "h2 time") if "," in each]
    before = ["Tiistai 1. joulukuuta, tänään", "Keskiviikko 2. joulukuuta, huomenna"]
    assert said == {
        "noon of the build": before,
        "afternoon": before,
        # Its last event was over in the evening.
        "a minute to midnight": before[1:],
        "midnight": ["Keskiviikko 2. joulukuuta, tänään", "Torstai 3. joulukuuta, huomenna"],
        "a week later": ["Tiistai 8. joulukuuta, tänään", "Keskiviikko 9. joulukuuta, huomenna"],
    }


def test_nobody_is_interrupted_and_what_has_the_focus_stays(away: Page, origin: str) -> None:
    away.clock.set_fixed_time(NOON)
    away.goto(f"{origin}/tapahtumat/", wait_until="load")
    first = away.locator(".event-row a").first
    first.focus()
    at(away, MOMENTS["midnight"])
    assert first.is_visible()
    first.blur()
    at(away, MOMENTS["midnight"])
    assert not first.is_visible()
    live = "[aria-live], [role=status], [role=alert], [role=log], [role=timer], output"
    assert away.locator(f":is({live}) :is(.event-row, .day-word)").count() == 0


# What of a narrowed list and of what is found is told of as coming; and whether it is in sight.
NARROWED = """() => Array.from(document.querySelectorAll("[data-narrowed] .event-row"), (row) =>
    [row.querySelector("a").pathname, row.querySelector("time").getAttribute("datetime")])"""
FOUND = ".search-form__list a"


@pytest.mark.parametrize("query", ["municipality=rautjarvi", "audience=families&free=1"])
def test_a_narrowed_list_has_nothing_that_is_over(
    away: Page, origin: str, ends: Ends, query: str
) -> None:
    """Opened a week later, and when a week goes by while it is open."""
    later = MOMENTS["a week later"]
    left = {}
    for name in ("noon of the build", "a week later"):
        away.clock.set_fixed_time(MOMENTS[name])
        away.goto(f"{origin}/tapahtumat/?{query}", wait_until="load")
        away.wait_for_selector(".narrow-said:not(:empty)")
        left[name] = [(path, start) for path, start in away.evaluate(NARROWED)]
    before, after = left.values()
    assert after
    assert after == [each for each in before if ends[each] > later]
    assert len(after) < len(before)


def test_what_is_found_tells_of_no_date_that_is_over(away: Page, origin: str) -> None:
    said = {}
    for name in ("noon of the build", "a week later"):
        away.clock.set_fixed_time(MOMENTS[name])
        away.goto(f"{origin}/haku/?q=itsen%C3%A4isyysp%C3%A4iv%C3%A4n%20kahvit", wait_until="load")
        away.wait_for_selector(FOUND)
        said[name] = seen(away, f"{FOUND} .names__note, {FOUND} .state")
    where = "Tapahtuma, Simpeleen työväentalo, Rautjärvi"
    assert {name: notes[0] for name, notes in said.items()} == {
        "noon of the build": f"{where}, sunnuntaina 6.12.2026 klo 13–15",
        "a week later": f"{where}, maanantaina 6.12.2027 klo 13–15",
    }


# Every notice that a page lists: where it leads, until when it is there, whether it is in sight.
LISTED = """() => Array.from(document.querySelectorAll(".by-until li"), (each) => [
    each.querySelector("a").pathname, each.querySelector("time").dateTime,
    each.getClientRects().length > 0])"""


def test_notices_leave_their_lists_on_the_day_after_their_last(
    away: Page, origin: str, shown: tuple[Shown, ...]
) -> None:
    """On every page that lists any; headings go with the last of them, and nothing else does."""
    kinds = ("noticeboard", "municipality", "organiser", "place")
    pages = [each for each in shown if each.language in ("fi", "selko") and each.kind in kinds]
    last = {slug: each.until for slug, each in edition_of(ROOT / "content").network.notices.items()}
    listing = {}
    for each in pages:
        away.clock.set_fixed_time(NOON)
        away.goto(origin + each.address, wait_until="load")
        listed = away.evaluate(LISTED)
        assert all(is_seen for _, _, is_seen in listed), each.address
        if not listed:
            continue
        listing[each.address] = len(listed)
        for day in ("2027-01-31", "2027-02-01", "2027-03-16", "2027-09-01"):
            at(away, datetime.fromisoformat(f"{day}T00:00+02:00"))
            wrong = [
                (path, until)
                for path, until, is_seen in away.evaluate(LISTED)
                if is_seen != (until >= day) or str(last[path.split("/")[-2]]) != until
            ]
            assert wrong == [], (each.address, day)
        assert seen(away, ".by-until :is(h2, h3)") == [], each.address
    assert len(listing) >= 5


def test_the_board_counts_those_that_are_left(away: Page, origin: str) -> None:
    away.clock.set_fixed_time(NOON)
    away.goto(f"{origin}/ilmoitustaulu/", wait_until="load")
    for moment in ("2026-12-01", "2027-02-11", "2027-03-16"):
        at(away, datetime.fromisoformat(f"{moment}T12:00+02:00"))
        ways = away.locator("nav.front-towns li:visible").all_inner_texts()
        found = {each.partition(" (")[0]: int(each.partition(" (")[2][:-1]) for each in ways}
        assert found == {
            heading: away.locator(
                ".by-until > .names", has=away.get_by_role("heading", name=heading)
            )
            .locator("li:visible")
            .count()
            for heading in seen(away, ".by-until h3")
        }
    at(away, datetime.fromisoformat("2027-09-01T12:00+03:00"))
    assert seen(away, "nav.front-towns, .by-until") == []
    assert "Ilmoitustaululla ei ole nyt ilmoituksia." in seen(away, ".page > p")


def test_the_page_of_a_notice_says_that_it_is_over(away: Page, origin: str) -> None:
    away.clock.set_fixed_time(NOON)
    address = "/ilmoitustaulu/jarjestoavustukset-2027/"
    away.goto(origin + address, wait_until="load")
    at(away, datetime.fromisoformat("2027-01-31T23:59+02:00"))
    assert seen(away, ".by-until time") == ["Voimassa 31.1.2027 asti"]
    over = "Ilmoitus on vanhentunut. Oli voimassa 31.1.2027 asti"
    assert over not in seen(away, "main p")
    for day in ("2027-02-01T00:00+02:00", "2027-02-02T12:00+02:00"):
        at(away, datetime.fromisoformat(day))
        assert seen(away, "main p").count(over) == 1
        assert seen(away, ".by-until") == []
