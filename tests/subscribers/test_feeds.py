"""What a feed reader shows as new in two years, by the ids that it knows."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tests.subscribers.clients import Entry, entries_in
from tests.subscribers.story import Poll

CHANGES = ("muutokset/atom.xml", "sv/andringar/atom.xml", "en/changes/atom.xml")


def feed_files(polls: Sequence[Poll]) -> list[str]:
    return sorted({path for poll in polls for path in poll.files if path.endswith("atom.xml")})


def followed(polls: Sequence[Poll], path: str) -> Iterator[tuple[Poll, Poll]]:
    """Every two polls of a feed, one after the other."""
    return pairwise([poll for poll in polls if path in poll.files])


def seen(polls: Sequence[Poll], path: str) -> Iterator[tuple[Poll, Entry, Entry]]:
    """Every entry of every poll, and what it was when it was seen before."""
    last: dict[str, Entry] = {}
    for poll in polls:
        for each in entries_in(poll.files[path])[1].values() if path in poll.files else ():
            yield poll, last.get(each.id, each), each
            last[each.id] = each


def new(polls: Sequence[Poll], path: str) -> Mapping[str, list[str]]:
    """The pages of the entries that a reader has never seen, by the edit before it saw them."""
    known: set[str] = set()
    found: dict[str, list[str]] = {}
    for poll in polls:
        for each in entries_in(poll.files[path])[1].values():
            if each.id not in known and known:
                name = poll.edit.name if poll.edit else "nothing landed"
                found.setdefault(name, []).append(each.slug)
        known |= entries_in(poll.files[path])[1].keys()
    return found


def moment(poll: Poll) -> str:
    return f"{poll.at:%Y-%m-%d %H:%M}"


def test_every_announcement_is_new_once(polls: Sequence[Poll]) -> None:
    """When its file lands, however far ahead it is; what was long ago is no announcement."""
    assert new(polls, "tapahtumat/atom.xml") == {
        "new_event": ["kuoro"],
        "far_series": ["tuleva"],
        "changed_beyond_the_window": ["kuunvaihde", "tiistaiseura"],
        "party_and_notice": ["juhla"],
        "night_watch": ["yovalvonta"],
        "talks": ["keskustelut"],
        "trip": ["matka"],
        "clubs": ["shakki"],
        "past_event": ["juhannus"],
        "far_events": ["joka-toinen", "vuosijuhla"],
    }
    assert new(polls, "ilmoitustaulu/atom.xml") == {"party_and_notice": ["leipuri"]}


def test_every_declared_change_is_new_once(polls: Sequence[Poll]) -> None:
    """Another reason is no other change."""
    assert new(polls, "muutokset/atom.xml") == {
        "new_event": ["kuoro"],
        "changed_hour": ["neulekahvila"],
        "cancelled_date": ["kuoro"],
        "far_series": ["tuleva"],
        "date_elsewhere": ["kuoro"],
        "changed_beyond_the_window": ["tiistaiseura"],
        "cancelled_party": ["juhla"],
        "talks": ["keskustelut"],
        "postponed": ["keskustelut"],
        "moved_trip": ["matka"],
        "clubs": ["shakki", "shakki"],
        "chess_cancelled": ["shakki"],
    }


def test_what_appears_has_just_landed(polls: Sequence[Poll]) -> None:
    """Also for readers that forget what is gone: nothing comes up because days have passed."""
    old = []
    for path in feed_files(polls):
        for before, after in followed(polls, path):
            known, entries = (entries_in(poll.files[path])[1] for poll in (before, after))
            old += (
                (path, moment(after), entries[each].slug)
                for each in entries.keys() - known.keys()
                if entries[each].updated.replace(microsecond=0) <= before.at
            )
    assert old == []


def test_an_entry_changes_when_its_file_does(polls: Sequence[Poll]) -> None:
    """`updated` grows with the content and never goes back."""
    unsaid, back = [], []
    for path in feed_files(polls):
        for poll, before, each in seen(polls, path):
            if each.updated < before.updated:
                back.append((path, moment(poll), each.slug))
            if each.content != before.content and each.updated <= before.updated:
                unsaid.append((path, moment(poll), each.slug))
    assert (unsaid, back) == ([], [])


def test_an_announcement_keeps_its_date(polls: Sequence[Poll]) -> None:
    moved = [
        (path, moment(poll), each.slug, before.published, each.published)
        for path in feed_files(polls)
        if path not in CHANGES
        for poll, before, each in seen(polls, path)
        if each.published != before.published
    ]
    assert moved == []


def test_a_change_is_announced_by_its_events_own_file(polls: Sequence[Poll]) -> None:
    """Its place's new hours and its organiser's new name announce nothing."""
    moved: dict[str, set[str]] = {}
    for poll, before, each in seen(polls, CHANGES[0]):
        if each.published != before.published:
            assert each.published == poll.at
            assert poll.edit is not None
            moved.setdefault(poll.edit.name, set()).add(each.slug)
    assert moved == {
        "changed_hour": {"neulekahvila"},
        "cancelled_date": {"kuoro"},
        "date_elsewhere": {"kuoro"},
        "another_reason": {"kuoro"},
    }


def test_a_feed_does_not_grow_older(polls: Sequence[Poll]) -> None:
    """Its own `updated`, when its newest entry leaves."""
    back = []
    for path in feed_files(polls):
        for before, after in followed(polls, path):
            then, now = (entries_in(poll.files[path])[0] for poll in (before, after))
            if now < then:
                back.append((path, moment(after), then, now))
    assert back == []
