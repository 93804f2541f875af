"""On a later day only what may be told otherwise is read again, and nothing else is missed."""

import shutil
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.content.rules.sight import horizon
from kohtaamo.host.memory.reading import Last, Reading, read_on
from kohtaamo.host.read_all import read_all
from kohtaamo.problems.problem import Problem
from tests.conftest import SITES
from tests.host.memory.fields import with_field
from tests.often import often

Choose = Callable[[Sequence[Any]], Any]

_STEPS = (1, 1, 1, 2, 5, 30, 200)
# Around eves and what is asked 60 days before, changes of clocks, and months of other lengths.
_DAYS = ("2026-10-24", "2026-12-24", "2027-02-28", "2027-03-27", "2027-08-30", "2028-04-23")
_TIMES = ("00:30", "03:30", "10:00", "11:00", "17:30", "23:30")


def _near(day: date, choose: Choose, most: int = 4) -> date:
    return day + timedelta(days=choose(range(-most, most + 1)))


def _some_day(today: date, choose: Choose) -> date:
    """Near either end of what the rules look at, or anywhere between."""
    far = timedelta(days=choose(range(550)))
    return _near(choose((today, today, horizon(today), horizon(today), today + far)), choose)


def _event(today: date, choose: Choose) -> str:
    start = _some_day(today, choose)
    text = "---\ntitle: Ilta\norganisers: [kylayhdistys]\nplace: asematalo\n---\n"
    text = with_field(text, "start", f"{start} {choose(_TIMES)}")
    text = with_field(text, "duration", choose(("30 min", "2 h", "26 h")))
    text = with_field(text, "place", choose(("asematalo", "asematalo", "kesatalo")))
    text = with_field(text, "published", choose((None, str(_near(today, choose)))))
    if choose((True, False)):
        text = with_field(text, "room", "odotussali")
        text = with_field(text, "setup", choose((None, "60", "1440")))
    if choose((True, False, False)):
        until = max(start, _near(horizon(today), choose, most=20))
        moved = f"{_some_day(today, choose)} {choose(_TIMES)}"
        change = f"changes: [{{date: {start}, start: {moved}}}]"
        extra = f"extra: [{_some_day(today, choose)}]"
        rest = choose((None, None, change, extra))
        repeat = ", ".join(filter(None, ("every: week", f"until: {until}", rest)))
        text = with_field(text, "repeat", f"{{{repeat}}}")
    return text


def _place(text: str, today: date, choose: Choose) -> str:
    closed = f"[{{date: {_some_day(today, choose)}, closed: yes}}]"
    text = with_field(text, "rooms", "[{id: odotussali, name: Odotussali, turnaround: 30}]")
    text = with_field(text, "hours", "[{days: ma–su, from: 00:00, to: 24:00}]")
    text = with_field(text, "exceptions", choose((None, closed)))
    text = with_field(text, "holiday_hours", choose(("closed", "normal", None)))
    text = with_field(text, "checked", str(_near(today, choose)))
    return with_field(text, "open_until", choose((None, None, str(_some_day(today, choose)))))


def _network(content: Path, today: date, choose: Choose) -> None:
    shutil.copytree(SITES / "small" / "content", content)
    for file in (content / "events").iterdir():
        file.unlink()
    place = content / "places" / "asematalo.md"
    (content / "places" / "kesatalo.md").write_text(_place(place.read_text(), today, choose))
    place.write_text(_place(place.read_text(), today, choose))
    file = content / "network.yml"
    term = f"{{role: Vastaava, until: {_near(today, choose)}}}"
    text = with_field(file.read_text(), "coordinator", choose((None, term)))
    file.write_text(text.replace("2026-10-01", str(_near(today, choose))))
    for number in range(choose(range(1, 7))):
        (content / "events" / f"ilta-{number}.md").write_text(_event(today, choose))


def _on(content: Path, today: date) -> tuple[Problem, ...]:
    return load(content, today=today, reserved=reserved_slugs()).problems


def _read_on(content: Path, before: date, today: date) -> Reading | None:
    """What is read of an unchanged folder on a later day; None where the first one was faulty."""
    loaded, known = read_all(content, before)
    if known is None:
        return None
    last = Last(today=before, known=known, problems=loaded.problems)
    found = read_on(content, today, (), last)
    assert found is not None or loaded.network.identity.id == "kohtaamo-malli"
    return found


@settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=often(80, 250),
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(chance=st.randoms(use_true_random=True))
def test_any_two_days(tmp_path_factory: pytest.TempPathFactory, chance: Random) -> None:
    content = tmp_path_factory.mktemp("days") / "content"
    before = date.fromisoformat(chance.choice(_DAYS))
    _network(content, before, chance.choice)
    before = _near(before, chance.choice, most=2)
    today = before + timedelta(days=chance.choice(_STEPS))
    note(f"from {before} to {today}")
    found = _read_on(content, before, today)
    if found is not None:
        assert found.loaded.problems == _on(content, today)
    shutil.rmtree(content)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The small network, with doors that are always open but on exceptions and holidays."""
    content = Path(shutil.copytree(SITES / "small" / "content", tmp_path / "content"))
    place = content / "places" / "asematalo.md"
    place.write_text(
        with_field(place.read_text(), "hours", "[{days: ma–su, from: 00:00, to: 24:00}]")
    )
    return content


def _add(content: Path, name: str, **fields: str) -> None:
    text = "---\norganisers: [kylayhdistys]\nplace: asematalo\nduration: 1 h\n---\n"
    for key, value in {"title": name, **fields}.items():
        text = with_field(text, key, value)
    (content / "events" / f"{name}.md").write_text(text)


def _codes(content: Path, before: str, today: str) -> list[str]:
    """What is said on the later day and was not on the earlier one, told alike both ways."""
    days = date.fromisoformat(before), date.fromisoformat(today)
    found = _read_on(content, *days)
    assert found is not None
    assert found.loaded.problems == _on(content, days[1])
    said = _on(content, days[0])
    return [each.code for each in found.loaded.problems if each not in said]


def test_a_date_that_comes_into_sight_may_fall_on_a_holiday(content: Path) -> None:
    """Independence Day of 2028, seen from 18 months before on."""
    _add(content, "itsenaisyys", start="2028-12-06 12:00")

    assert _codes(content, "2027-06-04", "2027-06-05") == []
    assert _codes(content, "2027-06-05", "2027-06-06") == ["place-closed"]
    assert _codes(content, "2027-03-01", "2027-04-01") == []
    assert _codes(content, "2027-04-01", "2027-08-31") == ["place-closed"]


def test_a_room_that_is_prepared_the_day_before_is_taken_then(content: Path) -> None:
    """On 1 December 2026, 1 June 2028 comes into sight, and so does who takes the room then."""
    _add(content, "aamulla", start="2028-06-02 00:30", room="odotussali", setup="1440")
    _add(content, "leiri", start="2028-05-30 12:00", room="odotussali", duration="48 h")

    assert _codes(content, "2026-11-30", "2026-12-01") == ["room-clash"]


def test_the_next_date_is_told_when_the_first_is_over(content: Path) -> None:
    _add(content, "sarja", start="2027-12-06 12:00", repeat="{every: day, times: 30}")

    assert _codes(content, "2027-12-05", "2027-12-06") == []
    assert _codes(content, "2027-12-06", "2027-12-07") == ["place-closed"]


def test_an_eve_is_asked_about_60_days_before(content: Path) -> None:
    assert _codes(content, "2027-04-25", "2027-04-26") == ["eve-open"]


def test_a_term_of_office_ends(content: Path) -> None:
    file = content / "network.yml"
    term = "{role: Vastaava, until: 2026-12-01}"
    file.write_text(with_field(file.read_text(), "coordinator", term))

    assert _codes(content, "2026-12-01", "2026-12-02") == ["coordinator-term-over"]
