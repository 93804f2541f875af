"""Calendars that somebody has followed for two years say what is true at every poll."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from itertools import groupby

import icalendar
import pytest
import recurring_ical_events  # type: ignore[import-untyped]  # ships no types

from kohtaamo.text.zone import HELSINKI
from tests.subscribers.clients import Stingy, Told, told_in
from tests.subscribers.story import Poll
from tests.subscribers.truth import (
    EIGHT_WEEKS,
    Line,
    at_place,
    events_in,
    everywhere,
    in_municipality,
    line,
    open_in,
    taken_in,
)

# Nobody subscribed again: where a place was renamed, its old address is asked to the end.
EVENTS = {
    "tapahtumat/calendar.ics": everywhere,
    "paikat/myllytalo/calendar.ics": at_place("myllytalo"),
    "paikat/kiertava-kahvila/calendar.ics": at_place("kiertava-kahvila"),
    "kunnat/laakso/calendar.ics": in_municipality("laakso"),
    "kunnat/harju/calendar.ics": in_municipality("harju"),
}


def polls_of(polls: Sequence[Poll], path: str) -> list[Poll]:
    """Those in which the file was asked for."""
    return [poll for poll in polls if path in poll.files]


def calendar_files(polls: Sequence[Poll]) -> list[str]:
    return sorted({path for poll in polls for path in poll.files if path.endswith(".ics")})


def shown(
    polls: Sequence[Poll], path: str, shows: Callable[[icalendar.Event], Line]
) -> Iterator[tuple[Poll, list[Line]]]:
    """What a client that replaces everything shows for the eight weeks after each poll."""
    for body, group in groupby(polls_of(polls, path), key=lambda poll: poll.files[path]):
        alike = list(group)
        start = datetime.combine(alike[0].day, time(), HELSINKI)
        end = datetime.combine(alike[-1].day + EIGHT_WEEKS, time(), HELSINKI)
        calendar = icalendar.Calendar.from_ical(body)
        dates = sorted(map(shows, recurring_ical_events.of(calendar).between(start, end)))
        for poll in alike:
            first, last = (f"{day:%Y-%m-%d}" for day in (poll.day, poll.day + EIGHT_WEEKS))
            yield poll, [each for each in dates if first <= each[0] < last]


def local(moment: date) -> date:
    if not isinstance(moment, datetime):
        return moment
    return moment.astimezone(HELSINKI).replace(tzinfo=None)


def whole(component: icalendar.Event) -> Line:
    where = str(component.get("LOCATION", "")).partition(", ")[0]
    start, end = local(component["DTSTART"].dt), local(component.end)
    return line(start, end, str(component["SUMMARY"]), where)


def times(component: icalendar.Event) -> Line:
    return line(local(component["DTSTART"].dt), local(component.end), "", "")


@pytest.mark.parametrize("path", EVENTS)
def test_the_coming_weeks_are_true_at_every_poll(path: str, polls: Sequence[Poll]) -> None:
    for poll, dates in shown(polls, path, whole):
        true = [_shown_place(each) for each in events_in(poll, EVENTS[path])]
        assert [_shown_place(each) for each in dates] == true, poll.at


def _shown_place(each: Line) -> Line:
    """Only the network's own places are compared: other words of a location are free."""
    start, end, title, where = each
    return start, end, title, where if where in PLACES else ""


PLACES = ("Myllytalo", "Kiertävä kahvila", "Kahvibussi")


@pytest.mark.parametrize("slug", ["myllytalo", "kiertava-kahvila"])
def test_opening_hours_are_true_at_every_poll(slug: str, polls: Sequence[Poll]) -> None:
    for poll, dates in shown(polls, f"paikat/{slug}/hours.ics", times):
        assert dates == open_in(poll, slug), poll.at


@pytest.mark.parametrize("room", ["sali", "kabinetti", "verstas"])
def test_rooms_are_true_at_every_poll(room: str, polls: Sequence[Poll]) -> None:
    for poll, dates in shown(polls, f"paikat/myllytalo/rooms/{room}.ics", times):
        assert dates == taken_in(poll, "myllytalo", room), poll.at


def test_who_takes_only_what_is_newer_has_it_all(polls: Sequence[Poll]) -> None:
    """As ICSx5 on Android: what has not grown is not read again."""
    stale = []
    for path in calendar_files(polls):
        client = Stingy()
        for poll in polls_of(polls, path):
            client.poll(poll.files[path])
            if client.kept != told_in(poll.files[path]):
                stale.append((path, f"{poll.at:%Y-%m-%d %H:%M}"))
    assert stale == []


def test_nothing_goes_back(polls: Sequence[Poll]) -> None:
    """DTSTAMP, LAST-MODIFIED and SEQUENCE of a UID, in whatever file it stands."""
    back = []
    last: dict[str, tuple[str, str, int]] = {}
    for poll in polls:
        for path in sorted(path for path in poll.files if path.endswith(".ics")):
            for uid, told in told_in(poll.files[path]).items():
                marks = (told.stamped, told.modified or "", told.sequence)
                before = last.setdefault(uid, marks)
                if any(now < then for now, then in zip(marks, before, strict=True)):
                    back.append((path, uid, f"{poll.at:%Y-%m-%d %H:%M}", before, marks))
                last[uid] = marks
    assert back == []


def test_a_uid_says_the_same_in_all_files_of_a_poll(polls: Sequence[Poll]) -> None:
    """Who follows a place and a municipality has each event once, and it is one event."""
    for poll in polls:
        said: dict[tuple[str, str], Told] = {}
        for path, body in poll.files.items():
            if path.endswith(".ics"):
                language = path.partition("/")[0] if path.startswith(ABROAD) else "fi"
                for uid, told in told_in(body).items():
                    assert said.setdefault((language, uid), told) == told, (path, poll.at)


def test_identities_stay_with_their_things(polls: Sequence[Poll]) -> None:
    """By the page that each UID leads to: one thing under all names that it has had."""
    renamed = {"neulekahvila": "neuletupa", "kiertava-kahvila": "kahvibussi"}
    things: dict[str, set[tuple[str, str]]] = {}
    for poll in polls:
        for path in poll.files:
            if path.endswith(".ics") and "/rooms/" not in path and not path.startswith(ABROAD):
                for uid, told in told_in(poll.files[path]).items():
                    kind, slug = _page(told)
                    things.setdefault(uid, set()).add((kind, renamed.get(slug, slug)))
    assert {uid: found for uid, found in things.items() if len(found) > 1} == {}
    # Events, their single dates, and the hours of two places.
    assert len(things) > 80


ABROAD = ("sv/", "en/")


def _page(told: Told) -> tuple[str, str]:
    """`tapahtumat` and `kuoro`."""
    (address,) = {
        each.partition(b":")[2] for each in told.body.split(b"\r\n") if each.startswith(b"URL")
    }
    kind, slug = address.decode().rstrip("/").split("/")[-2:]
    return kind, slug


def test_series_keep_their_identity_through_every_edit(polls: Sequence[Poll]) -> None:
    """The choir's edits, the knitters' new name, and the change of the cafe's name and place."""
    series = _uids(polls, ("kuoro", "neulekahvila", "neuletupa", "torikahvit", "keskustelut"))

    assert {slug: len(uids) for slug, uids in series.items()} == {
        "kuoro": 1,
        "neulekahvila": 3,
        "neuletupa": 3,
        "torikahvit": 1,
        "keskustelut": 1,
    }
    assert series["neulekahvila"] == series["neuletupa"]


def _uids(polls: Sequence[Poll], slugs: Sequence[str]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {slug: set() for slug in slugs}
    for poll in polls:
        for slug in slugs:
            path = f"tapahtumat/{slug}/event.ics"
            found[slug] |= told_in(poll.files.get(path, b"")).keys()
    return found
