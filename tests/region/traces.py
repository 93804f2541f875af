"""What tells of the sample: every name, id, address, number and slug in `content/`."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.model.network import Network
from kohtaamo.text.dates import parse_date
from tests.conftest import ROOT, TODAY

SAMPLE = ROOT / "content"
_IN_TEXTS = (
    r"\b0\d{2} \d{3} \d{4}\b",
    r"[\w.-]+@[\w.-]+\w",
    r"https://example\.(?:fi|org)/[\w/.-]+\w",
    r"(?<=street: )[^,}\n]+",
)


@cache
def traces() -> frozenset[str]:
    """All of them. Titles and slugs of pages are no trace: they are words of every network."""
    network = load(SAMPLE, today=parse_date(TODAY), reserved=reserved_slugs()).network
    files = (file for file in SAMPLE.rglob("*") if file.suffix in (".md", ".yml"))
    texts = [file.read_text("utf-8") for file in files]
    found = {match for text in texts for each in _IN_TEXTS for match in re.findall(each, text)}
    return frozenset({*found, *_named(network)})


def _named(network: Network) -> Iterator[str]:
    identity = network.identity
    yield from (identity.id, identity.name, str(identity.area))
    if identity.coordinator is not None:
        yield str(identity.coordinator.organisation)
    for term in network.vocabularies["municipalities"].values():
        yield term.id
        yield from (*term.label.by_language.values(), *term.in_.by_language.values())
    for things in (network.places, network.events, network.organisers, network.notices):
        for slug, thing in things.items():
            yield from (slug, *thing.formerly)
            title = getattr(thing, "name", None) or getattr(thing, "title", None)
            if title:
                yield str(title)
    yield from (file.name for file in (SAMPLE / "images").iterdir())


def found_in(text: str, words: frozenset[str]) -> list[str]:
    """Those that stand in a text as words of their own."""
    there = (word for word in words if word in text)
    return sorted(
        word for word in there if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
    )


def texts_below(folder: Path) -> Iterator[tuple[str, str]]:
    """Path and text of every file that is text."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            try:
                yield file.relative_to(folder).as_posix(), file.read_text("utf-8")
            except UnicodeDecodeError:
                continue
