"""Every RSS and Atom file of a built site, with the items that the JSON Feed beside it lists.

The two XML formats are written by other code than JSON, and are read here by nobody but the
programs that judge them.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

XML_FEEDS = ("rss.xml", "atom.xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """`at` is the moment of its announcement in seconds since 1970."""

    id: str
    title: str
    url: str
    at: int

    def __str__(self) -> str:
        return f"{self.at} {self.title} <{self.url}> [{self.id}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """`path` is relative to the output folder, `items` are in the order of the file."""

    path: str
    language: str
    items: tuple[Item, ...]


def feeds(output: Path) -> Iterator[Feed]:
    """In the order of their paths."""
    for name in XML_FEEDS:
        for file in sorted(output.rglob(name)):
            beside = json.loads(file.with_name("feed.json").read_text(encoding="utf-8"))
            items = tuple(_item(item) for item in beside["items"])
            path = file.relative_to(output).as_posix()
            yield Feed(path=path, language=beside["language"], items=items)


def _item(item: dict[str, str]) -> Item:
    return Item(
        id=item["id"],
        title=item["title"],
        url=item["url"],
        at=int(datetime.fromisoformat(item["date_published"]).timestamp()),
    )
