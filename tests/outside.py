"""An internet for tests: hosts by name, all of them one server of this machine; no time passes."""

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from kohtaamo.commands.links import Outside
from kohtaamo.host.links.rounds import Pace

# What a request of `HEAD http://tupa.example/` is answered: a status, and where it leads on.
Answers = Mapping[str, tuple[int, str]]
# Stands for any address of the public internet.
PUBLIC = "93.184.215.14"
NOON = datetime(2027, 4, 15, 12, tzinfo=UTC)


@dataclass
class Internet:
    """`names` are the IP addresses of hosts, others have none; `asked` is what servers saw."""

    port: int
    names: Mapping[str, tuple[str, ...]]
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    connected: list[tuple[str, int]] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    seconds: float = 0.0

    def resolve(self, host: str, _port: int) -> tuple[str, ...]:
        if host not in self.names:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return self.names[host]

    def connect(self, address: str, port: int) -> socket.socket:
        self.connected.append((address, port))
        return socket.create_connection(("127.0.0.1", self.port), timeout=5)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    def outside(self, now: datetime = NOON) -> Outside:
        pace = Pace(clock=lambda: self.seconds, sleep=self.sleep)
        return Outside(resolve=self.resolve, connect=self.connect, pace=pace, now=now)


@contextmanager
def internet(answers: Answers, names: Mapping[str, tuple[str, ...]]) -> Iterator[Internet]:
    """A running internet; without an answer of its own every address is there."""
    found: list[Internet] = []

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            asked = f"{self.command} http://{self.headers['Host']}{self.path}"
            found[0].asked.append(asked)
            found[0].agents.add(self.headers["User-Agent"])
            status, location = answers.get(asked, (200, ""))
            if status == 0:
                # Gone without a word.
                self.close_connection = True
                return
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.end_headers()

        do_HEAD = do_GET = _answer  # noqa: N815 - the library's names

        def log_message(self, *_: Any) -> None:
            """Tests say what was asked."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        found.append(Internet(port=server.server_address[1], names=names))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield found[0]
        finally:
            server.shutdown()
            thread.join()
