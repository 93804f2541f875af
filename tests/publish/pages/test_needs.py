"""What needs lead to: by rules that stand on their pages, with a number to call first."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from kohtaamo.listings.fitting import needs_of, place_fits
from kohtaamo.model.event import Event, Price, PriceItem, Registration, RegistrationState
from kohtaamo.model.fitting import EventRule, EventTrait, PlaceRule, PlaceTrait
from kohtaamo.model.network import Network
from kohtaamo.model.place import Hours, HoursException, Mode, Place, Season, Stop
from kohtaamo.publish.pages import needs
from tests.editions import TODAY

from .conftest import Built, build

Networks = Callable[[str], Built]
NEEDS = (
    *("what-is-there", "no-money", "who-could-help", "which-place", "lonely", "shy", "new-here"),
    "practise-being-with-people",
)


def with_rules(network: Network, *rules: EventRule) -> Network:
    """The same network, whose only need has these rules."""
    need = replace(next(iter(network.vocabularies["needs"].values())), id="need", events=rules)
    return replace(network, vocabularies={**network.vocabularies, "needs": {"need": need}})


def event(network: Network, slug: str, **changes: object) -> Event:
    return replace(network.events[slug], needs=(), **changes)  # type: ignore[arg-type]


def test_a_rule_asks_for_all_its_traits_and_one_of_each_list(networks: Networks) -> None:
    rule = EventRule(
        traits=(EventTrait.FREE, EventTrait.DROP_IN), audiences=("elderly", "newcomers")
    )
    network = with_rules(networks("sample").edition.network, rule, EventRule(topics=("music",)))

    def fits(**changes: object) -> bool:
        usual = {"audiences": ("newcomers",), "topics": ("games",)}
        return needs_of(event(network, "hiljainen-ilta", **{**usual, **changes}), network) != ()

    assert fits()
    assert not fits(drop_in=None)
    assert not fits(audiences=("families",))
    assert fits(audiences=("families",), topics=("food", "music"))
    # What costs nobody knows is not called free; a text that says so is no fact.
    assert not fits(price=None)
    assert not fits(price=Price(text="Maksuton"))


def test_what_names_a_need_comes_first_and_once(networks: Networks) -> None:
    network = networks("sample").edition.network
    quiet = network.events["hiljainen-ilta"]

    assert quiet.needs == ("shy", "practise-being-with-people", "lonely")
    assert needs_of(quiet, network) == (
        *("shy", "practise-being-with-people", "lonely"),
        *("what-is-there", "no-money", "which-place", "new-here"),
    )


def test_a_place_fits_by_what_is_known_of_it(networks: Networks) -> None:
    places = networks("sample").edition.network.places

    def fitting(**rule: tuple[object, ...]) -> Iterator[str]:
        rules = [PlaceRule(**rule)]  # type: ignore[arg-type]
        return (slug for slug, place in places.items() if place_fits(place, rules, TODAY))

    # Nobody is found where there is no door, whoever answers the phone.
    assert set(places) - set(fitting(traits=(PlaceTrait.STAFFED,))) == {"linja-auki"}
    assert set(fitting(traits=(PlaceTrait.BY_PHONE,))) == {"kansalaisten-olohuone", "linja-auki"}
    assert set(fitting(traits=(PlaceTrait.GUIDANCE,))) == {"roihankadun-olohuone"}
    quiet = {"kansalaisten-olohuone", "perhetupa-kieppi"}
    assert set(fitting(accessibility=("quiet-space",))) == quiet
    loud: Place = replace(places["perhetupa-kieppi"], accessibility={"quiet-space": False})
    assert not place_fits(loud, [PlaceRule(accessibility=("quiet-space",))], TODAY)


def test_hours_that_are_over_make_no_place_fit(networks: Networks) -> None:
    """A place that was staffed for a day, a season or at a stop is not staffed ever after."""
    place = networks("sample").edition.network.places["roihankadun-olohuone"]
    alone = Hours(days=(0, 1), from_=540, to=900, mode=Mode.SELF_SERVICE)
    there = Hours(days=(0, 1), from_=540, to=900)
    day = TODAY - timedelta(days=1)
    bare = replace(place, hours=(alone,), seasons=(), exceptions=(), holiday_hours=None)

    def is_staffed(on: date, **parts: object) -> bool:
        rules = [PlaceRule(traits=(PlaceTrait.STAFFED,))]
        return place_fits(replace(bare, **parts), rules, on)  # type: ignore[arg-type]

    once = (HoursException(date=day, hours=(there,)),)
    season = (Season(from_=day, to=day, hours=(there,)),)
    stop = (Stop(id="tori", name="Tori", municipality="rautjarvi", hours=(there,), to=day),)
    for parts in ({"exceptions": once}, {"seasons": season}, {"stops": stop}):
        assert is_staffed(day - timedelta(days=7), **parts)
        assert not is_staffed(TODAY, **parts)


def test_nobody_drops_in_where_all_seats_are_taken(networks: Networks) -> None:
    network = with_rules(
        networks("sample").edition.network, EventRule(traits=(EventTrait.DROP_IN,))
    )
    fitting = {
        state: needs_of(
            event(network, "hiljainen-ilta", drop_in=True, registration=Registration(state=state)),
            network,
        )
        for state in (None, *RegistrationState)
    }
    found = {state for state, needs in fitting.items() if needs}
    assert found == {None, RegistrationState.OPEN}


def test_a_price_for_some_does_not_make_it_free_for_all() -> None:
    for_members = PriceItem(amount=Decimal(0), for_="jäsenet")
    assert not Price(items=(for_members,)).is_free
    assert Price(items=(PriceItem(amount=Decimal(0)), for_members)).is_free


def test_nobody_is_to_call_a_line_before_it_opens(networks: Networks) -> None:
    edition = networks("sample").edition
    later = edition.today + timedelta(days=1)
    known = dict(edition.known.places)
    for slug, place in edition.network.places.items():
        if place.remote:
            known[slug] = known[slug]._replace(opens=later.toordinal())
    early = build(replace(edition, known=replace(edition.known, places=known)))
    assert "Linja auki" not in early.text("etana/index.html")
    assert early.text("tarvitsen/index.html", "//section[@class='first-visit']") == (
        "Haluatko puhua ihmisen kanssa? 010 123 0001Pesävahti"
    )


@pytest.mark.parametrize("need", NEEDS)
def test_every_need_leads_to_events_and_places(networks: Networks, need: str) -> None:
    sample = networks("sample")
    listed = sample.edition.listed["need", need].events
    events = sample.edition.network.events

    # More than people have thought of themselves.
    assert any(need not in events[slug].needs for slug in listed)
    page = sample.page(f"tarvitsen/{need}/index.html")
    first = page.xpath("//main//a[starts-with(@href, 'tel:')]")[0]
    assert (first.get("href"), first.text_content()) == ("tel:0101230065", "010 123 0065")
    assert page.xpath("//main//a[@href='#places']") != []
    assert page.xpath(
        "//*[@id='places']//li[contains(@class, 'card')]//a[starts-with(@href,'tel:')]"
    )


def test_a_page_says_its_rules(networks: Networks) -> None:
    sample = networks("sample")
    chosen = "//main//section[@id='chosen']"

    assert sample.text("tarvitsen/no-money/index.html", chosen) == (
        "Miksi juuri nämä tapahtumat? Tällä sivulla ovat tapahtumat, joiden järjestäjä on ajatellut"
        " juuri tätä. Lisäksi täällä ovat kaikki tapahtumat, jotka ovat maksuttomia ja joihin voi"
        " tulla ilmoittautumatta."
    )
    assert sample.text("en/i-need/new-here/index.html", chosen) == (
        "Why these events? On this page are events whose organiser had just this in"
        " mind. Besides, here are all events"
        " that you can come to without registering and that are meant for people new in"
        " town or for people who have moved to Finland"
        " that you can come to without registering and whose topic is “Languages and conversation”"
    )
    assert "Se on ilmainen. Sinun ei tarvitse ilmoittautua." in sample.text(
        "selko/tarvitsen/no-money/index.html", chosen
    )


def test_whom_to_call_and_events_come_before_the_rules(networks: Networks) -> None:
    page = networks("sample").page("tarvitsen/lonely/index.html")
    marks = page.xpath(
        "//main//*[contains(@class, 'first-visit') or @href='#places' or @href='#chosen'"
        " or contains(@class, 'events-block__dates') or @id='chosen' or @id='places']"
    )

    assert [each.get("href") or each.get("id") or each.get("class") for each in marks] == [
        "first-visit",
        "#places",
        "#chosen",
        "events-block__dates",
        "chosen",
        "places",
    ]


def test_who_is_there_when_is_said_by_the_week(networks: Networks) -> None:
    text = networks("sample").text("tarvitsen/no-money/index.html", "//*[@id='places']//li")

    assert "Roihankatu 1, SimpeleRautjärviHenkilökunta paikalla: maanantai–perjantai 9–15." in text
    # Weeks that differ: a travelling place says which it is, and where it comes to.
    assert "30.11.2026 – 6.12.2026: tiistai 10–13 (Kirkonkylä, kirjaston kerhohuone)" in text


def test_many_places_are_told_by_municipality(
    networks: Networks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(needs, "MOST_PLACES", 3)
    built = build(networks("sample").edition)
    links = built.text("tarvitsen/lonely/index.html", "//*[@id='places']//ul[@class='links']/li")

    assert links.split("\n") == [
        *("Jyväskylä 2 paikkaa", "Kauniainen 1 paikka", "Kittilä 2 paikkaa"),
        *("Mikkeli 1 paikka", "Rautjärvi 1 paikka", "Rovaniemi 2 paikkaa"),
    ]


def test_without_lines_the_network_itself_is_called(networks: Networks) -> None:
    edition = networks("sample").edition
    places = {slug: replace(place, remote=None) for slug, place in edition.network.places.items()}
    silent = build(replace(edition, network=replace(edition.network, places=places)))

    assert silent.text("tarvitsen/index.html", "//section[@class='first-visit']") == (
        "Haluatko puhua ihmisen kanssa? 010 123 0001Pesävahti"
    )


def test_from_afar_joining_comes_before_the_place(networks: Networks) -> None:
    sample = networks("sample")
    rows = sample.text("etana/index.html", "//li[contains(@class, 'event-row')]").split("\n")

    assert next(row for row in rows if "Torstain tarinailta" in row) == (
        "torstaina 10.12. klo 18–19.30 Torstain tarinailta Verkossa; puhelimitse, 010 123 0061"
        " Myös paikan päällä: Kansalaisten olohuone Maksuton"
    )
    how = sample.text("etana/index.html", "//section[@class='first-visit']")
    assert how.startswith("Näin pääset mukaan Puhelimella: soita numeroon")
    assert how.endswith("Kellonajat ovat Suomen aikaa.")
    ways = {
        way: sample.text("etana/index.html", f"//*[@id='way-{way}']//a").split("\n")
        for way in ("phone", "online")
    }
    assert ways["phone"][0] == "Puhelinkahvit 010 123 0065, tiistaina 1.12.2026 klo 13–14"
    assert ways["online"][0] == "Torstain tarinailta torstaina 10.12.2026 klo 18–19.30"
