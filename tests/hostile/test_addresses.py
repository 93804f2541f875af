"""Addresses: refused in their fields, and harmless in texts, in whatever way they are written."""

from html import escape

import pytest

from kohtaamo.publish.texts.html import page_to_html, to_html
from kohtaamo.publish.texts.plain import to_plain

from .judging import in_fragment, of_address
from .reading import Attack, attacks, ids
from .saying import codes_of

ADDRESSES, LETTERS, MARKDOWN = attacks("addresses"), attacks("letters"), attacks("markdown", 2)
# The ways in which Markdown leads to an address.
LINKS = (
    "[a]({})",
    "[a](<{}>)",
    '[a]({} "vihje")',
    "<{}>",
    "[a][b]\n\n[b]: {}",
    "[a]\n\n[a]: <{}> 'vihje'",
    "![a]({})",
    "[![a]({0})]({0})",
    '<a href="{}">a</a>',
    "<a href={}>a</a>",
)


@pytest.mark.parametrize("attack", ADDRESSES, ids=ids(ADDRESSES))
def test_an_address_in_its_field(attack: Attack) -> None:
    codes = codes_of("notice", url=attack.text)

    assert codes == ({} if attack.expected == "published" else {"url": attack.expected})


@pytest.mark.parametrize("attack", LETTERS, ids=ids(LETTERS))
def test_whom_to_write_to_and_to_call_in_its_field(attack: Attack) -> None:
    field = attack.expected.rpartition("-")[2]

    assert codes_of("notice", contact={field: attack.text}) == {f"contact.{field}": attack.expected}


@pytest.mark.parametrize("link", LINKS)
def test_every_address_in_every_kind_of_link(link: str) -> None:
    """Behind a blank, and with references for every sign."""
    every = (each.text for each in (*ADDRESSES, *LETTERS))
    written = (
        form for text in every for form in (f" {text}", "".join(f"&#{ord(c)};" for c in text))
    )

    found = {text: in_fragment(to_html(link.format(text))) for text in written}

    assert {text: faults for text, faults in found.items() if faults} == {}


def test_every_address_in_links_of_the_networks_own_pages() -> None:
    """Of each address one kind of link after the other."""
    every = [each.text for each in (*ADDRESSES, *LETTERS)]
    pages = [page_to_html(LINKS[at % len(LINKS)].format(text)) for at, text in enumerate(every)]

    assert [found for page in pages if (found := in_fragment(page))] == []


def test_the_judge_sees_what_is_wrong() -> None:
    """Of most refused addresses; the others lead nowhere, or are no better than a text."""
    seen = {each.text for each in ADDRESSES if of_address(each.text)}
    harmless = {each.text for each in ADDRESSES if each.expected == "published"}

    assert len(seen) > 25
    assert {each.text for each in ADDRESSES if each.expected == "url-scheme"} - seen <= {
        "webcal://example.fi/x.ics"
    }
    assert seen & harmless == set()
    assert in_fragment("<p onclick=x>a<b>b</b><a href=java&#9;script:x>c</a></p>") == [
        "<p onclick>",
        "<b>",
        "<a href='java\\tscript:x'>: blanks or line ends",
    ]


@pytest.mark.parametrize("attack", MARKDOWN, ids=ids(MARKDOWN))
def test_markdown_is_text_and_safe_links(attack: Attack) -> None:
    for convert in (to_html, page_to_html):
        assert in_fragment(convert(f"alku\n\n{attack.text}\n\nloppu")) == []
    plain = to_plain(f"alku\n\n{attack.text}\n\nloppu")

    assert plain.startswith("alku")
    assert plain.endswith("loppu")
    assert in_fragment(escape(plain)) == []
