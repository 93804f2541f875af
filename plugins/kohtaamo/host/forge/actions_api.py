"""The interface of GitHub, and of Forgejo, which took over its shapes.

Sources: GitHub REST API (2022-11-28), "Issues", "Pulls", "Actions artifacts"; Forgejo API v1.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from kohtaamo.host.forge.api import Post, Pull, pages
from kohtaamo.host.forge.asking import Line
from kohtaamo.host.forge.surroundings import Surroundings, is_from
from kohtaamo.model.network import Forge

# The users whose name a run's own token writes in. No person of that forge can have such a name;
# of another one anybody can.
_BOTS: Mapping[Forge, frozenset[str]] = MappingProxyType(
    {
        Forge.GITHUB: frozenset({"github-actions[bot]"}),
        Forge.FORGEJO: frozenset({"forgejo-actions", "gitea-actions"}),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionsApi:
    """`me` is the user of a token of the network's own, "" for that of a run."""

    line: Line
    repository: str
    me: str = ""
    forge: Forge = Forge.GITHUB

    def comments(self, pull: int) -> Iterator[Post]:
        for each in pages(self.line, f"{self._at}/issues/{pull}/comments"):
            yield self._post(each, "id")

    def comment(self, pull: int, text: str) -> None:
        self.line.ask("POST", f"{self._at}/issues/{pull}/comments", {"body": text})

    def change_comment(self, pull: int, number: int, text: str) -> None:
        del pull
        self.line.ask("PATCH", f"{self._at}/issues/comments/{number}", {"body": text})

    def issues(self) -> Iterator[Post]:
        for each in pages(self.line, f"{self._at}/issues?state=open&type=issues"):
            if not each.get("pull_request"):
                yield self._post(each, "number")

    def open_issue(self, title: str, text: str) -> str:
        made = self.line.ask("POST", f"{self._at}/issues", {"title": title, "body": text})
        return str(made["html_url"])

    def change_issue(self, number: int, title: str, text: str) -> None:
        self.line.ask("PATCH", f"{self._at}/issues/{number}", {"title": title, "body": text})

    def pulls(self) -> Iterator[Pull]:
        for each in pages(self.line, f"{self._at}/pulls?state=open"):
            yield self._pull(each)

    def open_pull(self, title: str, text: str, head: str, base: str) -> str:
        asked = {"title": title, "body": text, "head": head, "base": base}
        return str(self.line.ask("POST", f"{self._at}/pulls", asked)["html_url"])

    def pulls_from(self, owner: str, branch: str) -> Iterator[Pull]:
        """The open ones from a branch of somebody's fork (GitHub only)."""
        head = quote(f"{owner}:{branch}", safe="")
        for each in pages(self.line, f"{self._at}/pulls?state=open&head={head}"):
            yield self._pull(each)

    def paths_of(self, pull: int) -> Iterator[str]:
        """The files that a pull request touches, under their old names too (GitHub only)."""
        for each in pages(self.line, f"{self._at}/pulls/{pull}/files"):
            yield each["filename"]
            if each.get("previous_filename"):
                yield each["previous_filename"]

    def artifact(self, run: int, name: str, largest: int) -> bytes | None:
        """The archive that a run left under a name (GitHub only)."""
        found = self.line.ask("GET", f"{self._at}/actions/runs/{run}/artifacts?per_page=100")
        for each in found["artifacts"]:
            if each["name"] == name and not each.get("expired"):
                url = f"{self._url}/actions/artifacts/{int(each['id'])}/zip"
                return self.line.fetch(url, largest)
        return None

    @property
    def _at(self) -> str:
        return f"/repos/{self.repository}"

    @property
    def _url(self) -> str:
        return f"{self.line.api}{self._at}"

    def _pull(self, given: Any) -> Pull:
        number = int(given["number"])
        return Pull(
            number=number,
            head=given["head"]["sha"],
            base=given["base"]["ref"],
            ref=f"refs/pull/{number}/head",
            is_ours=is_from(given["head"], self.repository),
        )

    def _post(self, given: Any, number: str) -> Post:
        user = (given.get("user") or {}).get("login", "")
        return Post(
            number=given[number],
            text=given.get("body") or "",
            is_ours=user == self.me if self.me else user in _BOTS[self.forge],
            title=given.get("title") or "",
        )


def actions_api(at: Surroundings, *, is_own_token: bool) -> ActionsApi:
    """The interface with the run's token; `is_own_token` for one that the network made itself."""
    word = "token" if at.forge is Forge.FORGEJO else "Bearer"
    line = Line(api=at.api, headers={"Authorization": f"{word} {at.token}"})
    me = str(line.ask("GET", "/user")["login"]) if is_own_token else ""
    return ActionsApi(line=line, repository=quote(at.repository, safe="/"), me=me, forge=at.forge)
