# ruff: noqa: E501 - expected lines stand whole, as they are written
"""Who says of itself that it acts at a place, and what the place says."""

from collections.abc import Callable

import pytest

Check = Callable[..., list[str]]

STRANGER = """\
---
name: Muukalaiset ry
class: culture
sector: association
municipalities: [koivuranta]
places: [tupa]
---
"""
NOTICE = """\
---
title: Tule meille
kind: volunteers
until: {until}
municipalities: [koivuranta]
organisers: [{organisers}]
place: tupa
---
"""
PLACE = """\
---
name: Tupa
municipality: koivuranta
address: {{street: Rantatie 3}}
{words}
---
"""
ASKED = "warning: the place “tupa” does not name this organiser, so this is not shown on the page of the place. Ask its people: once they have said yes, they add the organiser to the place (organisers). [place-to-be-asked]"


def test_to_name_a_place_is_not_to_be_named_by_it(check: Check) -> None:
    assert check({"organisers/vieras.md": STRANGER}) == [
        f"organisers/vieras.md:6: places[0]: {ASKED}"
    ]


@pytest.mark.parametrize(
    "words",
    ["can_host: all", "can_host: [vieras]", "organisers: [vieras]", "maintained_by: vieras"],
)
def test_the_place_has_agreed(check: Check, words: str) -> None:
    place = PLACE.format(words=words)
    assert check({"places/tupa.md": place, "organisers/vieras.md": STRANGER}) == []


def test_a_notice_is_asked_about_as_long_as_it_is_on_the_board(check: Check) -> None:
    def notice(until: str, organisers: str) -> list[str]:
        return check({"notices/a.md": NOTICE.format(until=until, organisers=organisers)})

    assert notice("2026-12-01", "martat") == [f"notices/a.md:7: place: {ASKED}"]
    assert notice("2026-12-01", "martat, kunta") == []
    assert notice("2026-11-30", "martat") == []
