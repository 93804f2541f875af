"""Many addresses asked, one host at a time and none of them twice a day."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from kohtaamo.host.links.asking import Verdict

# Between two requests to one host.
PAUSE = 2.0
AGAIN_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of an address, and when (aware, UTC) it was asked."""

    at: datetime
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Waits so long that no host is asked more often than every two seconds.

    `clock` counts seconds from anywhere, `sleep` lets some of them pass.
    """

    clock: Callable[[], float]
    sleep: Callable[[float], None]
    last: dict[str, float] = field(default_factory=dict)

    def wait(self, host: str) -> None:
        """Return when the host may be asked."""
        if host in self.last:
            left = self.last[host] + PAUSE - self.clock()
            if left > 0:
                self.sleep(left)
        self.last[host] = self.clock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """`ask` asks one address; `now` (aware, UTC) is when the round begins."""

    ask: Callable[[str], Verdict]
    now: datetime

    def go(self, urls: Iterable[str], asked: dict[str, Asked]) -> None:
        """Ask one after the other, and note in `asked` what becomes of each.

        A server that is busy is asked no more; the rest of its addresses wait for another round.
        """
        busy: set[str] = set()
        for url in urls:
            host = urlsplit(url).netloc
            if host in busy:
                continue
            verdict = self.ask(url)
            asked[url] = Asked(self.now, verdict)
            if verdict is Verdict.BUSY:
                busy.add(host)


def due(urls: Iterable[str], known: Mapping[str, Asked], now: datetime) -> tuple[str, ...]:
    """The addresses to be asked now, each once, the hosts in turn."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in sorted(set(urls)):
        if url not in known or known[url].at + AGAIN_AFTER <= now:
            by_host[urlsplit(url).netloc].append(url)
    return tuple(_in_turn(list(by_host.values())))


def _in_turn(rows: list[list[str]]) -> Iterator[str]:
    """The first of every row, then every second, and so on."""
    for at in range(max(map(len, rows), default=0)):
        yield from (row[at] for row in rows if at < len(row))


def hosts_of(urls: Iterable[str]) -> frozenset[str]:
    """The hosts that addresses lead to."""
    return frozenset(urlsplit(url).netloc for url in urls)
