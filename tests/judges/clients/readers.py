"""newsboat and sfeed read every feed of the sample over loopback, and the list of all feeds.

`python -m tests.judges.clients.readers`. What newsboat is known to do otherwise is written in
docs/clients.md.
"""

import threading
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.request import urlopen

from kohtaamo.commands.server import preview_server
from tests.judges.clients import newsboat, sfeed
from tests.judges.clients.feed_files import Feed, Item, feeds
from tests.judges.clients.site import LONGEST_RUN, build, workshop
from tests.judges.clients.verdict import close, differences, must_notice

OPML = "feeds.opml"
ZONE = "America/New_York"


def main() -> None:
    with workshop() as folder, ThreadPoolExecutor(2) as both:
        output = folder / "output"
        output.mkdir()
        with served(output) as address:
            build("sample", output, address)
            every = list(feeds(output))
            homes = folder / "homes"
            by_newsboat = partial(_newsboat, address, homes)
            faults = [
                *(
                    fault
                    for found in both.map(partial(_sfeed, address, homes), every)
                    for fault in found
                ),
                *(fault for found in both.map(by_newsboat, every) for fault in found),
                *_identities(every),
                *_opml(address, output, every, homes / "opml"),
                *_self_test(address, output, homes),
            ]
    items = sum(len(feed.items) for feed in every)
    close("newsboat and sfeed", faults, f"{items} items of {len(every)} feeds are read as written")


@contextmanager
def served(output: Path) -> Iterator[str]:
    """The preview server over a folder, on a port that is free; its address."""
    server = preview_server(output, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(LONGEST_RUN)


def _sfeed(address: str, homes: Path, feed: Feed) -> list[str]:
    """The same items in the same order."""
    with urlopen(f"{address}/{feed.path}", timeout=LONGEST_RUN) as answer:  # noqa: S310
        body = answer.read()
    found = sfeed.items(homes / "sfeed", body, ZONE)
    faults = differences(f"sfeed, {feed.path}", map(str, feed.items), map(str, found))
    if not faults and found != list(feed.items):
        faults.append(f"sfeed, {feed.path}: the items stand in another order than in feed.json")
    return faults


def _newsboat(address: str, homes: Path, feed: Feed) -> list[str]:
    home = homes / "newsboat" / feed.path.replace("/", "-")
    found = newsboat.items(home, [f"{address}/{feed.path}"])
    return differences(
        f"newsboat, {feed.path}", map(str, feed.items), (str(item) for _, item in found)
    )


def _identities(every: list[Feed]) -> list[str]:
    """One id means one thing, and one thing has one id, whatever feed or format it stands in."""
    by_id: dict[tuple[str, str], set[str]] = defaultdict(set)
    by_thing: dict[tuple[str, str, int], set[str]] = defaultdict(set)
    faults = []
    for feed in every:
        ids = [item.id for item in feed.items]
        faults += [f"{feed.path}: {id_} stands there twice" for id_ in ids if ids.count(id_) > 1]
        for item in feed.items:
            by_id[item.id, feed.language].add(str(item))
            by_thing[item.title, item.url, item.at].add(item.id)
    faults += [f"one id, two things: {found}" for found in by_id.values() if len(found) > 1]
    faults += [f"{thing}: two ids: {ids}" for thing, ids in by_thing.items() if len(ids) > 1]
    return faults


def _opml(address: str, output: Path, every: list[Feed], home: Path) -> list[str]:
    """The list names each feed once, in RSS; all of it in one cache holds each id once.

    Old addresses, with the bytes of another feed, are not in it.
    """
    listed, read = newsboat.imported(home, output / OPML)
    rss = {f"{address}/{feed.path}": feed for feed in every if feed.path.endswith("rss.xml")}
    bodies = {url: (output / feed.path).read_bytes() for url, feed in rss.items()}
    known = {body: url for url, body in bodies.items() if url in listed}
    current = [url for url, body in bodies.items() if known.get(body, url) == url]
    faults = differences(f"newsboat, {OPML}: feeds", current, listed)
    ids = {item.id for feed in rss.values() for item in feed.items}
    faults += differences(f"newsboat, {OPML}: ids", ids, (item.id for _, item in read))
    for url, item in read:
        if url in rss and item not in rss[url].items:
            faults.append(f"newsboat, {OPML}: {rss[url].path}: only they say: {item}")
    return faults


def _self_test(address: str, output: Path, homes: Path) -> list[str]:
    """A feed that is an hour late, one with another's id, and one without its last item."""
    source = next(feed for feed in feeds(output) if feed.path == "tapahtumat/rss.xml")
    body = (output / source.path).read_bytes()
    first, second = source.items[:2]
    hour = body.replace(b" +0000</pubDate>", b" +0100</pubDate>", 1)
    twin = body.replace(first.id.encode(), second.id.encode())
    shorter = body[: body.rindex(b"<item>")] + b"</channel></rss>\n"
    faults = []
    changes = {"a date an hour off": hour, "a shared id": twin, "a lost item": shorter}
    for number, (what, changed) in enumerate(changes.items()):
        file = output / f"self-test-{number}.xml"
        file.write_bytes(changed)
        feed = Feed(path=file.name, language=source.language, items=source.items)
        faults += must_notice(f"{what} (sfeed)", _sfeed(address, homes, feed))
        faults += must_notice(f"{what} (newsboat)", _newsboat(address, homes, feed))
    twins = Feed(path="twins", language="fi", items=(first, _with_id_of(first, second)))
    return faults + must_notice("one id for two things", _identities([twins]))


def _with_id_of(first: Item, second: Item) -> Item:
    return Item(id=first.id, title=second.title, url=second.url, at=second.at)


if __name__ == "__main__":
    main()
