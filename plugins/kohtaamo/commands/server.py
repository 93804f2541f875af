"""A preview server that answers as a web server with our recipes does: clients can be tried on it.

Media types, the portal's own 404 page, and conditional requests (RFC 9110 §13): a file that has not
changed costs a client no more than a 304.
"""

import os
import sys
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from kohtaamo.commands.headers import headers_of
from kohtaamo.publish.media_types import media_type

# Asked again at every look, so that a reload shows the last build.
_CACHING = {"Cache-Control": "no-cache"}


class Handler(SimpleHTTPRequestHandler):
    """Static files only, below one folder."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path, _, query = self.path.partition("#")[0].partition("?")
        target = Path(self.translate_path(self.path))
        # Unlike Path.is_dir, this takes a name that no file can have for what it is: not there.
        is_folder = not self._is_hidden(target) and os.path.isdir(target)  # noqa: PTH112
        if is_folder and not path.endswith("/"):
            self._redirect(f"{path}/?{query}" if query else f"{path}/")
            return
        file = self.file_at(path)
        if file is None:
            self.not_found()
            return
        try:
            body, changed = file.read_bytes(), file.stat().st_mtime
        except (OSError, ValueError):
            self.not_found()
            return
        body = self.shown(file.name, body)
        self._file(file.name, body, datetime.fromtimestamp(int(changed), tz=UTC))

    def do_HEAD(self) -> None:
        self.do_GET()

    def file_at(self, path: str) -> Path | None:
        """Where the file for the path of an address would be; None for what is not for the web."""
        target = Path(self.translate_path(path))
        if self._is_hidden(target):
            return None
        # A folder without a page of its own is not there, as on the web.
        return target / "index.html" if path.endswith("/") else target

    def shown(self, _: str, body: bytes) -> bytes:
        """The bytes to send for a file of this name."""
        return body

    def _is_hidden(self, target: Path) -> bool:
        """Names with a dot in front (`.nojekyll`, `.git`) are not for the web."""
        return any(part.startswith(".") for part in target.relative_to(self.directory).parts)

    def _file(self, name: str, body: bytes, changed: datetime) -> None:
        tag = f'"{sha256(body).hexdigest()[:32]}"'
        is_known = self._has(tag, changed)
        self.send_response(HTTPStatus.NOT_MODIFIED if is_known else HTTPStatus.OK)
        self.send_header("ETag", tag)
        self.send_header("Last-Modified", format_datetime(changed, usegmt=True))
        for header, value in {**headers_of(name), **_CACHING}.items():
            self.send_header(header, value)
        if is_known:
            self.end_headers()
        else:
            self.send_body(media_type(name), body)

    def _has(self, tag: str, changed: datetime) -> bool:
        """Whether the client has this very state; the tag outweighs the date (RFC 9110 §13.2.2)."""
        known = self.headers.get("If-None-Match")
        if known is not None:
            tags = (each.strip().removeprefix("W/") for each in known.split(","))
            return any(each in (tag, "*") for each in tags)
        since = self.headers.get("If-Modified-Since")
        if since is None:
            return False
        try:
            moment = parsedate_to_datetime(since)
        except ValueError:
            return False
        return changed <= (moment if moment.tzinfo else moment.replace(tzinfo=UTC))

    def _redirect(self, address: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def not_found(self) -> None:
        """A missing page is the portal's own 404 page."""
        page = Path(self.directory) / "404.html"
        if not page.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.answer(HTTPStatus.NOT_FOUND, page.name, self.shown(page.name, page.read_bytes()))

    def answer(self, status: HTTPStatus, name: str, body: bytes) -> None:
        """Bytes under the headers of a file of this name, to be asked for anew each time."""
        self.send_response(status)
        for header, value in {**headers_of(name), **_CACHING}.items():
            self.send_header(header, value)
        self.send_body(media_type(name), body)

    def send_body(self, content_type: str, body: bytes) -> None:
        """The end of the headers, and the bytes unless only those were asked for."""
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Requests are nobody's news; problems of the build are."""


class Server(ThreadingHTTPServer):
    """Each answer in a thread of its own, which does not outlive the command."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle of an answer is nobody's news."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def preview_server(folder: Path, host: str, port: int) -> ThreadingHTTPServer:
    """A server of the folder, listening already; OSError when the port is taken."""
    return Server((host, port), partial(Handler, directory=str(folder)))
