"""Who lets one in: an event in a place's self-service hours never promises the place's staff."""

from pathlib import Path

import pytest

from .conftest import Built, build, edition_of

PAGE = "tapahtumat/torstain-kahvit/index.html"
WELCOME = "Kysy tiskiltä, niin näytämme paikat."
EVENING = "  - {days: ma–pe, from: 18:00, to: 21:00, mode: self-service, note: Ovi kortilla}\n"


def at(content: Path, start: str, end: str, **more: str) -> Built:
    """The small site, its place with evenings of its own, and Thursday's coffee at this time."""
    place = content / "places" / "asematalo.md"
    text = place.read_text("utf-8").replace("exceptions:\n", f"{EVENING}exceptions:\n")
    place.write_text(text.replace("---\nOdotus", f"first_visit: {WELCOME}\n---\nOdotus"), "utf-8")
    event = content / "events" / "torstain-kahvit.md"
    text = event.read_text("utf-8").replace("klo 13", start).replace("klo 15", end)
    fields = "".join(f"{key}: {value}\n" for key, value in more.items())
    event.write_text(text.replace("price: free\n", f"price: free\n{fields}"), "utf-8")
    return build(edition_of(content))


def said(built: Built, css_class: str) -> str:
    return built.text(PAGE, f"//main//*[contains(@class, '{css_class}')]")


def test_in_staffed_hours_the_places_text_is_told_as_the_places(small_content: Path) -> None:
    built = at(small_content, "klo 13", "klo 15")
    assert (
        said(built, "first-visit") == f"Kun tulet ensimmäistä kertaa paikkaan Asematalo {WELCOME}"
    )
    assert said(built, "event-door") == ""


def test_in_self_service_hours_nobody_is_there_and_one_asks(small_content: Path) -> None:
    built = at(small_content, "klo 18.30", "klo 20")
    assert said(built, "first-visit") == ""
    assert said(built, "event-door") == (
        "Paikassa ei ole silloin henkilökuntaa. Paikan omatoimiaikana: Ovi kortilla"
        " Kysy järjestäjältä etukäteen, miten pääset sisään."
    )
    assert said(built, "event-ask") == "Kysy lisää: 010 123 0001"


def test_the_organisers_own_words_stand_there_at_any_hour(small_content: Path) -> None:
    built = at(small_content, "klo 18.30", "klo 20", first_visit="Koputa ikkunaan.")
    assert said(built, "first-visit") == "Kun tulet ensimmäistä kertaa Koputa ikkunaan."
    assert said(built, "event-door").endswith("Ovi kortilla Kun tulet ensimmäistä kertaa")
    (link,) = built.page(PAGE).xpath("//*[@class='event-door']//a/@href")
    assert built.page(PAGE).xpath(f"//section[@id='{link[1:]}']")


@pytest.mark.parametrize(
    "more",
    [
        {"status": "cancelled", "reason": "Sairastapaus"},
        {"status": "postponed", "reason": "Sairastapaus"},
    ],
)
def test_an_event_that_is_off_invites_nobody(small_content: Path, more: dict[str, str]) -> None:
    built = at(small_content, "klo 13", "klo 15", **more)
    assert said(built, "first-visit") == said(built, "event-door") == ""


def test_an_event_that_outlasts_the_staff_does_not_promise_it(small_content: Path) -> None:
    built = at(small_content, "klo 17", "klo 19")
    assert said(built, "first-visit") == said(built, "event-door") == ""
