"""The interface of GitLab. Source: GitLab REST API v4, "Notes", "Issues", "Merge requests"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from kohtaamo.host.forge.api import Post, Pull, pages
from kohtaamo.host.forge.asking import Line
from kohtaamo.host.forge.surroundings import Surroundings


@dataclass(frozen=True, slots=True, kw_only=True)
class GitlabApi:
    """`me` is the number of the token's user."""

    line: Line
    project: str
    me: int

    def comments(self, pull: int) -> Iterator[Post]:
        path = f"{self._at}/merge_requests/{pull}/notes?sort=asc&order_by=created_at"
        for each in pages(self.line, path):
            if not each.get("system"):
                yield self._post(each, "id", "body")

    def comment(self, pull: int, text: str) -> None:
        self.line.ask("POST", f"{self._at}/merge_requests/{pull}/notes", {"body": text})

    def change_comment(self, pull: int, number: int, text: str) -> None:
        self.line.ask("PUT", f"{self._at}/merge_requests/{pull}/notes/{number}", {"body": text})

    def issues(self) -> Iterator[Post]:
        for each in pages(self.line, f"{self._at}/issues?state=opened&author_id={self.me}"):
            yield self._post(each, "iid", "description")

    def open_issue(self, title: str, text: str) -> str:
        asked = {"title": title, "description": text}
        return str(self.line.ask("POST", f"{self._at}/issues", asked)["web_url"])

    def change_issue(self, number: int, title: str, text: str) -> None:
        asked = {"title": title, "description": text}
        self.line.ask("PUT", f"{self._at}/issues/{number}", asked)

    def pulls(self) -> Iterator[Pull]:
        for each in pages(self.line, f"{self._at}/merge_requests?state=opened"):
            number = int(each["iid"])
            yield Pull(
                number=number,
                head=each["sha"],
                base=each["target_branch"],
                ref=f"refs/merge-requests/{number}/head",
                is_ours=str(each.get("source_project_id")) == self.project,
            )

    def open_pull(self, title: str, text: str, head: str, base: str) -> str:
        asked = {
            "title": title,
            "description": text,
            "source_branch": head,
            "target_branch": base,
            "remove_source_branch": True,
        }
        return str(self.line.ask("POST", f"{self._at}/merge_requests", asked)["web_url"])

    @property
    def _at(self) -> str:
        return f"/projects/{self.project}"

    def _post(self, given: Any, number: str, text: str) -> Post:
        return Post(
            number=given[number],
            text=given.get(text) or "",
            is_ours=(given.get("author") or {}).get("id") == self.me,
            title=given.get("title") or "",
        )


def gitlab_api(at: Surroundings) -> GitlabApi:
    """The interface with the token that the network made for its project."""
    line = Line(api=at.api, headers={"PRIVATE-TOKEN": at.token})
    me = int(line.ask("GET", "/user")["id"])
    return GitlabApi(line=line, project=quote(at.repository, safe=""), me=me)
