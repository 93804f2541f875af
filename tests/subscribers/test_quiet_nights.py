"""Nights in which nothing has landed: what moves, and why."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from tests.subscribers.story import Poll

ALL, FEED = "tapahtumat/calendar.ics", "tapahtumat/atom.xml"
BOARD, CHANGES = "ilmoitustaulu/atom.xml", "muutokset/atom.xml"


def own(slug: str) -> str:
    return f"tapahtumat/{slug}/event.ics"


MOVED = {
    # A postponed date has passed.
    "2026-12-04": [ALL, own("siirtyva-kurssi")],
    # Single dates of a month ago have left: their rule is none that every client reads.
    "2026-12-31": [ALL, own("viimeinen-arki")],
    "2027-01-01": [ALL, own("siirtyva-kurssi")],
    # The date that moved to 16 December has left the window.
    "2027-01-16": [ALL, own("neulekahvila")],
    # A notice has ended.
    "2027-02-01": [BOARD],
    # A series of next year has come into the window; its own file had all of its changes already.
    "2027-02-02": [ALL, own("tuleva")],
    "2027-02-28": [ALL],
    # 29 February 2028 has come into the window, as one date and as a changed one.
    "2027-03-01": [ALL, own("kuunvaihde"), own("tiistaiseura"), own("viimeinen-arki")],
    "2027-04-01": [ALL, own("kuoro")],
    # The last date of a series is thirty days past: feeds let go of it.
    "2027-05-01": [FEED, ALL, own("kuunvaihde"), own("viimeinen-arki")],
    "2027-05-26": [FEED, ALL],
    # The anniversary of June 2028 has come into the window; feeds have told of it for long.
    "2027-06-01": [ALL],
    "2027-07-01": [ALL, own("kuunvaihde")],
    "2027-08-31": [ALL],
    "2027-10-01": [BOARD, ALL, own("kuunvaihde")],
    "2027-10-21": [ALL, own("keskustelut")],
    "2027-10-31": [ALL],
    "2027-12-01": [ALL, own("kuunvaihde")],
    "2027-12-02": [ALL, own("keskustelut")],
    # A declared change has passed.
    "2028-03-01": [CHANGES],
    "2028-05-01": [ALL, own("kuunvaihde")],
    "2028-07-01": [ALL, own("kuunvaihde")],
    # A cancelled date has passed.
    "2028-07-13": [ALL, own("shakki")],
}


def test_nothing_else_moves(polls: Sequence[Poll]) -> None:
    assert moved(polls) == MOVED


def moved(polls: Sequence[Poll]) -> Mapping[str, list[str]]:
    """Of every two nights, one after the other: the files of all events, in Finnish."""
    found = {}
    for before, after in pairwise(polls):
        if (after.day - before.day).days == 1 and after.edit is None:
            both = before.files.keys() & after.files.keys()
            paths = sorted(
                path
                for path in both
                if path.startswith(("tapahtumat/", "muutokset/", "ilmoitustaulu/"))
                and before.files[path] != after.files[path]
            )
            if paths:
                found[f"{after.day}"] = paths
    return found


def test_opening_hours_and_rooms_move_with_the_month(polls: Sequence[Poll]) -> None:
    for before, after in pairwise(polls):
        if (after.day - before.day).days == 1 and after.edit is None:
            both = before.files.keys() & after.files.keys()
            paths = [path for path in both if "/rooms/" in path or "hours.ics" in path]
            is_same = [before.files[path] == after.files[path] for path in paths]
            if after.day.day == 1:
                assert paths
                assert not all(is_same)
            else:
                assert all(is_same), after.day


def test_a_listing_moves_when_one_of_its_events_does(polls: Sequence[Poll]) -> None:
    """A night in which the calendar of all events stays leaves every calendar of events alone."""
    for before, after in pairwise(polls):
        is_night = (after.day - before.day).days == 1 and after.edit is None
        if is_night and before.files[ALL] == after.files[ALL]:
            for path in before.files.keys() & after.files.keys():
                if path.endswith(("calendar.ics", "event.ics")):
                    assert before.files[path] == after.files[path], (path, after.day)
