"""The contributors' guide: every field and every message, in the languages that have them whole."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType

import pytest

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.content.schema.guide import record_guides, smallest_file
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.listings.make import make_edition
from kohtaamo.problems.catalogue import load_catalogue
from kohtaamo.publish.output import GUIDE, NETWORK
from kohtaamo.publish.outputs import all_outputs
from kohtaamo.words.load import shipped_words
from tests.editions import TODAY

from .conftest import THEME, Built, build, edition_of

Networks = Callable[[str], Built]
PAGES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "fi": {
            "start": "ohjeet",
            "network": "ohjeet/verkosto",
            "place": "ohjeet/paikka",
            "event": "ohjeet/tapahtuma",
            "organiser": "ohjeet/jarjestaja",
            "notice": "ohjeet/ilmoitus",
            "page": "ohjeet/sivu",
            "term": "ohjeet/sanasto",
            "messages": "ohjeet/viestit",
        },
        "sv": {
            "start": "sv/anvisningar",
            "network": "sv/anvisningar/natverk",
            "place": "sv/anvisningar/plats",
            "event": "sv/anvisningar/evenemang",
            "organiser": "sv/anvisningar/arrangor",
            "notice": "sv/anvisningar/anslag",
            "page": "sv/anvisningar/sida",
            "term": "sv/anvisningar/ordlista",
            "messages": "sv/anvisningar/meddelanden",
        },
        "en": {
            "start": "en/guide",
            "network": "en/guide/network",
            "place": "en/guide/place",
            "event": "en/guide/event",
            "organiser": "en/guide/organiser",
            "notice": "en/guide/notice",
            "page": "en/guide/page",
            "term": "en/guide/vocabulary",
            "messages": "en/guide/messages",
        },
    }
)
KINDS_OF_PAGES = ("guide.html", "guide-kind.html", "guide-messages.html")


def test_there_is_one_for_each_kind_in_each_whole_language(networks: Networks) -> None:
    made = {
        path
        for path in networks("sample").files
        if path.startswith(("ohjeet/", "sv/anvisningar/", "en/guide/"))
    }
    assert made == {f"{page}/index.html" for pages in PAGES.values() for page in pages.values()}


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_there_with_all_that_one_needs(
    networks: Networks, language: str, kind: str
) -> None:
    page = networks("sample").page(f"{PAGES[language][kind]}/index.html")
    words = shipped_words(language)
    own, *inside = record_guides([KINDS[kind]], words)
    wanted = {field.key: field for field in own.fields} | {
        f"{record.name}-{field.key}": field for record in inside for field in record.fields
    }
    entries = {each.get("id"): each for each in page.xpath("//div[@class='entry']")}

    assert list(entries) == list(wanted)
    for anchor, field in wanted.items():
        said = [" ".join(str(p.text_content()).split()) for p in entries[anchor].xpath("./*")]
        required = words("reference.kind.required")
        heading = f"{field.key} {field.label}" + (f" {required}" if field.is_required else "")
        assert said[:2] == [heading, " ".join(field.help.split())], anchor
        assert field.form.split()[0] in said[2], anchor
        assert said[3].endswith(" ".join(field.example.split())), anchor


def test_what_belongs_in_a_field_is_a_link_away(networks: Networks) -> None:
    page = networks("sample").page("ohjeet/tapahtuma/index.html")
    links = {
        (each.xpath("ancestor::div/@id")[0], each.get("href"), each.text_content())
        for each in page.xpath("//div[@class='entry']//a")
    }
    assert {
        ("audiences", "#audiences-terms", "audiences"),
        ("accessibility", "#accessibility-terms", "accessibility"),
        ("repeat", "#repeat-fields", "repeat"),
        ("repeat-changes", "#change-fields", "change"),
        ("repeat-skip", "#span-fields", "span"),
        ("price", "#price-item-fields", "price-item"),
    } <= links
    # The network's own words, as they are called in the page's language.
    rows = page.xpath("//h3[@id='municipalities-terms']/following-sibling::ul[1]/li")
    assert "rautjarvi Rautjärvi" in [" ".join(str(each.text_content()).split()) for each in rows]


@pytest.mark.parametrize("language", PAGES)
def test_every_message_has_its_anchor(networks: Networks, language: str) -> None:
    page = networks("sample").page(f"{PAGES[language]['messages']}/index.html")
    entries = page.xpath("//div[@class='entry']")
    catalogue = load_catalogue(language)

    assert [each.get("id") for each in entries] == list(catalogue.sentences)
    (clash,) = (each for each in entries if each.get("id") == "place-without-stops")
    assert [" ".join(str(each.text_content()).split()) for each in clash] == {
        "fi": [
            "place-without-stops virhe",
            "paikalla ”paikka” ei ole pysähdyspaikkoja. Poista stop.",
            "Tämä paikka ei kierrä, vaan sillä on yksi osoite.",
        ],
        "sv": [
            "place-without-stops fel",
            "platsen ”plats” har inga hållplatser. Ta bort stop.",
            "Den här platsen ambulerar inte utan har en enda adress.",
        ],
        "en": [
            "place-without-stops error",
            "the place “place” has no stops. Remove stop.",
            "This place does not travel but has one address.",
        ],
    }[language]
    assert len(clash.xpath(".//var")) == 1


@pytest.mark.parametrize(
    ("path", "target", "lang"),
    [
        ("index.html", "/ohjeet/", None),
        ("sv/index.html", "/sv/anvisningar/", None),
        ("en/index.html", "/en/guide/", None),
        ("selko/index.html", "/ohjeet/", None),
        ("se/index.html", "/ohjeet/", "fi"),
    ],
)
def test_every_foot_leads_to_the_first_language_that_has_it(
    networks: Networks, path: str, target: str, lang: str | None
) -> None:
    links = networks("sample").page(path).xpath("//footer//nav//a")
    (link,) = (
        each for each in links if "/ohjeet/" in each.get("href") or target == each.get("href")
    )
    assert link.get("href") == target
    assert link.get("lang") == lang or link.xpath("./span/@lang") == [lang]


def test_a_network_without_a_whole_language_has_no_guide(small_content: Path) -> None:
    network = small_content / "network.yml"
    text = re.sub(r"(?m)^languages: .*$", "languages: [se]", network.read_text("utf-8"))
    network.write_text(text, "utf-8")
    built = build(edition_of(small_content))

    assert [path for path in built.files if path.startswith("ohjeet")] == []
    assert "Ohjeet kirjoittajille" not in built.text("index.html", "//footer")


def test_languages_without_a_guide_are_a_way_to_their_front_page(networks: Networks) -> None:
    page = networks("sample").page("ohjeet/viestit/index.html")

    assert page.xpath("//nav[@class='language-switch']//a/@href") == [
        "/ohjeet/viestit/",
        "/sv/anvisningar/meddelanden/",
        "/en/guide/messages/",
        "/se/",
        "/selko/",
    ]
    assert page.xpath("//link[@hreflang]/@hreflang") == ["fi", "sv", "en"]


def test_no_day_changes_it_and_the_smaller_profile_has_none(laakso: Built) -> None:
    edition = laakso.edition
    later = make_edition(
        edition.network,
        today=TODAY + timedelta(days=40),
        site_url=edition.site_url,
        changed=edition.changed,
        words=edition.words,
    )
    now, then = (
        {
            each.path: (each.subjects, each.render())
            for each in all_outputs(day, THEME, Path())
            if each.kind in KINDS_OF_PAGES
        }
        for day in (edition, later)
    )
    assert len(now) == 3 * 9
    assert now == then
    assert {subjects for subjects, _ in now.values()} == {(GUIDE, NETWORK)}
    peer = {each.kind for each in all_outputs(edition, THEME, Path(), "peer")}
    assert peer.isdisjoint(KINDS_OF_PAGES)


def test_the_smallest_files_of_all_kinds_are_a_whole_network(tmp_path: Path) -> None:
    """What people copy first: each is whole by itself, and they fit together."""
    files = {
        "network": "network.yml",
        "place": "places/kylatalo.md",
        "event": "events/kahvihetki.md",
        "organiser": "organisers/elakkeensaajat.md",
        "notice": "notices/keittaja.md",
        "page": "pages/ohje.md",
        "term": "vocabularies/municipalities.yml",
    }
    for kind, record in KINDS.items():
        file = tmp_path / files[kind]
        file.parent.mkdir(exist_ok=True)
        file.write_text(smallest_file(record) + "\n", "utf-8")
    loaded = load(tmp_path, today=TODAY, reserved=reserved_slugs())

    assert [each for each in loaded.problems if each.severity == "error"] == []
    assert [*loaded.network.events] == ["kahvihetki"]
