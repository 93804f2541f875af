"""What a forge may answer when all is not well, and where the token goes."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from kohtaamo.host.forge.asking import Line
from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.surroundings import Surroundings
from kohtaamo.host.forge.writing import git_do, with_token
from kohtaamo.model.network import Forge
from tests.forge.played import serving

Answering = Callable[[BaseHTTPRequestHandler], None]


def status(code: int, **headers: str) -> Answering:
    """An answer without a body."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(code)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", "0")
        request.end_headers()

    return answer


def body(text: bytes) -> Answering:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", str(len(text)))
        request.end_headers()
        request.wfile.write(text)

    return answer


@contextmanager
def line(answer: Answering, **limits: float) -> Iterator[tuple[Line, list[str | None]]]:
    """A line to a forge that answers so, and the tokens that reached it."""
    tokens: list[str | None] = []

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            tokens.append(self.headers.get("Authorization"))
            answer(self)

        do_GET = do_POST = _answer  # noqa: N815 - the library calls them

        def log_message(self, *_: object) -> None:
            """Nothing."""

    with serving(Handler) as url:
        yield Line(api=url, headers={"Authorization": "Bearer x"}, **limits), tokens


def _refused(answer: Answering, **limits: float) -> str:
    with line(answer, **limits) as (at, _), pytest.raises(ForgeFault) as fault:
        at.ask("POST", "/issues", {"title": "x"})
    return str(fault.value).replace(at.api.removeprefix("http://"), "forge")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (status(401), "forge (POST /issues) ei antanut lupaa."),
        (status(403), "forge (POST /issues) ei antanut lupaa."),
        (status(403, x_ratelimit_remaining="0"), "forge on saanut liikaa pyyntöjä."),
        (
            status(403, retry_after="soon"),
            "forge on saanut liikaa pyyntöjä. Aja uudelleen myöhemmin.",
        ),
        (
            status(429, retry_after="60"),
            "forge on saanut liikaa pyyntöjä. Aja uudelleen 60 sekunnin päästä.",
        ),
        (status(404), "forge (POST /issues): ei löytynyt."),
        (status(422), "forge (POST /issues) ei hyväksynyt pyyntöä (422)."),
        (status(502), "forge on epäkunnossa (502). Aja uudelleen myöhemmin."),
        (status(302, Location="https://muu.example/"), "forge lähetti pyynnön muualle"),
        (body(b"<html>"), "forge vastasi muuta kuin ohjelmille tarkoitettua tietoa."),
        (lambda request: request.connection.close(), "forge ei vastannut."),
    ],
)
def test_every_answer_has_its_sentence(answer: Answering, said: str) -> None:
    assert _refused(answer).startswith(said)


def test_a_silent_and_a_slow_forge_are_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        at = Line(api=f"http://127.0.0.1:{silent.getsockname()[1]}", headers={}, silence=0.05)
        with pytest.raises(ForgeFault, match=r"ei vastannut\. Aja uudelleen"):
            at.ask("GET", "/user")
    assert _refused(body(b"[]"), patience=0.0) == (
        "forge vastasi liian hitaasti. Aja uudelleen myöhemmin."
    )
    at = Line(api="http://127.0.0.1:9", headers={})
    with pytest.raises(ForgeFault, match="ei vastannut"):
        at.ask("GET", "/user")


def test_the_token_follows_no_redirect() -> None:
    with line(body(b"PK")) as (store, seen):
        moved = status(302, Location=f"{store.api}/store")
        with line(moved) as (forge, asked):
            assert forge.fetch(f"{forge.api}/zip") == b"PK"
            with pytest.raises(ForgeFault, match="lähetti pyynnön muualle"):
                forge.ask("GET", "/issues")
            with pytest.raises(ForgeFault, match="ei ole alustalla"):
                forge.fetch(f"{store.api}/zip")

    assert asked == ["Bearer x", "Bearer x"]
    assert seen == [None]


def test_git_shows_the_token_to_the_forges_server_only(tmp_path: Path) -> None:
    with line(status(404)) as (forge, seen), line(status(404)) as (other, elsewhere):
        known = dict.fromkeys(("api", "repository", "branch", "run"), "")
        at = Surroundings(forge=Forge.GITHUB, server=forge.api, token="secret", **known)  # noqa: S106
        for address in (forge.api, other.api):
            with pytest.raises(ForgeFault, match="Alusta ei vastaa") as fault:
                git_do(
                    tmp_path,
                    *("ls-remote", f"{address}/verkosto/portaali"),
                    environment=with_token(at),
                    fails="Alusta ei vastaa.",
                )
            assert "secret" not in str(fault.value)

    assert set(seen) == {"Basic eC1hY2Nlc3MtdG9rZW46c2VjcmV0"}
    assert set(elsewhere) == {None}


def test_files_are_fetched_from_the_web_only() -> None:
    elsewhere = status(302, Location="file:///etc/passwd")
    with line(elsewhere) as (at, _), pytest.raises(ForgeFault, match="josta sitä ei haeta"):
        at.fetch(f"{at.api}/zip")
    with pytest.raises(ForgeFault, match="ei ole verkko-osoite"):
        Line(api="file:///etc", headers={}).ask("GET", "/passwd")


def test_an_answer_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kohtaamo.host.forge.asking.LARGEST", 10)
    assert _refused(body(b"x" * 11)).startswith("forge vastasi enemmän kuin")
