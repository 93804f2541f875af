"""The short words behind a title in lists: ages, price, places left, and what it is about."""

from pathlib import Path

import pytest

from .conftest import Built, build, edition_of

LAST = "Torstain kahvit Asematalo, Lehtijärvi"


def row(built: Built, path: str = "tapahtumat/index.html") -> str:
    """The first row of Thursday's coffee, from its title on."""
    rows = built.page(path).xpath("//*[@class='event-row__what'][contains(., 'Torstain kahvit')]")
    return " ".join(str(rows[0].text_content()).split())


def with_lines(content: Path, lines: str) -> Built:
    event = content / "events" / "torstain-kahvit.md"
    event.write_text(event.read_text("utf-8").replace("price: free\n", lines), "utf-8")
    return build(edition_of(content))


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        ("price: free\n", " Maksuton"),
        ("price: [{amount: 0}]\n", " Maksuton"),
        ("price: [{amount: 1, note: Ilmankin saa}]\n", " 1 €"),
        ("price: [{amount: 4}, {amount: 2.50}, {amount: 0}]\n", " 0–4 €"),
        ("price: Vapaaehtoinen maksu\n", " Vapaaehtoinen maksu"),
        # The rest stands on the event's page; no price claims nothing.
        (f"price: {'Maksu ' * 9}\n", f" {'Maksu ' * 8}".rstrip() + "…"),
        ("", ""),
        ("ages: {from: 7, to: 16}\n", " 7–16-vuotiaille"),
        ("registration: {phone: 010 123 0001}\n", " Ilmoittautuminen"),
        ("registration: {state: full}\n", " Täynnä"),
        ("registration: {state: waiting-list}\n", " Täynnä, jonoon pääsee"),
        ("registration: {state: closed}\n", " Ilmoittautuminen päättynyt"),
    ],
)
def test_a_row_says_what_decides_whether_one_goes(
    small_content: Path, lines: str, tags: str
) -> None:
    assert row(with_lines(small_content, lines)) == LAST + tags


def test_a_title_that_is_not_translated_has_its_topic_beside_it(small_content: Path) -> None:
    network = small_content / "network.yml"
    text = network.read_text("utf-8").replace("languages: [fi]", "languages: [fi, en, selko, se]")
    network.write_text(text, "utf-8")
    built = build(edition_of(small_content))
    assert row(built, "en/events/index.html") == f"{LAST} Company and coffee Free of charge"
    # Whoever reads easy Finnish reads the title; Sámi has no word for the topic either.
    assert row(built, "selko/tapahtumat/index.html") == f"{LAST} Ilmainen"
    assert row(built, "se/dahpahusat/index.html") == f"{LAST} Nuvttá"
