"""The file of facets says of events what the listings say, and nothing of closed groups."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facets import OF_LISTINGS
from kohtaamo.model.event import Access
from kohtaamo.publish.facts_file import facts_address, facts_file
from tests.conftest import ROOT, SITES
from tests.editions import TODAY, edition_of


@pytest.fixture(scope="module", params=[ROOT / "content", SITES / "everything" / "content"])
def edition(request: pytest.FixtureRequest) -> Edition:
    return edition_of(request.param)


def facets_in(told: bytes) -> Mapping[str, set[str]]:
    """The slugs that have each facet."""
    facts = json.loads(told)
    return {
        key: {facts["events"][number] for number in numbers}
        for key, numbers in facts["facets"].items()
    }


def test_a_facet_is_what_its_listing_lists(edition: Edition) -> None:
    found = facets_in(facts_file(edition))
    every = set(json.loads(facts_file(edition))["events"])
    coming = {slug for slug in every if edition.agenda.is_coming(slug)}
    listed = {
        f"{listing.kind}/{listing.key}": set(listing.events) & coming
        for listing in edition.listings
        if listing.kind in OF_LISTINGS
    }
    assert {
        key: slugs & coming for key, slugs in found.items() if key.partition("/")[0] in OF_LISTINGS
    } == {key: slugs for key, slugs in listed.items() if slugs or key in found}
    assert coming == set(edition.listed["all", ""].events) & coming != set()


def test_what_is_no_listing_is_what_the_files_say(edition: Edition) -> None:
    found, events = facets_in(facts_file(edition)), edition.network.events
    every = set(json.loads(facts_file(edition))["events"])
    said = {
        "free/": lambda each: each.price is not None and each.price.is_free,
        "drop_in/": lambda each: each.drop_in,
        "alone/": lambda each: each.alone_ok,
        "way/online": lambda each: each.online is not None,
        "way/phone": lambda each: each.phone is not None,
        "way/site": lambda each: each.place is not None or each.location is not None,
        "language/sv": lambda each: "sv" in each.languages,
    }
    for key, is_so in said.items():
        assert found.get(key, set()) == {slug for slug in every if is_so(events[slug])}, key


def test_nobody_learns_of_groups_that_are_not_open(edition: Edition) -> None:
    every = set(json.loads(facts_file(edition))["events"])
    access = {edition.network.events[slug].access for slug in every}
    assert access == {Access.OPEN}


def test_it_changes_with_weeks_and_not_with_days() -> None:
    edition = edition_of(ROOT / "content")
    monday = TODAY - timedelta(days=TODAY.weekday())
    told = [facts_file(replace(edition, today=monday + timedelta(days=day))) for day in (0, 6, 70)]
    assert told[0] == told[1] != told[2]
    assert facts_address(edition) == "/tapahtumat/facts.json"


def test_a_choice_is_a_link_without_scripts_and_a_field_with_them(
    built: Callable[[str], Path],
) -> None:
    """Never of the list's own kind; easy pages have links alone."""
    text = (built("sample") / "kunnat/rautjarvi/index.html").read_text("utf-8")
    assert 'name="place"' in text
    assert 'name="municipality"' not in text
    assert text.index('class="narrow__ways"') < text.index('<template>\n<div class="narrow-form"')
    easy = (built("sample") / "selko/tapahtumat/index.html").read_text("utf-8")
    assert "narrow__ways" in easy
    assert "narrow-form" not in easy
    assert "filter.js" not in easy
