"""Texts in another language than their page are marked, and what is not translated is said."""

from pathlib import Path

from .conftest import Built, build, edition_of


def marks(built: Built, path: str) -> set[tuple[str, str]]:
    """Every text of the content that has a language of its own."""
    return {
        (str(each.get("lang")), " ".join(str(each.text_content()).split()))
        for each in built.page(path).xpath("//main//*[@lang]")
    }


def test_what_is_not_translated_has_its_own_language(laakso: Built) -> None:
    assert marks(laakso, "sv/evenemang/parilliset/index.html") >= {
        ("fi", "Parillisten viikkojen puuro"),
        ("fi", "Puuroa niin kauan kuin sitä riittää."),
        ("fi", "keittiö on kiinni"),
        ("fi", "2 € tai mitä voit"),
        ("fi", "Sali"),
    }


def test_a_translation_and_an_original_in_the_language_of_the_page_have_no_mark(
    laakso: Built,
) -> None:
    translated = marks(laakso, "sv/evenemang/neulekahvila/index.html")
    assert not {"Stickcafé", "Vi stickar och pratar.", "Kvarnhuset"} & {
        text for _, text in translated
    }
    assert ("fi", "joulutauko") in translated
    swedish = laakso.page("sv/evenemang/svenskt-bord/index.html")
    assert swedish.find(".//h1").get("lang") is None
    finnish = laakso.page("tapahtumat/svenskt-bord/index.html")
    assert finnish.find(".//h1").get("lang") == "sv"
    assert finnish.xpath("//div[@class='rich']/@lang") == ["sv"]


def test_a_page_without_translation_says_in_which_language_its_text_is(laakso: Built) -> None:
    notes = "//p[@class='notes']"
    assert laakso.text("tapahtumat/svenskt-bord/index.html", notes) == (
        "Tämän sivun tekstiä ei ole käännetty. Se on kirjoitettu toisella kielellä: ruotsi."
    )
    assert laakso.text("sv/evenemang/svenskt-bord/index.html", notes) == ""
    assert laakso.text("en/events/neulekahvila/index.html", notes) == (
        "The text of this page has not been translated. It is written in another language: Finnish."
    )


def test_a_translation_that_nobody_has_read_says_so(small_content: Path) -> None:
    network = small_content / "network.yml"
    network.write_text(network.read_text("utf-8").replace("[fi]", "[fi, en]"), "utf-8")
    translation = small_content / "places" / "asematalo.en.md"
    translation.write_text("---\nname: Station House\nreviewed: no\n---\n", "utf-8")
    built = build(edition_of(small_content))
    assert "Nobody fluent in the language has checked this translation yet." in built.text(
        "en/places/asematalo/index.html"
    )


def test_names_are_sorted_as_the_language_of_the_page_sorts(laakso: Built) -> None:
    def organisers(path: str) -> list[str]:
        return [str(name) for name in laakso.page(path).xpath("//p[@class='card__title']/a/text()")]

    assert organisers("jarjestajat/index.html") == ["Myllyn väki ry", "Harjun nuoret ry"]
    assert organisers("sv/arrangorer/index.html") == ["Kvarnfolket rf", "Harjun nuoret ry"]
