"""Pages that only those see who work on the site."""

from pathlib import Path

import html5lib
import pytest
from lxml import html

from kohtaamo.publish.outputs import all_outputs
from kohtaamo.publish.pages.all import PAGE_TYPES

from .conftest import NO_PICTURES, THEME, Built, Files, edition_of

PAGE = "komponentit/index.html"
PAGES = [PAGE, "raportti/index.html"]


@pytest.fixture(scope="module")
def preview(laakso: Built) -> Built:
    return Built(
        laakso.edition, Files(all_outputs(laakso.edition, THEME, NO_PICTURES, is_preview=True))
    )


def test_only_a_preview_has_them_and_in_its_first_language(preview: Built, laakso: Built) -> None:
    assert sorted({*preview.files} - {*laakso.files}) == PAGES
    assert len(laakso.edition.languages) > 1


def test_a_race_has_none(laakso: Built) -> None:
    outputs = all_outputs(laakso.edition, THEME, NO_PICTURES, "peer", is_preview=True)
    previews = {each.template for each in PAGE_TYPES if each.is_preview}
    assert previews & {each.kind for each in outputs} == set()


def test_nothing_leads_to_them(preview: Built, laakso: Built) -> None:
    pages = [path for path in preview.files if path.endswith(".html") and path not in PAGES]
    leading = (b"/komponentit/", b"/raportti/")
    assert [path for path in pages for way in leading if way in preview.files[path]] == []
    assert preview.files["sitemap.xml"] == laakso.files["sitemap.xml"]
    assert preview.page(PAGE).xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert preview.page("404.html").xpath("//meta[@name='robots']") == []


def test_other_languages_have_their_front_page_instead(preview: Built) -> None:
    page = preview.page(PAGE)
    assert page.xpath("//header//nav[@class='language-switch']//a/@href") == ["/", "/sv/", "/en/"]
    assert page.xpath("//link[@rel='canonical' or @hreflang]") == []


def test_the_html_standard_finds_no_fault(preview: Built) -> None:
    parser = html5lib.HTMLParser()
    parser.parse(preview.files[PAGE])
    ids = preview.page(PAGE).xpath("//@id")
    assert (parser.errors, len(ids)) == ([], len({*ids}))


def test_links_in_examples_lead_nowhere(preview: Built) -> None:
    leads = {
        href
        for href in preview.page(PAGE).xpath("//figure//@href")
        if not href.startswith(("tel:", "mailto:"))
    }
    assert leads == {"#content"}


def test_examples_are_in_finnish_and_say_so(small_content: Path) -> None:
    network = small_content / "network.yml"
    text = network.read_text("utf-8").replace("languages: [fi]", "languages: [sv, fi]")
    network.write_text(text, "utf-8")
    (small_content / "pages" / "tietoa.md").rename(small_content / "pages" / "om.md")
    outputs = all_outputs(edition_of(small_content), THEME, NO_PICTURES, is_preview=True)
    page = html.document_fromstring(Files(outputs)["komponenter/index.html"].decode())
    languages = {*page.xpath("//section[@class='group']/@lang")}
    assert (page.get("lang"), languages) == ("sv", {"fi"})
