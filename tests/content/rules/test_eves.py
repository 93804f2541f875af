"""Christmas Eve and Midsummer Eve."""

from collections.abc import Callable
from datetime import date

Check = Callable[..., list[str]]

PLACE = """\
---
name: Tupa
municipality: koivuranta
address: {street: Rantatie 3}
hours: [{days: mon-fri, from: 9:00, to: 18:00}]
holiday_hours: closed
organisers: [kunta]
"""
ASKED = (
    "places/tupa.md:1: exceptions: warning: the place seems to be open on the eve,"
    " Thu 2026-12-24, as on any day. If it is closed, add under exceptions:"
    " - {date: 2026-12-24, closed: yes}. If it is open, write that day's hours there. [eve-open]"
)


def test_a_place_open_on_a_coming_eve_is_asked(check: Check) -> None:
    assert check({"places/tupa.md": PLACE + "---\n"}) == [ASKED]


def test_an_exception_answers(check: Check) -> None:
    closed = "exceptions: [{date: 2026-12-24, closed: yes}]\n---\n"
    shorter = "exceptions: [{date: 2026-12-24, hours: [{days: thu, from: 9, to: 12}]}]\n---\n"

    assert check({"places/tupa.md": PLACE + closed}) == []
    assert check({"places/tupa.md": PLACE + shorter}) == []


def test_nobody_is_asked_too_early_or_who_keeps_hours_on_holidays(check: Check) -> None:
    normal = PLACE.replace("closed", "normal")

    assert check({"places/tupa.md": PLACE + "---\n"}, today=date(2026, 10, 24)) == []
    assert check({"places/tupa.md": normal + "---\n"}) == []
