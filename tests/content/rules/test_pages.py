"""Pages of the network's own."""

from collections.abc import Callable

NETWORK = """\
id: koivuranta
name: Koivurannan kohtaamispaikat
languages: [fi, sv]
accessibility_statement:
  status: partial
  failing: [Kuvat]
  assessed: 2026-11-01
  by: Oma arvio
  feedback: palaute@example.fi
  unit: Kunta
"""


def test_a_page_does_not_take_the_address_of_another_language(
    check: Callable[..., list[str]],
) -> None:
    assert check(
        {
            "network.yml": NETWORK,
            "pages/tietoa.md": "---\ntitle: Tietoa\n---\nTeksti.\n",
            "pages/om.md": "---\ntitle: Om\n---\nText.\n",
            "pages/about.md": "---\ntitle: About\n---\nText.\n",
        }
    ) == [
        (
            "pages/om.md:1: the site needs the name “om” for itself. Give the file another name."
            " [slug-reserved]"
        )
    ]
