"""The form of a forge in which somebody pastes a text: what was sent, and an answer to it.

GitHub and Forgejo have issue forms, whose answers stand in the issue below headings; GitLab's "Run
pipeline" page gives variables. Whoever may start such a run is for the workflow file to say.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kohtaamo.host.forge.api import Api
from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.posts import keep_comment
from kohtaamo.host.forge.surroundings import Surroundings
from kohtaamo.model.network import Forge

LARGEST = 100_000
# The labels of the form, and how the forges write an answer that was left empty.
TEXT, FILE = "Teksti", "Tiedosto"
_EMPTY = frozenset({"", "_No response_", "_Ei vastausta_"})
_HEADING = re.compile(r"^### (?P<label>[^\n]+)\n", re.MULTILINE)
_FENCED = re.compile(r"\A(?P<fence>`{3,})[^\n`]*\n(?P<text>.*?)\n?(?P=fence)\s*\Z", re.DOTALL)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """`path` is the file of the content that the text is for, "" when the text says it."""

    text: str
    path: str


def form_of(at: Surroundings, environment: Mapping[str, str]) -> Form:
    """What was filled in. ForgeFault when there is no text, or too much of it."""
    if at.forge is Forge.GITLAB:
        found = Form(text=environment.get("TEXT", ""), path=environment.get("FILE", ""))
    else:
        found = _of_issue((at.event.get("issue") or {}).get("body") or "")
    if not found.text.strip():
        raise ForgeFault("Lomakkeella ei ole tekstiä, jonka voisi ottaa vastaan.")
    if len(found.text) > LARGEST:
        raise ForgeFault("Lomakkeen teksti on liian pitkä.")
    return found


def tell_sender(api: Api, at: Surroundings, said: str) -> None:
    """Say below the form why nothing came of it; GitLab's form is no issue, its log says it."""
    if issue := _issue(at):
        shown = _CONTROLS.sub("", said).replace("`", "'").strip()
        text = f"**Tekstistä ei tullut ehdotusta.** Korjaa teksti ja avaa uusi.\n\n```text\n{shown}"
        keep_comment(api, issue, "receive", f"{text}\n```")


def tell_proposed(api: Api, at: Surroundings, address: str) -> None:
    """Say below the form where its proposal is."""
    if issue := _issue(at):
        keep_comment(api, issue, "receive", f"Ehdotus on tehty: {address}")


def _issue(at: Surroundings) -> int:
    return int((at.event.get("issue") or {}).get("number") or 0)


def _of_issue(body: str) -> Form:
    """The answers by their labels; an issue without headings is all text."""
    body = body.replace("\r\n", "\n")
    parts = _HEADING.split(body)
    # The text comes last, and may hold headings of its own.
    labels = parts[1::2]
    if TEXT not in labels:
        return Form(text=body, path="")
    at = next(found for found in _HEADING.finditer(body) if found["label"].strip() == TEXT)
    answers = dict(zip(labels, parts[2::2], strict=True))
    path = answers.get(FILE, "").strip() if labels.index(TEXT) else ""
    text = body[at.end() :].strip("\n")
    fenced = _FENCED.match(text.strip())
    return Form(text=fenced["text"] if fenced else text, path="" if path in _EMPTY else path)
