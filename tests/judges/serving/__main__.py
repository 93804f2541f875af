"""`python -m tests.judges.serving nginx|caddy`: exit 0 when the server does all that it should."""

import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from .checks import Files, address_of, addresses, every_file, missing, served
from .client import Client
from .servers import serving
from .site import Site, make_site

DAYS = ("2026-12-01", "2026-12-02")
MOST_SHOWN = 40
CHECKS = (every_file, addresses, missing)


def main(name: str) -> int:
    """Build, serve, ask for everything; build for the next day, and ask again."""
    with tempfile.TemporaryDirectory() as folder:
        # A server that is started by root works as another user.
        Path(folder).chmod(0o755)
        site = make_site(Path(folder))
        files = site.build(DAYS[0])
        own = Path(folder) / "server"
        own.mkdir()
        with serving(name, site.output, own) as port:
            client = Client(port)
            faults = [fault for check in CHECKS for fault in check(client, files)]
            night, found = next_day(client, site, files)
    faults += found
    for fault in faults[:MOST_SHOWN]:
        print(fault)
    print(f"{name}: {len(files)} files, {len(faults)} faults; in the night {night}")
    return 1 if faults else 0


def next_day(client: Client, site: Site, files: Files) -> tuple[str, list[str]]:
    """The night after, in a word, and its faults.

    What is unchanged keeps its tag and its date, what changed is told, what is gone is gone.
    """
    written = {path: site.changed_at(path) for path in files}
    tags = {path: client.ask(address_of(path)).tag for path in served(files)}
    now = site.build(DAYS[1])
    same = [path for path in served(now) if files.get(path) == now[path]]
    changed = [path for path in served(now) if path in files and files[path] != now[path]]
    gone = [path for path in served(files) if path not in now]
    said = f"{len(same)} unchanged, {len(changed)} changed, {len(gone)} gone"
    faults = [
        *(f"{path} was written anew" for path in same if site.changed_at(path) != written[path]),
        *_known(client, same, tags),
        *_told(client, changed, tags, now),
        *(f"{path} is still there" for path in gone if _status(client, path) != 404),
    ]
    return said, faults if same and changed else [f"a night that proves nothing: {said}"]


def _known(client: Client, same: list[str], tags: Mapping[str, str]) -> Iterator[str]:
    for path in same:
        answer = client.ask(address_of(path), {"If-None-Match": tags[path]})
        if (answer.status, answer.body) != (304, b""):
            yield f"{path}: unchanged in the night, and yet {answer.status}"


def _told(client: Client, changed: list[str], tags: Mapping[str, str], now: Files) -> Iterator[str]:
    for path in changed:
        answer = client.ask(address_of(path), {"If-None-Match": tags[path]})
        if (answer.status, answer.body) != (200, now[path]) or answer.tag == tags[path]:
            yield f"{path}: changed in the night, and yet {answer.status} with {answer.tag}"


def _status(client: Client, path: str) -> int:
    return client.ask(address_of(path)).status


if __name__ == "__main__":
    if sys.argv[1:] not in (["nginx"], ["caddy"]):
        raise SystemExit("usage: python -m tests.judges.serving nginx|caddy")
    raise SystemExit(main(sys.argv[1]))
