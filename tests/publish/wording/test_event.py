"""Sentences about events that pages, calendars and feeds share."""

from dataclasses import replace
from datetime import datetime

import pytest

from kohtaamo.listings.edition import Edition
from kohtaamo.model.translation import Said
from kohtaamo.publish.wording import event as wording


def moved(edition: Edition, slug: str, day: str) -> str:
    """Where one date is, by the date that its rule had given."""
    event = edition.network.events[slug]
    occurrence = next(
        each for each in edition.occurrences[slug] if each.by_rule.isoformat().startswith(day)
    )
    return wording.where(edition, event, occurrence, "fi")


@pytest.mark.parametrize(
    ("slug", "language", "line"),
    [
        ("neulekahvila", "fi", "Myllytalo, Kabinetti, Myllytie 2, Laakso"),
        ("neulekahvila", "sv", "Kvarnhuset, Kabinetti, Myllytie 2, Laakso"),
        ("torikahvit", "fi", "Kiertävä kahvila, Kirkonkylän tori, Torikatu 1, Harju"),
        ("etajumppa", "fi", "verkossa; puhelimitse, 010 123 0020"),
        ("perunakellari", "en", "Perunakellari, Kellaritie 5, Harju; also online"),
    ],
)
def test_where_in_one_line(edition: Edition, slug: str, language: str, line: str) -> None:
    assert wording.where(edition, edition.network.events[slug], None, language) == line


def test_a_date_that_has_moved_is_where_it_has_moved_to(edition: Edition) -> None:
    assert moved(edition, "parilliset", "2027-01-14") == "Kiertävä kahvila"
    assert moved(edition, "neulekahvila", "2027-02-02") == "Myllytalo, Sali, Myllytie 2, Laakso"


@pytest.mark.parametrize(
    ("slug", "language", "sentence"),
    [
        ("neulekahvila", "fi", "joka tiistai klo 18–20, 25.5.2027 asti"),
        ("neulekahvila", "sv", "varje tisdag kl. 18–20, till och med 25.5.2027"),
        ("avoimet-ovet", "en", "every other Friday, until 12 March 2027"),
        # The sixth time is the last.
        ("viimeinen-arki", "fi", "kuukauden viimeinen arkipäivä klo 16–17, 31.3.2027 asti"),
        ("yovahti", "fi", "joka lauantai klo 22–6, 24.4.2027 asti"),
        ("torikahvit", "fi", ""),
    ],
)
def test_how_it_repeats_with_its_hours_and_its_end(
    edition: Edition, slug: str, language: str, sentence: str
) -> None:
    assert wording.repeats(edition, edition.network.events[slug], language) == sentence


def test_a_series_of_25_hours_says_only_when_it_begins(edition: Edition) -> None:
    event = replace(
        edition.network.events["yovahti"],
        start=datetime.fromisoformat("2026-12-05 04:00"),
        end=datetime.fromisoformat("2026-12-06 05:00"),
    )

    assert wording.repeats(edition, event, "fi") == "joka lauantai klo 4, 24.4.2027 asti"


@pytest.mark.parametrize(
    ("slug", "language", "text"),
    [
        ("neulekahvila", "fi", "maksuton"),
        ("neulekahvila", "en", "free of charge"),
        ("etajumppa", "fi", "aikuiset 3 €, lapset 1,50 €"),
        ("etajumppa", "en", "aikuiset €3, lapset €1.50"),
        ("parilliset", "sv", "2 € tai mitä voit"),
        ("torikahvit", "fi", ""),
    ],
)
def test_what_it_costs(edition: Edition, slug: str, language: str, text: str) -> None:
    assert wording.price(edition, edition.network.events[slug], language) == text


@pytest.mark.parametrize(
    ("slug", "language", "title"),
    [
        ("peruttu-retki", "fi", Said("PERUTTU: Retki kansallispuistoon", "fi")),
        ("peruttu-retki", "sv", Said("INSTÄLLT: Retki kansallispuistoon", "fi")),
        ("siirtyva-kurssi", "en", Said("POSTPONED: English for beginners", "en")),
        ("perunakellari", "fi", Said("Perunakellarin siivous", "fi")),
        # One cancelled date does not cancel the series.
        ("neulekahvila", "sv", Said("Stickcafé", "sv")),
    ],
)
def test_a_title_says_first_that_it_is_off(
    edition: Edition, slug: str, language: str, title: Said
) -> None:
    assert wording.title(edition, edition.network.events[slug], language) == title


def test_a_cancelled_date_says_so_in_its_own_title(edition: Edition) -> None:
    event = edition.network.events["parilliset"]
    titles = {
        each.first_day.isoformat(): wording.occurrence_title(edition, event, each, "fi").text
        for each in edition.occurrences["parilliset"]
    }
    assert titles["2026-12-22"] == "Parillisten viikkojen puuro"
    assert titles["2026-12-24"] == "PERUTTU: Parillisten viikkojen puuro"
