"""sfeed: its lines of tab-separated values are what it has read of a feed."""

from pathlib import Path

from tests.judges.clients.feed_files import Item
from tests.judges.clients.site import program


def items(home: Path, feed: bytes, zone: str) -> list[Item]:
    """Its items in the order of the feed."""
    return [_item(line) for line in program(home, "sfeed", zone=zone, said=feed).splitlines()]


def _item(line: str) -> Item:
    moment, title, link, _, _, identity, *_ = line.split("\t")
    return Item(id=identity, title=title, url=link, at=int(moment or 0))
