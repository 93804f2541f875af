"""Markdown as the plain text of calendars and summaries."""

import pytest

from kohtaamo.publish.texts.plain import first_paragraph, shortened, to_plain

TEXTS = {
    "paragraphs": ("Yksi\nyhä.\n\n\nKaksi,  \nuusi rivi.", "Yksi yhä.\n\nKaksi,\nuusi rivi."),
    "words": ("**Tärkeää** ja *hiljaa* `koodi`", "Tärkeää ja hiljaa koodi"),
    "what is struck out shows it": ("klo ~~18~~ 19", "klo ~~18~~ 19"),
    "headings": ("# Ohjelma\nklo 9\n## Ruoka\npuuro", "Ohjelma\n\nklo 9\n\nRuoka\n\npuuro"),
    "list": ("Ota:\n- kuppi\n- lusikka", "Ota:\n\n- kuppi\n- lusikka"),
    "list in a list": (
        "1. aamu\n   - puuro\n   - kahvi\n2. ilta\n\nloppu",
        "1. aamu\n  - puuro\n  - kahvi\n2. ilta\n\nloppu",
    ),
    "list of paragraphs": ("- yksi\n\n  jatkuu\n\n- kaksi", "- yksi\n  jatkuu\n- kaksi"),
    "link": ("Katso [sivu](https://example.fi/a).", "Katso sivu (https://example.fi/a)."),
    "address as its own words": ("<https://example.fi/>", "https://example.fi/"),
    "mail": ("[a@example.fi](mailto:a@example.fi)", "a@example.fi"),
    "mail by its address alone": ("Kysy: <a@example.fi>!", "Kysy: a@example.fi!"),
    "mail behind words": (
        "[Kysy](mailto:a@example.fi?subject=Tupa), [soita](tel:+358101230010)",
        "Kysy (a@example.fi), soita (+358101230010)",
    ),
    "mail with a subject": ("[a@example.fi](mailto:a@example.fi?subject=Tupa)", "a@example.fi"),
    "number": ("[010 123 0010](tel:0101230010)", "010 123 0010"),
    "address without scheme": ("[example.fi](https://example.fi/)", "example.fi"),
    "unsafe link": ("[paina](javascript:alert(1)) [tämä](/tilaa/)", "paina tämä"),
    "picture": ("![Kahvipannu](pannu.jpg)", "Kahvipannu"),
    "table": ("| klo | mitä |\n|---|---|\n| 9 | puuro |", "klo | mitä\n9 | puuro"),
    "quotation": ("> Sanottu on.\n\nNiin.", "Sanottu on.\n\nNiin."),
    "code": ("    rivi 1\n    rivi 2\n", "rivi 1\nrivi 2"),
    "rule": ("a\n\n---\n\nb", "a\n\nb"),
    "raw HTML": ("a <b>b</b>\n\n<div>\nc\n</div>", "a <b>b</b>\n\n<div>\nc\n</div>"),
    "entities": ("5 &lt; 6 &amp; &auml;", "5 < 6 & ä"),
    "control characters by reference": ("a&#8;b&#13;c&#x202e;d&#9;e", "abcd e"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("case", TEXTS)
def test_reads_well(case: str) -> None:
    markdown, plain = TEXTS[case]

    assert to_plain(markdown) == plain


def test_links_within_the_site() -> None:
    """A calendar is read elsewhere: they lead to the site, or their words stand alone."""
    text = "[Tilaa](/tilaa/), [muualle](//toinen.example/), [alas](#ohjelma)."

    assert to_plain(text) == "Tilaa, muualle, alas."
    assert to_plain(text, "https://example.fi/tupa") == (
        "Tilaa (https://example.fi/tupa/tilaa/), muualle, alas."
    )


def test_first_paragraph() -> None:
    assert first_paragraph("# Otsikko\n\nTeksti") == "Otsikko"
    assert first_paragraph("Rivi\\\ntoinen rivi\n\nToinen kappale") == "Rivi toinen rivi"
    assert first_paragraph("") == ""


def test_shortened_between_words() -> None:
    assert shortened("Kahvia, pullaa ja puhetta", 25) == "Kahvia, pullaa ja puhetta"
    assert shortened("Kahvia, pullaa ja puhetta", 18) == "Kahvia, pullaa ja…"
    assert shortened("Kahvia, pullaa ja puhetta", 9) == "Kahvia…"
    assert shortened("ä" * 30, 10) == "ä" * 9 + "…"


@pytest.mark.parametrize("piece", ["> ", "- ", "1. ", "**a ", "[", "<b>", "a`", "[a](", "| a "])
def test_any_text_has_an_end(piece: str) -> None:
    assert "loppu" in to_plain(piece * (64_000 // len(piece)) + "loppu")


def test_what_would_grow_is_left_as_written() -> None:
    """Each line of a deep list would begin with as many blanks, each row be filled with cells."""
    deep = "- " * 30 + "a\n" + "b\\\n" * 30 + "c"
    table = "|a" * 200 + "|\n" + "|-" * 200 + "|\n" + "a\n" * 100

    assert to_plain(deep) == deep
    assert to_plain(table) == table.strip()


def test_an_address_that_no_link_leads_to_is_not_told() -> None:
    text = (
        "[a](https://oma.fi@example.com/) [b](tel:*21*0401234567%23) [c](mailto:a@b.fi?bcc=d@e.fi)"
    )

    assert to_plain(text) == "a b c"


def test_addresses_can_be_left_out() -> None:
    text = "Lisää [sivuilta](https://example.fi/tietoa) ja https://example.fi."
    assert to_plain(text, says_addresses=False) == "Lisää sivuilta ja https://example.fi."
