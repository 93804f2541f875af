"""A forge that is none: its programming interface on this machine, kept in memory."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Json = dict[str, Any]


@dataclass
class Played:
    """What stands there; `bot` is who writes with the run's token, `asked` what was asked."""

    bot: str
    url: str = ""
    comments: dict[int, list[Json]] = field(default_factory=dict)
    issues: list[Json] = field(default_factory=list)
    pulls: list[Json] = field(default_factory=list)
    paths: dict[int, list[str]] = field(default_factory=dict)
    artifacts: dict[int, dict[str, bytes]] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def says(self, pull: int) -> list[str]:
        """The texts of a pull request's comments."""
        return [each["body"] for each in self.comments.get(pull, [])]

    def write(self, posts: list[Json], text: Json, user: str = "") -> Json:
        """A new post, of the token's own user unless another one is named."""
        number, user = len(posts) + 1, user or self.bot
        made: Json = {"id": number, "number": number, "iid": number, "state": "open"}
        made |= {"user": {"login": user}, "author": {"id": 7 if user == self.bot else 8}}
        made |= {"html_url": f"{self.url}/{number}", "web_url": f"{self.url}/{number}", **text}
        posts.append(made)
        return made

    def listed(self, posts: list[Json], given: Json) -> Any:
        """All of them, or a new one when something is given."""
        return self.write(posts, given) if given else posts


Answer = Callable[[Played, re.Match[str], Json, Json], Any]


def _of_head(forge: Played, query: Json) -> list[Json]:
    wanted = query.get("head", [""])[0].partition(":")[2]
    return [each for each in forge.pulls if wanted in ("", each["head"]["ref"])]


def _comment(forge: Played, number: int) -> Json:
    every = [each for posts in forge.comments.values() for each in posts]
    return next(each for each in every if each["id"] == number)


# By the path after /repos/owner/name or /projects/1: what was given changes what is there.
ROUTES: dict[str, Answer] = {
    r"/(?:issues|merge_requests)/(\d+)/(?:comments|notes)": lambda forge, at, _, given: (
        forge.listed(forge.comments.setdefault(int(at[1]), []), given)
    ),
    r"/issues/comments/(\d+)": lambda forge, at, _, given: _comment(forge, int(at[1])).update(
        given
    ),
    r"/merge_requests/\d+/notes/(\d+)": lambda forge, at, _, given: _comment(
        forge, int(at[1])
    ).update(given),
    r"/issues": lambda forge, _, __, given: forge.listed(forge.issues, given),
    r"/issues/(\d+)": lambda forge, at, _, given: forge.issues[int(at[1]) - 1].update(given),
    r"/pulls": lambda forge, _, query, given: (
        forge.write(forge.pulls, given) if given else _of_head(forge, query)
    ),
    r"/merge_requests": lambda forge, _, __, given: forge.listed(forge.pulls, given),
    r"/pulls/(\d+)/files": lambda forge, at, _, __: [
        {"filename": each} for each in forge.paths.get(int(at[1]), [])
    ],
    r"/actions/runs/(\d+)/artifacts": lambda forge, at, _, __: {
        "artifacts": [
            {"id": int(at[1]), "name": each} for each in forge.artifacts.get(int(at[1]), {})
        ]
    },
    r"/actions/artifacts/(\d+)/zip": lambda forge, at, _, __: next(
        iter(forge.artifacts[int(at[1])].values())
    ),
}


class _Handler(BaseHTTPRequestHandler):
    forge: Played

    def _answer(self) -> None:
        address = urlsplit(self.path)
        size = int(self.headers.get("Content-Length") or 0)
        given = json.loads(self.rfile.read(size)) if size else {}
        token = self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN") or ""
        self.forge.asked.append((self.command, address.path, token))
        if address.path == "/user":
            answer: Any = {"id": 7, "login": self.forge.bot}
        else:
            path = re.fullmatch(r"/(?:repos/verkosto/portaali|projects/1)(/.*)", address.path)
            assert path is not None, address.path
            tried = ((re.fullmatch(route, path[1]), answer) for route, answer in ROUTES.items())
            at, answered = next((found, each) for found, each in tried if found)
            answer = answered(self.forge, at, parse_qs(address.query), given)
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PATCH = do_PUT = _answer  # noqa: N815 - the library calls them

    def log_message(self, *_: object) -> None:
        """Nothing: what was asked is kept."""


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """The address of a server that answers so."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def played(bot: str) -> Iterator[Played]:
    """A forge without anything in it, while it lasts."""
    forge = Played(bot=bot)
    with serving(type("Handler", (_Handler,), {"forge": forge})) as url:
        forge.url = url
        yield forge
