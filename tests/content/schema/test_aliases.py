"""Whoever writes a key in Finnish or Swedish is told the one that was meant."""

from collections.abc import Iterator, Mapping

import pytest

from kohtaamo.content.schema.aliases import ALIASES
from kohtaamo.content.schema.aliases_fi import FINNISH
from kohtaamo.content.schema.aliases_sv import SWEDISH
from kohtaamo.content.schema.field import Record
from kohtaamo.content.schema.guide import records_of
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.yaml_events import parse_yaml
from kohtaamo.problems.problem import Report


def _records() -> Iterator[Record]:
    """Every record of the schema, each once."""
    found = list(KINDS.values())
    for record in found:
        yield record
        for field in record.fields:
            found += [each for each in records_of(field.type) if each not in found]


RECORDS = {record.name: record for record in _records()}


@pytest.mark.parametrize("words", [FINNISH, SWEDISH], ids=["fi", "sv"])
def test_every_field_is_meant_by_a_word_of_the_language(words: Mapping[str, str]) -> None:
    unmeant = {
        f"{name}.{key}"
        for name, record in RECORDS.items()
        for key in set(record.by_key)
        - {record.aliases[word] for word in words if word in record.aliases}
    }
    assert unmeant == set()


def test_every_word_means_keys_that_exist() -> None:
    known = {key for record in RECORDS.values() for key in record.by_key} | {"organiser"}
    assert {key for keys in ALIASES.values() for key in keys.split()} - known == set()


def _meant(record: str, key: str) -> list[tuple[str, str]]:
    report = Report("a.md")
    root = parse_yaml(f"{key}: arvo\n", 1, report)
    assert root is not None
    RECORDS[record].read_values(root, "", report)
    return [
        (problem.code, problem.values["guess"])
        for problem in report.problems
        if problem.field == key
    ]


@pytest.mark.parametrize(
    ("record", "key", "meant"),
    [
        ("event", "nimi", "title"),
        ("event", "paikka", "place"),
        ("event", "alkaa", "start"),
        ("event", "päättyy", "end"),
        ("event", "järjestäjä", "organisers"),
        ("event", "huone", "room"),
        ("event", "hinta", "price"),
        ("event", "ilmoittautuminen", "registration"),
        ("event", "tilanne", "status"),
        ("event", "Koko päivä", "all_day"),
        ("event", "ikäraja", "ages"),
        ("place", "aukioloajat", "hours"),
        ("place", "saa järjestää", "can_host"),
        ("place", "sijainti", "coordinates"),
        ("hours", "alkaa", "from"),
        ("hours", "loppuu", "to"),
        ("price-item", "hinta", "amount"),
        ("registration", "viimeistään", "by"),
        ("registration", "tila", "state"),
        ("repeat", "kuinka usein", "every"),
        ("repeat", "tauot", "skip"),
        ("task", "aika", "time"),
        ("term", "nimi", "label"),
        ("event", "börjar", "start"),
        ("event", "arrangör", "organisers"),
        ("event", "åldersgräns", "ages"),
        ("place", "öppettider", "hours"),
        ("notice", "slag", "kind"),
        ("address", "gatuadress", "street"),
        ("event", "description", "text"),
    ],
)
def test_the_key_that_was_meant(record: str, key: str, meant: str) -> None:
    assert _meant(record, key) == [("unknown-key-near", meant)]
