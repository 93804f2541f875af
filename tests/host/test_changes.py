"""What moves the SEQUENCE of an event: everything that it is told from, and nothing else."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kohtaamo.host.build import Job, edition_of, read
from kohtaamo.listings.changes import changed_at, network_changed_at, published_at, sequence
from kohtaamo.listings.edition import Edition
from tests.conftest import SITES
from tests.repositories import Repository

SONGS, COFFEE = "joululaulut", "torstain-kahvit"
SONGS_FILE = f"content/events/{SONGS}.md"
PLACE, ORGANISER = "content/places/asematalo.md", "content/organisers/kylayhdistys.md"
OCTOBER = "2026-10-05T10:00:00Z"


@pytest.fixture
def network(make_repository: Callable[[str], Repository]) -> Repository:
    """The small site; its coffee is at another place once, and all landed on 1 September 2026."""
    repository = make_repository("network")
    shutil.copytree(SITES / "small" / "content", repository.content)
    elsewhere = (repository.folder / PLACE).read_text("utf-8").replace("Asematalo", "Kirjasto")
    repository.write("content/places/kirjasto.md", elsewhere)
    moved = "repeat:\n  changes: [{date: 2027-01-07, place: kirjasto}]"
    repository.replace(f"content/events/{COFFEE}.md", "repeat:", moved)
    repository.commit("2026-09-01T10:00:00Z")
    return repository


def _edition(content: Path) -> Edition:
    job = Job(
        content=content,
        theme=Path(),
        site_url="https://lehtijarvi.example",
        today=date(2026, 12, 1),
        publish=False,
    )
    loaded = read(job)
    assert not loaded.faulty
    return edition_of(job, loaded)


def _changed(repository: Repository, *slugs: str) -> list[str]:
    edition = _edition(repository.content)
    events = edition.network.events
    return [f"{changed_at(edition, events[slug]):%m-%d %H:%M}" for slug in slugs]


def test_a_place_whose_address_changed(network: Repository) -> None:
    network.replace(PLACE, "Asematie 1", "Asematie 3")
    network.commit(OCTOBER)

    assert _changed(network, SONGS, COFFEE) == ["10-05 10:00", "10-05 10:00"]


def test_a_place_to_which_one_date_is_moved(network: Repository) -> None:
    network.replace("content/places/kirjasto.md", "Asematie 1", "Kirjatie 2")
    network.commit(OCTOBER)

    assert _changed(network, SONGS, COFFEE) == ["09-01 10:00", "10-05 10:00"]


def test_an_organiser_that_changed(network: Repository) -> None:
    network.replace(ORGANISER, "Lehtijärven kyläyhdistys ry", "Kyläyhdistys")
    network.commit(OCTOBER)

    assert _changed(network, SONGS, COFFEE) == ["10-05 10:00", "10-05 10:00"]


def test_translations_of_the_event_and_of_its_place(network: Repository) -> None:
    network.write("content/network.yml", (network.content / "network.yml").read_text("utf-8"))
    network.replace("content/network.yml", "languages: [fi]", "languages: [fi, sv]")
    network.write(f"content/events/{SONGS}.sv.md", "---\ntitle: Julsånger\n---\n")
    network.commit("2026-10-01T10:00:00Z")
    added = _changed(network, SONGS, COFFEE)
    network.delete(f"content/events/{SONGS}.sv.md")
    network.commit("2026-10-02T10:00:00Z")
    deleted = _changed(network, SONGS, COFFEE)
    network.write("content/places/asematalo.sv.md", "---\nname: Stationshuset\n---\n")
    network.commit("2026-10-03T10:00:00Z")

    assert added == ["10-01 10:00", "09-01 10:00"]
    assert deleted == ["10-02 10:00", "09-01 10:00"]
    assert _changed(network, SONGS, COFFEE) == ["10-03 10:00", "10-03 10:00"]


def test_former_names_count_wherever_they_stand(network: Repository) -> None:
    """Committed by a slow clock, a new name is no step back: the old one landed later."""
    network.replace(SONGS_FILE, "17:00", "18:00")
    network.replace(PLACE, "Asematie 1", "Asematie 3")
    network.commit("2026-10-05T10:00:00Z")
    network.move(SONGS_FILE, "content/events/laulut.md")
    network.replace("content/events/laulut.md", "place:", "formerly: [joululaulut]\nplace:")
    network.commit("2026-02-01T10:00:00Z")
    renamed = _changed(network, "laulut", COFFEE)
    network.move(PLACE, "content/places/talo.md")
    for path in ("content/events/laulut.md", f"content/events/{COFFEE}.md"):
        network.replace(path, "place: asematalo", "place: talo")
    network.replace("content/notices/kahvinkeittaja.md", "place: asematalo", "place: talo")
    network.replace("content/events/varaus-1.md", "place: asematalo", "place: talo")
    network.replace(
        "content/places/talo.md", "municipality:", "formerly: [asematalo]\nmunicipality:"
    )
    network.commit("2026-02-02T10:00:00Z")

    assert renamed == ["10-05 10:00", "10-05 10:00"]
    assert _changed(network, "laulut", COFFEE) == ["10-05 10:00", "10-05 10:00"]


def test_what_other_things_do_changes_nothing(network: Repository) -> None:
    network.replace("content/notices/kahvinkeittaja.md", "Kahvipannu", "Pannu")
    network.replace("content/network.yml", "area: Lehtijärvi", "area: Järvi")
    network.replace(f"content/events/{COFFEE}.md", "klo 15", "klo 16")
    network.commit(OCTOBER)

    assert _changed(network, SONGS, COFFEE) == ["09-01 10:00", "10-05 10:00"]
    assert f"{network_changed_at(_edition(network.content)):%m-%d}" == "10-05"


def test_a_merge_counts_on_the_day_it_lands(network: Repository) -> None:
    network.git("switch", "--quiet", "--create", "contribution")
    network.replace(PLACE, "Asematie 1", "Asematie 3")
    network.commit("2026-09-05T10:00:00Z")
    network.git("switch", "--quiet", "main")
    network.replace(SONGS_FILE, "17:00", "18:00")
    network.commit("2026-10-01T10:00:00Z")
    network.git("merge", "--quiet", "--no-edit", "contribution", at="2026-10-10T10:00:00Z")

    assert _changed(network, SONGS, COFFEE) == ["10-10 10:00", "10-10 10:00"]


def test_before_it_is_committed(network: Repository) -> None:
    """A new file is as old as its announcement; a file that was edited or renamed is of today."""
    network.write("content/events/uusi.md", (network.folder / SONGS_FILE).read_text("utf-8"))
    network.replace("content/events/uusi.md", "room: odotussali\n", "")
    without = (network.content / "events/uusi.md").read_text("utf-8")
    network.write(
        "content/events/toinen.md",
        without.replace("published: 2026-11-20\n", "").replace("12-18 17:00", "12-19 17:00"),
    )
    network.replace(f"content/events/{COFFEE}.md", "klo 15", "klo 16")
    network.move(SONGS_FILE, "content/events/laulut.md")
    network.replace("content/events/laulut.md", "place:", "formerly: [joululaulut]\nplace:")

    assert _changed(network, "uusi", "toinen", COFFEE, "laulut") == [
        "11-20 00:00",
        "12-01 00:00",
        "12-01 00:00",
        "12-01 00:00",
    ]


def test_who_mends_a_word_announces_nothing_anew(network: Repository) -> None:
    """Without `published`, an event is as old as its first landing, under whatever name."""
    network.replace(SONGS_FILE, "published: 2026-11-20\n", "")
    network.commit(OCTOBER)
    network.move(SONGS_FILE, "content/events/laulut.md")
    network.replace("content/events/laulut.md", "place:", "formerly: [joululaulut]\nplace:")
    network.commit("2026-10-12T10:00:00Z")
    edition = _edition(network.content)
    songs = edition.network.events["laulut"]

    assert f"{published_at(edition, songs):%m-%d %H:%M}" == "09-01 10:00"
    assert f"{changed_at(edition, songs):%m-%d %H:%M}" == "10-12 10:00"


def test_an_archive_is_as_old_as_its_announcements(small_content: Path) -> None:
    edition = _edition(small_content)
    events = edition.network.events

    assert f"{changed_at(edition, events[SONGS]):%m-%d}" == "11-20"
    assert f"{changed_at(edition, edition.network.places['asematalo']):%m-%d}" == "12-01"
    assert f"{network_changed_at(edition):%m-%d}" == "12-01"
    assert published_at(edition, events[SONGS]) == changed_at(edition, events[SONGS])


def test_sequence_stays_an_integer_of_calendars(network: Repository) -> None:
    """RFC 5545 §3.3.8: at most 2147483647, whatever a clock said; and never below 0."""
    network.replace(SONGS_FILE, "17:00", "18:00")
    network.commit("@9999999999 +0000")
    edition = _edition(network.content)
    ahead = changed_at(edition, edition.network.events[SONGS])

    assert ahead.year == 2286
    assert sequence(ahead) == 2_147_483_647
    assert sequence(changed_at(edition, edition.network.events[COFFEE])) == 210_420_000
    assert sequence(ahead.replace(year=2019)) == 0
