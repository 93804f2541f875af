"""A forge that is none: its programming interface on this machine, kept in memory."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Json = dict[str, Any]


@dataclass
class Played:
    """What stands in the forge. `bot` is who writes with the run's token, `asked` what was asked."""

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

    def write(self, posts: list[Json], text: Json, user: str) -> Json:
        number = len(posts) + 1
        made = {
            **{"id": number, "number": number, "iid": number, "state": "open"},
            **{"user": {"login": user}, "author": {"id": 7 if user == self.bot else 8}},
            **{"html_url": f"{self.url}/{number}", "web_url": f"{self.url}/{number}"},
            **text,
        }
        posts.append(made)
        return made


def _actions(forge: Played, method: str, path: str, query: Json, given: Json) -> Any:
    """GitHub and Forgejo: `path` begins after /repos/owner/name."""
    if found := re.fullmatch(r"/issues/(\d+)/comments", path):
        posts = forge.comments.setdefault(int(found[1]), [])
        return forge.write(posts, given, forge.bot) if method == "POST" else posts
    if found := re.fullmatch(r"/issues/comments/(\d+)", path):
        every = [each for posts in forge.comments.values() for each in posts]
        (post,) = [each for each in every if each["id"] == int(found[1])]
        return post.update(given)
    if path == "/issues":
        return forge.write(forge.issues, given, forge.bot) if method == "POST" else forge.issues
    if found := re.fullmatch(r"/issues/(\d+)", path):
        return forge.issues[int(found[1]) - 1].update(given)
    if path == "/pulls" and method == "POST":
        return forge.write(forge.pulls, given, forge.bot)
    if path == "/pulls":
        wanted = query.get("head", [""])[0].partition(":")[2]
        return [each for each in forge.pulls if wanted in ("", each["head"]["ref"])]
    if found := re.fullmatch(r"/pulls/(\d+)/files", path):
        return [{"filename": each} for each in forge.paths.get(int(found[1]), [])]
    if found := re.fullmatch(r"/actions/runs/(\d+)/artifacts", path):
        names = forge.artifacts.get(int(found[1]), {})
        return {"artifacts": [{"id": int(found[1]), "name": each} for each in names]}
    if found := re.fullmatch(r"/actions/artifacts/(\d+)/zip", path):
        return next(iter(forge.artifacts[int(found[1])].values()))
    raise KeyError(path)


def _gitlab(forge: Played, method: str, path: str, query: Json, given: Json) -> Any:
    """`path` begins after /projects/1."""
    if found := re.fullmatch(r"/merge_requests/(\d+)/notes", path):
        posts = forge.comments.setdefault(int(found[1]), [])
        return forge.write(posts, given, forge.bot) if method == "POST" else posts
    if found := re.fullmatch(r"/merge_requests/(\d+)/notes/(\d+)", path):
        return forge.comments[int(found[1])][int(found[2]) - 1].update(given)
    if path == "/merge_requests":
        return forge.write(forge.pulls, given, forge.bot) if method == "POST" else forge.pulls
    if path == "/issues":
        return forge.write(forge.issues, given, forge.bot) if method == "POST" else forge.issues
    if found := re.fullmatch(r"/issues/(\d+)", path):
        return forge.issues[int(found[1]) - 1].update(given)
    raise KeyError(path)


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
            of_repository = re.fullmatch(r"/repos/verkosto/portaali(/.*)", address.path)
            of_project = re.fullmatch(r"/projects/1(/.*)", address.path)
            route, found = (_actions, of_repository) if of_repository else (_gitlab, of_project)
            assert found is not None, address.path
            answer = route(self.forge, self.command, found[1], parse_qs(address.query), given)
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PATCH = do_PUT = _answer

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
