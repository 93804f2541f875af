"""The preview server: the types that calendars and feeds need, and one folder only."""

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kohtaamo.commands.server import preview_server

FILES = {
    "index.html": "<p>Etusivu",
    "404.html": "<p>Sivua ei ole",
    "tapahtumat/index.html": "<p>Tapahtumat",
    "tapahtumat/calendar.ics": "BEGIN:VCALENDAR",
    "tapahtumat/rss.xml": "<rss/>",
    "tapahtumat/atom.xml": "<feed/>",
    "tapahtumat/feed.json": "{}",
    "paikat/talo/hours.ics": "BEGIN:VCALENDAR",
    "feeds.opml": "<opml/>",
    "sitemap.xml": "<urlset/>",
    "built.json": "{}",
    "theme/styles.css": "p {}",
    "robots.txt": "Sitemap:",
}

Answer = tuple[int, str, bytes]


class Client:
    """Asks one server, without following redirects."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(self, path: str, method: str = "GET") -> Answer:
        """Status, media type and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.putrequest(method, path, skip_host=False, skip_accept_encoding=True)
            connection.endheaders()
            response = connection.getresponse()
            return response.status, response.getheader("Content-Type") or "", response.read()
        finally:
            connection.close()


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    folder = tmp_path / "output"
    for path, text in FILES.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (tmp_path / "secret.txt").write_text("not for the web")
    server = preview_server(folder, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield Client(server.server_address[1])
    server.shutdown()
    server.server_close()
    thread.join()


def test_every_kind_of_file_has_its_media_type(client: Client) -> None:
    types = {path: client.ask(f"/{path}")[1] for path in FILES}

    assert types == {
        "index.html": "text/html; charset=utf-8",
        "404.html": "text/html; charset=utf-8",
        "tapahtumat/index.html": "text/html; charset=utf-8",
        "tapahtumat/calendar.ics": "text/calendar; charset=utf-8",
        "tapahtumat/rss.xml": "application/rss+xml",
        "tapahtumat/atom.xml": "application/atom+xml",
        "tapahtumat/feed.json": "application/feed+json",
        "paikat/talo/hours.ics": "text/calendar; charset=utf-8",
        "feeds.opml": "text/x-opml",
        "sitemap.xml": "application/xml",
        "built.json": "application/json",
        "theme/styles.css": "text/css; charset=utf-8",
        "robots.txt": "text/plain; charset=utf-8",
    }


def test_pages_by_their_addresses(client: Client) -> None:
    assert client.ask("/") == (200, "text/html; charset=utf-8", b"<p>Etusivu")
    assert client.ask("/tapahtumat/?kunta=1#x")[2] == b"<p>Tapahtumat"
    assert client.ask("/tapahtumat")[0] == 301


def test_head_says_the_same_without_the_bytes(client: Client) -> None:
    assert client.ask("/", "HEAD") == (200, "text/html; charset=utf-8", b"")
    assert client.ask("/nowhere/", "HEAD") == (404, "text/html; charset=utf-8", b"")


@pytest.mark.parametrize("path", ["/nowhere/", "/paikat/", "/paikat/talo/", "/built.json/"])
def test_what_is_not_there_is_the_portals_own_page(client: Client, path: str) -> None:
    """A folder without a page is not there either: nothing lists files."""
    assert client.ask(path) == (404, "text/html; charset=utf-8", b"<p>Sivua ei ole")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/tapahtumat/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "//../secret.txt",
        "/..\\secret.txt",
    ],
)
def test_nothing_beside_the_folder_is_served(client: Client, path: str) -> None:
    assert client.ask(path)[0] == 404


def test_only_questions_are_answered(client: Client) -> None:
    assert client.ask("/", "POST")[0] == 501


def test_a_taken_port_is_told(client: Client, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="in use"):
        preview_server(tmp_path, "127.0.0.1", client.port)
