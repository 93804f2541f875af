"""The preview of `kohtaamo serve`: pages follow the last build, and faults are a page."""

import http.client
import json
import re
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kohtaamo.commands.build_end import BuildEnd, Entry
from kohtaamo.commands.live import Live
from kohtaamo.commands.live_server import live_server
from kohtaamo.problems.catalogue import load_catalogue

FILES = {
    "index.html": '<body><p>Etusivu <img src="/images/talo.jpg" alt=""></body>\n',
    "404.html": "<body><p>Sivua ei ole</body>\n",
    "images/talo.jpg": "kuva",
    "tapahtumat/index.html": "<p>Tapahtumat",
    "tapahtumat/calendar.ics": "BEGIN:VCALENDAR </body>",
    "tapahtumat/feed.json": '{"content_html": "</body>"}',
}
BROKEN = BuildEnd(
    code=1,
    problems=(
        Entry(
            path="content/events/kahvit.md",
            line=5,
            field="start",
            code="no-such-time",
            severity="error",
            message="kellonaikaa ”klo 25” ei ole.",
        ),
        Entry(
            path="content/network.yml",
            line=1,
            field="",
            code="sample-id",
            severity="warning",
            message="tämä on esimerkki.",
        ),
    ),
    stopped="Sivustoa ei rakennettu. Korjaa virheet; entinen sivusto jäi ennalleen.",
)
DEADLINE = 30


class Preview:
    """A preview server of a folder in this process, and questions to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.live = Live()
        self.server = live_server(folder, "127.0.0.1", 0, self.live)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def ask(
        self, path: str, asking: Mapping[str, str] | None = None, method: str = "GET"
    ) -> tuple[int, Mapping[str, str], str]:
        """Status, headers and text."""
        connection = http.client.HTTPConnection(*self.server.server_address[:2], timeout=DEADLINE)
        connection.request(method, path, headers=asking or {})
        response = connection.getresponse()
        answer = response.status, dict(response.headers), response.read().decode()
        connection.close()
        return answer

    def listen(self, page: str) -> "Listener":
        return Listener(http.client.HTTPConnection(*self.server.server_address[:2]), page)

    def state(self, path: str) -> str:
        """What the page's own script says of its state."""
        found = re.search(r'data-page="(\w+)"', self.ask(path)[2])
        assert found is not None
        return found[1]

    def end(self) -> None:
        self.live.end()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


class Listener:
    """What an EventSource would hear."""

    def __init__(self, connection: http.client.HTTPConnection, page: str) -> None:
        connection.timeout = DEADLINE
        connection.request("GET", f"/_kohtaamo/events?page={page}")
        self.response = connection.getresponse()

    def hear(self) -> dict[str, str] | None:
        """The next event; None when the server has ended them."""
        for line in iter(self.response.readline, b""):
            if line.startswith(b"data: "):
                heard: dict[str, str] = json.loads(line[6:])
                return heard
        return None


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview of a small built site."""
    opened = Preview(tmp_path / "output")
    for path, text in FILES.items():
        opened.write(path, text)
    opened.live.tell(BuildEnd(code=0))
    yield opened
    opened.end()


@pytest.fixture
def unbuilt(tmp_path: Path) -> Iterator[Preview]:
    """A preview whose first build failed."""
    opened = Preview(tmp_path / "output")
    opened.live.tell(BROKEN)
    yield opened
    opened.end()


def test_pages_and_only_pages_get_one_script(preview: Preview) -> None:
    state = preview.state("/")
    script = f'<script src="/_kohtaamo/reload.js" defer data-page="{state}"></script>\n'

    assert preview.ask("/")[2] == (
        f'<body><p>Etusivu <img src="/images/talo.jpg" alt="">{script}</body>\n'
    )
    # A page without an end of its body, and the page of what is not there.
    assert re.fullmatch(r"<p>Tapahtumat<script [^>]*></script>\n", preview.ask("/tapahtumat/")[2])
    status, _, missing = preview.ask("/ei-ole/")
    assert (status, missing.count("<script ")) == (404, 1)
    for path in ("tapahtumat/calendar.ics", "tapahtumat/feed.json", "images/talo.jpg"):
        assert preview.ask(f"/{path}")[2] == FILES[path]
    assert (preview.folder / "index.html").read_text("utf-8") == FILES["index.html"]


def test_length_and_tag_are_those_of_what_is_sent(preview: Preview) -> None:
    _, headers, text = preview.ask("/")

    assert headers["Content-Length"] == str(len(text.encode()))
    assert headers["Cache-Control"] == "no-cache"
    assert preview.ask("/", {"If-None-Match": headers["ETag"]})[0] == 304
    assert preview.ask("/", method="HEAD")[1]["Content-Length"] == headers["Content-Length"]


@pytest.mark.parametrize("path", ["index.html", "images/talo.jpg"])
def test_a_page_or_its_picture_that_changed_is_never_said_to_be_known(
    preview: Preview, path: str
) -> None:
    _, headers, _ = preview.ask("/")
    preview.write(path, FILES[path].replace("<p>", "<p><p>") + " ")

    assert preview.ask("/", {"If-None-Match": headers["ETag"]})[0] == 200


def test_a_listener_hears_its_pages_state_at_once_and_after_each_build(preview: Preview) -> None:
    front, other = preview.state("/"), preview.state("/tapahtumat/")
    listening = {"/": preview.listen("/"), "/tapahtumat/": preview.listen("/tapahtumat/")}
    assert listening["/"].response.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    assert listening["/"].hear() == {"page": front, "faults": ""}
    assert listening["/tapahtumat/"].hear() == {"page": other, "faults": ""}

    preview.write("tapahtumat/index.html", "<p>Uusi tapahtuma</body>")
    preview.live.tell(BuildEnd(code=0, changed=("tapahtumat/index.html",)))

    assert listening["/"].hear() == {"page": front, "faults": ""}
    assert listening["/tapahtumat/"].hear() == {"page": preview.state("/tapahtumat/"), "faults": ""}
    assert preview.state("/tapahtumat/") != other


def test_each_build_with_faults_is_told_by_a_mark_of_its_own(preview: Preview) -> None:
    listener = preview.listen("/")
    heard = [listener.hear()]
    for report in (BROKEN, BROKEN, BuildEnd(code=0)):
        preview.live.tell(report)
        heard.append(listener.hear())

    marks = [news["faults"] for news in heard if news is not None]
    assert [bool(mark) for mark in marks] == [False, True, True, False]
    assert len(set(marks)) == 3
    assert {news["page"] for news in heard if news is not None} == {preview.state("/")}


def test_the_page_of_what_is_not_there_follows_too(preview: Preview) -> None:
    listener = preview.listen("/tapahtumat/uusi/")
    assert listener.hear() == {"page": preview.state("/tapahtumat/uusi/"), "faults": ""}

    preview.write("tapahtumat/uusi/index.html", "<p>Uusi</body>")
    preview.live.tell(BuildEnd(code=0))

    assert listener.hear() == {"page": preview.state("/tapahtumat/uusi/"), "faults": ""}


def test_nobody_waits_for_a_preview_that_has_ended(preview: Preview) -> None:
    listener = preview.listen("/")
    listener.hear()

    preview.live.end()

    assert listener.hear() is None


FAULT_PAGE = """\
<!doctype html>
<html lang="fi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self';\
 style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Sivustoa ei päivitetty: 1 virhe</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_kohtaamo/faults.css">
</head>
<body>
<main>
<h1>Sivustoa ei päivitetty: 1 virhe</h1>
<p>Korjaa virheet tiedostoihin ja tallenna. Tämä sivu vaihtuu itsestään, kun vika on poissa;\
 jos niin ei käy, lataa se uudelleen.</p>
<p>Viimeisin ehjä sivusto on paikallaan, ja sitä voi selata.</p>
<p><a href="/tapahtumat/?kunta=kittila">Takaisin viimeisimmälle ehjälle sivulle</a></p>
<h2>Virheet (1)</h2>
<ol>
<li>
<p class="where"><code>content/events/kahvit.md:5</code>, kenttä <code>start</code></p>
<p lang="fi">kellonaikaa ”klo 25” ei ole.</p>
<p><a href="/_kohtaamo/messages/fi/#no-such-time">Selitys: <code>no-such-time</code></a></p>
</li>
</ol>
<details class="warnings">
<summary>Huomiot (1): ne eivät estä päivitystä</summary>
<ol>
<li>
<p class="where"><code>content/network.yml:1</code></p>
<p lang="fi">tämä on esimerkki.</p>
<p><a href="/_kohtaamo/messages/fi/#sample-id">Selitys: <code>sample-id</code></a></p>
</li>
</ol>
</details>
</main>
<script src="/_kohtaamo/reload.js" defer data-faults="MARK" data-back="/tapahtumat/?kunta=kittila">\
</script>
</body>
</html>
"""


def test_faults_are_a_page_that_leads_back(preview: Preview) -> None:
    preview.live.tell(BROKEN)

    status, headers, page = preview.ask("/_kohtaamo/faults/?from=/tapahtumat/%3Fkunta%3Dkittila")

    assert (status, headers["Cache-Control"]) == (200, "no-cache")
    assert page == FAULT_PAGE.replace("MARK", preview.live.last()[1])
    # The last good site can be read all the while.
    assert preview.ask("/")[0] == 200


@pytest.mark.parametrize(
    "address",
    [
        *("https://muualla.example/", "//muualla.example/", "/\\muualla.example", "javascript:1"),
        *("", "tapahtumat/", "/a b", "/_kohtaamo/faults/", "/%0a"),
    ],
)
def test_the_way_back_leads_nowhere_else(preview: Preview, address: str) -> None:
    preview.live.tell(BROKEN)

    page = preview.ask(f"/_kohtaamo/faults/?from={address.replace(' ', '%20')}")[2]

    assert 'data-back="/">' in page
    assert '<a href="/">' in page


def test_messages_carry_their_own_language(preview: Preview) -> None:
    preview.live.tell(BuildEnd(code=1, problems=BROKEN.problems, language="sv"))

    page = preview.ask("/_kohtaamo/faults/")[2]

    assert page.count('<p lang="sv">') == len(BROKEN.problems)
    assert page.startswith('<!doctype html>\n<html lang="fi">')


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_fault_leads_to_what_its_message_means(unbuilt: Preview, language: str) -> None:
    codes = tuple(load_catalogue(language).sentences)
    entry = BROKEN.problems[0]
    unbuilt.live.tell(
        BuildEnd(
            code=1,
            problems=tuple(replace(entry, code=code) for code in codes),
            language=language,
        )
    )
    links = re.findall(r'<a href="([^"#]+)#([^"]+)">', unbuilt.ask("/_kohtaamo/faults/")[2])

    assert links == [(f"/_kohtaamo/messages/{language}/", code) for code in codes]
    page = unbuilt.ask(f"/_kohtaamo/messages/{language}/")[2]
    assert re.findall(r'<li id="([^"]+)">', page) == list(codes)
    # No other language has messages; before there is a site, every other page is the list itself.
    assert unbuilt.ask("/_kohtaamo/messages/se/")[0] == 503


def test_texts_of_contributors_are_text(preview: Preview) -> None:
    attack = '<script>alert("1")</script>&amp;'
    hostile = Entry(
        path=f"content/{attack}\n\u202e.md",
        line=1,
        field=attack,
        code="unknown-key",
        severity="error",
        message=f"kenttää ”{attack}” ei ole.",
    )
    shown = "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;&amp;amp;"
    preview.live.tell(BuildEnd(code=1, problems=(hostile,), crash=attack))

    page = preview.ask(f"/_kohtaamo/faults/?from=/{attack.replace('&', '%26')}")[2]

    assert page.count("<script") == 1
    assert f"<code>content/{shown} \\u202e.md:1</code>, kenttä <code>{shown}</code>" in page
    assert f'<p lang="fi">kenttää ”{shown}” ei ole.</p>' in page
    assert f'<pre lang="en" tabindex="0">{shown}</pre>' in page
    assert f'data-back="/{shown}"' in page


@pytest.mark.parametrize(
    ("report", "heading", "sentence"),
    [
        (BuildEnd(code=0), "Ei virheitä", "Sivusto on ajan tasalla."),
        (
            BuildEnd(code=1, stopped="Kansioon site ei voi kirjoittaa."),
            "Sivustoa ei päivitetty",
            "Kansioon site ei voi kirjoittaa.",
        ),
        (
            BuildEnd(code=1, crash="Traceback"),
            "Sivustoa ei päivitetty",
            "Ohjelma, sivupohja tai asetustiedosto on rikki. Viesti on alla.",
        ),
        (
            BuildEnd(code=-9),
            "Sivustoa ei päivitetty",
            "Rakentaminen keskeytyi. Pääte kertoo, mihin.",
        ),
    ],
)
def test_every_end_of_a_build_has_a_sentence(
    preview: Preview, report: BuildEnd, heading: str, sentence: str
) -> None:
    preview.live.tell(report)

    assert f"<h1>{heading}</h1>\n<p>{sentence}" in preview.ask("/_kohtaamo/faults/")[2]


@pytest.mark.parametrize("path", ["/", "/tapahtumat/", "/tapahtumat", "/index.html"])
def test_before_there_is_a_site_every_page_is_the_one_of_faults(
    unbuilt: Preview, path: str
) -> None:
    status, _, page = unbuilt.ask(path)

    assert status == 503
    assert "<h1>Sivustoa ei päivitetty: 1 virhe</h1>" in page
    assert "<p>Sivustoa ei vielä ole. Se tulee tähän, kun virheet on korjattu.</p>" in page
    # There is no page to go back to, but an explanation of every message.
    assert re.findall(r'<a href="([^"#]+)', page) == ["/_kohtaamo/messages/fi/"] * 2
    assert f'data-faults="{unbuilt.live.last()[1]}"></script>' in page


def test_before_there_is_a_site_files_are_missing(unbuilt: Preview) -> None:
    assert unbuilt.ask("/tapahtumat/calendar.ics")[0] == 404
    assert unbuilt.ask("/_kohtaamo/faults.css")[1]["Content-Type"] == "text/css; charset=utf-8"
    script = unbuilt.ask("/_kohtaamo/reload.js")[1]
    assert script["Content-Type"] == "text/javascript; charset=utf-8"


def test_the_mended_site_takes_the_place_of_the_faults(unbuilt: Preview) -> None:
    listener = unbuilt.listen("/")
    listener.hear()

    unbuilt.write("index.html", FILES["index.html"])
    unbuilt.live.tell(BuildEnd(code=0))

    assert listener.hear() == {"page": unbuilt.state("/"), "faults": ""}
    assert unbuilt.ask("/")[0] == 200


def test_events_are_only_begun_for_a_head(preview: Preview) -> None:
    assert preview.ask("/_kohtaamo/events", method="HEAD")[0] == 200
    assert preview.ask("/_kohtaamo/muu")[0] == 404
    assert preview.ask("//[")[0] == 404
