"""Markdown for an issue: what contributors wrote is text in it, and nobody is called."""

import re
from dataclasses import replace
from datetime import date

import pyromark
import pytest
from lxml import html

from kohtaamo.care.markdown import LONGEST, as_markdown, code, escaped
from kohtaamo.care.report import Finding, Report, Section, Topic
from kohtaamo.care.words import care_words
from kohtaamo.model.network import Forge, Repository
from kohtaamo.model.translation import Label, Said

WORDS = care_words("fi")
OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_FOOTNOTES
)
HOSTILE = (
    "# Otsikko",
    "- luettelo",
    "1. maja",
    "1) maja",
    "> lainaus",
    "+ plus",
    "==",
    "a | b | c",
    "**lihava** _kursiivi_ ~~yli~~ `koodi` ``koodi``",
    "[linkki](https://evil.example/)",
    "![kuva](https://evil.example/k.png)",
    "[viite][1]",
    "<https://evil.example/>",
    "<script>alert(1)</script>",
    "<!-- kommentti",
    "&lt;b&gt; &amp;",
    r"\\ \* \`",
    "[ ] tehtävä",
    "[^1]",
    "${x} {{ 7 }} {% x %}",
)


def _report(*names: str, path: str = "places/tupa.md", line: int = 3) -> Report:
    findings = tuple(
        Finding(
            topic=Topic.UNCHECKED, says="never-checked", path=path, line=line, name=_label(each)
        )
        for each in names
    )
    section = Section(topic=Topic.UNCHECKED, count=len(findings), findings=findings)
    return Report(
        network=_label("Verkosto"),
        today=date(2027, 4, 15),
        urgent=findings[:3],
        sections=(section,),
        untranslated=(),
        coverage=None,
    )


def _label(name: str) -> Label:
    return Label({"fi": name})


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_somebody_wrote_is_read_as_it_was_written(text: str) -> None:
    page = pyromark.html(as_markdown(_report(text), WORDS, "content"), options=OPTIONS)
    tree = html.document_fromstring(page)
    items = [str(each.text_content()).replace("\u2060", "") for each in tree.xpath("//ul/li")]
    assert items == [
        f"{text}: tietoja ei ole merkitty tarkistetuiksi. content/places/tupa.md:3\n".rstrip()
    ]
    assert {str(each.tag) for each in tree.xpath("//ul/li//*")} == {"code"}


@pytest.mark.parametrize(
    "text",
    [
        *("@kunta", "tupa@example.fi", "#12", "harju/tupa#12", "!3", "GH-12", "~label", '%"1.0"'),
        *("https://evil.example/", "www.evil.example", "HTTP://evil.example", "$snippet"),
    ],
)
def test_no_forge_makes_a_mention_or_a_link_of_it(text: str) -> None:
    """Between the sign and the name stands a word joiner, which nobody sees."""
    said = escaped(Said(text, "fi")).replace("\\", "")
    assert said != text
    assert said.replace("\u2060", "") == text
    assert not re.search(r"[@#!$%~][\w\"]|://|www\.|GH-\d", said)


def test_a_path_is_code_whatever_it_holds() -> None:
    assert [code("a/b.md:1"), code("a`b"), code("a``b"), code("a\nb\u202e")] == [
        *("`a/b.md:1`", "`` a`b ``", "``` a``b ```", "`a b\\u202e`")
    ]


@pytest.mark.parametrize(
    ("forge", "path", "line", "href"),
    [
        (Forge.GITHUB, "places/tupa.md", 3, "/blob/main/content/places/tupa.md?plain=1#L3"),
        (Forge.GITLAB, "places/tupa.md", 3, "/-/blob/main/content/places/tupa.md?plain=1#L3"),
        (
            Forge.FORGEJO,
            "places/tupa.md",
            3,
            "/src/branch/main/content/places/tupa.md?display=source#L3",
        ),
        (Forge.GITHUB, "network.yml", 8, "/blob/main/content/network.yml#L8"),
        (Forge.GITHUB, "images/a (1).png", 0, "/blob/main/content/images/a%20%281%29.png"),
    ],
)
def test_files_are_links_where_the_forge_is_known(
    forge: Forge, path: str, line: int, href: str
) -> None:
    repository = Repository(forge=forge, url="https://forge.example/harju/tuvat/")
    said = as_markdown(_report("Tupa", path=path, line=line), WORDS, "content", repository)
    assert f"](https://forge.example/harju/tuvat{href})" in said
    nowhere = replace(repository, url=None)
    assert "](" not in as_markdown(_report("Tupa", path=path), WORDS, "content", nowhere)


def test_an_issue_is_never_too_long() -> None:
    long = [f"{number} " + "[" * 300 for number in range(1000)]
    said = as_markdown(_report(*long, path="places/" + "x/" * 500 + "tupa.md"), WORDS, "content")
    assert len(said) <= LONGEST
    assert "Lisäksi 980 muuta." in said
