"""Dates that vanish, names that are taken again, changes that go back in time, another network."""

from datetime import UTC, date, datetime

import pytest

from kohtaamo.problems.catalogue import load_catalogue
from kohtaamo.problems.formats import as_text
from kohtaamo.review.compare import compare
from tests.review.conftest import KERHO, KUUTAMO, LANDED, NETWORK, Publish, Review

KUUTAMO_PATH = "events/kuutamo.md"


def _repeat(text: str) -> dict[str, str]:
    """The moonlit walk with another `repeat` line."""
    before, _, _ = KUUTAMO.partition("repeat:")
    return {KUUTAMO_PATH: f"{before}repeat: {text}\n---\n"}


def _vanish(count: int, first: str) -> str:
    return (
        f"events/kuutamo.md:7: repeat: warning: dates of the series vanish from subscribers'"
        f" calendars without a word: {count} in all, the first on {date.fromisoformat(first):%a}"
        f" {first}. If they are cancelled, keep them in the series and add for each, under"
        f" changes: - {{date: {first}, cancelled: yes}} [dates-vanish]"
    )


@pytest.mark.parametrize(
    ("newer", "lines"),
    [
        ("{every: month, on: last day, until: 2027-02-28}", [_vanish(2, "2027-03-31")]),
        (
            "{every: month, on: last day, until: 2027-04-30, skip: [2027-01-31]}",
            [_vanish(1, "2027-01-31")],
        ),
        ("{every: month, on: last weekday, until: 2027-04-30}", [_vanish(2, "2027-01-31")]),
        (
            (
                "{every: month, on: last day, until: 2027-04-30,"
                " changes: [{date: 2027-01-31, cancelled: yes}]}"
            ),
            [],
        ),
        (
            (
                "{every: month, on: last day, until: 2027-04-30,"
                " changes: [{date: 2027-01-31, start: 2027-01-30 20:00}]}"
            ),
            [],
        ),
        ("{every: month, on: last day, until: 2027-09-30}", []),
    ],
    ids=["ends earlier", "a skip", "another rule", "cancelled", "moved", "goes on"],
)
def test_dates_that_leave_as_single_events(review: Review, newer: str, lines: list[str]) -> None:
    assert review(_repeat(newer)) == lines


def test_past_dates_may_go(review: Review) -> None:
    skipped = "{every: month, on: last day, until: 2027-04-30, skip: [2026-10-31, 2026-11-30]}"

    assert review(_repeat(skipped)) == []


def test_dates_that_leave_by_a_rule_from_now_on_are_still_there(review: Review) -> None:
    """Single events become a series on the same days: nobody misses anything."""
    older = _repeat("{every: 7 days, until: 2027-01-06}")
    newer = _repeat("{every: week, until: 2027-01-06}")

    assert review(newer, older) == []
    assert review(older, newer) == []


def test_an_extra_date_that_vanishes(review: Review) -> None:
    weekly = "{every: week, until: 2027-01-06, extra: [2026-12-13 18:00]}"

    assert review(_repeat("{every: week, until: 2027-01-06}"), _repeat(weekly)) == [
        _vanish(1, "2026-12-13")
    ]


def test_a_name_that_another_thing_had(review: Review) -> None:
    newer = {"events/tanssit.md": KERHO.replace("Lukukerho", "Tanssit")}
    deleted = {"events/tanssit": "Syystanssit", "events/tanssit-2": "Kevättanssit"}

    assert review(newer, deleted=deleted) == [
        (
            "events/tanssit.md:1: the name “tanssit” belonged to something else (“Syystanssit”)"
            " that"
            " has been deleted. Old links and subscriptions would now lead to the wrong thing. Give"
            " the file another name, for example tanssit-3. [slug-used-before]"
        )
    ]


def test_a_known_thing_does_not_take_it_either(review: Review) -> None:
    """Its identity is its own, but not the address of page and calendar."""
    renamed = KERHO.replace("place:", "formerly: [kerho]\nplace:")
    newer = {"events/kerho.md": None, "events/tanssit.md": renamed}

    (line,) = review(newer, deleted={"events/tanssit": "Syystanssit"})
    assert line.startswith("events/tanssit.md:1: the name “tanssit” belonged to something else")


def test_a_thing_may_take_its_own_former_name_again(review: Review) -> None:
    """Its file was deleted under that name, with another title perhaps."""
    older = {
        "events/kerho.md": None,
        "events/lukijat.md": KERHO.replace("place:", "formerly: [kerho]\nplace:"),
    }

    assert review({}, older, deleted={"events/kerho": "Kirjapiiri"}) == []


def test_a_name_whose_thing_nobody_can_read_any_more(review: Review) -> None:
    (line,) = review({"events/tanssit.md": KERHO}, deleted={"events/tanssit": ""})

    assert "the name “tanssit” belonged to something else (“tanssit”)" in line


@pytest.mark.parametrize(
    "deleted",
    [
        {"events/tanssit": "TANSSIT  "},
        {"notices/tanssit": "Syystanssit"},
        # It was deleted and restored before: that is no business of this change.
        {"events/kerho": "Toinen kerho"},
    ],
    ids=["the same thing again", "another kind", "there already"],
)
def test_a_name_that_may_be_used(review: Review, deleted: dict[str, str]) -> None:
    newer = {"events/tanssit.md": KERHO.replace("Lukukerho", "Tanssit")}

    assert review(newer, deleted=deleted) == []


ANOTHER = KERHO.replace("Lukukerho", "Tanssit").replace("12-08 15", "12-09 12")


def test_another_event_in_the_file_of_an_old_one(review: Review) -> None:
    online = ANOTHER.replace("place: tupa", "online: {url: https://example.fi/tanssit}")

    assert review({"events/kerho.md": online}) == [
        (
            "events/kerho.md:2: title: warning: this file held another event before, “Lukukerho”:"
            " title, time and place are different now. In calendars the former one would turn into"
            " this one. If this is a new event, restore the former one and give the new one a file"
            " of its own. [another-event]"
        )
    ]
    assert review({"events/kerho.md": ANOTHER}) == []


def test_a_history_with_older_dates(publish: Publish) -> None:
    newer = publish(landed={"events/kerho": datetime(2026, 10, 1, 9, 30, tzinfo=UTC)})

    before = publish(landed={"organisers/kunta": datetime(2026, 6, 1, tzinfo=UTC)})
    after = publish(
        landed={
            "events/kerho": datetime(2026, 10, 1, 9, 30, tzinfo=UTC),
            "organisers/kunta": datetime(2026, 6, 1, tzinfo=UTC),
            "places/tupa": datetime(2026, 6, 1, tzinfo=UTC),
        }
    )

    assert compare(before, newer, {}) == ()
    assert as_text(compare(before, after, {}), load_catalogue("en"), "").splitlines() == [
        (
            "events/kerho.md:1: warning: the last change would be on Thu 2026-10-01 12:30, although"
            " subscribers were told Mon 2026-11-02 12:00: older dates were written into git's"
            " history, and some calendars do not believe them. Change something in the file and"
            " commit it, and its date is the newest again. [change-goes-backwards]"
        )
    ]


def test_newer_dates_are_no_fault(publish: Publish) -> None:
    later = publish(landed={"events/kerho": LANDED.replace(month=12)})

    assert compare(publish(), later, {}) == ()


def test_another_network_id_is_one_error(review: Review) -> None:
    assert review({"network.yml": NETWORK.replace("koivuranta\n", "koivikko\n")}) == [
        (
            "network.yml:1: id: the network's id was “koivuranta”. Restore it: an id is never"
            " changed,"
            " even when the name is. Otherwise every subscribed calendar and feed begins anew,"
            " and the"
            " old events vanish from them. [network-id-changed]"
        )
    ]


def test_nothing_was_published_under_the_id_of_the_sample(review: Review) -> None:
    sample = {"network.yml": NETWORK.replace("id: koivuranta", "id: kohtaamo-malli")}

    assert review({}, sample) == []
