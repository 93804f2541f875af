"""One kept connection to the server on this machine."""

import gzip
import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message


@dataclass(frozen=True)
class Answer:
    """`body` is as it came, packed or not."""

    status: int
    headers: Message
    body: bytes

    @property
    def plain(self) -> bytes:
        packed = self.headers["Content-Encoding"] == "gzip"
        return gzip.decompress(self.body) if packed else self.body

    @property
    def tag(self) -> str:
        return self.headers["ETag"] or ""


class Client:
    """Asks without following redirects; an answer that does not come ends the judge."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def ask(
        self, address: str, asking: Mapping[str, str] | None = None, *, method: str = "GET"
    ) -> Answer:
        try:
            self.connection.request(method, address, headers=dict(asking or {}))
            response = self.connection.getresponse()
        except http.client.RemoteDisconnected:
            # Servers end a connection after so many questions.
            self.connection.close()
            self.connection.request(method, address, headers=dict(asking or {}))
            response = self.connection.getresponse()
        return Answer(response.status, response.headers, response.read())
