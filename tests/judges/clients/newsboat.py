"""newsboat: after a reload its cache says what it has read.

Known of 2.21: its cache knows an item by its guid alone, whatever the feed, so a feed is asked
about in a cache of its own.
"""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tests.judges.clients.feed_files import Item
from tests.judges.clients.site import program

COUNTED = re.compile(r"(\d+) unread articles")


def items(home: Path, urls: Sequence[str]) -> list[tuple[str, Item]]:
    """What it has read of some feeds: address of the feed and item."""
    home.mkdir(parents=True)
    (home / "urls").write_text("".join(f"{url}\n" for url in urls), encoding="utf-8")
    return _reloaded(home)


def imported(home: Path, opml: Path) -> tuple[list[str], list[tuple[str, Item]]]:
    """The same by a list of feeds: the addresses that it took from it, and what it read there."""
    home.mkdir(parents=True)
    (home / "urls").touch()
    _newsboat(home, "--import-from-opml", str(opml))
    lines = (home / "urls").read_text(encoding="utf-8").splitlines()
    return [line.split()[0] for line in lines if line], _reloaded(home)


def _reloaded(home: Path) -> list[tuple[str, Item]]:
    said = _newsboat(home, "--execute", "reload", "print-unread")
    with closing(sqlite3.connect(home / "cache.db")) as cache:
        rows = cache.execute("SELECT feedurl, guid, title, url, pubDate FROM rss_item")
        found = [
            (feed, Item(id=row[0], title=row[1], url=row[2], at=row[3])) for feed, *row in rows
        ]
    counted = COUNTED.search(said)
    if counted is None or int(counted[1]) != len(found):
        raise SystemExit(f"newsboat holds {len(found)} items and says: {said.strip()}")
    return found


def _newsboat(home: Path, *asked: str) -> str:
    """Nothing of it outside `home`."""
    (home / "settings").touch()
    files = ("--url-file", "urls", "--cache-file", "cache.db", "--config-file", "settings")
    return program(home, "newsboat", *files, *asked, zone="America/New_York")
