"""What `phrases` of a translation say is said in that language's outputs, each in its field."""

import html
from collections.abc import Callable
from pathlib import Path

from lxml import html as parser

from kohtaamo.content.rules.rule import everything
from tests.conftest import SITES
from tests.editions import edition_of


def test_every_phrase_is_said_in_its_language(built: Callable[[str], Path]) -> None:
    output = built("everything")
    said: dict[str, str] = {}
    for page in sorted(output.rglob("*.html")):
        tag = page.relative_to(output).parts[0]
        tag = tag if tag in {"sv", "en"} else "fi"
        said[tag] = said.get(tag, "") + html.unescape(page.read_text("utf-8"))
    unsaid = [
        (tag, phrase)
        for _kind, _record, thing in everything(
            edition_of(SITES / "everything" / "content").network
        )
        for tag, translation in thing.translations.items()
        for phrase in translation.phrases.values()
        if phrase not in said[tag]
    ]
    assert unsaid == []


def test_a_translated_place_keeps_nothing_of_its_original(built: Callable[[str], Path]) -> None:
    """What is Finnish on its Swedish page are names of other things."""
    page = parser.parse(built("everything") / "sv/platser/simpukka/index.html")
    finnish = {
        " ".join(each.text_content().split()) for each in page.xpath("//main//*[@lang='fi']")
    }
    assert sorted(finnish) == ["Elokuvailta", "Kaamostupa"]


def test_a_calendar_says_where_in_its_own_language(built: Callable[[str], Path]) -> None:
    calendar = (built("everything") / "sv/evenemang/avajaiset/event.ics").read_text("utf-8")
    lines = calendar.replace("\n ", "").split("\n")
    assert [line for line in lines if line.startswith(("LOCATION", "ORGANIZER"))] == [
        (
            r"LOCATION:Musslan\, Tullsalen\, Tullstrandsvägen 2\, Havsviken\; också på nätet\;"
            r" per telefon\, 010 123 0030"
        ),
        'ORGANIZER;CN="Evenemangets ledare":mailto:avajaiset@example.fi',
    ]
