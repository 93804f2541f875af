"""What contributors write as Markdown, and what of it reaches a page or a feed."""

import pytest

from kohtaamo.publish.texts.html import page_to_html, to_html

LINK_END = 'rel="noopener noreferrer nofollow">'

SAFE = {
    "words": (
        "Tule **ajoissa**, *hiljaa* ja `kello` ~~kaulassa~~.",
        (
            "<p>Tule <strong>ajoissa</strong>, <em>hiljaa</em> ja <code>kello</code>"
            " <del>kaulassa</del>.</p>\n"
        ),
    ),
    "lists": (
        "- yksi\n- kaksi\n\n3. kolme\n4. neljä\n",
        (
            "<ul>\n<li>yksi</li>\n<li>kaksi</li>\n</ul>\n"
            '<ol start="3">\n<li>kolme</li>\n<li>neljä</li>\n</ol>\n'
        ),
    ),
    "table": (
        "| klo | mitä |\n|:---:|---|\n| 9 | puuro |\n",
        (
            '<table><thead><tr><th scope="col">klo</th><th scope="col">mitä</th></tr></thead>'
            "<tbody>\n<tr><td>9</td><td>puuro</td></tr>\n</tbody></table>\n"
        ),
    ),
    "links": (
        (
            '[sivu](https://example.fi/a?b=1&c=2 "vihje") <https://example.fi>'
            " [posti](mailto:a@example.fi) [puhelin](tel:0101230001) [oma](/tilaa/)"
        ),
        (
            f'<p><a href="https://example.fi/a?b=1&amp;c=2" {LINK_END}sivu</a>'
            f' <a href="https://example.fi" {LINK_END}https://example.fi</a>'
            f' <a href="mailto:a@example.fi" {LINK_END}posti</a>'
            f' <a href="tel:0101230001" {LINK_END}puhelin</a>'
            f' <a href="/tilaa/" {LINK_END}oma</a></p>\n'
        ),
    ),
    "a picture leaves its words": ("![Kuva pannusta](pannu.jpg)", "<p>Kuva pannusta</p>\n"),
    "soft and hard line ends": ("yksi\nkaksi\\\nkolme", "<p>yksi\nkaksi<br>\nkolme</p>\n"),
    "nothing": ("", ""),
}

HOSTILE = {
    "script": (
        "<script>alert(1)</script>",
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n",
    ),
    "inline elements and entities": (
        'a <b onclick="x">b</b> &lt;i&gt; &amp; <!-- *c* --> d',
        '<p>a &lt;b onclick="x"&gt;b&lt;/b&gt; &lt;i&gt; &amp; &lt;!-- *c* --&gt; d</p>\n',
    ),
    "a block between texts": (
        "alku\n\n<div>\n*keskellä*\n</div>\n\nloppu",
        "<p>alku</p>\n<p>&lt;div&gt;\n*keskellä*\n&lt;/div&gt;</p>\n<p>loppu</p>\n",
    ),
    "inside code": ("`<b>`", "<p><code>&lt;b&gt;</code></p>\n"),
    "unclosed": (
        "<details open ontoggle=alert(1)>",
        "<p>&lt;details open ontoggle=alert(1)&gt;</p>\n",
    ),
    "attribute lists": (
        "# Otsikko {: onclick=alert(1) }\n\nTeksti {#tunnus .luokka}",
        "<h3>Otsikko {: onclick=alert(1) }</h3>\n<p>Teksti {#tunnus .luokka}</p>\n",
    ),
    "other schemes": (
        "[a](javascript:alert(1)) [b](JaVaScRiPt&#58;alert(1)) [c](data:text/html,x) [d](file:///etc)",
        "<p>a b c d</p>\n",
    ),
    "other sites in disguise": (
        "[a](//example.com/) [b](/&#92;example.com) [c](tilaa/) [d](#x) [e](?q)",
        f'<p>a <a href="/%5Cexample.com" {LINK_END}b</a> c d e</p>\n',
    ),
    "blanks in addresses": (
        "[a](<java script:x>) [b](<https://example.fi/a b>) [c](https://example.fi/&#10;d)",
        (
            f'<p>a <a href="https://example.fi/a%20b" {LINK_END}b</a>'
            f' <a href="https://example.fi/%0Ad" {LINK_END}c</a></p>\n'
        ),
    ),
    "control characters by reference": (
        "a&#8;b&#x202e;c&#0;d&#xFFFF;e",
        "<p>abcde</p>\n",
    ),
    "noncharacters by reference": ("a&#xFDD0;b&#x1FFFE;c&#x10FFFF;d", "<p>abcd</p>\n"),
    "somebody before the host": (
        (
            "[a](https://oma.fi@example.com/) [b](http://user:salasana@example.com)"
            " [c](HTTPS://a@b?c) [d](https://example.fi/@nimi)"
            " [e](https://example.fi?posti=a@example.fi)"
        ),
        (
            f'<p>a b c <a href="https://example.fi/@nimi" {LINK_END}d</a>'
            f' <a href="https://example.fi?posti=a@example.fi" {LINK_END}e</a></p>\n'
        ),
    ),
    "letters with hidden readers, orders to a telephone": (
        (
            "[a](mailto:a@example.fi?bcc=b@example.com)"
            " [b](mailto:a@example.fi?subject=x%0D%0ABcc:b@example.com)"
            " [c](tel:*21*0401234567%23) [d](mailto:a@example.fi?subject=Hei)"
        ),
        (f'<p>a b c <a href="mailto:a@example.fi?subject=Hei" {LINK_END}d</a></p>\n'),
    ),
    "unseen characters by reference": (
        "a&#x200b;b&lrm;c&#xE0041;d&zwj;e&#x3164;f 👩&zwj;👧",
        "<p>abcdef 👩\u200d👧</p>\n",
    ),
    "a style of its own": (
        "<style>p{display:none}</style>",
        "<p>&lt;style&gt;p{display:none}&lt;/style&gt;</p>\n",
    ),
}


@pytest.mark.parametrize("case", SAFE)
def test_what_people_write(case: str) -> None:
    markdown, html = SAFE[case]

    assert to_html(markdown) == html


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_text_is_text(case: str) -> None:
    markdown, html = HOSTILE[case]

    assert to_html(markdown) == html


def test_no_heading_outranks_the_page() -> None:
    assert to_html("# Yksi\n\n### Kolme\n\n# Yksi taas") == (
        "<h3>Yksi</h3>\n<h4>Kolme</h4>\n<h3>Yksi taas</h3>\n"
    )
    assert to_html("## Ylin on kaksi", top=2) == "<h2>Ylin on kaksi</h2>\n"
    assert to_html("\n\n".join(f"{'#' * level} t" for level in range(1, 7)), top=4) == (
        "<h4>t</h4>\n<h5>t</h5>\n" + "<h6>t</h6>\n" * 4
    )


def test_links_of_the_site_begin_where_it_lies() -> None:
    assert to_html('[a](/tilaa/) ja teksti <a href="/x/">', base="/portaali") == (
        f'<p><a href="/portaali/tilaa/" {LINK_END}a</a> ja teksti &lt;a href="/x/"&gt;</p>\n'
    )


def test_pages_of_the_network() -> None:
    page = (
        "# Tietoa {: #x onclick=alert(1)}\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "<script>alert(1)</script> <b>x</b> [tilaa](/tilaa/) [paha](javascript:x)\n"
    )

    assert page_to_html(page, base="/p") == (
        "<h2>Tietoa {: #x onclick=alert(1)}</h2>\n"
        '<table>\n<thead>\n<tr>\n<th scope="col">a</th>\n<th scope="col">b</th>\n</tr>\n</thead>\n'
        "<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n"
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;x&lt;/b&gt;"
        f' <a href="/p/tilaa/" {LINK_END}tilaa</a> paha</p>'
    )


def test_pages_hold_no_unseen_characters_by_reference_either() -> None:
    page = "a&#8238;b &#x1; `&#8238;` &amp;#8238; [c](/&#8238;/example.com) [d](https://a@b.fi/)"

    assert page_to_html(page) == ("<p>ab  <code>&amp;#8238;</code> &amp;#8238; c d</p>")


@pytest.mark.parametrize("convert", [to_html, page_to_html])
def test_a_table_of_empty_cells_is_shown_as_written(convert: object) -> None:
    """Parsers fill up each row: twenty kilobytes of this would make a hundred megabytes."""
    assert callable(convert)
    table = "|a" * 200 + "|\n" + "|-" * 200 + "|\n" + "a\n" * 100

    assert convert(table) == f"<p>{table.strip()}</p>"
    assert convert("|a" * 20 + "|\n" + "|-" * 20 + "|\n" + "a\n" * 100).count("<td>") == 2000


@pytest.mark.parametrize("convert", [to_html, page_to_html])
@pytest.mark.parametrize("piece", ["> ", "- ", "1. ", "**a ", "*a _b ", "[", "<b>", "a`", "~~a "])
def test_what_nests_without_end_is_shown_as_written(convert: object, piece: str) -> None:
    """64 kB, as much as a file may hold: each of these once took minutes somewhere."""
    assert callable(convert)

    html = convert(piece * (64_000 // len(piece)) + "loppu")

    assert "loppu" in html
    assert html.count("<blockquote>") + html.count("<li>") + html.count("<strong>") <= 20
