"""Links in texts lead to pages that are there."""

from collections.abc import Callable

import pytest

COFFEE = "events/torstain-kahvit.md"


def _lines(found: list[str]) -> list[str]:
    return [line for line in found if line.startswith("events/linkit")]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("/tapahtumat/torstain-kahvi/", "Did you mean “/tapahtumat/torstain-kahvit/”?"),
        ("/tapahtuma/torstain-kahvit", "Did you mean “/tapahtumat/torstain-kahvit/”?"),
        ("/sv/tapahtumat/torstain-kahvit/", "Did you mean “/sv/evenemang/torstain-kahvit/”?"),
        ("/sv/platser/tuppa/#oppet", "Did you mean “/sv/platser/tupa/”?"),
        ("/paikat/tupa/kalenteri.ics", "Did you mean “/paikat/tupa/”?"),
        ("/jarjestajat/martat/event.ics", "Did you mean “/jarjestajat/martat/”?"),
        ("/kunnat/koivurantta/", "Did you mean “/kunnat/koivuranta/”?"),
        ("/haaku/", "Did you mean “/haku/”?"),
        ("/mukaan/nain", ""),
        ("/tapahtumat/ei-mitaan-sellaista/", ""),
        # A closed group has no page, and nobody is sent to one.
        ("/tapahtumat/hiljainen-piiri/", ""),
        ("/tapahtumat/hiljainen-piirri/", ""),
    ],
)
def test_a_link_that_leads_nowhere(
    check: Callable[..., list[str]], event: Callable[..., str], written: str, said: str
) -> None:
    said = said or "Open the page in a browser and copy its address, or take the link out."
    code = "link-leads-nowhere-near" if said.startswith("Did") else "link-leads-nowhere"
    found = check(
        {
            COFFEE: event(start="2026-12-10 13:00", end="14:00"),
            "events/hiljainen-piiri.md": (
                "---\nplace: tupa\nstart: 2026-12-11 13:00\nend: 14:00\naccess: closed\n---\n"
            ),
            "events/linkit.md": event() + f"Tule!\n\nMuuten [täällä]({written}).\n",
        }
    )
    sentence = f"the link “{written}” leads to no page of the portal. {said} [{code}]"
    assert _lines(found) == [f"events/linkit.md:10: text: warning: {sentence}"]


def test_what_leads_somewhere_or_to_another_site(
    check: Callable[..., list[str]], event: Callable[..., str]
) -> None:
    text = """
[a](/tapahtumat/torstain-kahvit/) [b](/tapahtumat/torstain-kahvit) [c](/sv/evenemang/vanha/#alku)
[d](/tapahtumat/vanha/event.ics) [e](/paikat/tupa/calendar.ics) [f](/paikat/tupa/rooms/sali.ics)
[g](/kunnat/koivuranta/rss.xml) [h](/tapahtumat/2026/12/) [i](/tapahtumat/sivu/2/) [j](/) [k](/sv/)
[l](/haku/?q=kahvi) [m](/mukaan/) [n](/sv/mukaan/) [o](/feeds.opml) [p](/images/tupa-png.jpg)
[q](/paikat/tupa/index.html) [r](/ilmoitustaulu/atom.xml) [s](/tietoa/) [t](/sv/om/)
[u](https://example.fi/tapahtumat/ei/) [v](//example.fi/x/) [x](mailto:a@example.fi) [y](#alku)

`[esimerkki](/ei/ole/)`
"""
    found = check(
        {
            COFFEE: event("formerly: [vanha]", start="2026-12-10 13:00", end="14:00"),
            "pages/mukaan.md": "---\ntitle: Mukaan\n---\nTule!\n",
            "events/linkit.md": event() + text,
        }
    )
    assert _lines(found) == []


def test_translations_pages_and_definitions_have_lines_of_their_own(
    check: Callable[..., list[str]], event: Callable[..., str]
) -> None:
    found = check(
        {
            "events/linkit.md": event(),
            "events/linkit.sv.md": "---\ntitle: Afton\n---\n[A][1]\n\n[1]: /sv/platser/tupan\n",
            "pages/mukaan.md": "---\ntitle: Mukaan\n---\nTule!\n\n- [Tupa](/paikat/tupan/)\n",
        }
    )
    dead = [line.partition(" leads ")[0] for line in found if "link-leads-nowhere-near" in line]
    assert dead == [
        "events/linkit.sv.md:4: text: warning: the link “/sv/platser/tupan”",
        "pages/mukaan.md:6: text: warning: the link “/paikat/tupan/”",
    ]
