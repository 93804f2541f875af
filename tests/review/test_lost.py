"""Things that vanish from calendars and feeds, and things that come back as if they were new."""

from datetime import date

import pytest

from tests.review.conftest import BASE, KERHO, KUUTAMO, NETWORK, NOTICE, Review

GONE = {"events/kerho.md": None}
KERHO_VANISHES = (
    "events/kerho.md:1: warning: the event “Lukukerho” vanishes from subscribers' calendars without"
    " a word. If it is cancelled, restore the file and add status: cancelled and reason."
    " [event-vanishes]"
)


def test_without_changes_nothing_is_said(review: Review) -> None:
    assert review({}) == []


def test_what_is_new_loses_nothing(review: Review) -> None:
    assert review({"events/uusi.md": KERHO.replace("Lukukerho", "Uusi")}) == []


def test_a_deleted_event(review: Review) -> None:
    assert review(GONE) == [KERHO_VANISHES]


def test_an_event_that_closes_its_doors_vanishes_too(review: Review) -> None:
    closed = KERHO.replace("place:", "access: closed\nplace:")

    assert review({"events/kerho.md": closed}) == [KERHO_VANISHES]


@pytest.mark.parametrize(
    "change",
    [
        ("place: tupa", "status: cancelled\nreason: Sairaus\nplace: tupa"),
        ("place: tupa", "access: members\nplace: tupa"),
        ("Lukukerho", "Kirjapiiri"),
        ("2026-12-08 15:00", "2027-01-12 15:30"),
        ("place: tupa", "online: {url: https://example.fi/kerho}"),
    ],
    ids=["cancelled", "members", "title", "time", "place"],
)
def test_a_change_loses_nothing(review: Review, change: tuple[str, str]) -> None:
    assert review({"events/kerho.md": KERHO.replace(*change)}) == []


def test_a_move_to_another_folder_loses_nothing(review: Review) -> None:
    assert review({**GONE, "events/harju/kerho.md": KERHO}) == []


@pytest.mark.parametrize(
    ("today", "lines"),
    [
        (date(2026, 12, 8), [KERHO_VANISHES]),
        (
            date(2026, 12, 9),
            [
                (
                    "events/kerho.md:1: warning: the event “Lukukerho” has only just taken place,"
                    " and calendars show it until Thu 2027-01-07. Restore the file and delete it"
                    " only after that. [past-event-vanishes]"
                )
            ],
        ),
        (date(2027, 1, 8), []),
    ],
    ids=["on its day", "the day after", "when calendars have dropped it"],
)
def test_what_is_over_for_long_may_go(review: Review, today: date, lines: list[str]) -> None:
    assert review(GONE, today=today) == lines


def test_what_was_cancelled_may_go_the_day_after(review: Review) -> None:
    """Calendars have let go of it then."""
    older = {"events/kerho.md": KERHO.replace("place:", "status: cancelled\nplace:")}

    assert review(GONE, older, today=date(2026, 12, 8)) == [KERHO_VANISHES]
    assert review(GONE, older, today=date(2026, 12, 9)) == []


def test_a_series_is_over_after_its_last_date(review: Review) -> None:
    gone = {"events/kuutamo.md": None}

    assert len(review(gone, today=date(2027, 4, 30))) == 1
    assert review(gone, today=date(2027, 5, 31)) == []


def test_a_deleted_notice(review: Review) -> None:
    gone = {"notices/keittaja.md": None}

    assert review(gone) == [
        (
            "notices/keittaja.md:1: warning: the notice “Kahvinkeittäjä” vanishes for subscribers"
            " before its last day. Restore the file and change the last day (until); the notice"
            " then"
            " leaves the board by itself. [notice-vanishes]"
        )
    ]
    assert review(gone, today=date(2026, 12, 21)) == []


def test_places_organisers_and_terms_whose_listings_vanish(review: Review) -> None:
    village = "- {id: kyla, label: {fi: Kylä}}\n"
    vocabulary = BASE["vocabularies/municipalities.yml"] + village
    older = {
        "places/talo.md": BASE["places/tupa.md"].replace("Tupa", "Talo"),
        "organisers/seura.md": BASE["organisers/kunta.md"].replace("Koivurannan kunta", "Seura"),
        "vocabularies/municipalities.yml": vocabulary,
    }

    assert review({}, older) == [
        (
            "organisers/seura.md:1: warning: the calendar and feeds of the organiser “Seura” stop"
            " working for those who subscribed to them. If its work ends, restore the file and add"
            " open_until. If another organiser carries it on, add to its file formerly: [seura]"
            " [organiser-vanishes]"
        ),
        (
            "places/talo.md:1: warning: the calendar and feeds of the place “Talo” stop working for"
            " those who subscribed to them. If the place closes, restore the file and add"
            " open_until."
            " If another place carries on its work, add to its file formerly: [talo]"
            " [place-vanishes]"
        ),
        (
            "vocabularies/municipalities.yml:1: warning: “Kylä” leaves the vocabulary, and its"
            " calendar and feeds stop working for those who subscribed to them. Restore it, or"
            " add to"
            " the term that takes its place formerly: [kyla] [term-vanishes]"
        ),
    ]


def test_one_that_carries_on_what_is_gone_does_as_the_review_says(review: Review) -> None:
    """Its subscribers are led on, and nobody says that the name has to go again."""
    talo = BASE["places/tupa.md"].replace("Tupa", "Talo")
    seura = BASE["organisers/kunta.md"].replace("Koivurannan kunta", "Seura")
    renamed = BASE["places/tupa.md"].replace("Tupa", "Ranta").replace("\nadd", "\n{}\nadd")
    older = {
        "places/talo.md": talo,
        "places/aitta.md": talo.replace("Talo", "Aitta"),
        "organisers/seura.md": seura,
        "places/ranta.md": renamed.replace("{}", "formerly: [laituri]"),
    }
    newer = {
        "places/ranta.md": renamed.replace("{}", "formerly: [laituri, aitta]"),
        "places/tupa.md": BASE["places/tupa.md"].replace("\nadd", "\nformerly: [talo]\nadd"),
        "organisers/kunta.md": BASE["organisers/kunta.md"].replace(
            "\nclass", "\nformerly: [seura]\nclass"
        ),
    }

    assert review(newer, older) == []


def test_a_rename_without_formerly_by_its_title(review: Review) -> None:
    later = KERHO.replace("2026-12-08 15:00", "2026-12-09 12:00").replace("Lukukerho", "LUKUKERHO ")

    assert review({**GONE, "events/lukijat.md": later}) == [
        (
            "events/lukijat.md:1: formerly: warning: this seems to be “Lukukerho” under a new name"
            " (before: kerho). In calendars and feeds the old one vanishes and this one comes as"
            " new."
            " If it is the same, add formerly: [kerho] [renamed-without-formerly]"
        )
    ]


def test_a_rename_without_formerly_by_time_and_place(review: Review) -> None:
    lines = review({**GONE, "events/lukijat.md": KERHO.replace("Lukukerho", "Lukijat")})

    assert [line.rpartition(" ")[2] for line in lines] == ["[renamed-without-formerly]"]


def test_a_second_rename_names_all_former_names(review: Review) -> None:
    older = {**GONE, "events/piiri.md": KERHO.replace("place:", "formerly: [kerho]\nplace:")}
    forgotten = {**GONE, "events/lukijat.md": KERHO}
    told = {
        **GONE,
        "events/lukijat.md": KERHO.replace("place:", "formerly: [kerho, piiri]\nplace:"),
    }

    (line,) = review(forgotten, older)
    assert line.endswith("add formerly: [kerho, piiri] [renamed-without-formerly]")
    assert review(told, older) == []


def test_a_renamed_term(review: Review) -> None:
    path = "vocabularies/municipalities.yml"
    both = (
        "- {id: kyla, label: {fi: Kylä}}\n- {id: koivuranta, label: {fi: Koivuranta}}\n",
        "- {id: kyla, label: {fi: Kylä}}\n- {id: koivu, label: {fi: Koivuranta}}\n",
    )

    assert [line.partition(": this")[0] for line in review({path: both[1]}, {path: both[0]})] == [
        "vocabularies/municipalities.yml:2: id: warning"
    ]
    (line,) = review({path: both[1]}, {path: both[0]})
    assert line.endswith("add formerly: [koivuranta] [renamed-without-formerly]")


@pytest.mark.parametrize(
    ("newer", "codes"),
    [
        # Two new things that might be it.
        (
            {**GONE, "events/a.md": KERHO, "events/b.md": KERHO},
            ["event-vanishes"],
        ),
        # One that might be either of two.
        (
            {
                **GONE,
                "events/kuutamo.md": None,
                "events/a.md": KUUTAMO.replace("Kuutamokävely", "Lukukerho"),
            },
            ["event-vanishes", "event-vanishes"],
        ),
        # One that was there before.
        (
            {**GONE, "events/kuutamo.md": KUUTAMO.replace("Kuutamokävely", "Lukukerho")},
            ["event-vanishes"],
        ),
        # A thing of another kind.
        (
            {**GONE, "notices/kerho.md": NOTICE.replace("Kahvinkeittäjä", "Lukukerho")},
            ["event-vanishes"],
        ),
    ],
    ids=["two heirs", "two claims", "no new thing", "another kind"],
)
def test_nothing_is_guessed_in_doubt(
    review: Review, newer: dict[str, str | None], codes: list[str]
) -> None:
    assert [line.rpartition("[")[2].rstrip("]") for line in review(newer)] == codes


def test_a_thing_that_was_there_is_nobodys_heir(review: Review) -> None:
    """Not even when its own identity is another one now."""
    older = {
        "events/kerho.md": KERHO.replace("place:", "formerly: [piiri]\nplace:"),
        "events/toinen.md": KERHO.replace("2026-12-08", "2026-12-10"),
    }

    assert [line.rpartition("[")[2].rstrip("]") for line in review({}, older)] == [
        "former-names-changed",
        "event-vanishes",
    ]


def _former(names: str) -> dict[str, str | None]:
    return {"events/kerho.md": KERHO.replace("place:", f"formerly: {names}\nplace:")}


@pytest.mark.parametrize(
    ("older", "newer", "line"),
    [
        (
            _former("[piiri]"),
            {},
            (
                "events/kerho.md:1: formerly: warning: the former names begin differently from"
                " before,"
                " so calendars take this for something new. Write them from the oldest on:"
                " formerly:"
                " [piiri] [former-names-changed]"
            ),
        ),
        (
            _former("[piiri]"),
            _former("[lukijat, piiri]"),
            (
                "events/kerho.md:5: formerly: warning: the former names begin differently from"
                " before,"
                " so calendars take this for something new. Write them from the oldest on:"
                " formerly:"
                " [piiri, lukijat] [former-names-changed]"
            ),
        ),
        (
            {},
            _former("[piiri]"),
            (
                "events/kerho.md:5: formerly: warning: because of these former names, calendars"
                " take"
                " this for something new. Remove the field formerly. [former-names-added]"
            ),
        ),
        (
            {**GONE, "events/lukijat.md": KERHO.replace("place:", "formerly: [kerho]\nplace:")},
            _former("[lukijat]"),
            (
                "events/kerho.md:5: formerly: warning: because of these former names, calendars"
                " take"
                " this for something new. Remove the field formerly. [former-names-added]"
            ),
        ),
    ],
    ids=["removed", "not the oldest first", "added", "renamed back"],
)
def test_other_former_names_are_another_identity(
    review: Review, older: dict[str, str | None], newer: dict[str, str | None], line: str
) -> None:
    assert review(newer, older) == [line]


def test_a_rename_and_back_again_keeps_the_identity(review: Review) -> None:
    older = {**GONE, "events/lukijat.md": KERHO.replace("place:", "formerly: [kerho]\nplace:")}

    assert review({}, older) == []


def test_of_files_with_errors_nothing_is_said(review: Review) -> None:
    assert review(GONE, unread=frozenset({"events/kerho"})) == []
    assert (
        review(
            {"network.yml": NETWORK.replace("id: koivuranta", "id: y")},
            unread=frozenset({"network"}),
        )
        == []
    )
