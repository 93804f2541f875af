"""One request to a forge's programming interface, and in plain words why it came to nothing.

The token goes to the address that the run was given, and nowhere else: no redirect is followed with
it. An answer takes a bounded time and a bounded number of bytes.
"""

import http.client
import json
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Any, NoReturn
from urllib.parse import urlsplit

from kohtaamo.host.forge.fault import ForgeFault

# Seconds without a word from the forge, and until it has to be done.
SILENCE = 20.0
PATIENCE = 60.0
LARGEST = 20_000_000
_PIECE = 65_536
_MOVED = frozenset({301, 302, 303, 307, 308})
_BUSY = 429


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """How to reach a forge: the address of its interface, the headers that say who asks.

    `silence` and `patience` are seconds.
    """

    api: str
    headers: Mapping[str, str]
    silence: float = SILENCE
    patience: float = PATIENCE

    def ask(self, method: str, path: str, given: Mapping[str, Any] | None = None) -> Any:
        """The JSON that the forge answers; None where it answers nothing."""
        body = None if given is None else json.dumps(given).encode()
        headers = {**self.headers, "Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        answer = self._bytes(f"{self.api}{path}", method, headers, body)
        try:
            return json.loads(answer) if answer.strip() else None
        except ValueError:
            raise ForgeFault(
                f"{_host(self.api)} vastasi muuta kuin ohjelmille tarkoitettua tietoa."
                " Onko osoite oikea?"
            ) from None

    def fetch(self, url: str, largest: int = LARGEST) -> bytes:
        """The bytes of a file: of the forge itself, or from where it sends us without the token."""
        if not url.startswith(f"{self.api}/"):
            raise ForgeFault(f"Tiedosto ei ole alustalla, jolta se pyydettiin: {_host(url)}.")
        try:
            return self._bytes(url, "GET", self.headers, None, largest)
        except _Moved as moved:
            if urlsplit(moved.to).scheme not in {"https", urlsplit(self.api).scheme}:
                raise ForgeFault("Tiedosto on osoitteessa, josta sitä ei haeta.") from None
            return self._bytes(moved.to, "GET", {}, None, largest)

    def _bytes(
        self,
        url: str,
        method: str,
        headers: Mapping[str, str],
        body: bytes | None,
        largest: int | None = None,
    ) -> bytes:
        if urlsplit(url).scheme not in {"http", "https"}:
            raise ForgeFault(f"Alustan osoite ei ole verkko-osoite: {url}.")
        asked = urllib.request.Request(  # noqa: S310 - the scheme is one of the web
            url, body, {**headers, "User-Agent": "kohtaamo"}, method=method
        )
        until = time.monotonic() + self.patience
        try:
            with _OPENER.open(asked, timeout=self.silence) as answer:
                return _read(answer, until, _host(url), largest or LARGEST)
        except urllib.error.HTTPError as error:
            with error:
                _refused(error, method, urlsplit(url).path, _host(url))
        except (OSError, http.client.HTTPException):
            # Refused, no such host, no word for too long, a broken answer.
            raise ForgeFault(
                f"{_host(url)} ei vastannut. Aja uudelleen, kun alusta taas toimii."
            ) from None


class _Moved(ForgeFault):
    """What is asked for lies at another address."""

    def __init__(self, to: str, host: str) -> None:
        super().__init__(f"{host} lähetti pyynnön muualle, eikä sinne kirjoiteta.")
        self.to = to


class _Stays(urllib.request.HTTPRedirectHandler):
    """Redirects are answers like any other: whoever asks decides."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(_Stays)


def _read(answer: IO[bytes], until: float, host: str, largest: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    while piece := answer.read(_PIECE):
        size += len(piece)
        if size > largest:
            raise ForgeFault(f"{host} vastasi enemmän kuin {largest // 1000} kt.")
        if time.monotonic() > until:
            raise ForgeFault(f"{host} vastasi liian hitaasti. Aja uudelleen myöhemmin.")
        parts.append(piece)
    return b"".join(parts)


def _refused(error: urllib.error.HTTPError, method: str, path: str, host: str) -> NoReturn:
    """Say why; what the forge says of it itself may hold anything and is not repeated."""
    if error.code in _MOVED and error.headers.get("Location"):
        raise _Moved(error.headers["Location"], host)
    what = f"{host} ({method} {path})"
    after = error.headers.get("retry-after", "")
    is_spent = error.headers.get("x-ratelimit-remaining") == "0"
    # GitHub says "forbidden", too, when it has been asked too often.
    if error.code == _BUSY or (error.code == 403 and (is_spent or after)):
        when = f" {after} sekunnin päästä" if after.isascii() and after.isdigit() else " myöhemmin"
        raise ForgeFault(f"{host} on saanut liikaa pyyntöjä. Aja uudelleen{when}.")
    if error.code in {401, 403}:
        raise ForgeFault(
            f"{what} ei antanut lupaa. Tunnus on vanhentunut, tai siltä puuttuu oikeus:"
            " docs/julkaisu.md."
        )
    if error.code == 404:
        raise ForgeFault(
            f"{what}: ei löytynyt. Osoite on väärä, tai tunnus ei saa nähdä sitä: docs/julkaisu.md."
        )
    if error.code >= 500:
        raise ForgeFault(f"{host} on epäkunnossa ({error.code}). Aja uudelleen myöhemmin.")
    raise ForgeFault(f"{what} ei hyväksynyt pyyntöä ({error.code}).")


def _host(url: str) -> str:
    return urlsplit(url).netloc.rpartition("@")[2] or url
