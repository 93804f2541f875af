"""The page with all ways in: every name of a network under its letter."""

from collections.abc import Callable

import pytest

from kohtaamo.publish import few_events
from kohtaamo.words.load import shipped_words
from kohtaamo.words.sorting import letter_of

from .conftest import Built, build


def names(built: Built, path: str) -> dict[str, list[str]]:
    """What each letter holds, as it is read aloud."""
    return {
        str(section.xpath("string(h3)")): [
            " ".join(str(link.text_content()).split()) for link in section.xpath(".//a")
        ]
        for section in built.page(path).xpath("//section[@class='names']")
    }


def test_a_name_is_under_its_letter_with_what_it_is(laakso: Built) -> None:
    found = names(laakso, "haku/index.html")

    assert "".join(found) == "AEHJKLMNPRST"
    assert {letter: found[letter] for letter in "AEH"} == {
        "A": ["Avoimet ovet tapahtuma, Laakso, lauantaina 19.12.2026 koko päivän"],
        "E": [
            "Englannin alkeet SIIRTYY: tapahtuma, Laakso, torstaina 3.12.2026 klo 17–18.30",
            "Etäjumppa tapahtuma, keskiviikkona 2.12.2026 klo 10–10.45",
        ],
        "H": [
            "Hallituksen avoin kokous tapahtuma, Laakso, keskiviikkona 2.12.2026 klo 17–18.30",
            "Harju kunta",
            "Harjun nuoret ry järjestäjä, Harju",
        ],
    }


def test_letters_lead_to_their_names(networks: Callable[[str], Built]) -> None:
    sample = networks("sample")
    for path in ("haku/index.html", "sv/sok/index.html", "selko/haku/index.html"):
        page = sample.page(path)
        leads = page.xpath("//nav//a[starts-with(@href, '#letter')]/@href")
        assert leads == [f"#{key}" for key in page.xpath("//section[@class='names']/@id")]
        texts = [" ".join(str(a.text_content()).split()) for a in page.xpath("//ul/li/a[span]")]
        assert len(texts) == len({*texts}) > 80


def test_every_page_leads_there(networks: Callable[[str], Built]) -> None:
    sample = networks("sample")
    for path, at in (("index.html", "/haku/"), ("sv/platser/index.html", "/sv/sok/")):
        (link,) = sample.page(path).xpath("//header//a[@class='site-header__search']")
        assert (link.get("href"), link.get("aria-current")) == (at, None)
    (here,) = sample.page("haku/index.html").xpath("//a[@class='site-header__search']")
    assert here.get("aria-current") == "page"


@pytest.mark.parametrize(
    ("language", "text", "letter"),
    [
        ("fi", "Äijäpiiri", "Ä"),
        ("en", "Äijäpiiri", "A"),
        ("fi", "”Ensi askel”", "E"),
        ("fi", "Éclair", "E"),
        ("fi", "60+ jumppa", "0–9"),
        ("sv", "örat", "Ö"),
        ("fi", "قهوة", "ق"),
        ("fi", "!?", ""),
    ],
)
def test_letters(language: str, text: str, letter: str) -> None:
    assert letter_of(shipped_words(language), text) == letter


def test_too_many_events_are_left_to_listings(
    laakso: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(few_events, "MOST_EVENTS", 1)
    few = build(laakso.edition)
    found = [name for each in names(few, "haku/index.html").values() for name in each]

    assert [name for name in found if " tapahtuma" in name] == []
    assert "Myllytalo paikka, Laakso" in found
