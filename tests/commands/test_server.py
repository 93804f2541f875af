"""The preview server: the types that calendars and feeds need, and one folder only."""

import http.client
import os
import threading
from collections.abc import Iterator, Mapping
from email.message import Message
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
    ".nojekyll": "",
    ".git/config": "",
    ".git/index.html": "",
}

# 2026-12-01 10:00:00 UTC, when all files were written.
BUILT = 1796119200
BUILT_SAID = "Tue, 01 Dec 2026 10:00:00 GMT"

Answer = tuple[int, str, bytes]


class Client:
    """Asks one server, without following redirects."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(self, path: str, method: str = "GET") -> Answer:
        """Status, media type and body."""
        status, headers, body = self.ask_with(path, {}, method)
        return status, headers["Content-Type"] or "", body

    def ask_with(
        self, path: str, asking: Mapping[str, str], method: str = "GET"
    ) -> tuple[int, Message, bytes]:
        """Status, all headers and body; `asking` are headers of the question."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.putrequest(method, path, skip_host=False, skip_accept_encoding=True)
            for name, value in asking.items():
                connection.putheader(name, value)
            connection.endheaders()
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        finally:
            connection.close()


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    folder = tmp_path / "output"
    for path, text in FILES.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        os.utime(file, (BUILT, BUILT))
    (tmp_path / "secret.txt").write_text("not for the web")
    server = preview_server(folder, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield Client(server.server_address[1])
    server.shutdown()
    server.server_close()
    thread.join()


def test_every_kind_of_file_has_its_media_type(client: Client) -> None:
    types = {path: client.ask(f"/{path}")[1] for path in FILES if not path.startswith(".")}

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


@pytest.mark.parametrize(
    "path",
    [
        *("/nowhere/", "/paikat/", "/paikat/talo/", "/built.json/"),
        *("/.nojekyll", "/.git/config", "/.git/", "/.git", "/%2egit/config"),
        *("/" + "a" * 5_000, "/a" * 5_000, "/%00", "/%ff"),
    ],
    ids=lambda path: path[:16],
)
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


CALENDAR = "/tapahtumat/calendar.ics"


@pytest.mark.parametrize(
    ("asking", "status"),
    [
        ({}, 200),
        ({"If-None-Match": "{tag}"}, 304),
        ({"If-None-Match": "W/{tag}"}, 304),
        ({"If-None-Match": '"other", {tag}'}, 304),
        ({"If-None-Match": "*"}, 304),
        ({"If-None-Match": '"other"'}, 200),
        ({"If-Modified-Since": BUILT_SAID}, 304),
        ({"If-Modified-Since": "Tue, 01 Dec 2026 10:00:00 -0000"}, 304),
        ({"If-Modified-Since": "Tue, 01 Dec 2026 10:00:01 GMT"}, 304),
        ({"If-Modified-Since": "Tue, 01 Dec 2026 09:59:59 GMT"}, 200),
        ({"If-Modified-Since": "yesterday"}, 200),
        # The tag outweighs the date: RFC 9110 §13.2.2.
        ({"If-None-Match": '"other"', "If-Modified-Since": BUILT_SAID}, 200),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_a_client_has_costs_no_more_than_a_304(
    client: Client, asking: Mapping[str, str], status: int, method: str
) -> None:
    tag = client.ask_with(CALENDAR, {})[1]["ETag"]
    asked = {name: value.format(tag=tag) for name, value in asking.items()}
    answer, headers, body = client.ask_with(CALENDAR, asked, method)

    assert answer == status
    assert body == (b"BEGIN:VCALENDAR" if (answer, method) == (200, "GET") else b"")
    assert headers["ETag"] == tag
    assert headers["Last-Modified"] == BUILT_SAID
    assert headers["Cache-Control"] == "no-cache"


def test_other_bytes_have_another_tag_even_within_a_second(client: Client, tmp_path: Path) -> None:
    tag = client.ask_with(CALENDAR, {})[1]["ETag"]
    file = tmp_path / "output" / "tapahtumat" / "calendar.ics"
    file.write_text("BEGIN:VCALENDAr", "utf-8")
    os.utime(file, (BUILT, BUILT))

    status, headers, body = client.ask_with(CALENDAR, {"If-None-Match": tag})

    assert (status, body) == (200, b"BEGIN:VCALENDAr")
    assert headers["ETag"] != tag


def test_a_missing_page_is_never_said_to_be_known(client: Client) -> None:
    for asking in ({"If-None-Match": "*"}, {"If-Modified-Since": BUILT_SAID}):
        assert client.ask_with("/nowhere/", asking)[0] == 404


def test_every_answer_is_as_guarded_as_on_the_web(client: Client) -> None:
    for path in ("/", "/nowhere/", CALENDAR):
        headers = client.ask_with(path, {})[1]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src")
    assert client.ask_with(CALENDAR, {})[1]["Access-Control-Allow-Origin"] == "*"
    assert client.ask_with("/", {})[1]["Access-Control-Allow-Origin"] is None


def test_a_folder_leads_to_its_page_with_what_was_asked(client: Client) -> None:
    status, headers, body = client.ask_with("/tapahtumat?kunta=1", {})
    assert (status, headers["Location"], body) == (301, "/tapahtumat/?kunta=1", b"")
    assert client.ask_with("//tapahtumat", {})[1]["Location"] == "/tapahtumat/"


def test_only_questions_are_answered(client: Client) -> None:
    assert client.ask("/", "POST")[0] == 501


def test_a_taken_port_is_told(client: Client, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="in use"):
        preview_server(tmp_path, "127.0.0.1", client.port)
