"""The pace of a round, what is due, and what is remembered."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kohtaamo.host.links.agent import agent_of
from kohtaamo.host.links.asking import Verdict
from kohtaamo.host.links.memory import keep_asked, recall_asked
from kohtaamo.host.links.rounds import Asked, Pace, Round, due
from kohtaamo.model.common import Contact
from kohtaamo.model.network import Coordinator, Identity, Repository
from kohtaamo.model.origin import Origin
from tests.outside import NOON

A, B, C = "https://a.example/1", "https://a.example/2", "https://b.example/"


def _asked(*, hours: float, verdict: Verdict = Verdict.FINE) -> Asked:
    return Asked(NOON - timedelta(hours=hours), verdict)


def test_hosts_take_turns_and_each_address_is_asked_once() -> None:
    assert due([B, A, C, A], {}, NOON) == (A, C, B)
    assert due([], {}, NOON) == ()


@pytest.mark.parametrize(("hours", "is_due"), [(0, False), (23.9, False), (24, True), (99, True)])
def test_nothing_is_asked_twice_a_day(hours: float, is_due: bool) -> None:
    assert (A in due([A], {A: _asked(hours=hours)}, NOON)) is is_due


def test_a_host_has_two_seconds_of_rest() -> None:
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    pace = Pace(clock=lambda: now[0], sleep=sleep)
    pace.wait("a")
    pace.wait("b")
    now[0] = 0.5
    pace.wait("a")
    now[0] = 9.0
    pace.wait("a")
    pace.wait("a")
    assert slept == [1.5, 2.0]


def test_a_busy_server_is_left_alone() -> None:
    seen: list[str] = []

    def ask(url: str) -> Verdict:
        seen.append(url)
        return Verdict.BUSY if url == A else Verdict.FINE

    asked: dict[str, Asked] = {}
    Round(ask=ask, now=NOON).go(due([A, B, C], {}, NOON), asked)
    assert seen == [A, C]
    assert asked == {A: Asked(NOON, Verdict.BUSY), C: Asked(NOON, Verdict.FINE)}


def test_what_was_asked_is_remembered(tmp_path: Path) -> None:
    asked = {A: _asked(hours=1), B: _asked(hours=2, verdict=Verdict.GONE)}
    keep_asked(tmp_path / ".kohtaamo", asked)
    assert recall_asked(tmp_path / ".kohtaamo") == asked
    assert recall_asked(None) == {}
    keep_asked(None, asked)


@pytest.mark.parametrize(
    "damaged",
    ["", "[]", "{", "7", '{"a": 1}', '{"a": ["x", "fine"]}', '{"a": ["2027-04-15T12:00:00", "?"]}'],
)
def test_a_damaged_memory_is_none(tmp_path: Path, damaged: str) -> None:
    (tmp_path / "links.json").write_text(damaged, "utf-8")
    assert recall_asked(tmp_path) == {}


def test_a_memory_without_a_zone_is_none(tmp_path: Path) -> None:
    moment = datetime(2027, 4, 15, 12).isoformat()  # noqa: DTZ001 - just that is the fault
    (tmp_path / "links.json").write_text(f'{{"{A}": ["{moment}", "fine"]}}', "utf-8")
    assert recall_asked(tmp_path) == {}


def _identity(**values: object) -> Identity:
    facts = {"id": "a", "name": "Äänekosken (uusi) verkko\r\nX: y", "languages": ("fi",)}
    return Identity(**{**facts, **values}, written_in="fi", origin=Origin("network.yml"))  # type: ignore[arg-type]


def test_who_asks_is_the_network_with_an_address_of_a_role() -> None:
    email = _identity(contact=Contact(email="harju@example.fi"))
    name = "Aanekosken uusi verkkoX: y"
    assert str(agent_of(email)).endswith(f" (link check; {name}; harju@example.fi)")
    coordinator = _identity(coordinator=Coordinator(role="Pesävahti", email="p@example.fi"))
    assert str(agent_of(coordinator)).endswith("; p@example.fi)")
    url = _identity(contact=Contact(phone="1"), repository=Repository(url="https://f.example/a"))
    assert str(agent_of(url)).endswith("; https://f.example/a)")
    assert agent_of(_identity()) is None
