"""The drawn map: circles that fingers hit, names that cover nothing, the list as its equal."""

from collections.abc import Callable
from itertools import combinations
from math import hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from kohtaamo.publish.pages.schematic import (
    MOST,
    RADIUS,
    WIDTH,
    Label,
    Point,
    Spot,
    labelled,
    laid_out,
)
from tests.publish.pages.conftest import Built

KAUNIAINEN, JYVASKYLA, ROVANIEMI = Spot(60.21, 24.73), Spot(62.24, 25.74), Spot(66.5, 25.73)
SPOTS = st.lists(
    st.builds(Spot, st.floats(59, 71), st.floats(19, 32)), min_size=2, max_size=MOST // 2
)


def test_north_is_up_and_east_is_right() -> None:
    points, height = laid_out([KAUNIAINEN, JYVASKYLA, ROVANIEMI, Spot(62.6, 29.7)])

    south, middle, north, east = points
    assert north.y < middle.y < south.y <= height
    assert east.x > max(north.x, middle.x, south.x)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(SPOTS)
def test_circles_stand_apart_inside_the_drawing(spots: list[Spot]) -> None:
    points, height = laid_out(spots)

    assert len(points) == len(spots)
    for point in points:
        assert RADIUS <= point.x <= WIDTH - RADIUS
        assert RADIUS <= point.y <= height - RADIUS
    for one, other in combinations(points, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= 24


def test_places_at_one_spot_give_way_to_each_other() -> None:
    points, _ = laid_out([KAUNIAINEN] * 4)

    assert all(hypot(a.x - b.x, a.y - b.y) >= 2 * RADIUS for a, b in combinations(points, 2))


def test_one_place_and_a_whole_country_are_not_drawn() -> None:
    assert laid_out([KAUNIAINEN]) == ((), 0)
    assert laid_out([Spot(60 + number / 10, 25) for number in range(MOST + 1)]) == ((), 0)


def test_a_name_stands_where_it_covers_nothing() -> None:
    points = (Point(100, 100), Point(140, 100), Point(300, 100))

    names = [("Kittilä", [0]), ("Rovaniemi", [1]), ("Rautjärvi", [2])]

    assert labelled(points, names, 200) == (
        Label(text="Kittilä", at=Point(79, 106.7), anchor="end"),
        Label(text="Rovaniemi", at=Point(161, 106.7), anchor="start"),
        Label(text="Rautjärvi", at=Point(300, 100), anchor="middle", room=False),
    )


def test_every_circle_leads_to_its_place_under_the_number_of_the_list(
    networks: Callable[[str], Built],
) -> None:
    page = networks("sample").page("paikat/index.html")

    pins = [(pin.findtext("title"), pin.get("href")) for pin in page.find_class("places-map__pin")]
    listed = {
        (badge.text, badge.getnext().get("href")) for badge in page.find_class("place-number")
    }
    assert ("6 Roihankadun olohuone", "/paikat/roihankadun-olohuone/") in pins
    assert ("3 Kiertävä perhetupa: Sirkka, koulun ruokasali", "/paikat/kiertava-perhetupa/") in pins
    assert listed == {(name.split()[0], href) for name, href in pins}
    # Whoever is found by telephone only is on no map.
    titles = [title.text_content() for title in page.find_class("card__title")]
    assert "Linja auki" in titles
    assert "6Roihankadun olohuone" in titles
