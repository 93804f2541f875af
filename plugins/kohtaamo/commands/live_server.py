"""The preview server of `kohtaamo serve`: pages follow the last build, and faults are a page.

Built files stay as they are: each HTML answer gets one script tag while it is served. What the
browser is told are events (HTML Living Standard, Server-sent events); without scripts all pages
can be reached and loaded anew by hand.
"""

import json
import re
from contextlib import suppress
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from urllib.parse import parse_qs

from markupsafe import escape

from kohtaamo.commands.fault_page import MESSAGES_ADDRESS, PREVIEW, STYLE_ADDRESS, fault_page
from kohtaamo.commands.headers import headers_of
from kohtaamo.commands.live import Live
from kohtaamo.commands.message_page import message_page
from kohtaamo.commands.server import Handler, Server

FAULTS_ADDRESS = "/_kohtaamo/faults/"
SCRIPT_ADDRESS = "/_kohtaamo/reload.js"
EVENTS_ADDRESS = "/_kohtaamo/events"

# A line so often shows whether the browser is still there.
_HEARTBEAT_SECONDS = 15.0
_RETRY_MILLISECONDS = 1000
# What a page shows beside its own bytes. Its style sheet's address changes with the styles.
_SHOWN_BESIDE = re.compile(rb'\ssrc="(/[^"?#]+)')
# A path on this server and nothing else: no other host, no blank, no control character.
_OWN_PATH = re.compile(r"/(?![/\\])[^\x00-\x20\x7f\\]*")


class LiveHandler(Handler):
    """Files of the last good build, what is said about the last build, and its events."""

    def __init__(self, *arguments: object, live: Live, directory: str) -> None:
        self.live = live
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802 - the base class finds it by this name
        path, query = self._asked()
        asked = parse_qs(query)
        if path == EVENTS_ADDRESS:
            self._events(asked.get("page", ["/"])[0])
        elif path == FAULTS_ADDRESS:
            self._faults(HTTPStatus.OK, _back(asked.get("from", ["/"])[0]))
        elif path.startswith(MESSAGES_ADDRESS):
            self._messages(path.removeprefix(MESSAGES_ADDRESS).removesuffix("/"))
        elif path in (SCRIPT_ADDRESS, STYLE_ADDRESS):
            file = PREVIEW / PurePosixPath(path).name
            self.answer(HTTPStatus.OK, file.name, file.read_bytes())
        else:
            super().do_GET()

    def shown(self, name: str, body: bytes) -> bytes:
        """Pages get the script; everything else is sent as it was built."""
        return with_script(body, page=self._state(body)) if name.endswith(".html") else body

    def not_found(self) -> None:
        """The portal's own page; before there is a portal, what keeps it from being built."""
        ending = PurePosixPath(self._asked()[0]).suffix
        _, faults = self.live.last()
        if faults and not self._has_site() and ending in ("", ".html"):
            self._faults(HTTPStatus.SERVICE_UNAVAILABLE, None)
        else:
            super().not_found()

    def _asked(self) -> tuple[str, str]:
        """The path and the query of the address."""
        path, _, query = self.path.partition("#")[0].partition("?")
        return path, query

    def _has_site(self) -> bool:
        return (Path(self.directory) / "index.html").is_file()

    def _faults(self, status: HTTPStatus, back: str | None) -> None:
        report, faults = self.live.last()
        page = fault_page(report, back if self._has_site() else None).encode()
        facts = {"faults": faults} if back is None else {"faults": faults, "back": back}
        self.answer(status, "faults.html", with_script(page, **facts))

    def _messages(self, language: str) -> None:
        page = message_page(language)
        if page is None:
            self.not_found()
        else:
            self.answer(HTTPStatus.OK, "messages.html", page.encode())

    def _state(self, page: bytes) -> str:
        """A mark of what a browser shows for these bytes: they, and the pictures they name."""
        state = sha256(page)
        for address in _SHOWN_BESIDE.findall(page):
            try:
                found = Path(self.translate_path(address.decode())).stat()
            except (OSError, ValueError):
                continue
            state.update(f"{address!r} {found.st_mtime_ns} {found.st_size}\n".encode())
        return state.hexdigest()[:16]

    def _state_at(self, path: str) -> str:
        """The mark of the page at a path, or of the portal's own 404 page; empty without both."""
        for file in filter(None, (self.file_at(path), Path(self.directory) / "404.html")):
            with suppress(OSError, ValueError):
                return self._state(file.read_bytes())
        return ""

    def _events(self, path: str) -> None:
        """Say at once, and after each build, of which state the page at `path` is now."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        for header, value in {**headers_of(""), "Cache-Control": "no-store"}.items():
            self.send_header(header, value)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        self.wfile.write(f"retry: {_RETRY_MILLISECONDS}\n\n".encode())
        seen = -1
        while (builds := self.live.wait(seen, _HEARTBEAT_SECONDS)) is not None:
            if builds == seen:
                self.wfile.write(b":\n\n")
                continue
            seen = builds
            news = {"page": self._state_at(path), "faults": self.live.last()[1]}
            self.wfile.write(f"data: {json.dumps(news)}\n\n".encode())


def with_script(html: bytes, **facts: str) -> bytes:
    """The page with the reloading script at its end; `facts` are the data of its tag."""
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in facts.items())
    script = f'<script src="{SCRIPT_ADDRESS}" defer{data}></script>\n'.encode()
    before, end, after = html.rpartition(b"</body>")
    return before + script + end + after if end else html + script


def _back(address: str) -> str:
    """The address if it leads to a page of this server's site, else the front page."""
    is_ours = _OWN_PATH.fullmatch(address) and not address.startswith("/_kohtaamo/")
    return address if is_ours else "/"


def live_server(folder: Path, host: str, port: int, live: Live) -> ThreadingHTTPServer:
    """A server of the folder that tells of builds; OSError when the port is taken."""
    return Server((host, port), partial(LiveHandler, directory=str(folder), live=live))
