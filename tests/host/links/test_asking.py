"""What becomes of somebody who follows a link; who is asked, how often, and who is not."""

import socket
from collections.abc import Iterator

import pytest

from kohtaamo.host.links.asking import MOST_REDIRECTS, Verdict, Web, ask
from tests.outside import PUBLIC, Internet, internet

HOUSE = "http://tupa.example"
ANSWERS = {
    f"HEAD {HOUSE}/poistettu": (404, ""),
    f"GET {HOUSE}/poistettu": (404, ""),
    f"HEAD {HOUSE}/lopetettu": (410, ""),
    f"GET {HOUSE}/lopetettu": (410, ""),
    f"HEAD {HOUSE}/vain-get": (405, ""),
    f"HEAD {HOUSE}/vaite": (404, ""),
    f"HEAD {HOUSE}/rikki": (500, ""),
    f"GET {HOUSE}/rikki": (503, ""),
    f"HEAD {HOUSE}/jasenille": (403, ""),
    f"GET {HOUSE}/jasenille": (401, ""),
    f"HEAD {HOUSE}/kiire": (429, ""),
    f"HEAD {HOUSE}/muutti": (301, "https://uusi.example/"),
    f"HEAD {HOUSE}/vanha": (302, "/uusi?a=1"),
    f"HEAD {HOUSE}/ympyra": (302, "/ympyra"),
    f"HEAD {HOUSE}/sisaan": (302, "http://sisainen.example/"),
    f"HEAD {HOUSE}/tiedosto": (302, "file:///etc/passwd"),
    f"HEAD {HOUSE}/ansa": (302, "javascript:alert(1)"),
    f"HEAD {HOUSE}/posti": (302, "http://tupa.example:25/"),
    f"HEAD {HOUSE}/sanaton": (0, ""),
    f"HEAD {HOUSE}/sama": (304, ""),
}
NAMES = {
    "tupa.example": (PUBLIC,),
    "sisainen.example": ("10.0.0.7",),
    "kaksi.example": (PUBLIC, "127.0.0.1"),
    "tyhja.example": (),
    "localhost": ("127.0.0.1",),
}


@pytest.fixture(scope="module")
def web() -> Iterator[Internet]:
    with internet(ANSWERS, NAMES) as running:
        yield running


@pytest.fixture
def net(web: Internet) -> Internet:
    web.asked.clear()
    web.connected.clear()
    return web


def _ask(net: Internet, url: str, agent: str = "Kohtaamo/1 (tests)") -> Verdict:
    wait = net.outside().pace.wait
    return ask(url, Web(resolve=net.resolve, connect=net.connect, wait=wait, agent=agent))


@pytest.mark.parametrize(
    ("path", "verdict", "asked"),
    [
        ("/", Verdict.FINE, ["HEAD /"]),
        ("/a%20b?c=%C3%A4#osa", Verdict.FINE, ["HEAD /a%20b?c=%C3%A4"]),
        ("/poistettu", Verdict.GONE, ["HEAD /poistettu", "GET /poistettu"]),
        ("/lopetettu", Verdict.GONE, ["HEAD /lopetettu", "GET /lopetettu"]),
        # Servers that know no HEAD, or lie about it.
        ("/vain-get", Verdict.FINE, ["HEAD /vain-get", "GET /vain-get"]),
        ("/vaite", Verdict.FINE, ["HEAD /vaite", "GET /vaite"]),
        ("/rikki", Verdict.BROKEN, ["HEAD /rikki", "GET /rikki"]),
        ("/jasenille", Verdict.UNKNOWN, ["HEAD /jasenille", "GET /jasenille"]),
        ("/kiire", Verdict.BUSY, ["HEAD /kiire"]),
        ("/vanha", Verdict.FINE, ["HEAD /vanha", "HEAD /uusi?a=1"]),
        ("/sama", Verdict.FINE, ["HEAD /sama"]),
        ("/ympyra", Verdict.BROKEN, ["HEAD /ympyra"] * (MOST_REDIRECTS + 1)),
        ("/sanaton", Verdict.SILENT, ["HEAD /sanaton"]),
    ],
)
def test_head_first_and_get_where_that_is_refused(
    net: Internet, path: str, verdict: Verdict, asked: list[str]
) -> None:
    assert _ask(net, HOUSE + path) is verdict
    assert [each.replace(HOUSE, "") for each in net.asked] == asked


@pytest.mark.parametrize(
    "url",
    [
        *("http://localhost/", "http://sisainen.example/", "http://kaksi.example/"),
        *(f"{HOUSE}:25/", "http://tupa.example:22/"),
    ],
)
def test_nobodys_own_network_is_asked(net: Internet, url: str) -> None:
    """Nor a host of which one address is public and another is not."""
    assert _ask(net, url) is Verdict.REFUSED
    assert (net.connected, net.asked) == ([], [])


@pytest.mark.parametrize("path", ["/sisaan", "/tiedosto", "/ansa", "/posti"])
def test_a_redirect_leads_to_nobodys_own_network_either(net: Internet, path: str) -> None:
    assert _ask(net, HOUSE + path) is Verdict.REFUSED
    assert net.asked == [f"HEAD {HOUSE}{path}"]


def test_a_redirect_to_another_host_is_looked_up_anew(net: Internet) -> None:
    assert _ask(net, f"{HOUSE}/muutti") is Verdict.SILENT
    assert net.connected == [(PUBLIC, 80)]


@pytest.mark.parametrize("host", ["tuntematon.example", "tyhja.example"])
def test_a_host_without_an_address_is_silent(net: Internet, host: str) -> None:
    assert _ask(net, f"http://{host}/") is Verdict.SILENT
    assert net.connected == []


def test_the_connection_goes_to_the_address_that_was_looked_at(net: Internet) -> None:
    _ask(net, "http://tupa.example:8080/")
    assert net.connected == [(PUBLIC, 8080)]
    assert net.asked == ["HEAD http://tupa.example:8080/"]


def test_who_asks_is_said(net: Internet) -> None:
    _ask(net, f"{HOUSE}/", "Kohtaamo/1 (link check; Harju; harju@example.fi)")
    assert "Kohtaamo/1 (link check; Harju; harju@example.fi)" in net.agents


def test_what_is_no_http_is_broken_and_no_tls_too(net: Internet) -> None:
    def babbling(_address: str, _port: int) -> socket.socket:
        ours, theirs = socket.socketpair()
        theirs.sendall(b"220 posti.example ESMTP\r\n\r\n")
        held.append(theirs)
        return ours

    held: list[socket.socket] = []
    web = Web(resolve=net.resolve, connect=babbling, wait=lambda host: None, agent="a")
    assert ask("http://tupa.example/", web) is Verdict.BROKEN
    assert ask("https://tupa.example/", web) is Verdict.BROKEN
    for each in held:
        each.close()


def test_a_server_that_never_ends_its_answer_is_left(
    net: Internet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Patience is a tenth of a second here; the server says nothing at all and holds the line."""
    monkeypatch.setattr("kohtaamo.host.links.asking.PATIENCE", 0.05)
    held: list[socket.socket] = []

    def holding(_address: str, _port: int) -> socket.socket:
        ours, theirs = socket.socketpair()
        held.append(theirs)
        return ours

    web = Web(resolve=net.resolve, connect=holding, wait=lambda host: None, agent="a")
    assert ask("http://tupa.example/", web) in {Verdict.SILENT, Verdict.BROKEN}
    for each in held:
        each.close()
