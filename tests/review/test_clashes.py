"""Clashes and duplicates: a folder of cases, two files of contributors in each.

`tests/sites/clashes/expected.<language>.md` is what a review says of them when they all come at
once. What looks alike for a good reason has a case too, and no line.
"""

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import Loaded, load
from kohtaamo.problems.catalogue import LANGUAGES, load_catalogue
from kohtaamo.problems.formats import as_text
from kohtaamo.review.findings import findings_of
from kohtaamo.review.told import review_markdown
from kohtaamo.review.touched import Contribution, Side, Touch
from kohtaamo.words.load import shipped_words
from tests.conftest import SITES

SITE = SITES / "clashes"
TODAY = date(2026, 12, 1)

# The folders of cases in which nothing is wrong, and why.
FALSE_ALARMS: Mapping[str, str] = {
    "eri-ihmisille": "men's and women's sauna",
    "eri-kunta": "the same feast in two municipalities",
    "eri-paikka": "doors are open in two places",
    "eri-tunti": "groups of one organiser at two hours",
    "etana-ja-paikalla": "nobody has to be anywhere for what is online",
    "festivaalin-osat": "parts of one umbrella event, at two places",
    "huoneet-vierekkain": "two rooms of one place",
    "jatkuu-toisena": "one takes the other's place",
    "kaannetty-samaksi": "only the translations are alike",
    "kunnalla-on-vakea": "a municipality has people for two places",
    "molemmilla-kumppani": "each has another organiser as well",
    "nayttely": "an exhibition is open all day",
    "numeroidut-ryhmat": "groups with numbers",
    "osat-alkavat-samoin": "parts of one umbrella event whose titles begin alike",
    "perakkain": "one begins when the other ends, elsewhere",
    "perakkaiset-ryhmat": "one begins when the other ends",
    "peruttu": "one is cancelled",
    "samat-salit": "parallel groups in two rooms",
    "vain-verkossa": "what is online takes no spot",
    "valiaika-riittaa": "the turnaround of the room is kept",
}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(SITE / "content", today=TODAY, reserved=reserved_slugs())


@pytest.fixture(scope="module")
def all_at_once(loaded: Loaded) -> Contribution:
    """All events at once, to a network that had none."""
    events = (SITE / "content" / "events").rglob("*.*")
    slugs = {"event": frozenset(loaded.network.events)}
    after = Side(network=loaded.network, slugs=slugs, problems=loaded.problems, words=loaded.words)
    return Contribution(
        before=replace(
            after,
            network=replace(loaded.network, events={}),
            slugs={"event": frozenset()},
            problems=(),
        ),
        after=after,
        files={
            file.relative_to(SITE / "content").as_posix(): Touch.ADDED for file in sorted(events)
        },
        outside={},
        repositories=frozenset(),
        folder="content",
        lost=(),
        secret=frozenset({"events/varaus-1"}),
        is_uncommitted=False,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_them(all_at_once: Contribution, language: str) -> None:
    told = review_markdown(
        all_at_once, shipped_words(language), load_catalogue(language), TODAY
    ).markdown
    # New things are told of in other tests.
    sections = told.split("\n\n### ")
    said = "\n\n### ".join((sections[0], sections[1], *sections[-2:]))
    file = SITE / f"expected.{language}.md"
    if os.environ.get("KOHTAAMO_GOLDEN") == "write":
        file.write_text(said, "utf-8")

    assert said == file.read_text("utf-8")


def test_each_case_has_its_line_or_is_a_false_alarm(all_at_once: Contribution) -> None:
    cases = {file.name for file in (SITE / "content" / "events").iterdir()}
    found = findings_of(all_at_once, TODAY).own
    lines = as_text([each.problem for each in found], load_catalogue("en"), "").splitlines()
    named = {line.split("/")[1] for line in lines}

    assert len(named) == 31
    assert cases - named == set(FALSE_ALARMS)


OVER = [
    ("events/ohi-jo/letturalli.md", "already-over"),
    ("events/ohi-jo/villakurssi.md", "registration-already-over"),
]


def _over(contribution: Contribution) -> list[tuple[str, str]]:
    found = (each.problem for each in findings_of(contribution, TODAY).own)
    return [(each.path, each.code) for each in found if each.code.endswith("already-over")]


def test_what_is_new_and_over_already_has_a_wrong_year(all_at_once: Contribution) -> None:
    """So has what was to come and is in the past now; what was there is left alone."""
    before = all_at_once.after
    event = before.network.events["letturalli"]
    moved = {
        **before.network.events,
        "letturalli": replace(event, start=event.start.replace(year=2026)),
    }
    to_come = replace(before, network=replace(before.network, events=moved))

    assert _over(all_at_once) == OVER
    assert _over(replace(all_at_once, before=to_come)) == OVER[:1]
    assert _over(replace(all_at_once, before=before)) == []


def test_what_was_there_before_is_called_old(all_at_once: Contribution) -> None:
    """Who mends a word in a file is not asked again about the twins of its event."""
    old = replace(all_at_once, before=all_at_once.after)

    assert all(each.is_old for each in findings_of(old, TODAY).own)


@pytest.mark.parametrize(
    ("path", "code", "other"),
    [
        (
            "events/sama-nimi/joulukuoro.md",
            "likely-duplicate",
            "events/sama-nimi/joulukuoro-2.md",
        ),
        # Who was there first is not to blame.
        (
            "events/huone-kahdesti/kirppis.md",
            "room-clash",
            "events/huone-kahdesti/tanssit.md",
        ),
        (
            "events/siirretty-kerta/letut.md",
            "organiser-at-two-places",
            "events/siirretty-kerta/saappaat.md",
        ),
    ],
)
def test_a_pair_is_told_of_though_only_one_of_it_is_touched(
    all_at_once: Contribution, path: str, code: str, other: str
) -> None:
    one = replace(all_at_once, files={path: Touch.ADDED})
    own = [each.problem for each in findings_of(one, TODAY).own if each.problem.path == path]

    assert [(each.code, each.values["other"]) for each in own] == [(code, other)]
