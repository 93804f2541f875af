"""Every identity that a network publishes, and what is known of each."""

from collections import Counter
from datetime import UTC, date, datetime
from uuid import UUID

from kohtaamo.ids import item_id
from kohtaamo.review.identities import Kind
from tests.review.conftest import KERHO, KUUTAMO, Publish

SAFE = KUUTAMO.replace("on: last day", "on: last wed")


def _of(slug: str, *formerly: str, kind: str = "event") -> UUID:
    return item_id("koivuranta", kind, slug, formerly)


def test_events_notices_and_listings(publish: Publish) -> None:
    found = publish()
    kinds = Counter(thing.kind for thing in found.things.values())

    assert found.network_id == "koivuranta"
    assert {kind: count for kind, count in kinds.items() if kind is not Kind.TERM} == {
        Kind.EVENT: 2,
        Kind.NOTICE: 1,
        Kind.PLACE: 1,
        Kind.ORGANISER: 1,
    }
    terms = {thing.slug for thing in found.things.values() if thing.kind is Kind.TERM}
    assert {"municipality/koivuranta", "audience/everyone", "topic/music", "need/lonely"} <= terms


def test_what_is_known_of_an_event(publish: Publish) -> None:
    kerho = publish().things[_of("kerho")]

    assert (kerho.slug, kerho.key, kerho.name, kerho.title) == (
        "kerho",
        "events/kerho",
        "kerho",
        "Lukukerho",
    )
    assert (kerho.origin.path, kerho.origin.line("title")) == ("events/kerho.md", 2)
    assert kerho.changed == datetime(2026, 11, 2, 10, tzinfo=UTC)
    # Seconds from 1.1.2020: 2 497 days and ten hours.
    assert kerho.sequence == 2_497 * 86_400 + 36_000
    assert (kerho.start, kerho.place, kerho.last_day, kerho.shown_until) == (
        datetime(2026, 12, 8, 15),  # noqa: DTZ001 - local time, as written
        "tupa",
        date(2026, 12, 8),
        date(2027, 1, 7),
    )
    assert (kerho.dates, kerho.days) == ({}, frozenset({date(2026, 12, 8)}))


def test_dates_that_leave_as_single_events_have_identities_from_today_on(
    publish: Publish,
) -> None:
    found = publish().things[_of("kuutamo")]

    days = [date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)]
    assert sorted(found.dates.values()) == [*days, date(2027, 4, 30)]
    assert found.days == {*days, date(2027, 4, 30)}
    assert len(found.dates) == 5


def test_of_a_rule_that_leaves_whole_only_extras_are_events_of_their_own(
    publish: Publish,
) -> None:
    extra = SAFE.replace("until:", "extra: [2026-12-13 18:00], until:")
    extra = extra.replace("2026-09-30", "2026-10-28")

    found = publish({"events/kuutamo.md": extra}).things[_of("kuutamo")]

    assert list(found.dates.values()) == [date(2026, 12, 13)]
    assert len(found.days) == 6


def test_formerly_keeps_the_identity(publish: Publish) -> None:
    renamed = KERHO.replace("place:", "formerly: [kerho, piiri]\nplace:")
    found = publish({"events/kerho.md": None, "events/lukijat.md": renamed}).things[_of("kerho")]

    assert (found.slug, found.formerly) == ("lukijat", ("kerho", "piiri"))


def test_closed_groups_have_none(publish: Publish) -> None:
    closed = publish({"events/kerho.md": KERHO.replace("place:", "access: closed\nplace:")})

    assert "kerho" not in {thing.slug for thing in closed.things.values()}


def test_an_umbrella_event_has_an_entry_and_no_dates(publish: Publish) -> None:
    part = KERHO.replace("place:", "part_of: kuutamo\nplace:")

    assert publish({"events/kerho.md": part}).things[_of("kuutamo")].dates == {}
