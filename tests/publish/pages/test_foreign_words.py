"""Names that nobody has translated stand in their own language, marked so (WCAG 2.2, 3.1.2)."""

from collections.abc import Iterator, Mapping

import pytest
from lxml import html

from kohtaamo.listings.edition import Edition
from kohtaamo.model.translation import said
from tests.publish.pages.test_every_page import Networks

NAMES = {"events": "title", "places": "name", "organisers": "name", "notices": "title"}


@pytest.mark.parametrize("network", ["sample", "everything"])
def test_foreign_names_are_marked(networks: Networks, network: str) -> None:
    built = networks(network)
    names = {
        words.html: _foreign(built.edition, language)
        for language, words in built.edition.words.items()
    }
    assert sum(map(len, names.values())) > 40
    unmarked = [
        f"{path}: {fault}"
        for path, page in built.pages.items()
        for fault in _unmarked(page, names[page.get("lang", "")])
    ]
    assert unmarked == []


def test_what_is_not_marked_is_noticed() -> None:
    page = html.document_fromstring(
        '<html lang="sv"><body><p>Annan plats: Tupa.</p><p lang="fi">Tupa, Levi</p>'
        '<p><b lang="en">x</b> Tupa</p><div lang="fi"><a>Tupa</a></div></body></html>'
    )
    assert list(_unmarked(page, {"Tupa": "fi"})) == [
        "sv, not fi: Annan plats: Tupa.",
        "sv, not fi: Tupa",
    ]


def _foreign(edition: Edition, language: str) -> Mapping[str, str]:
    """The names that readers of a language meet in another one, with its tag.

    Those that are names in the reader's language too, or part of one, tell nothing.
    """
    heard = [
        said(thing, field, language)
        for kind, field in NAMES.items()
        for thing in getattr(edition.network, kind).values()
    ]
    own = " | ".join(each.text for each in heard if each.language == language)
    return {
        each.text: edition.words[each.language].html
        for each in heard
        if each.text and each.language != language and each.text not in own
    }


def _unmarked(page: html.HtmlElement, names: Mapping[str, str]) -> Iterator[str]:
    for element in page.body.iter("*"):
        for text, holder in ((element.text, element), (element.tail, element.getparent())):
            found = next((name for name in names if name in (text or "")), None)
            if found is not None:
                lang = next(iter(holder.xpath("ancestor-or-self::*[@lang][1]/@lang")), "")
                if lang != names[found]:
                    yield f"{lang}, not {names[found]}: {str(text).strip()}"
