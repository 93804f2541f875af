"""A preview server with the media types that calendars and feeds need."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from kohtaamo.publish.formats import MEDIA_TYPES_BY_FILE


class _Handler(SimpleHTTPRequestHandler):
    """Static files only, below one folder; never cached, so that a reload shows the last build."""

    protocol_version = "HTTP/1.1"

    def guess_type(self, path: object) -> str:
        name = Path(str(path)).name
        if name in MEDIA_TYPES_BY_FILE:
            return MEDIA_TYPES_BY_FILE[name]
        if name.endswith(".ics"):
            return "text/calendar; charset=utf-8"
        guessed = super().guess_type(str(path))
        return f"{guessed}; charset=utf-8" if guessed.startswith("text/") else guessed

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def list_directory(self, path: object) -> None:
        """A folder without a page of its own is not there, as on the web later."""
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A missing page is the portal's own 404 page."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Requests are nobody's news; problems of the build are."""


def preview_server(folder: Path, host: str, port: int) -> ThreadingHTTPServer:
    """A server of the folder, listening already; OSError when the port is taken."""
    return ThreadingHTTPServer((host, port), partial(_Handler, directory=str(folder)))
