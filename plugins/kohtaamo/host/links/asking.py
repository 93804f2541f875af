"""One address asked politely whether anything answers.

HEAD first, and GET where that is refused. Every host is looked up by us, and the connection is made
to the very address that was looked at: a name that answers otherwise the second time leads nowhere
else. Redirects are followed by hand, each looked at in the same way. Nothing of an answer but its
head is read, no cookie is kept, no proxy of the environment used.
"""

import http.client
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from kohtaamo.host.links.public import is_public, is_web_port
from kohtaamo.problems.problem import Refused
from kohtaamo.text.addresses import parse_url

Resolve = Callable[[str, int], Sequence[str]]
Connect = Callable[[str, int], socket.socket]

# Seconds until a server has to say anything, and until it has to be done.
SILENCE = 10.0
PATIENCE = 20.0
MOST_REDIRECTS = 5

_GONE = frozenset({404, 410})
_BUSY = 429
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Verdict(StrEnum):
    """`refused` is an address that we ask nothing of; `unknown` one that lets no program in.

    `busy` is a server that wants to be left alone for now.
    """

    FINE = "fine"
    GONE = "gone"
    SILENT = "silent"
    BROKEN = "broken"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    BUSY = "busy"


# What a resident who follows the link would meet, too.
DEAD = frozenset({Verdict.GONE, Verdict.SILENT, Verdict.BROKEN, Verdict.REFUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """`resolve` gives the IP addresses of a host and port, `connect` a stream to one of them.

    Both raise OSError. `wait` is called with the host before each request; `agent` says who asks.
    """

    resolve: Resolve
    connect: Connect
    wait: Callable[[str], None]
    agent: str


class _Answer(NamedTuple):
    """A status of HTTP and where it leads on; or the verdict, where there was no answer."""

    status: int = 0
    location: str = ""
    verdict: Verdict | None = None


def ask(url: str, web: Web) -> Verdict:
    """What becomes of somebody who follows a link."""
    for _ in range(MOST_REDIRECTS + 1):
        answer = _answer("HEAD", url, web)
        if answer.status >= http.client.BAD_REQUEST and answer.status != _BUSY:
            answer = _answer("GET", url, web)
        if answer.status not in _REDIRECTS or not answer.location:
            return answer.verdict or _verdict(answer.status)
        try:
            url = parse_url(urljoin(url, answer.location))
        except (Refused, ValueError):
            return Verdict.REFUSED
    return Verdict.BROKEN


def _verdict(status: int) -> Verdict:
    if status == _BUSY:
        return Verdict.BUSY
    if status in _GONE:
        return Verdict.GONE
    if status >= http.client.INTERNAL_SERVER_ERROR:
        return Verdict.BROKEN if status < 600 else Verdict.UNKNOWN
    return Verdict.UNKNOWN if status >= http.client.BAD_REQUEST else Verdict.FINE


def _answer(method: str, url: str, web: Web) -> _Answer:
    parts = urlsplit(url)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        addresses = web.resolve(host, port)
        if not is_web_port(port) or not all(map(is_public, addresses)):
            return _Answer(verdict=Verdict.REFUSED)
        web.wait(host)
        with closing(web.connect(addresses[0], port)) as stream:
            return _asked(method, parts, _secured(stream, parts), web.agent)
    except ssl.SSLError:
        return _Answer(verdict=Verdict.BROKEN)
    except (OSError, IndexError, UnicodeError):
        return _Answer(verdict=Verdict.SILENT)
    except http.client.HTTPException:
        return _Answer(verdict=Verdict.BROKEN)


def _secured(stream: socket.socket, parts: SplitResult) -> socket.socket:
    """The stream, which for https has still to shake hands: that takes time of the answer's."""
    if parts.scheme != "https":
        return stream
    return ssl.create_default_context().wrap_socket(
        stream, server_hostname=parts.hostname, do_handshake_on_connect=False
    )


def _asked(method: str, parts: SplitResult, stream: socket.socket, agent: str) -> _Answer:
    """The head of the answer; the stream is cut when it takes too long, however little comes."""
    connection = http.client.HTTPConnection(parts.netloc)
    connection.sock = stream
    patience = threading.Timer(PATIENCE, _cut, (stream,))
    patience.daemon = True
    patience.start()
    try:
        if isinstance(stream, ssl.SSLSocket):
            stream.do_handshake()
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"User-Agent": agent, "Accept": "*/*", "Connection": "close"}
        connection.request(method, target, headers=headers)
        answer = connection.getresponse()
        return _Answer(status=answer.status, location=answer.getheader("Location") or "")
    finally:
        patience.cancel()
        connection.close()


def _cut(stream: socket.socket) -> None:
    with suppress(OSError):
        stream.shutdown(socket.SHUT_RDWR)


def resolve(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a host, as this machine knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


def connect(address: str, port: int) -> socket.socket:
    """A stream to an IP address, on which nothing takes longer than SILENCE."""
    return socket.create_connection((address, port), timeout=SILENCE)
