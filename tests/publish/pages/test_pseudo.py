"""A pseudo-language: whatever a page says is in brackets, is somebody's content, or has no letters.

What stands outside brackets in the page's own language comes from no words file: nobody can
translate it. What is content says its own language (WCAG 2.2, 3.1.2), which is proved by the same.
"""

import re
import shutil
from collections.abc import Iterator, Mapping

import pytest
from babel import Locale
from lxml import html

from kohtaamo.publish.pages.all import PAGE_TYPES

from .conftest import ROOT, Built, build, edition_of

PSEUDO = "en-XA"
EVERYTHING = ROOT / "tests" / "sites" / "everything" / "content"
# What people read or hear of attributes.
READ = ("alt", "aria-label", "content", "title", "placeholder")
# Codes, addresses and names that are the same in every language.
SAME = re.compile(
    r"[\w.+-]+@[\w.-]+|https?://\S+|\b[\w.-]+\.(?:fi|org|com)\b\S*|\d{7}-\d|en-XA|ar-XB"
    # The name of a map in every language.
    r"|\bOpenStreetMap\b"
)
LETTERS = re.compile(r"[^\W\d_]+")
FINNISH = Locale("fi")
# CLDR names days, months and languages and puts lists together, in the language of the words.
CLDR = (
    {"ja"}
    | {
        word
        for names in (
            *FINNISH.months["format"].values(),
            *FINNISH.months["stand-alone"].values(),
            *FINNISH.days["format"].values(),
            *FINNISH.days["stand-alone"].values(),
        )
        for word in LETTERS.findall(" ".join(names.values()))
    }
    | set(LETTERS.findall(" ".join(FINNISH.languages.values())))
)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site with every field, in a pseudo-language too."""
    content = tmp_path_factory.mktemp("pseudo") / "content"
    shutil.copytree(EVERYTHING, content)
    network = content / "network.yml"
    text = re.sub(r"(?m)^languages: .*$", f"languages: [fi, sv, en, {PSEUDO}]", network.read_text())
    network.write_text(text, "utf-8")
    return build(edition_of(content))


def pseudo_pages(built: Built) -> Mapping[str, html.HtmlElement]:
    return {
        path: built.page(path)
        for path in built.files
        if path.startswith(f"{PSEUDO}/") and path.endswith(".html")
    }


def said_in_content() -> set[str]:
    """Every word of the content and of the vocabularies: a title can say one language only."""
    vocabularies = ROOT / "plugins" / "kohtaamo" / "content" / "vocabularies"
    return {
        word
        for file in (*EVERYTHING.rglob("*.*"), *vocabularies.glob("*.yml"))
        if file.suffix in (".md", ".yml")
        for word in LETTERS.findall(file.read_text("utf-8"))
    }


def own_texts(element: html.HtmlElement, lang: str) -> Iterator[str]:
    """The texts of an element that are in the page's language, in order; attributes apart."""
    lang = element.get("lang", lang)
    # Data for programs has names of their own, and of things the network's first ones.
    if not isinstance(element.tag, str) or element.tag in ("title", "script"):
        return
    if lang == PSEUDO:
        yield element.text or ""
    for child in element:
        yield from own_texts(child, lang)
        if lang == PSEUDO:
            yield child.tail or ""


# Of a page's head, what is for browsers alone.
UNREAD = ("viewport", "color-scheme", "referrer")


def own_lines(page: html.HtmlElement) -> Iterator[str]:
    """Titles and attributes in the page's language: they hold no elements."""
    yield from page.xpath("//title[not(@lang)]/text()")
    for element in page.iter():
        if isinstance(element.tag, str) and element.get("name") not in UNREAD:
            lang = next(iter(element.xpath("ancestor-or-self::*[@lang][1]/@lang")), "")
            if lang == PSEUDO and element.get("http-equiv") is None:
                yield from (element.get(name) for name in READ if element.get(name))


def outside_brackets(text: str) -> str:
    """What is left of a text without everything in brackets, which may hold one another."""
    before = None
    while before != text:
        before, text = text, re.sub(r"\[[^\[\]]*\]", " ", text)
    return text


def inside_brackets(text: str) -> str:
    return " ".join(re.findall(r"\[(.*)\]", text, re.DOTALL))


def untranslated(text: str) -> set[str]:
    """Words of a text that no words file can change."""
    plain = SAME.sub(" ", text)
    outside = {word for word in LETTERS.findall(outside_brackets(plain)) if len(word) > 1}
    # In brackets letters have accents, but for what stands there as a value.
    values = {word for word in LETTERS.findall(inside_brackets(plain)) if word.isascii()}
    return (outside | {word for word in values if len(word) > 1}) - CLDR


def test_nothing_is_said_that_nobody_can_translate(everything: Built) -> None:
    found, content = {}, said_in_content()
    for path, page in pseudo_pages(everything).items():
        words = untranslated(" ".join(own_texts(page, "")))
        words |= {word for text in own_lines(page) for word in untranslated(text) - content}
        if words:
            found[path] = words
    assert found == {}


def test_every_type_of_page_is_looked_at(everything: Built) -> None:
    """All but the page for addresses that lead nowhere and the previews: first language only.

    And but the contributors' guide, which stays in the languages that have it.
    """
    pages = "".join(pseudo_pages(everything))
    sections = {
        key.removeprefix("addresses.")
        for key, text in everything.edition.words[PSEUDO].texts.items()
        if key.startswith("addresses.") and f"{PSEUDO}/{text}/" in pages
    }
    assert len([each for each in PAGE_TYPES if not each.is_preview]) == 24
    assert sections >= {
        *("events", "places", "municipalities", "organisers", "audiences", "topics", "needs"),
        *("afar", "changes", "notices", "subscribe", "accessibility", "about", "search"),
    }


def test_brackets_and_accents_keep_what_is_no_text(everything: Built) -> None:
    words = everything.edition.words[PSEUDO]
    assert words("site.skip") == "[Śííŕŕý śíśǟľťȫȫñ ·····]"
    assert words("site.pager.here", here=1, pages=2) == "[Śíṽú 1/2 ······]"
    assert words("addresses.events") == "tapahtumat"
