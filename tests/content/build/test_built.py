"""What one file gives, before anything is known of the others."""

from pathlib import Path

from kohtaamo.content.build.built import build_file
from kohtaamo.content.load import build_source
from kohtaamo.content.source.files import SourceFile
from kohtaamo.model.network import Identity
from kohtaamo.model.page import Page
from kohtaamo.model.translation import Translation


def test_a_page_is_written_in_the_first_language_of_the_network() -> None:
    data = b"---\ntitle: Om oss\n---\nText.\n"

    built = build_file("pages/om.md", "page", "om", None, data, "sv")

    assert built.problems == ()
    assert isinstance(built.item, Page)
    assert (built.item.slug, built.item.written_in, built.item.text) == ("om", "sv", "Text.")


def test_a_network_is_written_in_its_own_first_language() -> None:
    data = b"id: verkko\nname: Verkko\nlanguages: [sv, fi]\n"

    built = build_file("network.yml", "network", "network", None, data, "")

    assert isinstance(built.item, Identity)
    assert built.item.written_in == "sv"


def test_a_translation_and_a_vocabulary() -> None:
    translation = build_file("pages/om.fi.md", "page", "om", "fi", b"---\ntitle: Me\n---\n", "sv")
    terms = b"- {id: kyla, label: {fi: Kyl}}\n"
    vocabulary = build_file("vocabularies/topics.yml", "vocabulary", "topics", None, terms, "sv")

    assert isinstance(translation.item, Translation)
    assert translation.item.values == {"title": "Me"}
    assert [term.id for term in vocabulary.terms] == ["kyla"]


def test_problems_of_form_and_of_fields_stand_together() -> None:
    data = b"---\ntitle: Me # kaikki\nnimi: Me\n---\n"

    built = build_file("pages/me.md", "page", "me", None, data, "fi")

    assert built.item is None
    codes = [problem.code for problem in built.problems]
    assert codes == ["comment-after-value", "unknown-key-near"]


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    file = str(tmp_path / "poissa.md")
    source = SourceFile(
        path="pages/poissa.md", kind="page", slug="poissa", language=None, file=file
    )

    built = build_source(source, "fi")

    assert built.item is None
    assert [(problem.path, problem.code) for problem in built.problems] == [
        ("pages/poissa.md", "unreadable-file")
    ]
