"""A small network, of which a test writes an older and a newer version."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

import pytest

from kohtaamo.content.load import load
from kohtaamo.content.source.keys import thing_key
from kohtaamo.listings.make import make_edition
from kohtaamo.problems.catalogue import load_catalogue
from kohtaamo.problems.formats import as_text
from kohtaamo.review.compare import compare
from kohtaamo.review.identities import Identities, identities_of

TODAY = date(2026, 12, 1)
LANDED = datetime(2026, 11, 2, 10, tzinfo=UTC)

NETWORK = """\
id: koivuranta
name: Koivurannan kohtaamispaikat
languages: [fi]
"""
KERHO = """\
---
title: Lukukerho
start: 2026-12-08 15:00
end: "17:00"
place: tupa
organisers: [kunta]
---
"""
# The last day of a month leaves the house as single events.
KUUTAMO = """\
---
title: Kuutamokävely
start: 2026-09-30 20:00
duration: 1 h
place: tupa
organisers: [kunta]
repeat: {every: month, on: last day, until: 2027-04-30}
---
"""
NOTICE = """\
---
title: Kahvinkeittäjä
kind: volunteers
until: 2026-12-20
municipalities: [koivuranta]
organisers: [kunta]
---
"""
BASE = {
    "network.yml": NETWORK,
    "vocabularies/municipalities.yml": "- {id: koivuranta, label: {fi: Koivuranta}}\n",
    "organisers/kunta.md": """\
---
name: Koivurannan kunta
class: public-health
sector: municipality
municipalities: [koivuranta]
---
""",
    "places/tupa.md": """\
---
name: Tupa
municipality: koivuranta
address: {street: Rantatie 3}
---
""",
    "events/kerho.md": KERHO,
    "events/kuutamo.md": KUUTAMO,
    "notices/keittaja.md": NOTICE,
}

# What to write over the small network; None deletes.
Files = Mapping[str, str | None]
Publish = Callable[..., Identities]
Review = Callable[..., list[str]]


@pytest.fixture
def publish(tmp_path_factory: pytest.TempPathFactory) -> Publish:
    """The identities of the small network with some files of its own, each landed as told."""

    def identities(
        files: Files | None = None,
        *,
        today: date = TODAY,
        landed: Mapping[str, datetime] | None = None,
    ) -> Identities:
        folder = tmp_path_factory.mktemp("content")
        for path, text in {**BASE, **(files or {})}.items():
            if text is not None:
                file = folder / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, "utf-8")
        loaded = load(folder, today=today, reserved={})
        keys = {thing_key(path) for path in {**BASE, **(files or {})}}
        edition = make_edition(
            loaded.network,
            today=today,
            site_url="https://example.fi",
            changed={**dict.fromkeys(keys, LANDED), **(landed or {})},
            words=loaded.words,
        )
        return identities_of(edition)

    return identities


@pytest.fixture
def review(publish: Publish) -> Review:
    """What is said, in English, of files that are written over the small network."""

    def lines(
        newer: Files,
        older: Files | None = None,
        deleted: Mapping[str, str] | None = None,
        unread: frozenset[str] = frozenset(),
        today: date = TODAY,
    ) -> list[str]:
        before, after = publish(older, today=today), publish(newer, today=today)
        problems = compare(before, after, deleted or {}, unread)
        return as_text(problems, load_catalogue("en"), "").splitlines()

    return lines
